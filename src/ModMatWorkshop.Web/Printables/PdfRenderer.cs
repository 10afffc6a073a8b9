using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Printables;

/// <summary>
/// Renders HTML to PDF with WeasyPrint, one document at a time. PDFs of public content are cached in the data folder until content or
/// program changes. PDFs with names of participants are never written to disk.
/// </summary>
public sealed partial class PdfRenderer(SiteSettings settings, ILogger<PdfRenderer> log) : IDisposable
{
    private const string Program = "weasyprint";
    private readonly SemaphoreSlim _oneAtATime = new(1);

    // Part of the file name, because a PDF depends on the program, and on the site's address in its QR codes.
    private readonly string _build = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(PdfRenderer).Module.ModuleVersionId} {settings.Address.BaseUrl}")).AsSpan(0, 4)
    );

    public bool IsAvailable { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, Program)));

    /// <summary>Returns the cached PDF of public content, or renders it; null when it cannot be made.</summary>
    /// <param name="kind">The first part of the file name.</param>
    /// <param name="version">The content version; each version has its own file.</param>
    /// <param name="html">Returns the whole document with its styles in it: the renderer fetches no other files.</param>
    public Task<byte[]?> GetOrRenderAsync(
        string kind,
        Language language,
        long version,
        Func<Task<string>> html,
        CancellationToken cancel
    ) => GetOrRenderAsync(kind, language, version, async () => await RunWeasyPrintAsync(await html(), cancel), cancel);

    /// <summary>Like <c>GetOrRenderAsync</c>, in the largest size that fits one page.</summary>
    /// <param name="html">Returns the document in one of <paramref name="sizes"/> sizes; 0 is the largest.</param>
    public Task<byte[]?> GetOrRenderOnePageAsync(
        string kind,
        Language language,
        long version,
        int sizes,
        Func<int, Task<string>> html,
        CancellationToken cancel
    ) =>
        GetOrRenderAsync(
            kind,
            language,
            version,
            async () =>
            {
                // Binary search: a document that fits in one size also fits in all smaller ones.
                byte[]? pdf = null,
                    fitting = null;
                for (var (large, small) = (0, sizes - 1); large <= small; )
                {
                    var size = (large + small) / 2;
                    pdf = await RunWeasyPrintAsync(await html(size), cancel);
                    if (pdf is null)
                        return null;
                    if (PagesOf(pdf) == 1)
                        (fitting, small) = (pdf, size - 1);
                    else
                        large = size + 1;
                }
                return fitting ?? pdf;
            },
            cancel
        );

    public bool IsCached(string kind, Language language, long version) => File.Exists(FileOf(kind, language, version));

    /// <summary>Renders a PDF that contains names, without caching it; null when it cannot be made.</summary>
    public async Task<byte[]?> RenderAsync(Func<Task<string>> html, CancellationToken cancel)
    {
        if (!IsAvailable)
            return null;
        var text = await html();
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            return await RunWeasyPrintAsync(text, cancel);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<byte[]?> GetOrRenderAsync(
        string kind,
        Language language,
        long version,
        Func<Task<byte[]?>> make,
        CancellationToken cancel
    )
    {
        if (!IsAvailable)
            return null;
        var file = FileOf(kind, language, version);
        if (File.Exists(file))
            return await File.ReadAllBytesAsync(file, cancel);

        // Requests for the same PDF wait here, so that it is made only once.
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            if (File.Exists(file))
                return await File.ReadAllBytesAsync(file, cancel);
            var pdf = await make();
            if (pdf is not null)
                await SaveAsync(pdf, file, AllOf(kind, language), cancel);
            return pdf;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private string FileOf(string kind, Language language, long version) =>
        Path.Combine(
            settings.DataPath,
            "printables",
            string.Create(CultureInfo.InvariantCulture, $"{AllOf(kind, language)}{version}-{_build}.pdf")
        );

    /// <summary>The beginning of the file names of all versions.</summary>
    private static string AllOf(string kind, Language language) => $"{kind}-{language.Tag()}-";

    /// <summary>Writes to a temporary file and moves it, so that a PDF is never incomplete. Deletes the PDFs of older versions.</summary>
    private static async Task SaveAsync(byte[] pdf, string file, string all, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = $"{file}.{Guid.NewGuid():N}";
        try
        {
            await File.WriteAllBytesAsync(draft, pdf, cancel);
            File.Move(draft, file, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
        foreach (var old in folder.EnumerateFiles(all + "*").Where(f => f.FullName != Path.GetFullPath(file)))
            old.Delete();
    }

    private async Task<byte[]?> RunWeasyPrintAsync(string html, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(settings.PrintTimeout);
        using var process = new Process
        {
            // This variant has tags, which screen readers need. WeasyPrint 57 calls it experimental, so the site claims no conformance.
            StartInfo = new(Program, ["--quiet", "--pdf-variant", "pdf/ua-1", "--encoding", "utf-8", "--base-url", "/nowhere/", "-", "-"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        var started = false;
        try
        {
            started = process.Start();
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var pdf = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(pdf, limit.Token);
            await WriteAsync(process, html, limit.Token);
            await reading;
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode == 0 && pdf.Length > 0)
                return pdf.ToArray();
            LogFailed(process.ExitCode, await errors);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            LogTimedOut(settings.PrintTimeout);
        }
        catch (Win32Exception unable)
        {
            LogUnavailable(unable);
        }
        finally
        {
            if (started && !process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        return null;
    }

    private static async Task WriteAsync(Process process, string html, CancellationToken cancel)
    {
        try
        {
            await using var input = process.StandardInput;
            await input.WriteAsync(html.AsMemory(), cancel);
        }
        catch (IOException)
        {
            // WeasyPrint ended before it had read its input. The caller checks the exit code.
        }
    }

    /// <summary>Counts the pages. WeasyPrint writes one uncompressed object for each page.</summary>
    private static int PagesOf(byte[] pdf) => Pages().Count(Encoding.Latin1.GetString(pdf));

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Pages();

    [LoggerMessage(LogLevel.Error, "WeasyPrint ended with code {Code}: {Errors}")]
    private partial void LogFailed(int code, string errors);

    [LoggerMessage(LogLevel.Error, "WeasyPrint did not finish within {Limit}")]
    private partial void LogTimedOut(TimeSpan limit);

    [LoggerMessage(LogLevel.Error, "WeasyPrint cannot be started")]
    private partial void LogUnavailable(Exception unable);
}
