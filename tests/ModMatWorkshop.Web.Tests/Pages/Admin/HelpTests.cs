using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Pages.Admin;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>The organisers' guide within the site.</summary>
public sealed class HelpTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public void Every_page_of_the_administration_has_a_chapter() =>
        Assert.Equal(
            [],
            site.Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath)
                .OfType<string>()
                .Where(p => p.StartsWith("/Admin/", StringComparison.Ordinal) || p.StartsWith("/CheckIn/", StringComparison.Ordinal))
                .Except(HelpChapters.OfPage.Keys)
        );

    [Fact]
    public void The_guide_has_the_same_chapters_in_both_languages_and_every_chapter_of_a_page_exists()
    {
        var (french, english) = (HelpChapters.In(Language.French), HelpChapters.In(Language.English));

        Assert.Equal(english.Chapters.Select(c => (c.Anchor, c.Level)), french.Chapters.Select(c => (c.Anchor, c.Level)));
        Assert.Equal([], HelpChapters.OfPage.Values.Except(english.Chapters.Select(c => c.Anchor)));
        // A translation says the same: as many paragraphs, items, rows, commands and links in every chapter.
        foreach (var tag in new[] { "<p>", "<li>", "<tr>", "<pre>", "<code>", "<a " })
            Assert.Equal(
                english.Chapters.Select(c => (c.Anchor, tag, c.Html.Split(tag).Length)),
                french.Chapters.Select(c => (c.Anchor, tag, c.Html.Split(tag).Length))
            );
    }

    [Theory]
    [InlineData("fr", "Pour les organisateurs")]
    [InlineData("en", "For organisers")]
    public async Task The_guide_is_read_in_the_language_of_the_account(string language, string title)
    {
        using var organiser = await site.SignedInAsync();
        var page = await organiser.ReadAsync($"/admin/help?lang={language}");

        Assert.Equal((title, language), (page.Seen("h1"), page.DocumentElement.GetAttribute("lang")));
        var anchors = page.QuerySelectorAll("main [id]").Select(e => e.Id!).ToList();
        Assert.Equal(anchors.Distinct(), anchors);
        var links = page.AttributeOfAll("main a[href^='#']", "href").Select(a => Uri.UnescapeDataString(a[1..])).ToList();
        Assert.Equal([], links.Except(anchors));
        // Every chapter is in the table of contents.
        Assert.Equal([], HelpChapters.In(Language.French).Chapters.Select(c => c.Anchor).Except(links));
        Assert.Equal([], page.QuerySelectorAll("main img, main [href='']").Select(e => e.OuterHtml));
    }

    [Theory]
    [InlineData("/admin", "/admin/help#the-dashboard")]
    [InlineData("/admin/attendees", "/admin/help#find-people-and-export-the-list")]
    [InlineData("/admin/printables", "/admin/help#print")]
    [InlineData("/admin/settings", "/admin/help#settings")]
    [InlineData("/check-in", "/admin/help#the-day")]
    public async Task Each_page_links_to_its_chapter(string address, string chapter)
    {
        using var organiser = await site.SignedInAsync();
        Assert.Equal(chapter, (await organiser.ReadAsync(address)).QuerySelector("a[data-help]")?.GetAttribute("href"));
    }

    [Fact]
    public async Task A_helper_reads_the_guide_too()
    {
        using var helper = await site.SignedInAsync(OrganiserRoles.Helper);
        Assert.Equal("Pour les organisateurs", (await helper.ReadAsync("/admin/help?lang=fr")).Seen("h1"));
    }
}
