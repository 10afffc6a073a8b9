using System.Globalization;
using System.Text;

namespace ModMatWorkshop.Browser.Tests.Story;

/// <summary>The authors of an abstract in order, each with the numbers of the affiliations.</summary>
public sealed record StoryByline(IReadOnlyList<StoryPerson> Authors, IReadOnlyList<string> Affiliations)
{
    public static StoryByline Of(IReadOnlyList<StoryPerson> authors) => new(authors, [.. authors.SelectMany(a => a.Places).Distinct()]);

    public IEnumerable<int> MarksOf(StoryPerson author) => author.Places.Select(p => Affiliations.ToList().IndexOf(p) + 1).Order();

    /// <summary>The one with the smallest number.</summary>
    public string FirstPlaceOf(StoryPerson author) => Affiliations[MarksOf(author).First() - 1];

    /// <summary>As the site shows it: names with their numbers, then the affiliations.</summary>
    public string Shown => $"{string.Join(", ", Authors.Select(a => a.Name + Numbers(a)))} | {string.Join(" | ", Affiliations)}";

    /// <summary>Ways in which people paste authors from other programs; 0 is none.</summary>
    public string? Pasted(int way) =>
        way switch
        {
            1 => $"{Join(", ", a => a.Name + Raised(a))}\n{Lines((n, place) => $"{Raise(n)} {place}")}",
            2 => string.Concat(Authors.Select(a => $"\\author[{Numbers(a)}]{{{Tex(a.Name)}}}\n"))
                + string.Concat(Affiliations.Select((place, i) => $"\\affil[{i + 1}]{{{Tex(place)}}}\n")),
            3 => string.Concat(
                Authors.Select(a => $"\\author{{{Tex(a.Name)}}}\n{string.Concat(a.Places.Select(p => $"\\affiliation{{{Tex(p)}}}\n"))}")
            ),
            4 => $"{Join(" and ", a => $"{a.Name} ({Numbers(a)})")}\n{Lines((n, place) => $"({n}) {place}")}",
            5 => $"{Join(", ", a => $"{a.Name}^{{{Letters(a)}}}")}\n{Lines((n, place) => $"{Letter(n)}) {place}")}",
            6 => $"\\author{{{Join(", ", a => $"{Tex(a.Name)}$^{{{Numbers(a)}}}$")}}}\n"
                + Lines((n, place) => $"$^{{{n}}}$ {Tex(place)} \\\\"),
            7 => $"{Join("; ", a => a.Name + Numbers(a))}\n{Lines((n, place) => $"{n}. {place}")}",
            8 => $"\\author{{{Join(" \\and ", a => $"{Tex(a.Name)}\\inst{{{Numbers(a)}}}")}}}\n"
                + $"\\institute{{{string.Join(" \\and ", Affiliations.Select(Tex))}}}",
            _ => null,
        };

    private string Join(string separator, Func<StoryPerson, string> name) => string.Join(separator, Authors.Select(name));

    private string Lines(Func<int, string, string> line) => string.Join('\n', Affiliations.Select((place, i) => line(i + 1, place)));

    private string Numbers(StoryPerson author) => string.Join(',', MarksOf(author));

    private string Letters(StoryPerson author) => string.Join(',', MarksOf(author).Select(Letter));

    private string Raised(StoryPerson author) => string.Join("˒", MarksOf(author).Select(Raise));

    private static string Letter(int number) => ((char)('a' + number - 1)).ToString();

    private static string Raise(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));

    /// <summary>As LaTeX writes it: accents as commands, a space that does not break.</summary>
    private static string Tex(string text)
    {
        var tex = new StringBuilder();
        foreach (var c in text)
        {
            var parts = c.ToString().Normalize(NormalizationForm.FormD);
            tex.Append(
                (parts.Length, c) switch
                {
                    (_, '&') => @"\&",
                    (_, 'ø') => @"{\o}",
                    (_, 'Ł') => @"{\L}",
                    (_, 'ł') => @"{\l}",
                    (_, 'ß') => @"{\ss}",
                    (2, _) when Accent(parts[1]) is { } sign && char.IsAsciiLetter(parts[0]) => char.IsLetter(sign)
                        ? $"\\{sign}{{{parts[0]}}}"
                        : $"{{\\{sign}{parts[0]}}}",
                    _ => c.ToString(),
                }
            );
        }
        return tex.ToString();
    }

    private static char? Accent(char combining) =>
        combining switch
        {
            '\u0301' => '\'',
            '\u0300' => '`',
            '\u0302' => '^',
            '\u0308' => '"',
            '\u0303' => '~',
            '\u0327' => 'c',
            '\u030C' => 'v',
            '\u030A' => 'r',
            _ => null,
        };
}
