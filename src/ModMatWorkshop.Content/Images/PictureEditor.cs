using SkiaSharp;

namespace ModMatWorkshop.Content.Images;

/// <summary>The size of a picture when it stands upright, in pixels.</summary>
/// <param name="CanBeCropped">False for a drawing.</param>
public sealed record PictureSize(int Width, int Height, bool CanBeCropped);

/// <summary>A part of a picture, in pixels of the picture as it stands upright.</summary>
public sealed record PictureArea(int Left, int Top, int Width, int Height)
{
    /// <summary>The largest part with these proportions.</summary>
    /// <param name="position">Which part of the picture: 0 is left or top, 1 is right or bottom.</param>
    public static PictureArea OfShape(PictureSize picture, int across, int down, double position)
    {
        var width = (int)Math.Min(picture.Width, (long)picture.Height * across / down);
        var height = (int)Math.Min(picture.Height, (long)picture.Width * down / across);
        return new(
            (int)Math.Round((picture.Width - width) * position),
            (int)Math.Round((picture.Height - height) * position),
            Math.Max(1, width),
            Math.Max(1, height)
        );
    }

    public bool IsIn(PictureSize picture) =>
        Left >= 0 && Top >= 0 && Width > 0 && Height > 0 && (long)Left + Width <= picture.Width && (long)Top + Height <= picture.Height;
}

/// <summary>Names, measures and crops pictures for organisers.</summary>
public static class PictureEditor
{
    /// <summary>Enough for print; the site itself shows less.</summary>
    public const int MaxWidth = 2000;

    /// <summary>More than any picture may have.</summary>
    public const int MaxBytes = 10 << 20;

    private const int Quality = 92;

    /// <summary>
    /// The name for an uploaded file, with the ending of what it is. That of an unknown format stays, so that the check can refuse it.
    /// </summary>
    /// <param name="wanted">A name, or the name of the uploaded file.</param>
    public static string NameFor(string wanted, string uploaded, byte[] content)
    {
        var ending = PictureFormats.Of(content)?.Ending() ?? Path.GetExtension(uploaded).ToLowerInvariant();
        var slug = Domain.Programme.Slug.From(Path.GetFileNameWithoutExtension(wanted.Replace('\\', '/')));
        return (slug.Length > 0 ? slug : "picture") + ending;
    }

    /// <summary>Null for a file that is no picture, or is damaged.</summary>
    public static PictureSize? Measure(byte[] content)
    {
        try
        {
            if (PictureFormats.Of(content) is not { } format)
                return null;
            if (format == PictureFormat.Svg)
                return new SvgCleaner().Clean(content) is var (_, width, height) ? new(width, height, false) : null;
            var header = RasterCodec.ReadHeader(content);
            return new(header.Width, header.Height, RasterCodec.IsInstalled);
        }
        catch (PictureException)
        {
            return null;
        }
    }

    /// <summary>Cuts out a part, and reduces it to a width. The file stays PNG, JPEG or WebP.</summary>
    /// <param name="area">Within the picture.</param>
    public static byte[] Crop(byte[] content, PictureArea area, int maxWidth) => RasterCodec.Decode(content, int.MaxValue, whole =>
        {
            using var part = new SKBitmap();
            if (!whole.ExtractSubset(part, SKRectI.Create(area.Left, area.Top, area.Width, area.Height)))
                throw new InvalidOperationException("The area is not in the picture.");
            var width = Math.Min(area.Width, maxWidth);
            using var scaled = RasterCodec.Scale(part, width, Math.Max(1, (int)Math.Round((double)area.Height * width / area.Width)));
            using var pixels = scaled.PeekPixels();
            using var data = Encode(pixels, PictureFormats.Of(content)!.Value);
            return data.ToArray();
        });

    private static SKData Encode(SKPixmap pixels, PictureFormat format) =>
        format switch
        {
            PictureFormat.Png => pixels.Encode(SKPngEncoderOptions.Default),
            PictureFormat.WebP => pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, Quality)),
            _ => pixels.Encode(new SKJpegEncoderOptions(Quality)),
        } ?? throw new InvalidOperationException("Skia cannot encode the picture.");
}
