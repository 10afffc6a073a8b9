using System.Text;
using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Tests.Shared;
using SkiaSharp;

namespace ModMatWorkshop.Content.Tests;

/// <summary>PNG, JPEG and WebP of the content folder.</summary>
public sealed class PhotographTests : IDisposable
{
    private readonly ContentSample content = new();

    public static TheoryData<int, int, int, string[]> Sizes =>
        new()
        {
            { 0, 3000, 2000, ["304x203", "608x405", "1216x811", "print 2000x1333"] },
            { 0, 900, 600, ["304x203", "608x405", "900x600", "print 900x600"] },
            { 0, 200, 100, ["200x100", "print 200x100"] },
            { 0, 1000, 3000, ["304x912", "608x1824", "1000x3000", "print 1000x3000"] },
            { 1, 1200, 1600, ["128x171", "256x341"] },
            { 2, 800, 400, ["56x28", "112x56", "print 800x400"] },
            { 3, 1000, 100, ["192x19", "384x38"] },
            { 4, 1000, 500, ["240x120", "480x240", "960x480", "print 1000x500"] },
        };

    /// <param name="place">A text, a portrait, the logo, that of a sponsor, the home page.</param>
    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_picture_is_served_in_the_widths_that_its_place_needs(int place, int width, int height, string[] expected)
    {
        var use = new[] { PictureUse.Text, PictureUse.Portrait, PictureUse.Logo, PictureUse.Sponsor, PictureUse.Home }[place];
        content.Write("images/photo.jpg", Photographs.TwoHalves(width, height));
        var images = new ImageReader(content.Folder, new());
        _ = images.Find("photo.jpg", use, new("x.md"));

        var files = PictureFile.Encode(images.All)!;

        Assert.Equal(
            expected,
            files.OrderBy(f => f.Name.EndsWith(".print", StringComparison.Ordinal)).ThenBy(f => f.Width).Select(Described)
        );

        static string Described(ImageFile file)
        {
            using var decoded = SKBitmap.Decode(file.Content);
            Assert.Equal((file.Width, file.Height), (decoded.Width, decoded.Height));
            return (file.Name.EndsWith(".print", StringComparison.Ordinal) ? "print " : "") + $"{file.Width}x{file.Height}";
        }
    }

    [Fact]
    public void A_page_lets_the_browser_choose_the_width_and_loads_only_its_first_picture_at_once()
    {
        content.Write("images/photo.jpg", Photographs.TwoHalves(1500, 1000));
        content.Write(
            "pages/contact.md",
            "---\ntitle: Contact\n---\n\n![Une](photo.jpg)\n\n![Deux](photo.jpg \"La maison, vue du pré\")\n"
        );
        content.Delete("pages/contact.en.md");

        var read = ContentFolder.Read(content.Folder);
        var folder = $"/images/{read.Images[0].Fingerprint}/photo.jpg";
        var attributes =
            $"src=\"{folder}.608.webp\" srcset=\"{folder}.304.webp 304w, {folder}.608.webp 608w, {folder}.1216.webp 1216w\" "
            + "sizes=\"(min-width: 656px) 608px, 100vw\" width=\"1216\" height=\"811\"";

        Assert.Equal(
            $"<p><img {attributes} alt=\"Une\"></p>\n"
                + $"<figure><img {attributes} loading=\"lazy\" alt=\"Deux\"><figcaption>La maison, vue du pré</figcaption></figure>",
            read.Pages.Single(p => p.Slug == "contact").BodyHtml.In(Language.French).Trim()
        );
        Assert.Equal(
            ["photo.jpg.1216.webp", "photo.jpg.304.webp", "photo.jpg.608.webp", "photo.jpg.print"],
            read.Images.Select(i => i.Name)
        );
    }

    [Fact]
    public void Figures_portraits_and_logos_are_shown_with_their_words()
    {
        content.Write("images/plot.png", Photographs.TwoHalves(400, 300, SKEncodedImageFormat.Png, alpha: 0x80));
        content.Replace(
            "contributions/o1.md",
            "lab: \"Cirey\"",
            "lab: \"Cirey\"\nportrait: plot.png\nbio: { fr: \"Elle pèse.\", en: \"She weighs.\" }"
        );
        content.Replace(
            "contributions/o1.md",
            "caption: \"La force vive.\"",
            "caption: \"La force vive.\", file: plot.png, alt: \"Elle monte.\""
        );
        content.Replace("workshop.md", "{ name: \"Mécène\"", "{ logo: plot.png, name: \"Mécène\"");
        var read = ContentFolder.Read(content.Folder);
        var figure = Assert.Single(read.Contributions.Single(c => c.Code == "o1").Figures);
        var person = read.Persons.Single(p => p.Slug == "emilie-du-chatelet");

        Assert.Equal([], read.Problems);
        Assert.Equal(
            ("Elle monte.", 400, 300, true, "(min-width: 448px) 400px, 100vw"),
            (
                figure.Picture!.Alternative!.Fr,
                figure.Picture.Width,
                figure.Picture.Height,
                figure.Picture.NeedsLightGround,
                figure.Picture.Sizes
            )
        );
        Assert.Equal(("She weighs.", 256, "128px"), (person.Bio!.En, person.Portrait!.Width, person.Portrait.Sizes));
        Assert.Equal((170, "85px"), (read.Workshop!.Sponsors[0].Logo!.Width, read.Workshop.Sponsors[0].Logo!.Sizes));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, true)]
    [InlineData(2, true)]
    [InlineData(4, false)]
    public void A_picture_stands_as_the_camera_was_held(ushort orientation, bool isMirrored)
    {
        using var shown = Shown(Photographs.FromCamera(400, 200, orientation));

        Assert.Equal((400, 200), (shown.Width, shown.Height));
        Assert.Equal(isMirrored, shown.GetPixel(20, 100).Blue > 200);
        Assert.Equal(!isMirrored, shown.GetPixel(20, 100).Red > 200);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    [InlineData(8, false)]
    public void A_camera_on_its_side_gives_an_upright_picture(ushort orientation, bool isRedAbove)
    {
        using var shown = Shown(Photographs.FromCamera(400, 200, orientation));

        Assert.Equal((200, 400), (shown.Width, shown.Height));
        Assert.Equal(isRedAbove, shown.GetPixel(100, 20).Red > 200);
        Assert.Equal(isRedAbove, shown.GetPixel(100, 380).Blue > 200);
    }

    [Fact]
    public void The_place_that_a_camera_has_noted_is_in_no_file_of_the_site()
    {
        var source = Photographs.FromCamera(900, 600, 6);

        Assert.Contains(Photographs.Place, Encoding.Latin1.GetString(source), StringComparison.Ordinal);
        Assert.Equal(
            [],
            Encoded("photo.jpg", source)
                .Where(f =>
                    Encoding.Latin1.GetString(f.Content) is var text
                    && (text.Contains("Exif", StringComparison.Ordinal) || text.Contains(Photographs.Place, StringComparison.Ordinal))
                )
                .Select(f => f.Name)
        );
    }

    [Theory]
    [InlineData("photo.jpg", SKEncodedImageFormat.Jpeg, 255, "image/jpeg")]
    [InlineData("plot.png", SKEncodedImageFormat.Png, 255, "image/png")]
    [InlineData("plot.png", SKEncodedImageFormat.Png, 128, "image/png")]
    [InlineData("photo.webp", SKEncodedImageFormat.Webp, 255, "image/jpeg")]
    [InlineData("photo.webp", SKEncodedImageFormat.Webp, 128, "image/png")]
    public void Print_keeps_plots_sharp_and_transparent_pictures_transparent(
        string name,
        SKEncodedImageFormat format,
        byte alpha,
        string type
    )
    {
        var files = Encoded(name, Photographs.TwoHalves(500, 300, format, alpha));

        Assert.Equal(
            [$"{name}.250.webp image/webp", $"{name}.500.webp image/webp", $"{name}.print {type}"],
            files.Select(f => $"{f.Name} {f.MediaType}").Order(StringComparer.Ordinal)
        );
        using var shown = SKBitmap.Decode(files[0].Content);
        Assert.InRange(shown.GetPixel(10, 10).Alpha, alpha - 2, alpha);
    }

    [Theory]
    [InlineData("wide.png", "The picture cannot be used. It has 30000 times 10 pixels.")]
    [InlineData("bomb.png", "The picture cannot be used. It has 9000 times 9000 pixels.")]
    [InlineData("cut.jpg", "The picture cannot be used. The file is damaged.")]
    [InlineData("head.png", "The picture cannot be used. The file is damaged.")]
    [InlineData("other.png", "The file is JPEG, but its name ends in .png.")]
    [InlineData("page.jpg", "The file is SVG, but its name ends in .jpg.")]
    [InlineData("zip.webp", "The file is not WebP.")]
    [InlineData("large.jpg", "The picture is larger than 10240 kB.")]
    public void A_hostile_file_is_refused_with_its_name_and_the_reason(string name, string reason)
    {
        content.Write($"images/{name}", Hostile(name));
        var problem = Assert.Single(ContentFolder.Read(content.Folder).Problems);

        Assert.Equal(($"images/{name}", Severity.Error, reason), (problem.File, problem.Severity, problem.Message.ToString()));
        Assert.Equal(
            [],
            problem.Message.Parts.Append(problem.Message).Append(problem.Hint).Where(text => FrenchProblems.Of(text.Sentence) is null)
        );
    }

    private static byte[] Hostile(string name) =>
        name switch
        {
            "wide.png" => Photographs.Black(30_000, 10),
            "bomb.png" => Photographs.Black(9000, 9000),
            "cut.jpg" => Photographs.TwoHalves(400, 300)[..900],
            "head.png" => Photographs.Black(8, 8)[..20],
            "other.png" => Photographs.TwoHalves(40, 30),
            "page.jpg" => "<html><script>alert(1)</script></html>"u8.ToArray(),
            "zip.webp" => "PK\u0003\u0004"u8.ToArray(),
            _ => [0xFF, 0xD8, 0xFF, .. new byte[10 << 20]],
        };

    [Fact]
    public void Pictures_of_one_name_and_two_endings_are_two()
    {
        content.Write("images/a.jpg", Photographs.TwoHalves(40, 30));
        content.Write("images/a.png", Photographs.TwoHalves(40, 30, SKEncodedImageFormat.Png));
        content.Write("pages/contact.md", "---\ntitle: Contact\n---\n\n![Une](a.jpg) ![Deux](a.png)\n");
        content.Delete("pages/contact.en.md");

        Assert.Equal(
            ["a.jpg.40.webp", "a.jpg.print", "a.png.40.webp", "a.png.print"],
            ContentFolder.Read(content.Folder).Images.Select(i => i.Name)
        );
    }

    public void Dispose() => content.Dispose();

    private static SKBitmap Shown(byte[] file)
    {
        using var content = new ContentSample();
        return SKBitmap.Decode(Encoded("photo.jpg", file).Single(f => f.Name == "photo.jpg.print").Content);
    }

    private static IReadOnlyList<ImageFile> Encoded(string name, byte[] file)
    {
        using var content = new ContentSample();
        content.Write($"images/{name}", file);
        var images = new ImageReader(content.Folder, new());
        Assert.NotNull(images.Find(name, PictureUse.Text, new("x.md")));
        return PictureFile.Encode(images.All)!;
    }
}
