using System.Xml.Linq;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Exports.Tests;

public sealed class SiteMapTests
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public void A_page_is_listed_in_both_languages_with_its_alternates() =>
        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
              <url>
                <loc>https://atelier.example/resumes/o1</loc>
                <lastmod>2021-09-01T07:30:00Z</lastmod>
                <xhtml:link rel="alternate" hreflang="fr" href="https://atelier.example/resumes/o1" />
                <xhtml:link rel="alternate" hreflang="en" href="https://atelier.example/en/abstracts/o1" />
                <xhtml:link rel="alternate" hreflang="x-default" href="https://atelier.example/resumes/o1" />
              </url>
              <url>
                <loc>https://atelier.example/en/abstracts/o1</loc>
                <lastmod>2021-09-01T07:30:00Z</lastmod>
                <xhtml:link rel="alternate" hreflang="fr" href="https://atelier.example/resumes/o1" />
                <xhtml:link rel="alternate" hreflang="en" href="https://atelier.example/en/abstracts/o1" />
                <xhtml:link rel="alternate" hreflang="x-default" href="https://atelier.example/resumes/o1" />
              </url>
            </urlset>

            """.ReplaceLineEndings("\n"),
            SiteMap.Write([new(Routes.Abstract, "o1", SampleSchedule.Imported)], SampleSchedule.Site, WorkshopLanguages.Default)
        );

    [Fact]
    public void A_page_whose_last_change_is_not_known_has_no_date() =>
        Assert.Equal(
            ["loc", "link", "link", "link", "loc", "link", "link", "link"],
            XDocument
                .Parse(SiteMap.Write([new(Routes.Participants, null, null)], SampleSchedule.Site, WorkshopLanguages.Default))
                .Descendants(Map + "url")
                .SelectMany(url => url.Elements())
                .Select(e => e.Name.LocalName)
        );

    [Fact]
    public void A_site_map_has_at_most_the_50_000_addresses_that_the_protocol_allows() =>
        Assert.Equal(
            50_000,
            XDocument
                .Parse(
                    SiteMap.Write(
                        Enumerable.Range(1, 25_001).Select(n => new SiteMapPage(Routes.Abstract, $"o{n}", SampleSchedule.Imported)),
                        SampleSchedule.Site,
                        WorkshopLanguages.Default
                    )
                )
                .Descendants(Map + "loc")
                .Count()
        );
}
