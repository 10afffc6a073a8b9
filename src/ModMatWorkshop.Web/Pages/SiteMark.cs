using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// The mark beside the name of the workshop: its logo; or the lattice along the cube diagonal, with three neighbours in front of the
/// highlighted atom and three behind; or the first letter of the name.
/// </summary>
public static class SiteMark
{
    private const string Frame = """<svg class="logo" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true" focusable="false">""";
    private const string Ink = "#1d1b18";
    private const string Serif = "Charter, 'Noto Serif', Georgia, serif";

    /// <summary>In the colours of the page's style sheet.</summary>
    public static IHtmlContent OnPage(Workshop workshop) =>
        Draw(workshop, "currentColor", "class=\"logo-centre\"", "class=\"logo-letter\"");

    /// <summary>With its colours inside: the PDF renderer does not apply a style sheet inside SVG.</summary>
    public static IHtmlContent OnPaper(Workshop workshop)
    {
        var colors = Palette.Light(workshop.Look);
        return Draw(workshop, Ink, $"fill=\"{colors.Accent}\"", $"fill=\"{colors.OnAccent}\"");
    }

    /// <summary>The icon of browser tabs, which is smaller and heavier. Not for a workshop with a logo.</summary>
    /// <param name="withDark">With the colours of the dark theme too, for a browser; a drawing program has only one theme.</param>
    public static string Icon(Workshop workshop, bool withDark)
    {
        var (light, dark) = (Palette.Light(workshop.Look), Palette.Dark(workshop.Look));
        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>{Rules(light)}"""
            + (withDark ? $"@media (prefers-color-scheme:dark){{{Rules(dark)}}}" : "")
            + $"</style>{(workshop.Look.Lattice is null ? Letter(workshop, 32, "class=\"c\"", "class=\"t\"") : IconOfLattice)}</svg>";

        static string Rules(Palette colors) =>
            $".n{{stroke:{colors.Link}}}.f{{fill:{colors.Link}}}.b{{stroke:{colors.Accent}}}.c{{fill:{colors.Accent}}}"
            + $".t{{fill:{colors.OnAccent}}}";
    }

    private const string IconOfLattice =
        """<g class="b" fill="none"><path stroke-width="1.5" d="M16 16v8.6M16 16L8.6 11.7M16 16l7.4-4.3"/>"""
        + """<path stroke-width="2.4" d="M16 6v10L7.3 21M16 16l8.7 5"/></g>"""
        + """<g class="n" fill="none" stroke-width="1.6"><circle cx="16" cy="26.9" r="2.5"/><circle cx="6.6" cy="10.6" r="2.5"/>"""
        + """<circle cx="25.4" cy="10.6" r="2.5"/></g><g class="f"><circle cx="16" cy="4.2" r="3.6"/>"""
        + """<circle cx="5.8" cy="21.9" r="3.6"/><circle cx="26.2" cy="21.9" r="3.6"/></g><circle class="c" cx="16" cy="16" r="5.2"/>""";

    private static HtmlString Draw(Workshop workshop, string ink, string centre, string letter) =>
        new(
            workshop.Look.Logo is { } logo ? PictureHtml.Img(logo, "", isLazy: false, "logo logo-picture")
            : workshop.Look.Lattice is null ? $"{Frame}{Letter(workshop, 28, centre, letter)}</svg>"
            : $"""{Frame}<g fill="none" stroke="{ink}"><path d="M14 14v8.2M14 14L6.9 9.9M14 14l7.1-4.1"/>"""
                + """<circle cx="14" cy="24" r="1.9"/><circle cx="5.3" cy="9" r="1.9"/><circle cx="22.7" cy="9" r="1.9"/>"""
                + $"""<path stroke-width="1.5" d="M14 3v11L4.5 19.5M14 14l9.5 5.5"/></g><g fill="{ink}"><circle cx="14" cy="3" r="2.6"/>"""
                + """<circle cx="4.5" cy="19.5" r="2.6"/><circle cx="23.5" cy="19.5" r="2.6"/></g>"""
                + $"""<circle {centre} cx="14" cy="14" r="4"/></svg>"""
        );

    private static string Letter(Workshop workshop, int size, string disc, string text)
    {
        var first = StringInfo.GetNextTextElement(workshop.Acronym.Trim()).ToUpperInvariant();
        var half = size / 2;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""<circle {disc} cx="{half}" cy="{half}" r="{half}"/><text {text} x="{half}" y="{size * 0.71:0.#}" text-anchor="middle" """
                + $"""font-family="{Serif}" font-weight="600" font-size="{size * 0.6:0.#}">{HtmlEncoder.Default.Encode(first)}</text>"""
        );
    }
}
