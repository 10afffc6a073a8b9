using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Printables;

/// <summary>
/// What is printed: HTML of our own made into PDF by WeasyPrint, one at a time. What everybody may read is kept in the data folder for as
/// long as content and program stay the same; what
/// holds names of participants goes from hand to hand and never touches the disk.
/// </summary>
public sealed partial class PdfRenderer(SiteSettings settings, ILogger<PdfRenderer> log) : IDisposable
{
    private const string Program = "weasyprint";
    private readonly SemaphoreSlim _oneAtATime = new(1);

    // Codes on posters hold the address of the site, so another address is another paper.
    private readonly string _build = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(PdfRenderer).Module.ModuleVersionId} {settings.Address.BaseUrl}")).AsSpan(0, 4)
    );

    public bool IsAvailable { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, Program)));

    /// <summary>A paper of public content; null where it cannot be made.</summary>
    /// <param name="kind">Of the paper, as its file is called.</param>
    /// <param name="version">Of the content: a paper is made once for each.</param>
    /// <param name="html">The whole document, with its styles in it, since nothing is fetched.</param>
    public Task<byte[]?> GetOrRenderAsync(
        string kind,
        Language language,
        long version,
        Func<Task<string>> html,
        CancellationToken cancel
    ) => GetOrRenderAsync(kind, language, version, async () => await RunWeasyPrintAsync(await html(), cancel), cancel);

    /// <summary>The same, set as large as one page allows.</summary>
    /// <param name="html">The document in each of <paramref name="sizes"/> sizes from 0, the largest, on.</param>
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
                // What fits in one size fits in all smaller ones, so that a few tries find the largest.
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

    /// <summary>A paper with names on it; null where it cannot be made.</summary>
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

        // A crowd that arrives at a paper not made yet has it made once.
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
            "papers",
            string.Create(CultureInfo.InvariantCulture, $"{AllOf(kind, language)}{version}-{_build}.pdf")
        );

    /// <summary>How the files of all versions begin.</summary>
    private static string AllOf(string kind, Language language) => $"{kind}-{language.Tag()}-";

    /// <summary>
    /// Written beside its place and moved there, so that a paper is whole or not there at all. What was made of an older version goes.
    /// </summary>
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
            StartInfo = new(Program, ["--quiet", "--encoding", "utf-8", "--base-url", "/nowhere/", "-", "-"])
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
            // It died without reading to the end; its exit code says so.
        }
    }

    /// <summary>WeasyPrint writes one such object for each page, outside of any compressed stream.</summary>
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
