namespace ModMatWorkshop.Content.Images;

/// <summary>A kind of place that shows pictures. It determines the widths in which a photograph is served.</summary>
/// <param name="MaxWidth">In CSS pixels, as is <paramref name="MaxHeight"/>. The style sheets keep within both.</param>
/// <param name="IsPrinted">Whether a PDF shows the picture too.</param>
public sealed record PictureUse(int MaxWidth, int MaxHeight = int.MaxValue, bool IsPrinted = true)
{
    /// <summary>A column of text.</summary>
    public static readonly PictureUse Text = new(608);

    /// <summary>The head of the home page.</summary>
    public static readonly PictureUse Home = new(480);

    /// <summary>Beside the name of the workshop.</summary>
    public static readonly PictureUse Logo = new(128, 28);

    public static readonly PictureUse Sponsor = new(192, 64, IsPrinted: false);

    public static readonly PictureUse Portrait = new(128, IsPrinted: false);

    /// <summary>The first page of a poster, in the gallery.</summary>
    public static readonly PictureUse Poster = new(160, 224, IsPrinted: false);

    /// <summary>A wider place takes the whole width of a phone.</summary>
    private const int Phone = 300;

    /// <summary>The edges of a page and a scroll bar, in CSS pixels.</summary>
    private const int Edges = 48;

    /// <summary>The widths of the files, the one for an ordinary screen first. None is more than twice the width that is shown.</summary>
    internal IReadOnlyList<int> Widths(int width, int height)
    {
        var shown = Shown(width, height);
        int[] others = shown > Phone ? [shown / 2, 2 * shown] : [2 * shown];
        return [shown, .. others.Select(other => Math.Min(other, width)).Where(other => other != shown)];
    }

    /// <summary>The value of the attribute <c>sizes</c>.</summary>
    internal string Sizes(int width, int height) =>
        Shown(width, height) is > Phone and var shown ? $"(min-width: {shown + Edges}px) {shown}px, 100vw" : $"{Shown(width, height)}px";

    private int Shown(int width, int height) => Math.Max(1, (int)Math.Min(Math.Min(width, MaxWidth), (long)width * MaxHeight / height));
}
