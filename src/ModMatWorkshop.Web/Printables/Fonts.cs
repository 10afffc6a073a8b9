using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ModMatWorkshop.Web.Printables;

/// <summary>The characters that the installed fonts contain, according to fontconfig. A missing character leaves a gap in a PDF.</summary>
public sealed class Fonts
{
    private readonly List<(int First, int Last)> _ranges;

    /// <param name="lines">The output of <c>fc-list --format '%{charset}\n'</c>: hexadecimal characters and ranges.</param>
    public Fonts(IEnumerable<string> lines) =>
        _ranges = [
            .. from range in lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct()
            let ends = range.Split('-').Select(end => int.Parse(end, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToList()
            select (ends[0], ends[^1]),
        ];

    /// <summary>The fonts of this machine, read once; null when fontconfig is not installed.</summary>
    public static Lazy<Task<Fonts?>> Installed { get; } = new(AskAsync);

    /// <summary>The characters of the texts that no font contains, each once.</summary>
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
