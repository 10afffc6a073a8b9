using System.IO.Compression;
using System.Text;
using ModMatWorkshop.Content.Submissions;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Tests.Shared;
using SkiaSharp;

namespace ModMatWorkshop.Content.Tests.Submissions;

/// <summary>Files as strangers may send them. Each is made of real bytes; no name is ever asked.</summary>
public sealed class UploadedFileTests
{
    private const string Catalog = "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n";

    private static readonly (string What, SubmissionFileUse Use, Func<byte[]> Bytes, UploadResult Result)[] Hostile =
    [
        ("nothing", SubmissionFileUse.Figure, () => [], UploadResult.Empty),
        ("nothing", SubmissionFileUse.Slides, () => [], UploadResult.Empty),
        ("HTML as PNG", SubmissionFileUse.Figure, () => Ascii("<!doctype html><script>alert(1)</script>"), UploadResult.WrongType),
        ("SVG", SubmissionFileUse.Figure, () => Ascii("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), UploadResult.WrongType),
        ("GIF", SubmissionFileUse.Figure, () => Ascii("GIF89a" + new string('x', 50)), UploadResult.WrongType),
        ("PDF as figure", SubmissionFileUse.Figure, () => Pdf(Catalog), UploadResult.WrongType),
        ("PNG without pixels", SubmissionFileUse.Figure, () => Png(20, 20)[..40], UploadResult.Damaged),
        ("giant PNG", SubmissionFileUse.Figure, () => Photographs.Black(20_000, 20_000), UploadResult.TooManyPixels),
        ("large figure", SubmissionFileUse.Figure, () => new byte[FileRules.MaxFigure + 1], UploadResult.TooLarge),
        ("large poster", SubmissionFileUse.Poster, () => new byte[FileRules.MaxDocument + 1], UploadResult.TooLarge),
        ("program as slides", SubmissionFileUse.Slides, () => Ascii("MZ\x90\0" + new string('x', 99)), UploadResult.WrongType),
        (
            "slides as poster",
            SubmissionFileUse.Poster,
            () => Zip(("[Content_Types].xml", ""), ("ppt/presentation.xml", "")),
            UploadResult.WrongType
        ),
        (
            "HTML before a PDF",
            SubmissionFileUse.Poster,
            () => [.. Ascii("<script>alert(1)</script>\n"), .. Pdf(Catalog)],
            UploadResult.WrongType
        ),
        ("half a PDF", SubmissionFileUse.Poster, () => Ascii("%PDF-1.7\n" + Catalog), UploadResult.Damaged),
        ("JavaScript", SubmissionFileUse.Poster, () => Pdf("<< /S /JavaScript /JS (app.alert(1)) >>"), UploadResult.HasScript),
        ("hidden JavaScript", SubmissionFileUse.Poster, () => Pdf("<< /S /J#61vaScr#69pt >>"), UploadResult.HasScript),
        ("packed JavaScript", SubmissionFileUse.Poster, () => Pdf(Packed("<< /S /JavaScript >>")), UploadResult.HasScript),
        ("launch", SubmissionFileUse.Slides, () => Pdf("<< /S /Launch /F (calc.exe) >>"), UploadResult.HasScript),
        ("attachment", SubmissionFileUse.Slides, () => Pdf("<< /EmbeddedFiles 3 0 R >>"), UploadResult.HasScript),
        ("password", SubmissionFileUse.Poster, () => Pdf("trailer << /Encrypt 5 0 R >>"), UploadResult.Encrypted),
        ("bomb in a PDF", SubmissionFileUse.Poster, () => Pdf(Packed(new string(' ', 80 << 20))), UploadResult.Damaged),
        ("any zip", SubmissionFileUse.Slides, () => Zip(("../../etc/passwd", "x"), ("a.exe", "x")), UploadResult.WrongType),
        (
            "macros",
            SubmissionFileUse.Slides,
            () => Zip(("[Content_Types].xml", ""), ("ppt/presentation.xml", ""), ("ppt/vbaProject.bin", "x")),
            UploadResult.HasScript
        ),
        ("half a zip", SubmissionFileUse.Slides, () => Zip(("[Content_Types].xml", "x"))[..30], UploadResult.Damaged),
    ];

    /// <summary>By number: the bytes themselves would be part of the name of a test.</summary>
    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Hostile.Length)];

    [Theory, MemberData(nameof(Numbers))]
    public void A_hostile_file_is_refused(int number)
    {
        var (what, use, bytes, expected) = Hostile[number];
        var file = UploadedFile.Read(use, bytes());

        Assert.Equal((what, expected, 0, ""), (what, file.Result, file.Bytes.Length, file.Extension));
    }

    [Fact]
    public void Ordinary_files_are_kept_as_they_are()
    {
        var pdf = Pdf(Catalog + "3 0 obj\n<< /OpenAction [4 0 R /Fit] /A << /S /URI /URI (https://example.org) >> >>\nendobj\n");
        var pptx = Zip(("[Content_Types].xml", ""), ("ppt/presentation.xml", "<p/>"));
        var odp = OpenDocument();

        Assert.Equal(
            [(UploadResult.Kept, "pdf", true), (UploadResult.Kept, "pptx", true), (UploadResult.Kept, "odp", true)],
            new[] { pdf, pptx, odp }.Select(bytes =>
            {
                var file = UploadedFile.Read(SubmissionFileUse.Slides, bytes);
                return (file.Result, file.Extension, file.Bytes.SequenceEqual(bytes));
            })
        );
    }

    [Fact]
    public void An_answer_to_a_question_is_a_pdf_within_its_bound()
    {
        var pdf = Pdf(Catalog);

        Assert.Equal(
            [UploadResult.Kept, UploadResult.TooLarge, UploadResult.Empty, UploadResult.WrongType, UploadResult.HasScript],
            new[]
            {
                UploadedFile.Pdf(pdf, pdf.Length),
                UploadedFile.Pdf(pdf, pdf.Length - 1),
                UploadedFile.Pdf([], 9),
                UploadedFile.Pdf(Zip(("[Content_Types].xml", ""), ("ppt/presentation.xml", "")), 1 << 20),
                UploadedFile.Pdf(Pdf("<< /S /JavaScript >>"), 1 << 20),
            }.Select(f => f.Result)
        );
    }

    [Fact]
    public void A_bomb_among_the_slides_is_never_unpacked()
    {
        // Fifty million zeros are fifty kilobytes here. Nothing reads them.
        var bomb = Zip(("[Content_Types].xml", ""), ("ppt/presentation.xml", new string('\0', 50 << 20)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var file = UploadedFile.Read(SubmissionFileUse.Slides, bomb);

        Assert.Equal(UploadResult.Kept, file.Result);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Of_a_picture_only_the_pixels_stay()
    {
        // A camera notes the place, and somebody hides a zip file behind a PNG.
        var photograph = Photographs.FromCamera(1200, 800, 1);
        byte[] polyglot = [.. Png(1200, 800), .. Zip(("evil.html", "<script>"))];
        Assert.Contains(Photographs.Place, Encoding.Latin1.GetString(photograph), StringComparison.Ordinal);

        foreach (var (sent, extension) in new[] { (photograph, "jpg"), (polyglot, "png") })
        {
            var file = UploadedFile.Read(SubmissionFileUse.Figure, sent);
            Assert.Equal((UploadResult.Kept, extension, 1200, 800), (file.Result, file.Extension, file.Width, file.Height));
            var text = Encoding.Latin1.GetString(file.Bytes);
            foreach (var trace in new[] { Photographs.Place, "Exif", "PK\x03\x04", "evil" })
                Assert.DoesNotContain(trace, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_wide_picture_is_reduced_for_print()
    {
        var file = UploadedFile.Read(SubmissionFileUse.Figure, Png(3000, 1500));
        using var picture = SKBitmap.Decode(file.Bytes);

        Assert.Equal((2000, 1000, 2000, 1000), (file.Width, file.Height, picture.Width, picture.Height));
    }

    private static byte[] Png(int width, int height) => Photographs.TwoHalves(width, height, SKEncodedImageFormat.Png);

    private static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Pdf(string objects) => Pdf(Ascii(objects));

    private static byte[] Pdf(byte[] objects) => [.. Ascii("%PDF-1.7\n"), .. objects, .. Ascii("\nstartxref\n0\n%%EOF\n")];

    private static byte[] Packed(string objects)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            packing.Write(Ascii(objects));
        return
        [
            .. Ascii("5 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n"),
            .. packed.ToArray(),
            .. Ascii("\nendstream\nendobj\n"),
        ];
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Ascii(text));
            }
        return file.ToArray();
    }

    private static byte[] OpenDocument()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var type = zip.CreateEntry("mimetype", CompressionLevel.NoCompression).Open())
                type.Write(Ascii("application/vnd.oasis.opendocument.presentation"));
            zip.CreateEntry("content.xml");
        }
        return file.ToArray();
    }
}
