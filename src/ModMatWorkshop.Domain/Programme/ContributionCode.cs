using System.Globalization;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Domain.Programme;

public enum ContributionKind
{
    Invited,
    Oral,
    Poster,
}

/// <summary>The code of a contribution: its kind and its number, written <c>O1</c> for people and <c>o1</c> in addresses.</summary>
public readonly partial record struct ContributionCode(ContributionKind Kind, int Number)
{
    private const string Letters = "iop";

    /// <summary>The code as in addresses and in the database: <c>o1</c>.</summary>
    public string Slug => string.Create(CultureInfo.InvariantCulture, $"{Letters[(int)Kind]}{Number}");

    /// <summary>The code as people read it: <c>O1</c>.</summary>
    public string Printed => Slug.ToUpperInvariant();

    /// <summary>
    /// Parses <c>o1</c> or <c>O1</c>: one of the letters I, O and P, then a number from 1 to 99999 without a leading zero.
    /// </summary>
    public static bool TryParse(string? text, out ContributionCode code)
    {
        code = default;
        if (text is null || !Shape().IsMatch(text))
            return false;
        code = new(
            (ContributionKind)Letters.IndexOf(char.ToLowerInvariant(text[0]), StringComparison.Ordinal),
            int.Parse(text.AsSpan(1), CultureInfo.InvariantCulture)
        );
        return true;
    }

    public static ContributionCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a contribution code.");

    public override string ToString() => Printed;

    [GeneratedRegex(@"\A[iopIOP][1-9][0-9]{0,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
