using System.Buffers.Binary;
using System.Net;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using SkiaSharp;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>The look of a workshop other than the one in the content folder.</summary>
public sealed class IdentityTests(IdentityTests.GreenWorkshop green) : IClassFixture<IdentityTests.GreenWorkshop>
{
    private const string Square =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\"><style>path { fill: #0b6e4f }</style>"
        + "<script>alert(1)</script><path d=\"M0 0h40v20z\"/></svg>";
    private const string Contact = "contact: \"atelier@example.org\"\n";

    private readonly HttpClient reader = green.Site.CreateClient();

    public sealed class GreenWorkshop : IDisposable
    {
        private readonly ContentSample _content = new();

        public GreenWorkshop()
        {
            _content.Write("images/square.svg", Square);
            _content.Replace(
                "workshop.md",
                Contact,
                Contact
                    + "identity:\n  accent: \"#0b6e4f\"\n  link: \"#5b2a86\"\n  logo: square.svg\n"
                    + "  picture: { file: square.svg, alt: { fr: \"La maison\", en: \"The house\" } }\n"
                    + "authority: { name: CNPD, address: \"Belvaux\", url: \"https://cnpd.public.lu\" }\n"
            );
            _content.Replace("workshop.md", "  country: FR\n", "  country: FR\n  coordinates: { latitude: 43.6, longitude: -1.44 }\n");
            Site = new() { ContentPath = _content.Folder };
        }

        public SiteFactory Site { get; }

        public void Dispose()
        {
            Site.Dispose();
            _content.Dispose();
        }
    }

    [Fact]
    public async Task The_colours_are_a_style_sheet_that_browsers_may_keep_for_ever()
    {
        var page = await reader.ReadAsync("/en");
        var address = Assert.Single(page.AttributeOfAll("link[rel=stylesheet][href^='/identity/']", "href"));
        using var answer = await reader.GetAsync(address);

        Assert.Equal(
            ("text/css", "public, max-age=31536000, immutable"),
            (answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString())
        );
        Assert.Equal(
            ":root{--color-accent:#0b6e4f;--color-on-accent:#fffaf6;--color-link:#5b2a86;--color-highlight:#e2efe8}"
                + "@media (prefers-color-scheme:dark){:root:not([data-paper])"
                + "{--color-accent:#74b99b;--color-on-accent:#1a120e;--color-link:#d6afff;--color-highlight:#1f2c26}}"
                + "@media print{:root:not([data-paper])"
                + $"{{--color-accent:{Palette.Print(Green).Accent};--color-on-accent:#fffaf6;--color-link:{Palette.Print(Green).Link};"
                + "--color-highlight:#ffffff}}",
            await answer.Content.ReadAsStringAsync()
        );
    }

    private static readonly Identity Green = new("#0b6e4f", "#5b2a86");

    [Fact]
    public async Task A_page_of_older_content_gets_the_colours_of_now()
    {
        using var answer = await reader.GetAsync("/identity/0123456789.css");

        Assert.Equal((HttpStatusCode.OK, "no-cache"), (answer.StatusCode, answer.Headers.CacheControl?.ToString()));
    }

    [Theory]
    [InlineData("/", "La maison")]
    [InlineData("/en", "The house")]
    public async Task Logo_and_picture_take_the_place_of_the_lattice(string address, string alternative)
    {
        var page = await reader.ReadAsync(address);

        Assert.Equal(
            ("", "40", alternative, "40", 0),
            (
                page.QuerySelector(".site-name img")!.GetAttribute("alt"),
                page.QuerySelector(".site-name img")!.GetAttribute("width"),
                page.QuerySelector(".hero img")!.GetAttribute("alt"),
                page.QuerySelector(".hero img")!.GetAttribute("width"),
                page.QuerySelectorAll("svg.lattice, svg.logo").Length
            )
        );
    }

    [Fact]
    public async Task A_picture_is_served_without_its_script_and_may_only_apply_its_own_styles()
    {
        var address = (await reader.ReadAsync("/")).QuerySelector(".site-name img")!.GetAttribute("src")!;
        using var answer = await reader.GetAsync(address);
        using var other = await reader.GetAsync("/images/0123456789/square.svg");
        using var missing = await reader.GetAsync("/images/0123456789/circle.svg");

        Assert.Equal(
            ("image/svg+xml", "public, max-age=31536000, immutable", "no-cache", HttpStatusCode.NotFound),
            (
                answer.Content.Headers.ContentType?.MediaType,
                answer.Headers.CacheControl?.ToString(),
                other.Headers.CacheControl?.ToString(),
                missing.StatusCode
            )
        );
        Assert.DoesNotContain("script", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Matches(
            "^default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-[^']+'; frame-ancestors 'none'$",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy"))
        );
    }

    [Fact]
    public async Task The_icon_is_the_logo()
    {
        using var answer = await reader.GetAsync("/favicon.svg");

        Assert.Contains("M0 0h40v20z", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/infos-pratiques", "Sur une carte", "Ouvrir dans une application de cartes")]
    [InlineData("/en/practical-info", "On a map", "Open in a maps app")]
    public async Task The_place_is_a_link_to_a_map_that_the_page_does_not_load(string address, params string[] names)
    {
        var page = await reader.ReadAsync(address);

        Assert.Equal(names, page.SeenAll("section[aria-labelledby=h-address] a"));
        Assert.Equal(
            ["https://www.openstreetmap.org/?mlat=43.6&mlon=-1.44#map=17/43.6/-1.44", "geo:43.6,-1.44"],
            page.AttributeOfAll("section[aria-labelledby=h-address] a", "href")
        );
        Assert.Equal([], page.QuerySelectorAll("iframe, img[src^=http], script[src^=http]"));
    }

    [Theory]
    [InlineData("/confidentialite", "Autorité de protection des données CNPD Belvaux")]
    [InlineData("/en/privacy", "Data protection authority CNPD Belvaux")]
    public async Task The_privacy_page_names_the_authority(string address, string text) =>
        Assert.Equal(text, (await reader.ReadAsync(address)).Seen("section[aria-labelledby=h-authority]"));

    [PdfFact]
    public async Task Card_and_icons_are_drawn_in_their_sizes_and_in_each_language()
    {
        var french = await reader.GetByteArrayAsync("/card.png");
        var english = await reader.GetByteArrayAsync("/card.png?lang=en");
        var touch = await reader.GetByteArrayAsync("/apple-touch-icon.png");
        var icon = await reader.GetByteArrayAsync("/favicon.ico");

        Assert.Equal([(1200, 630), (1200, 630), (180, 180), (32, 32)], new[] { french, english, touch, icon[22..] }.Select(Size));
        Assert.NotEqual(french, english);
        Assert.Equal([0, 0, 1, 0, 1, 0, 32, 32], icon[..8]);

        static (int Width, int Height) Size(byte[] png) =>
            (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }

    [PdfFact]
    public async Task Card_and_icons_have_the_colours_of_the_workshop_and_none_of_another()
    {
        using var content = new ContentSample();
        await using var plain = new SiteFactory { ContentPath = content.Folder };
        using var visitor = plain.CreateClient();
        foreach (
            var (client, accent, other) in new[]
            {
                (reader, Green.Accent, Identity.Default.Accent),
                (visitor, Identity.Default.Accent, Green.Accent),
            }
        )
        foreach (var address in new[] { "/card.png", "/card.png?lang=en", "/apple-touch-icon.png", "/favicon.ico" })
        {
            var file = await client.GetByteArrayAsync(address);
            using var picture = SKBitmap.Decode(address.EndsWith(".ico", StringComparison.Ordinal) ? file[22..] : file);
            Assert.Equal((address, true, 0), (address, CountOf(picture, accent) > 100, CountOf(picture, other)));
            // The ground of the page on the card and behind the icon of a phone; an icon of a browser has none.
            var corner = picture.GetPixel(1, picture.Height - 2);
            Assert.Equal((address, address == "/favicon.ico" ? "#00000000" : Paper), (address, corner.ToString()));
        }
    }

    /// <summary>The pixels of a colour, but for the rounding of a renderer.</summary>
    private static int CountOf(SKBitmap picture, string color)
    {
        var wanted = SKColor.Parse(color);
        return picture.Pixels.Count(p =>
            p.Alpha == byte.MaxValue
            && Math.Abs(p.Red - wanted.Red) + Math.Abs(p.Green - wanted.Green) + Math.Abs(p.Blue - wanted.Blue) <= 6
        );
    }

    private static string Paper => $"#ff{Palette.Paper.ToString()[1..]}";

    [Fact]
    public async Task A_workshop_without_an_identity_has_the_colours_of_the_product_and_its_first_letter()
    {
        using var content = new ContentSample();
        await using var plain = new SiteFactory { ContentPath = content.Folder };
        using var visitor = plain.CreateClient();
        var page = await visitor.ReadAsync("/");

        Assert.Equal(("A", 0), (page.Seen("svg.logo text"), page.QuerySelectorAll("svg.lattice, img").Length));
        Assert.Contains(">A</text>", await visitor.GetStringAsync("/favicon.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public void Grounds_and_colours_of_the_product_are_those_of_the_style_sheet()
    {
        var css = File.ReadAllText(Path.Combine(Repository.Root, "wwwroot/css/site.css"));
        var (light, dark, print) = (Palette.Light(Identity.Default), Palette.Dark(Identity.Default), Palette.Print(Identity.Default));

        Assert.Equal([$"{Palette.Paper}", $"{Palette.Ink}", "#fff"], Values(css, "background"));
        Assert.Equal([$"{Palette.Panel}", $"{Palette.InkPanel}"], Values(css, "surface"));
        Assert.Equal($"{Palette.Mark}", Values(css, "mark")[0]);
        Assert.Equal([$"{light.Accent}", $"{dark.Accent}", $"{print.Accent}"], Values(css, "accent"));
        Assert.Equal([$"{light.OnAccent}", $"{dark.OnAccent}"], Values(css, "on-accent"));
        Assert.Equal([$"{light.Link}", $"{dark.Link}", $"{print.Link}"], Values(css, "link"));
        Assert.Equal([$"{light.Highlight}", $"{dark.Highlight}", "#fff"], Values(css, "highlight"));
    }

    private static string[] Values(string css, string token) =>
        [.. css.Split($"--color-{token}: ").Skip(1).Select(rest => rest[..rest.IndexOf(';', StringComparison.Ordinal)])];
}
