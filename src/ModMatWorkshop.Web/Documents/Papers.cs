using System.Diagnostics;
using System.Globalization;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Documents;

/// <summary>What is printed: the site's own pages, made into PDF by WeasyPrint and kept for as long as the content stays the same.</summary>
public sealed partial class Papers(SiteSettings settings, ILogger<Papers> log) : IDisposable
{
    private const string Program = "weasyprint";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly SemaphoreSlim _oneAtATime = new(1);

    public bool IsAvailable { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Program)));

    /// <summary>The book of abstracts; null where it cannot be made.</summary>
    /// <param name="version">Of the content: a paper is made once for each.</param>
    /// <param name="html">The whole document, with its styles in it, since nothing is fetched.</param>
    public async Task<byte[]?> BookAsync(Language language, int version, Func<Task<string>> html, CancellationToken cancel)
    {
        if (!IsAvailable)
            return null;
        var build = typeof(Papers).Module.ModuleVersionId.ToString("N")[..8];
        var file = Path.Combine(settings.DataPath, "papers", string.Create(CultureInfo.InvariantCulture, $"book-{language.Tag()}-{version}-{build}.pdf"));

        // A crowd that arrives at a paper not made yet has it made once.
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            if (!File.Exists(file) && !await MakeAsync(await html(), file, cancel))
                return null;
        }
        finally
        {
            _oneAtATime.Release();
        }
        return await File.ReadAllBytesAsync(file, cancel);
    }

    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>Written beside its place and moved there, so that a paper is whole or not there at all.</summary>
    private async Task<bool> MakeAsync(string html, string file, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = $"{file}.{Guid.NewGuid():N}";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Limit);
        using var process = new Process
        {
            StartInfo = new(Program, ["--quiet", "--encoding", "utf-8", "--base-url", "/nowhere/", "-", draft]) { RedirectStandardInput = true, RedirectStandardError = true },
        };
        try
        {
            process.Start();
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await using (var input = process.StandardInput)
                await input.WriteAsync(html.AsMemory(), limit.Token);
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode == 0 && File.Exists(draft))
            {
                File.Move(draft, file, overwrite: true);
                return true;
            }
            LogFailed(process.ExitCode, await errors);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            LogHung(Limit);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            File.Delete(draft);
        }
        return false;
    }

    [LoggerMessage(LogLevel.Error, "WeasyPrint ended with code {Code}: {Errors}")]
    private partial void LogFailed(int code, string errors);

    [LoggerMessage(LogLevel.Error, "WeasyPrint did not finish within {Limit}")]
    private partial void LogHung(TimeSpan limit);
}
