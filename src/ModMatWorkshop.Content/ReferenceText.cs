using System.Net;
using ModMatWorkshop.Content.Markdown;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>A reference with its links. A DOI becomes one: where the text has it, or after a text that has none.</summary>
internal static class ReferenceText
{
    /// <param name="number">From 1.</param>
    /// <param name="named">The DOI that the source gives besides the text; null for none.</param>
    /// <param name="url">The web address that the source gives besides the text; null for none.</param>
    public static Reference Read(int number, string text, Doi? named, string? url, SourceLocation place, ProblemList problems)
    {
        var doi = named ?? Doi.Within(text)?.Doi ?? (url is null ? null : Doi.Parse(url));
        var markdown = MarkdownText.ParseReference(text, place, problems);
        var html = markdown.ToInlineHtml();
        if (doi is not null && !html.Contains(doi.Url, StringComparison.OrdinalIgnoreCase))
            html += $" {doi.Link}";
        if (url is not null && Doi.Parse(url) is null)
            html += $""" <a href="{WebUtility.HtmlEncode(url)}">{WebUtility.HtmlEncode(url)}</a>""";
        return new(number, html, markdown.ToText(), doi?.Name);
    }
}
