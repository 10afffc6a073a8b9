using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ModMatWorkshop.Web.Printables;

/// <summary>Which characters the fonts of this machine have, as fontconfig says it: what none has is a gap on paper.</summary>
public sealed class Fonts
{
    private readonly List<(int First, int Last)> _ranges;

    /// <param name="lines">What <c>fc-list --format '%{charset}\n'</c> prints: hexadecimal characters and ranges of them.</param>
    public Fonts(IEnumerable<string> lines) =>
        _ranges = [
            .. from range in lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct()
            let ends = range.Split('-').Select(end => int.Parse(end, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToList()
            select (ends[0], ends[^1]),
        ];

    /// <summary>Of this machine, asked once; null where there is no fontconfig to ask.</summary>
    public static Lazy<Task<Fonts?>> Installed { get; } = new(AskAsync);

    /// <summary>The characters of a text that would be missing, each once.</summary>
    public IReadOnlyList<string> MissingFor(IEnumerable<string> texts) =>
        [
            .. texts
                .SelectMany(text => text.EnumerateRunes())
                .Distinct()
                .Where(rune =>
                    !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && !_ranges.Any(r => r.First <= rune.Value && rune.Value <= r.Last)
                )
                .Select(rune => rune.ToString()),
        ];

    private static async Task<Fonts?> AskAsync()
    {
        try
        {
            using var list = Process.Start(
                new ProcessStartInfo("fc-list", ["--format", "%{charset}\n"]) { RedirectStandardOutput = true }
            )!;
            var text = await list.StandardOutput.ReadToEndAsync();
            return text.Length > 0 ? new(text.Split('\n')) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
