using ModMatWorkshop.Domain.Programme;
using SkiaSharp;

namespace ModMatWorkshop.Content.Images;

/// <summary>A file that the site is to serve for a picture. A photograph is encoded only when the site lacks the file.</summary>
/// <param name="Name">As in <see cref="ImageFile"/>.</param>
/// <param name="Fingerprint">As in <see cref="ImageFile"/>.</param>
/// <param name="Path">The file in the content folder.</param>
/// <param name="Drawing">The content of a drawing; null for a photograph.</param>
public sealed record PictureFile(string Name, string Fingerprint, int Width, int Height, string Path, byte[]? Drawing)
{
    private const string Print = ".print";
    private const int WebPQuality = 82;
    private const int JpegQuality = 90;

    /// <summary>At the width of a printed page, about 300 dots per inch.</summary>
    private const int PrintWidth = 2000;

    /// <summary>A larger PNG is a photograph, which is as good as a JPEG in print.</summary>
    private const int MaxPng = 1 << 20;

    internal static PictureFile InWidth(int width, string name, string fingerprint, RasterHeader header, string path) =>
        new($"{name}.{width}.webp", fingerprint, width, header.ScaledTo(width).Height, path, null);

    internal static PictureFile ForPrint(string name, string fingerprint, RasterHeader header, string path)
    {
        var (width, height) = header.ScaledTo(Math.Min(header.Width, PrintWidth));
        return new(name + Print, fingerprint, width, height, path, null);
    }

    /// <summary>The name of the file that a PDF shows in place of the one that a page shows.</summary>
    public static string PrintNameOf(string name) =>
        name.EndsWith(".webp", StringComparison.Ordinal) && System.IO.Path.GetFileNameWithoutExtension(name) is var stem
            ? System.IO.Path.GetFileNameWithoutExtension(stem) + Print
            : name;

    /// <summary>The photograph, if it is not the file in the content folder: one of the shared draft, or the last good version.</summary>
    public byte[]? Photograph { get; init; }

    /// <summary>Makes the files, the photographs one after the other.</summary>
    /// <returns>Null if a file in the folder has changed meanwhile.</returns>
    public static IReadOnlyList<ImageFile>? Encode(IEnumerable<PictureFile> files)
    {
        var made = new List<ImageFile>();
        foreach (var ofOne in files.GroupBy(f => f.Path))
            if (ofOne.First().Drawing is not null)
                made.AddRange(ofOne.Select(f => f.With("image/svg+xml", f.Drawing!)));
            else if ((ofOne.First().Photograph ?? ReadAgain(ofOne.First())) is { } source)
                made.AddRange(EncodeAll([.. ofOne.OrderByDescending(f => f.Width)], source));
            else
                return null;
        return made;
    }

    private static byte[]? ReadAgain(PictureFile file)
    {
        try
        {
            var source = File.ReadAllBytes(file.Path);
            return ImageReader.FingerprintOf(source) == file.Fingerprint ? source : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Each file is made from the next larger one.</summary>
    private static List<ImageFile> EncodeAll(IReadOnlyList<PictureFile> files, byte[] source) =>
        RasterCodec.Decode(source, files[0].Width, largest =>
        {
            var isPng = PictureFormats.Of(source) == PictureFormat.Png;
            var made = new List<ImageFile>();
            var current = largest.Copy();
            foreach (var file in files)
            {
                var next = RasterCodec.Scale(current, file.Width, file.Height);
                current.Dispose();
                current = next;
                var (type, content) = file.Name.EndsWith(Print, StringComparison.Ordinal)
                    ? EncodeForPrint(current, isPng)
                    : ("image/webp", EncodeWebP(current, isPng));
                made.Add(file.With(type, content));
            }
            current.Dispose();
            return made;
        });

    /// <summary>What was a PNG is often a plot, which is sharper and smaller without loss.</summary>
    private static byte[] EncodeWebP(SKBitmap picture, bool isPng)
    {
        var lossy = Encoded(picture, p => p.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, WebPQuality)));
        if (!isPng)
            return lossy;
        var lossless = Encoded(picture, p => p.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 50)));
        return lossless.Length <= lossy.Length ? lossless : lossy;
    }

    private static (string Type, byte[] Content) EncodeForPrint(SKBitmap picture, bool isPng)
    {
        var isOpaque = IsOpaque(picture.GetPixelSpan());
        if (isPng || !isOpaque)
        {
            var png = Encoded(picture, p => p.Encode(SKPngEncoderOptions.Default));
            if (!isOpaque || png.Length <= MaxPng)
                return ("image/png", png);
        }
        return ("image/jpeg", Encoded(picture, p => p.Encode(new SKJpegEncoderOptions(JpegQuality))));
    }

    /// <param name="pixels">Four bytes each: red, green, blue, alpha.</param>
    private static bool IsOpaque(ReadOnlySpan<byte> pixels)
    {
        for (var i = 3; i < pixels.Length; i += 4)
            if (pixels[i] != byte.MaxValue)
                return false;
        return true;
    }

    private static byte[] Encoded(SKBitmap picture, Func<SKPixmap, SKData?> encode)
    {
        using var pixels = picture.PeekPixels();
        using var data = encode(pixels) ?? throw new InvalidOperationException("Skia cannot encode the picture.");
        return data.ToArray();
    }

    private ImageFile With(string mediaType, byte[] content) =>
        new()
        {
            Name = Name,
            Fingerprint = Fingerprint,
            MediaType = mediaType,
            Width = Width,
            Height = Height,
            Content = content,
        };
}
