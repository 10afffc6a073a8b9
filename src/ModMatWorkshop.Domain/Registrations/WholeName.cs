using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>Cuts a name in one cell into its parts.</summary>
public static class WholeName
{
    /// <summary>
    /// "Lovelace, Ada", "LOVELACE Ada", "Ada LOVELACE" and "Ada Lovelace" give the same parts. A name without a space is a whole name: it
    /// has no given name.
    /// </summary>
    public static (string Given, string Family) Cut(string name)
    {
        var whole = new PersonName(name);
        if (whole.Suffix.Length > 0 && whole.Given.Length > 0)
            return (whole.Given, $"{whole.Family} {whole.Suffix}");
        if (name.Split(',', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } last, { Length: > 0 } first])
            return (first, last);
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var leading = words.TakeWhile(IsInCapitals).Count();
        var trailing = words.Reverse().TakeWhile(IsInCapitals).Count();
        if (leading > 0 && leading < words.Length && trailing == 0)
            return (string.Join(' ', words[leading..]), string.Join(' ', words[..leading]));
        if (trailing > 0 && trailing < words.Length && leading == 0)
            return (string.Join(' ', words[..^trailing]), string.Join(' ', words[^trailing..]));
        var parts = new PersonName(string.Join(' ', words));
        return (parts.Given, parts.Family);
    }

    /// <summary>True for a word of two letters or more; initials are no family name.</summary>
    private static bool IsInCapitals(string word) => word.Count(char.IsLetter) > 1 && !word.Any(char.IsLower) && word.Any(char.IsUpper);
}
