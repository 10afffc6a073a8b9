using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Abstracts;

/// <summary>An abstract with notes on its authors, footnotes, headings and a title with marks.</summary>
public sealed class AuthorNotesTests
{
    [Fact]
    public async Task An_abstract_shows_roles_and_footnotes_on_its_page_and_in_the_book()
    {
        using var content = Content();
        await using var site = new SiteFactory { ContentPath = content.Folder };

        foreach (var (address, prefix) in new[] { ("/en/abstracts/o1", ""), ("/en/book", "b-o1-") })
        {
            var page = await site.CreateClient().ReadAsync(address);
            var article = prefix.Length == 0 ? "article" : "article[id=b-o1]";

            Assert.Equal("Émilie du Châtelet1,2,†,*, Grace Hopper2,†,a", page.Seen($"{article} header :is(h1, h3) + p"));
            Assert.Equal(
                [
                    "† These authors contributed equally.",
                    "* Correspondence: Émilie du Châtelet, emilie@example.org",
                    "a Present address: Yale",
                ],
                page.SeenAll($"{article} [data-part=author-notes] li")
            );
            Assert.Equal("Potentiels de H2O in situ", page.Seen($"{article} header :is(h1, h3)"));
            Assert.Equal(
                [$"#{prefix}fn:1", $"#{prefix}fnref:1"],
                page.AttributeOfAll($"{article} [lang=fr] a[href*='#{prefix}fn']", "href")
            );
            Assert.Single(page.QuerySelectorAll($"[id='{prefix}fn:1']"));
            Assert.Equal("Méthode", page.Seen($"{article} [lang=fr] {(prefix.Length == 0 ? "h2" : "h4")}[id='{prefix}méthode']"));
        }
    }

    [Fact]
    public async Task Exports_have_the_title_without_marks()
    {
        using var content = Content();
        await using var site = new SiteFactory { ContentPath = content.Folder };

        var bibtex = await site.CreateClient().GetStringAsync("/resumes/o1.bib");

        Assert.Contains("title = {Potentiels de {H$_{2}$O} in situ}", bibtex, StringComparison.Ordinal);
    }

    private static ContentSample Content()
    {
        var content = new ContentSample();
        content.Replace("contributions/o1.md", "\"Potentiels appris\"", "\"Potentiels de H$_2$O *in situ*\"");
        content.Replace(
            "contributions/o1.md",
            "affiliations: [1, 2] }",
            "affiliations: [1, 2], equal: true, corresponding: true, email: emilie@example.org }"
        );
        content.Replace("contributions/o1.md", "affiliations: [2] }", "affiliations: [2], equal: true, present_address: Yale }");
        content.Replace("contributions/o1.md", "Le coût est $O(N^3)$.", "## Méthode\n\nLe coût[^1] est $O(N^3)$.\n\n[^1]: En temps.");
        return content;
    }
}
