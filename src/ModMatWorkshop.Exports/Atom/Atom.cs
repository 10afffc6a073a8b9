using System.Globalization;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>The news and the changes of the programme as an Atom feed, newest first: <c>application/atom+xml</c>, RFC 4287.</summary>
public static class Atom
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    private static readonly Localized Title = new("actualités", "news");

    public static readonly IReadOnlyList<Export> Exports =
    [
        new NewsExport(Routes.NewsFeed, "application/atom+xml; charset=utf-8", FileName: null, Write),
    ];

    /// <param name="news">The published items, in any order. Without items, the feed's date is the workshop's last change.</param>
    public static string Write(Workshop workshop, IEnumerable<NewsEntry> news, SiteAddress site, Language language)
    {
        var entries = news.OrderByDescending(n => n.Date)
            .ThenByDescending(n => n.ChangedAt)
            .ThenBy(n => n.Slug, StringComparer.Ordinal)
            .ToList();
        var page = site.Of(Routes.News.Path(workshop.Languages, language));
        var changes = site.Of(Routes.Changes.Path(workshop.Languages, language));
        return XmlText.Document(xml =>
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, language.Tag());
            xml.WriteAttributeString("xml", "base", null, site.BaseUrl + "/");
            xml.Element("id", Tag(workshop.Start, $"news/{language.Tag()}"));
            xml.Element("title", $"{workshop.Name} – {Title.In(language)}");
            xml.Element("updated", entries.Count > 0 ? Updated(entries[0]) : workshop.Local(workshop.Revision.LastModified).Iso());
            xml.WriteStartElement("author");
            xml.Element("name", workshop.Name);
            xml.WriteEndElement();
            Link("self", "application/atom+xml", site.Of(Routes.NewsFeed.Path(workshop.Languages, language)));
            Link("alternate", "text/html", page);
            foreach (var entry in entries)
            {
                xml.WriteStartElement("entry");
                xml.Element("id", IdOf(entry));
                xml.Element("title", entry.Title);
                xml.Element("updated", Updated(entry));
                Link("alternate", "text/html", $"{(entry.ChangedAt is null ? page : changes)}#{entry.Slug}");
                xml.WriteStartElement("content");
                xml.Attribute("type", "html");
                xml.WriteString(PlainText.Clean(entry.Html));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
            xml.WriteEndElement();

            void Link(string rel, string type, string href)
            {
                xml.WriteStartElement("link");
                xml.Attribute("rel", rel);
                xml.Attribute("type", type);
                xml.Attribute("href", href);
                xml.WriteEndElement();
            }
        });

        // A tag URI (RFC 4151) does not depend on the host name, which may change.
        string Tag(DateOnly date, string name) =>
            string.Create(CultureInfo.InvariantCulture, $"tag:{workshop.UidDomain},{date:yyyy-MM-dd}:{name}");

        // A version of the programme may still grow, also on another day.
        string IdOf(NewsEntry entry) =>
            entry.ChangedAt is null
                ? Tag(entry.Date, $"news/{language.Tag()}/{entry.Slug}")
                : Tag(workshop.Start, $"changes/{language.Tag()}/{entry.Slug}");

        string Updated(NewsEntry entry) => entry.ChangedAt is { } at ? workshop.Local(at).Iso() : Midnight(entry.Date);

        string Midnight(DateOnly date) => workshop.Local(date, TimeOnly.MinValue).Iso();
    }
}
