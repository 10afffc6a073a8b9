using System.Collections.Concurrent;
using SkiaSharp;

namespace ModMatWorkshop.Content.Images;

/// <summary>
/// Reads PNG, JPEG and WebP with Skia. A decoded picture may take <see cref="MaxPixels"/> times four bytes, so only one is in memory at a
/// time.
/// </summary>
internal static class RasterCodec
{
    /// <summary>A file that says that it has more pixels is not decoded.</summary>
    private const int MaxPixels = 40_000_000;

    private const int MaxSide = 10_000;

    private static readonly Lock OneAtATime = new();

    private static readonly Lazy<bool> Installed = new(() =>
    {
        try
        {
            using var tiny = new SKBitmap(1, 1);
            return true;
        }
        catch (Exception missing) when (missing is TypeInitializationException or DllNotFoundException or InvalidOperationException)
        {
            return false;
        }
    });

    /// <summary>The fingerprints of files that were decoded without an error.</summary>
    private static readonly ConcurrentDictionary<string, bool> Intact = [];

    /// <summary>False where Skia has no native library.</summary>
    public static bool IsInstalled => Installed.Value;

    /// <summary>Adds the fingerprints of pictures that the site already serves, so that they are not decoded again.</summary>
    public static void AddIntact(IEnumerable<string> fingerprints)
    {
        foreach (var fingerprint in fingerprints)
            Intact[fingerprint] = true;
    }

    /// <summary>Reads the header and, once for each file, checks that the pixels can be decoded.</summary>
    /// <exception cref="PictureException">The file cannot be used.</exception>
    public static RasterHeader Read(byte[] file, string fingerprint)
    {
        var header = ReadHeader(file);
        if (Intact.ContainsKey(fingerprint))
            return header;
        lock (OneAtATime)
        {
            using var codec = Open(file);
            DecodeWhole(codec).Dispose();
        }
        Intact[fingerprint] = true;
        return header;
    }

    /// <summary>Reads the header only.</summary>
    /// <exception cref="PictureException">The file cannot be used.</exception>
    public static RasterHeader ReadHeader(byte[] file)
    {
        if (!IsInstalled)
            throw new PictureException("SkiaSharp has no native library for this machine.", "Run the site on Linux, macOS or Windows.");
        using var codec = Open(file);
        return HeaderOf(codec);
    }

    /// <summary>Decodes a picture upright and at most <paramref name="width"/> wide, and passes it on.</summary>
    public static T Decode<T>(byte[] file, int width, Func<SKBitmap, T> use)
    {
        lock (OneAtATime)
        {
            using var codec = Open(file);
            var header = HeaderOf(codec);
            using var whole = DecodeWhole(codec);
            var (w, h) = header.ScaledTo(Math.Min(width, header.Width));
            using var scaled = header.IsTurned ? Scale(whole, h, w) : Scale(whole, w, h);
            using var upright = Upright(scaled, codec.EncodedOrigin, w, h);
            return use(upright);
        }
    }

    /// <summary>Halves the picture until it is nearly as small as wanted, because one large step would leave out pixels.</summary>
    public static SKBitmap Scale(SKBitmap picture, int width, int height)
    {
        var current = picture;
        while (current.Width > width || current.Height > height)
        {
            var info = current.Info.WithSize(Math.Max(width, (current.Width + 1) / 2), Math.Max(height, (current.Height + 1) / 2));
            var next = current.Resize(info, new SKSamplingOptions(SKFilterMode.Linear));
            if (current != picture)
                current.Dispose();
            current = next;
        }
        return current == picture ? picture.Copy() : current;
    }

    private static SKCodec Open(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        return SKCodec.Create(data) ?? throw Damaged();
    }

    private static RasterHeader HeaderOf(SKCodec codec)
    {
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width > MaxSide || height > MaxSide || (long)width * height > MaxPixels)
            throw new PictureException($"It has {width} times {height} pixels.", "Reduce it: 2000 pixels are enough for print.")
            {
                IsTooLarge = true,
            };
        var isTurned = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
        return new(isTurned ? height : width, isTurned ? width : height, isTurned, codec.Info.AlphaType != SKAlphaType.Opaque);
    }

    /// <summary>The pixels in sRGB. The profile of the file is applied, and not kept.</summary>
    private static SKBitmap DecodeWhole(SKCodec codec)
    {
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        var bitmap = new SKBitmap(info);
        if (codec.GetPixels(info.WithColorSpace(SKColorSpace.CreateSrgb()), bitmap.GetPixels()) == SKCodecResult.Success)
            return bitmap;
        bitmap.Dispose();
        throw Damaged();
    }

    /// <summary>Applies the orientation of a camera, which the encoded files no longer state.</summary>
    private static SKBitmap Upright(SKBitmap picture, SKEncodedOrigin origin, int width, int height)
    {
        SKMatrix? turn = origin switch
        {
            SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new(0, -1, width, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new(0, -1, width, -1, 0, height, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, height, 0, 0, 1),
            _ => null,
        };
        if (turn is not { } matrix)
            return picture.Copy();
        var upright = new SKBitmap(picture.Info.WithSize(width, height));
        using var canvas = new SKCanvas(upright);
        canvas.Clear(SKColors.Transparent);
        canvas.SetMatrix(matrix);
        canvas.DrawBitmap(picture, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        return upright;
    }

    private static PictureException Damaged() => new("The file is damaged.", "Open it in a drawing program, and export it again.");
}

/// <summary>The size of a picture when it stands upright.</summary>
/// <param name="IsTurned">Whether the file holds it lying on its side.</param>
internal sealed record RasterHeader(int Width, int Height, bool IsTurned, bool HasAlpha)
{
    public (int Width, int Height) ScaledTo(int width) => (width, Math.Max(1, (int)Math.Round((double)Height * width / Width)));
}
