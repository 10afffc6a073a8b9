using System.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

/// <summary>Pictures of the content folder; what is wrong with them is in Samples/8-identity.md.</summary>
public sealed class PictureTests
{
    private const string Open = "<svg xmlns=\"http://www.w3.org/2000/svg\"";

    [Theory]
    [InlineData("""viewBox="0 0 9 8"><path d="M0 0" fill="#abc"/></svg>""", """<path d="M0 0" fill="#abc" />""")]
    [InlineData("""viewBox="0 0 9 8"><!-- a --><?a b?><foreignObject><p>a</p></foreignObject></svg>""", "")]
    [InlineData("""viewBox="0 0 9 8"><a href="https://example.org"><path d=""/></a></svg>""", "")]
    [InlineData("""viewBox="0 0 9 8" onload="f()"><path d="" onclick="f()"/></svg>""", """<path d="" />""")]
    [InlineData("""viewBox="0 0 9 8"><use href="#a"/><use href="a.svg#a"/></svg>""", """<use href="#a" /><use />""")]
    [InlineData("""viewBox="0 0 9 8"><path fill="url(#a)" stroke="url('https://example.org/b')"/></svg>""", """<path fill="url(#a)" />""")]
    [InlineData(
        """viewBox="0 0 9 8"><style>@media print { a { fill: red } }</style><style>a { fill: u\72l(b) }</style></svg>""",
        """<style>@media print { a { fill: red } }</style>"""
    )]
    [InlineData("""viewBox="0 0 9 8"><style>@import "a.css";</style></svg>""", "")]
    [InlineData(
        """viewBox="0 0 9 8" xmlns:i="http://www.inkscape.org/" i:pages="1"><i:view/><path i:label="a" d=""/></svg>""",
        """<path d="" />"""
    )]
    public void A_picture_is_rebuilt_from_what_is_allowed(string inside, string expected) =>
        Assert.Equal(
            $"""<svg viewBox="0 0 9 8" width="9" height="8">{expected}</svg>""".Replace("\"></svg>", "\" />", StringComparison.Ordinal),
            Cleaned($"{Open} {inside}")
        );

    [Theory]
    [InlineData("viewBox=\"0 0 20 10\"", 20, 10)]
    [InlineData("viewBox=\"0 0 20.4,10.6\" width=\"40mm\" height=\"20mm\"", 20, 11)]
    [InlineData("width=\"9px\" height=\"8\"", 9, 8)]
    [InlineData("viewBox=\"0 0 1 1\" width=\"9\" height=\"8\"", 9, 8)]
    public void The_size_is_that_in_pixels_or_that_of_the_view_box(string attributes, int width, int height)
    {
        using var content = new ContentSample();
        content.Write("images/map.svg", $"{Open} {attributes}/>");
        var image = Assert.Single(ContentFolder.Read(content.Folder).Images);

        Assert.Equal((width, height), (image.Width, image.Height));
    }

    [Fact]
    public void A_page_shows_a_picture_with_its_size_and_its_text_alternative()
    {
        using var content = new ContentSample();
        content.Write("images/map.svg", $"{Open} viewBox=\"0 0 20 10\"/>");
        content.Write("pages/contact.md", "---\ntitle: Contact\n---\n\n![Une carte & une rue](map.svg)\n");
        content.Delete("pages/contact.en.md");

        var read = ContentFolder.Read(content.Folder);
        var image = Assert.Single(read.Images);

        Assert.Equal(
            $"<p><img src=\"/images/{image.Fingerprint}/map.svg\" width=\"20\" height=\"10\" class=\"light-ground\" "
                + "alt=\"Une carte &amp; une rue\"></p>",
            read.Pages.Single(p => p.Slug == "contact").BodyHtml.In(Language.French).Trim()
        );
    }

    [Fact]
    public void The_fingerprint_follows_the_content_of_a_picture()
    {
        using var content = new ContentSample();
        string Fingerprint(string svg)
        {
            content.Write("images/map.svg", svg);
            return ContentFolder.Read(content.Folder).Images[0].Fingerprint;
        }

        var first = Fingerprint($"{Open} viewBox=\"0 0 20 10\"/>");

        Assert.Equal(first, Fingerprint($"{Open} viewBox=\"0 0 20 10\"><!-- the same --></svg>"));
        Assert.NotEqual(first, Fingerprint($"{Open} viewBox=\"0 0 20 11\"/>"));
    }

    private static string Cleaned(string svg)
    {
        using var content = new ContentSample();
        content.Write("images/map.svg", svg);
        return Encoding
            .UTF8.GetString(Assert.Single(ContentFolder.Read(content.Folder).Images).Drawing!)
            .Replace(" xmlns=\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal);
    }
}
