using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// An email address in its stored form: trimmed, lower case, domain in Punycode. Dots and plus signs stay, because their meaning depends
/// on the mail server.
/// </summary>
public sealed record EmailAddress
{
    /// <summary>Length of the whole address (RFC 5321, 4.5.3.1.3).</summary>
    public const int MaxLength = 254;

    private const int MaxLocalLength = 64;
    private const string LocalPartSymbols = "!#$%&'*+/=?^_`{|}~-.";
    private static readonly IdnMapping Punycode = new() { UseStd3AsciiRules = true };

    private EmailAddress(string value) => Value = value;

    public string Value { get; }

    /// <summary>
    /// False for addresses that no mail server accepts and for header injection: spaces, line breaks, a second recipient.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        var parts = (text ?? "").Trim().Split('@');
        if (parts is not [var local, var domain] || local.Length is 0 or > MaxLocalLength || domain.Length is 0 or > MaxLength)
            return false;
        if (
            !local.All(c => char.IsAsciiLetterOrDigit(c) || LocalPartSymbols.Contains(c, StringComparison.Ordinal))
            || local.StartsWith('.')
            || local.EndsWith('.')
            || local.Contains("..", StringComparison.Ordinal)
        )
            return false;
        try
        {
            domain = Punycode.GetAscii(domain.Normalize(NormalizationForm.FormC)).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }
        if (
            !domain.Contains('.', StringComparison.Ordinal)
            || domain.EndsWith('.')
            || domain.All(c => char.IsAsciiDigit(c) || c == '.')
            || local.Length + 1 + domain.Length > MaxLength
        )
            return false;
        address = new($"{local.ToLowerInvariant()}@{domain}");
        return true;
    }

    /// <summary>
    /// The address as people read it, with the domain in Unicode. A domain that would not give the same address again, or that has
    /// invisible characters, stays in Punycode.
    /// </summary>
    /// <param name="stored">In the stored form; any other text is returned unchanged.</param>
    public static string Display(string stored)
    {
        var at = stored.LastIndexOf('@');
        if (at < 0 || !stored.Contains("xn--", StringComparison.Ordinal))
            return stored;
        try
        {
            var shown = stored[..(at + 1)] + Punycode.GetUnicode(stored[(at + 1)..]);
            var isReadable = !shown.Any(c => UserInput.IsInvisible(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format);
            return isReadable && TryParse(shown, out var same) && same.Value == stored ? shown : stored;
        }
        catch (ArgumentException)
        {
            return stored;
        }
    }

    /// <summary>True when the part before the @ has letters that mail servers do not accept, such as ö.</summary>
    public static bool HasOtherLettersBeforeAt(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && text.AsSpan(0, at).Trim().ToString().EnumerateRunes().Any(r => !r.IsAscii && Rune.IsLetter(r));

    public override string ToString() => Value;
}
