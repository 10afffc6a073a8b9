using System.Globalization;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Domain.Programme;

/// <summary>The kinds by which the rules distinguish contributions. The content may add kinds of its own: <see cref="OwnKind"/>.</summary>
public enum ContributionKind
{
    Invited,
    Oral,
    Poster,
}

/// <summary>
/// The code of a contribution: the letters of its kind and its number, written <c>O1</c> for people and <c>o1</c> in addresses.
/// </summary>
/// <param name="Letters">In lower case.</param>
public readonly partial record struct ContributionCode(string Letters, int Number)
{
    /// <summary>The letter of each built-in kind, in the order of <see cref="ContributionKind"/>.</summary>
    private static readonly string[] BuiltInLetters = ["i", "o", "p"];

    /// <summary>The code of a built-in kind.</summary>
    public ContributionCode(ContributionKind kind, int number)
        : this(LettersOf(kind), number) { }

    /// <summary>The kind whose letter this is unless the content says otherwise; null for the letters of other kinds.</summary>
    public ContributionKind? BuiltInKind => Array.IndexOf(BuiltInLetters, Letters) is >= 0 and var index ? (ContributionKind)index : null;

    /// <summary>The code as in addresses and in the database: <c>o1</c>.</summary>
    public string Slug => string.Create(CultureInfo.InvariantCulture, $"{Letters}{Number}");

    /// <summary>The code as people read it: <c>O1</c>.</summary>
    public string Printed => Slug.ToUpperInvariant();

    public static string LettersOf(ContributionKind kind) => BuiltInLetters[(int)kind];

    /// <summary>The name of a built-in kind in content files, filters and <c>data-kind</c>: <c>oral</c>.</summary>
    public static string KeyOf(ContributionKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Whether a kind can have these letters: one or two of a to z.</summary>
    public static bool AreLetters(string letters) => letters.Length is 1 or 2 && letters.All(char.IsAsciiLetterLower);

    /// <summary>
    /// Parses <c>o1</c> or <c>O1</c>: one or two letters, then a number from 1 to 99999 without a leading zero. Whether the workshop has
    /// a kind with these letters is another question.
    /// </summary>
    public static bool TryParse(string? text, out ContributionCode code)
    {
        code = default;
        if (text is null || Shape().Match(text) is not { Success: true } match)
            return false;
        code = new(match.Groups["letters"].Value.ToLowerInvariant(), int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture));
        return true;
    }

    public static ContributionCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a contribution code.");

    public override string ToString() => Printed;

    [GeneratedRegex(@"\A(?<letters>[a-zA-Z]{1,2})(?<number>[1-9][0-9]{0,4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
