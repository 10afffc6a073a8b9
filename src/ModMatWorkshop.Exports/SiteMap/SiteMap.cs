using System.Globalization;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Exports;

/// <summary>
/// The public pages as a sitemap (sitemaps.org 0.9, <c>application/xml</c>): each page in each language of the workshop, with the
/// other language as alternate. A file may contain 50 000 addresses, so pages after the first 25 000 are omitted.
/// </summary>
public static class SiteMap
{
    private const int MaxPages = 25_000;
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    public static readonly IReadOnlyList<Export> Exports =
    [
        new PagesExport(Routes.SiteMap, "application/xml; charset=utf-8", FileName: null, Write),
    ];

    public static string Write(IEnumerable<SiteMapPage> pages, SiteAddress site, WorkshopLanguages languages) =>
        XmlText.Document(xml =>
        {
            xml.WriteStartElement("urlset", Namespace);
            xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
            foreach (var page in pages.Take(MaxPages))
            {
                foreach (var language in languages.All)
                {
                    xml.WriteStartElement("url");
                    xml.Element("loc", Address(language));
                    if (page.LastModified is { } last)
                        xml.Element("lastmod", last.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                    if (languages.Second is not null)
                    {
                        foreach (var alternate in languages.All)
                            Alternate(alternate.Tag(), alternate);
                        Alternate("x-default", languages.First);
                    }
                    xml.WriteEndElement();
                }

                string Address(Language language) => site.Of(page.Route.Path(languages, language, page.Value));

                void Alternate(string tag, Language language)
                {
                    xml.WriteStartElement("link", Xhtml);
                    xml.Attribute("rel", "alternate");
                    xml.Attribute("hreflang", tag);
                    xml.Attribute("href", Address(language));
                    xml.WriteEndElement();
                }
            }
            xml.WriteEndElement();
        });
}
