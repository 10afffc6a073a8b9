using System.Globalization;

namespace ModMatWorkshop.Browser.Tests.Story;

/// <summary>One abstract: what its author types, and what must be read everywhere afterwards.</summary>
/// <param name="Title">As typed.</param>
/// <param name="Shown">The title as the site shows it, with ¤ for each formula.</param>
/// <param name="Paste">The way in which the authors are pasted; 0 for typed rows.</param>
/// <param name="Presenter">The place of the presenter among the authors, from 0.</param>
/// <param name="Text">The abstract as typed or pasted.</param>
/// <param name="IsCleaned">The text comes from another program and is cleaned.</param>
public sealed record StoryAbstract(
    int Number,
    string Title,
    string Shown,
    StoryByline Byline,
    int Paste,
    int Presenter,
    string Text,
    bool IsCleaned,
    string References
)
{
    public string Email => string.Create(CultureInfo.InvariantCulture, $"author{Number}@example.org");

    /// <summary>Two words of the title that no other title has.</summary>
    public string Phrase => StoryAbstracts.PhraseOf(Number);

    /// <summary>A sentence of the text that no other text has.</summary>
    public string Sentence => StoryAbstracts.SentenceOf(Number);

    public StoryPerson Speaker => Byline.Authors[Presenter];

    public bool IsFrench => Number % 9 == 4;

    /// <summary>What the committee decides: the key of the decision.</summary>
    public string Decision =>
        Number % 25 == 24 || Number is 18 or 55 ? "no"
        : Number % 25 == 12 ? "reserve"
        : StoryAbstracts.Talks.Contains(Number) ? "oral"
        : "poster";

    public bool IsAccepted => Decision is "oral" or "poster";

    /// <summary>The authors of talks wish for talks, and some of those who get a poster, too.</summary>
    public string Wish => Decision == "oral" || Number % 6 == 0 ? "oral" : "poster";
}

/// <summary>A hundred abstracts in the shapes of real ones, in words of our own.</summary>
public static class StoryAbstracts
{
    public const int Count = 100;

    private static readonly string[] Adjectives = "Quiet,Broken,Hidden,Folded,Frozen,Glassy,Porous,Slow,Twisted,Young".Split(',');

    private static readonly string[] Nouns = "lattices,membranes,alloys,grains,interfaces,vacancies,clusters,ribbons,oxides,melts".Split(
        ','
    );

    private static readonly HashSet<int> NotAccepted = [12, 18, 24, 37, 49, 55, 62, 74, 87, 99];

    /// <summary>The numbers of the forty that get a talk.</summary>
    public static IReadOnlySet<int> Talks { get; } =
        Enumerable.Range(0, Count).Where(n => n % 9 is 0 or 2 or 4 or 7 && !NotAccepted.Contains(n)).Take(40).ToHashSet();

    public static IReadOnlyList<StoryAbstract> All { get; } = [.. Enumerable.Range(0, Count).Select(Of)];

    public static string PhraseOf(int n) => $"{Adjectives[n / 10]} {Nouns[n % 10]}";

    public static string SentenceOf(int n) => string.Create(CultureInfo.InvariantCulture, $"Our record has the number {4000 + 7 * n}.");

    private static StoryAbstract Of(int n)
    {
        var (title, shown) = TitleOf(n);
        var (text, isCleaned, references) = StoryTexts.Of(n);
        var others = Enumerable.Range(0, n == 40 ? 14 : n * 7 % 6).Select(j => StoryPeople.CoAuthor(n * 3 + j)).ToList();
        var presenter =
            n % 7 == 3 ? others.Count
            : n % 7 == 5 ? others.Count / 2
            : 0;
        others.Insert(presenter, StoryPeople.Presenter(n));
        return new(n, title, shown, StoryByline.Of(others), n % 9, presenter, text, isCleaned, references);
    }

    /// <summary>The title as typed and as shown.</summary>
    private static (string Typed, string Shown) TitleOf(int n)
    {
        var phrase = PhraseOf(n);
        return (n % 13) switch
        {
            0 => ($"{phrase} at $k_B T$ and below", $"{phrase} at ¤ and below"),
            1 => ($"*Ab initio* study: {phrase} of H~2~O and Li^+^", $"Ab initio study: {phrase} of H2O and Li+"),
            2 => ($"\"{phrase}\" -- a second look, #{n}", $"“{phrase}” – a second look, #{n}"),
            3 => ($"{phrase}: from $10^{{{n % 9}}}$ atoms to $\\sum_i \\varepsilon_i$", $"{phrase}: from ¤ atoms to ¤"),
            4 => ($"Yes: {phrase} & friends, 100 % of them", $"Yes: {phrase} & friends, 100 % of them"),
            5 => ($"{phrase} on the (111) and [110] faces of MoS~2~", $"{phrase} on the (111) and [110] faces of MoS2"),
            6 => ($"{phrase}", $"{phrase}"),
            7 => ($"{phrase} in $\\ce{{Li7La3Zr2O12}}$?", $"{phrase} in ¤?"),
            8 => ($"'{phrase}': O'Brien's rule, revisited", $"‘{phrase}’: O’Brien’s rule, revisited"),
            9 => ($"2021-09-22: {phrase}, {{a}} null \\& void", $"2021-09-22: {phrase}, {{a}} null & void"),
            10 => (
                $"{phrase} between -5 °C and 3·10³ K, or: how κ and Δ differ",
                $"{phrase} between -5 °C and 3·103 K, or: how κ and Δ differ"
            ),
            11 => (
                $"{phrase} and a very long title that goes on about machine-learned potentials, their training sets, their errors, "
                    + "and what can be said about all of this when nobody has measured anything yet",
                $"{phrase} and a very long title that goes on about machine-learned potentials, their training sets, their errors, "
                    + "and what can be said about all of this when nobody has measured anything yet"
            ),
            _ => ($"- {phrase}: @home", $"- {phrase}: @home"),
        };
    }
}
