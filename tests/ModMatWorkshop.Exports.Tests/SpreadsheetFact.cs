using System.Diagnostics;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Exports.Tests;

/// <summary>A fact that opens a file with LibreOffice. It is skipped where LibreOffice is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SpreadsheetFactAttribute : FactAttribute
{
    public SpreadsheetFactAttribute() => Skip = LibreOffice.WhyMissing;
}

/// <summary>LibreOffice Calc, run without a window.</summary>
internal static class LibreOffice
{
    // CSV export options: comma, quote, UTF-8, from line 1, no column formats, language, quotes only where needed, cells as shown.
    private const string CsvExport = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true";

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    public static string? WhyMissing { get; } = ExternalTools.WhyMissing(("soffice", "libreoffice-calc"));

    /// <summary>Opens a file and returns the cells of each row, as LibreOffice shows them.</summary>
    /// <param name="name">The extension selects the format. A .csv file is read as a French one: UTF-8, with semicolons.</param>
    public static async Task<string[][]> ShowAsync(string name, byte[] bytes)
    {
        var folder = Directory.CreateTempSubdirectory("modmat-office-").FullName;
        try
        {
            var file = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(file, bytes);
            string[] import = name.EndsWith(".csv", StringComparison.Ordinal) ? ["--infilter=Text - txt - csv (StarCalc):59,34,76"] : [];
            // Its own profile: two processes that share one wait for each other, or give up.
            using var office = Process.Start(
                new ProcessStartInfo(
                    "soffice",
                    [
                        $"-env:UserInstallation=file://{folder}/profile",
                        "--headless",
                        "--norestore",
                        .. import,
                        "--convert-to",
                        CsvExport,
                        "--outdir",
                        Path.Combine(folder, "shown"),
                        file,
                    ]
                )
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            // Wait for the process, not for its pipes: a child process may keep them open.
            var errors = office.StandardError.ReadToEndAsync();
            _ = office.StandardOutput.ReadToEndAsync();
            using var timeout = new CancellationTokenSource(Timeout);
            try
            {
                await office.WaitForExitAsync(timeout.Token);
            }
            catch (OperationCanceledException)
            {
                office.Kill(entireProcessTree: true);
                throw new TimeoutException($"LibreOffice did not open {name} within {Timeout.TotalMinutes} minutes.");
            }
            var shown = Path.Combine(folder, "shown", Path.ChangeExtension(name, ".csv"));
            return File.Exists(shown)
                ? Fields(await File.ReadAllTextAsync(shown))
                : throw new InvalidOperationException($"{name} could not be opened: {await errors}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Parses CSV, as RFC 4180 defines it.</summary>
    private static string[][] Fields(string text)
    {
        List<string[]> lines = [];
        List<string> line = [];
        var field = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
                field.Append(text[++i]);
            else if (text[i] == '"')
                quoted = !quoted;
            else if (quoted || text[i] is not (',' or '\n' or '\r'))
                field.Append(text[i]);
            else if (text[i] != '\r')
            {
                line.Add(field.ToString());
                field.Clear();
                if (text[i] == '\n')
                {
                    lines.Add([.. line]);
                    line.Clear();
                }
            }
        }
        return [.. lines];
    }
}
