using System.Text.RegularExpressions;
using ModMatWorkshop.Content.PastedTex;

namespace ModMatWorkshop.Content;

/// <summary>Reads texts without marks, such as names and affiliations: accents of TeX become letters, other marks are reported.</summary>
internal static partial class PlainTexts
{
    public static string RequiredPlainText(this Fields fields, string key) => Read(fields, key, fields.RequiredText(key));

    /// <summary>Null without a value, and for a placeholder.</summary>
    public static string? PlainText(this Fields fields, string key) => fields.Text(key) is { } text ? Read(fields, key, text) : null;

    public static void WarnOfMarkup(this Fields fields, string key, string? text)
    {
        if (text is not null && Mark().Match(text) is { Success: true } mark)
            fields.Warn(key, $"Readers see `{mark.Value}` as typed.", "This is plain text: write Unicode signs, such as H₂O, 10³, é.");
    }

    private static string Read(Fields fields, string key, string text)
    {
        var (plain, unknown) = TexText.Plain(text);
        if (unknown is not null)
            fields.Warn(key, unknown.Message, "This is plain text: write Unicode signs, such as H₂O, 10³, é.");
        else
            fields.WarnOfMarkup(key, plain);
        return plain;
    }

    [GeneratedRegex(
        @"\$[^$\s][^$]{0,60}\$|\\[A-Za-z]+|\*\*|(?<![\w*])\*[^\s*][^*]{0,60}\*(?!\w)|(?<=[\p{L}\p{Nd})])[~^][^\s~^]{1,20}[~^]|``"
            + @"|\[[^\[\]]{1,60}\]\(",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Mark();
}
