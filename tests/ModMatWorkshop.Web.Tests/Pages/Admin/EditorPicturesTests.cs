using System.Net;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>An organiser who has never seen Markdown puts a picture into a page, in a browser without script.</summary>
public sealed class EditorPicturesTests : IDisposable
{
    private const string Contact = "/admin/content/pages/contact";
    private readonly ContentSample _content = new(Repository.Content);
    private readonly SiteFactory _site;

    public EditorPicturesTests() => _site = new SiteFactory { ContentPath = _content.Folder };

    public void Dispose()
    {
        _site.Dispose();
        _content.Dispose();
    }

    [Theory]
    [InlineData("body", "contact.md", "/contact", "way.svg")]
    [InlineData("translation", "contact.en.md", "/en/contact", "way-en.svg")]
    public async Task A_picture_is_put_at_the_end_of_the_text_and_shown(string into, string file, string page, string picture)
    {
        using var organiser = await OrganiserClient.SignInAsync(_site, Language.English);
        await organiser.OpenAsync(Contact);
        await organiser.PressAsync($"[data-into={into}]", ("insert-picture", picture), ("insert-alt", "The way [from the  station]"));
        Assert.EndsWith(
            $"\n\n![The way (from the station)]({picture})",
            organiser.Page.QuerySelector($"#{into}")!.TextContent.TrimEnd(),
            StringComparison.Ordinal
        );
        await organiser.PressAsync("[data-action=save]");
        Assert.EndsWith($"\n\n![The way (from the station)]({picture})\n", _content.Read($"pages/{file}"), StringComparison.Ordinal);
        await organiser.OpenAsync(page);
        Assert.Equal("The way (from the station)", organiser.Page.QuerySelector("main .prose img")!.GetAttribute("alt"));
    }

    [Theory]
    [InlineData("", "The way")]
    [InlineData("way.svg", "")]
    [InlineData("../workshop.md", "The way")]
    public async Task Without_a_picture_or_its_alternative_nothing_is_inserted_or_lost(string picture, string alternative)
    {
        using var organiser = await OrganiserClient.SignInAsync(_site, Language.English);
        await organiser.OpenAsync(Contact);
        await organiser.PressAsync("[data-into=body]", ("body", "Typed."), ("insert-picture", picture), ("insert-alt", alternative));
        Assert.Equal(
            (HttpStatusCode.BadRequest, "Choose a picture, and say what it shows.", "Typed."),
            (organiser.Status, organiser.Seen("[data-fault]").Single(), organiser.Seen("#body").Single())
        );
        Assert.Equal(
            (picture, alternative),
            (
                organiser.Page.QuerySelector("#insert-picture")!.GetAttribute("value"),
                organiser.Page.QuerySelector("#insert-alt")!.GetAttribute("value")
            )
        );
    }

    [Theory]
    [InlineData(Contact, "insert-picture")]
    [InlineData("/admin/content/contributions/o8", "figures.1.file")]
    [InlineData("/admin/content/workshop", "identity.logo")]
    [InlineData("/admin/content/people/clovis-lapointe", "portrait")]
    public async Task Fields_that_name_a_picture_propose_those_that_there_are(string address, string field)
    {
        using var organiser = await OrganiserClient.SignInAsync(_site, Language.English);
        await organiser.OpenAsync(address);
        Assert.Equal("pictures", organiser.Page.QuerySelector($"input:not([type=hidden])[name='{field}']")!.GetAttribute("list"));
        Assert.Equal(
            ["way-en.svg", "way.svg"],
            organiser.Page.QuerySelectorAll("datalist#pictures option").Select(o => o.GetAttribute("value"))
        );
        Assert.Contains("/admin/content/images#h-add", organiser.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
    }
}
