using System.Diagnostics;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests;

/// <summary>A fact that opens a file with LibreOffice; without it, it is shown as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SpreadsheetFactAttribute : FactAttribute
{
    public SpreadsheetFactAttribute() => Skip = LibreOffice.WhyMissing;
}

/// <summary>The spreadsheet that organisers have, without its window.</summary>
internal static class LibreOffice
{
    // Of the filter for text: separator, quote, UTF-8, from line 1, no formats, language, no quotes around everything, as shown.
    private const string ToCommas = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static string? WhyMissing { get; } = ExternalTools.WhyMissing(("soffice", "libreoffice-calc"));

    /// <summary>Opens a file, saves it with commas as it would be shown, and gives the fields of each line.</summary>
    /// <param name="name">Its ending says what it is. A file that is text is opened as a French one: UTF-8, with semicolons.</param>
    public static async Task<string[][]> ShowAsync(string name, byte[] bytes)
    {
        var folder = Directory.CreateTempSubdirectory("modmat-office-").FullName;
        try
        {
            var file = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(file, bytes);
            string[] opening = name.EndsWith(".csv", StringComparison.Ordinal) ? ["--infilter=Text - txt - csv (StarCalc):59,34,76"] : [];
            // A profile of its own: two that share one wait for each other, or give up.
            using var office = Process.Start(
                new ProcessStartInfo(
                    "soffice",
                    [
                        $"-env:UserInstallation=file://{folder}/profile",
                        "--headless",
                        "--norestore",
                        .. opening,
                        "--convert-to",
                        ToCommas,
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
            // Whatever it started may hold its pipes open, so that these are not what is waited for.
            var complaints = office.StandardError.ReadToEndAsync();
            _ = office.StandardOutput.ReadToEndAsync();
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await office.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                office.Kill(entireProcessTree: true);
                throw new TimeoutException($"LibreOffice did not open {name} within {Patience.TotalMinutes} minutes.");
            }
            var shown = Path.Combine(folder, "shown", Path.ChangeExtension(name, ".csv"));
            return File.Exists(shown)
                ? Fields(await File.ReadAllTextAsync(shown))
                : throw new InvalidOperationException($"{name} could not be opened: {await complaints}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>RFC 4180, read.</summary>
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
