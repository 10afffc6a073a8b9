namespace ModMatWorkshop.Content.Images;

public enum PictureFormat
{
    Svg,
    Png,
    Jpeg,
    WebP,
}

internal static class PictureFormats
{
    /// <summary>The endings of file names, with the format that each states.</summary>
    public static readonly IReadOnlyDictionary<string, PictureFormat> Endings = new Dictionary<string, PictureFormat>
    {
        [".svg"] = PictureFormat.Svg,
        [".png"] = PictureFormat.Png,
        [".jpg"] = PictureFormat.Jpeg,
        [".jpeg"] = PictureFormat.Jpeg,
        [".webp"] = PictureFormat.WebP,
    };

    public static string Name(this PictureFormat format) => format == PictureFormat.WebP ? "WebP" : format.ToString().ToUpperInvariant();

    public static string Ending(this PictureFormat format) => Endings.First(e => e.Value == format).Key;

    /// <summary>The format by the first bytes; null for an unknown one.</summary>
    public static PictureFormat? Of(ReadOnlySpan<byte> file) =>
        file.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? PictureFormat.Png
        : file.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? PictureFormat.Jpeg
        : file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..].StartsWith("WEBP"u8) ? PictureFormat.WebP
        : BeginsLikeXml(file) ? PictureFormat.Svg
        : null;

    private static bool BeginsLikeXml(ReadOnlySpan<byte> file) =>
        (file.StartsWith("\uFEFF"u8) ? file[3..] : file).TrimStart(" \t\r\n"u8).StartsWith("<"u8);
}
