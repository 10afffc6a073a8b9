using System.IO.Compression;
using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Content.Submissions;

/// <summary>
/// A file that an author has sent, told by its bytes alone: its name and the type that the browser states say nothing. A picture is encoded
/// again, so that nothing but its pixels stays: no metadata, no second file behind it.
/// </summary>
/// <param name="Extension">Without the dot; empty unless <see cref="UploadResult.Kept"/>, as are <paramref name="Bytes"/>.</param>
/// <param name="Width">In pixels, as is <paramref name="Height"/>; 0 for what is no picture.</param>
public sealed record UploadedFile(UploadResult Result, string Extension, byte[] Bytes, int Width = 0, int Height = 0)
{
    private const string OpenPresentation = "application/vnd.oasis.opendocument.presentation";

    /// <summary>A presentation has a few thousand parts. Counting more would only take time.</summary>
    private const int MaxParts = 20_000;

    public static UploadedFile Read(SubmissionFileUse use, byte[] bytes)
    {
        if (bytes.Length == 0)
            return Refused(UploadResult.Empty);
        if (use == SubmissionFileUse.Figure)
            return bytes.Length > FileRules.MaxFigure ? Refused(UploadResult.TooLarge) : Figure(bytes);
        return use == SubmissionFileUse.Slides && bytes.Length <= FileRules.MaxDocument && bytes.AsSpan().StartsWith("PK\x03\x04"u8)
            ? Presentation(bytes)
            : Pdf(bytes, FileRules.MaxDocument);
    }

    /// <summary>Reads what must be a PDF.</summary>
    /// <param name="most">In bytes.</param>
    public static UploadedFile Pdf(byte[] bytes, int most) =>
        bytes.Length == 0 ? Refused(UploadResult.Empty)
        : bytes.Length > most ? Refused(UploadResult.TooLarge)
        : !bytes.AsSpan().StartsWith("%PDF-"u8) ? Refused(UploadResult.WrongType)
        : PdfScan.Of(bytes) is var scan && scan != UploadResult.Kept ? Refused(scan)
        : new(scan, "pdf", bytes);

    private static UploadedFile Figure(byte[] bytes)
    {
        if (PictureFormats.Of(bytes) is not { } format || format == PictureFormat.Svg)
            return Refused(UploadResult.WrongType);
        try
        {
            // The header says the size before a pixel is decoded.
            var header = RasterCodec.ReadHeader(bytes);
            var (width, height) = header.ScaledTo(Math.Min(header.Width, PictureEditor.MaxWidth));
            var clean = PictureEditor.Crop(bytes, new(0, 0, header.Width, header.Height), PictureEditor.MaxWidth);
            return new(UploadResult.Kept, format.Ending().TrimStart('.'), clean, width, height);
        }
        catch (PictureException refused)
        {
            return Refused(refused.IsTooLarge ? UploadResult.TooManyPixels : UploadResult.Damaged);
        }
    }

    /// <summary>Reads the list of parts at the end of the file; nothing is unpacked.</summary>
    private static UploadedFile Presentation(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MaxParts)
                return Refused(UploadResult.Damaged);
            var parts = zip.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (parts.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                return Refused(UploadResult.HasScript);
            if (parts.Contains("[Content_Types].xml") && parts.Contains("ppt/presentation.xml"))
                return new(UploadResult.Kept, "pptx", bytes);
            // The first part of an OpenDocument file is its type, as plain text without compression.
            var begin = bytes.AsSpan(0, Math.Min(bytes.Length, 200));
            if (!parts.Contains("content.xml") || begin.IndexOf("mimetype" + OpenPresentation) < 0)
                return Refused(UploadResult.WrongType);
            return parts.Any(name =>
                name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)
            )
                ? Refused(UploadResult.HasScript)
                : new(UploadResult.Kept, "odp", bytes);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException or ArgumentException)
        {
            return Refused(UploadResult.Damaged);
        }
    }

    private static UploadedFile Refused(UploadResult why) => new(why, "", []);
}

file static class Bytes
{
    public static int IndexOf(this Span<byte> bytes, string ascii) => bytes.IndexOf(System.Text.Encoding.ASCII.GetBytes(ascii));
}
