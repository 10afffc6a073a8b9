namespace ModMatWorkshop.Domain.Programme;

/// <summary>A name for addresses: lower-case ASCII letters, digits and single hyphens, 1 to 80 characters.</summary>
public static class Slug
{
    public const int MaxLength = 80;

    /// <summary>
    /// <c>"Maurício Chagas da Silva"</c> gives <c>"mauricio-chagas-da-silva"</c>. Empty if the folded text has no ASCII letter or digit.
    /// </summary>
    public static string From(string text)
    {
        var ascii = string.Concat(Folding.Fold(text).Where(char.IsAscii));
        var slug = string.Join('-', ascii.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length <= MaxLength ? slug : slug[..MaxLength].TrimEnd('-');
    }

    public static bool IsValid(string text) =>
        text.Length is > 0 and <= MaxLength
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && text[0] != '-'
        && text[^1] != '-'
        && !text.Contains("--", StringComparison.Ordinal);
}
