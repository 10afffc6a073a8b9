namespace ModMatWorkshop.Domain.Programme;

/// <summary>A picture of the content folder, as one place of the site shows it.</summary>
/// <param name="Address">The path on the site.</param>
/// <param name="Width">In CSS pixels, as is <paramref name="Height"/>. The place may show it smaller.</param>
/// <param name="Alternative">What it shows, for readers who do not see it; null for a decoration.</param>
public sealed record Picture(string Address, int Width, int Height, Localized? Alternative = null)
{
    /// <summary>The same picture in several widths, as the attribute <c>srcset</c> lists them; null for a drawing.</summary>
    public string? Sources { get; init; }

    /// <summary>The width at which it is shown, as the attribute <c>sizes</c> states it; null for a drawing.</summary>
    public string? Sizes { get; init; }

    /// <summary>True for a transparent picture that does not adapt to a dark page.</summary>
    public bool NeedsLightGround { get; init; }

    public bool IsDrawing => Sources is null;
}
