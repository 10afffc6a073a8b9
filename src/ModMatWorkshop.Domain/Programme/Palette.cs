namespace ModMatWorkshop.Domain.Programme;

/// <summary>The colours of an identity in one theme.</summary>
/// <param name="OnAccent">The text on a button in the accent colour.</param>
/// <param name="Highlight">The ground of what is on now, a tint of the accent colour.</param>
public sealed record Palette(Color Accent, Color OnAccent, Color Link, Color Highlight)
{
    /// <summary>The contrast of text that WCAG 2.2 asks for at level AA.</summary>
    public const double MinContrast = 4.5;

    /// <summary>The grounds of the themes, as in <c>site.css</c>: a page, a panel, and a word that search has found.</summary>
    public static readonly Color Paper = Color.Parse("#fbf9f5"),
        Panel = Color.Parse("#f3efe7"),
        Mark = Color.Parse("#fbe3b0"),
        Ink = Color.Parse("#141a24"),
        InkPanel = Color.Parse("#1c2431");

    private static readonly Color White = Color.Parse("#ffffff"),
        LightText = Color.Parse("#fffaf6"),
        DarkText = Color.Parse("#1a120e");

    public static Palette Light(Identity identity) =>
        Of(Color.Parse(identity.Accent), Color.Parse(identity.Link), Color.Parse(identity.Accent).WithLightness(0.94, 0.16));

    /// <summary>The same hues, as light as reading on the dark ground asks for.</summary>
    public static Palette Dark(Identity identity) =>
        Of(
            Color.Parse(identity.Accent).WithContrast(7.6, Ink, 0.86),
            Color.Parse(identity.Link).WithContrast(9.5, Ink, 0.81),
            Color.Parse(identity.Accent).WithLightness(0.28, 0.21)
        );

    /// <summary>Darker, because thin letters print paler than they look on a screen.</summary>
    public static Palette Print(Identity identity) =>
        Of(Color.Parse(identity.Accent).WithContrast(9.3, White, 0.83), Color.Parse(identity.Link).WithContrast(9.9, White, 0.85), White);

    /// <summary>The colour, and a ground on which it cannot be read well enough in the light theme; null if it can be read.</summary>
    public static (Color Ground, double Contrast)? WorstOfAccent(Identity identity) =>
        Worst(Color.Parse(identity.Accent), [Paper, Panel, Light(identity).Highlight]);

    /// <inheritdoc cref="WorstOfAccent"/>
    public static (Color Ground, double Contrast)? WorstOfLink(Identity identity) =>
        Worst(Color.Parse(identity.Link), [Paper, Panel, Light(identity).Highlight, Mark]);

    private static (Color Ground, double Contrast)? Worst(Color color, Color[] grounds)
    {
        var (ground, contrast) = grounds.Select(g => (Ground: g, Contrast: color.ContrastWith(g))).MinBy(g => g.Contrast);
        return contrast < MinContrast ? (ground, contrast) : null;
    }

    private static Palette Of(Color accent, Color link, Color highlight) =>
        new(accent, accent.ContrastWith(LightText) >= accent.ContrastWith(DarkText) ? LightText : DarkText, link, highlight);
}
