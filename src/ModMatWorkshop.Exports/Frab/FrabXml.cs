using System.Xml;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>
/// The timetable as <c>schedule.xml</c> of frab and pretalx, for conference apps: <c>application/xml</c>, valid against the c3voc schema.
/// Breaks are events too. The attribute <c>code</c> is omitted, because the schema requires six characters. The persons of an event are its
/// speakers.
/// </summary>
public static class FrabXml
{
    public static string Write(Schedule schedule, SiteAddress site, Language language)
    {
        var frab = new Frab(schedule, site, language);
        return XmlText.Document(xml =>
        {
            xml.WriteStartElement("schedule");
            xml.WriteStartElement("generator");
            xml.Attribute("name", Frab.Generator);
            xml.Attribute("system", site.Host);
            xml.Attribute("version", Frab.GeneratorVersion);
            xml.WriteEndElement();
            xml.Element("url", site.Of(Routes.ScheduleXml.Path(schedule.Workshop.Languages, language)));
            xml.Element("version", frab.Version);
            Conference(xml, schedule.Workshop, frab, site, language);
            foreach (var day in frab.Days)
            {
                xml.WriteStartElement("day");
                xml.Attribute("index", Phrases.Number(day.Index));
                xml.Attribute("date", day.Date.Iso());
                xml.Attribute("start", day.Start.Iso());
                xml.Attribute("end", day.End.Iso());
                foreach (var (room, events) in day.Rooms)
                {
                    xml.WriteStartElement("room");
                    xml.Attribute("name", room.Name);
                    xml.Attribute("guid", room.Guid.ToString());
                    foreach (var item in events)
                        Event(xml, item, site);
                    xml.WriteEndElement();
                }
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        });
    }

    private static void Conference(XmlWriter xml, Workshop workshop, Frab frab, SiteAddress site, Language language)
    {
        xml.WriteStartElement("conference");
        xml.Element("title", $"{workshop.Name} – {workshop.Title.In(language)}");
        xml.Element("acronym", frab.Acronym);
        xml.Element("start", workshop.Start.Iso());
        xml.Element("end", workshop.End.Iso());
        xml.Element("days", Phrases.Number(frab.Days.Count));
        xml.Element("timeslot_duration", Frab.SlotLength);
        xml.Element("base_url", site.BaseUrl);
        xml.Element("url", site.Of(Routes.Home.Path(workshop.Languages, language)));
        xml.Element("time_zone_name", workshop.TimeZoneId);
        xml.WriteStartElement("color");
        xml.Attribute("primary", workshop.Look.Accent);
        xml.WriteEndElement();
        foreach (var track in frab.Tracks)
        {
            xml.WriteStartElement("track");
            xml.Attribute("name", track.Name);
            xml.Attribute("slug", track.Slug);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Event(XmlWriter xml, FrabEvent item, SiteAddress site)
    {
        xml.WriteStartElement("event");
        xml.Attribute("id", Phrases.Number(item.Id));
        xml.Attribute("guid", item.Guid.ToString());
        xml.Element("room", item.Room.Name);
        xml.Element("title", item.Title);
        xml.Element("subtitle", "");
        xml.Element("type", item.Type);
        xml.Element("date", item.Row.Start.Iso());
        xml.Element("start", item.Start);
        xml.Element("duration", item.Duration);
        xml.Element("abstract", item.Abstract ?? "");
        xml.Element("slug", item.Slug);
        xml.Element("track", item.Track ?? "");
        xml.WriteStartElement("persons");
        foreach (var speaker in item.Speakers)
        {
            xml.WriteStartElement("person");
            xml.Attribute("id", Phrases.Number(Frab.Number(speaker.Guid)));
            xml.Attribute("guid", speaker.Guid.ToString());
            xml.WriteString(speaker.Name);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.Element("language", item.Language);
        xml.Element("description", item.Description);
        xml.WriteStartElement("recording");
        xml.Element("license", "");
        xml.Element("optout", XmlConvert.ToString(item.Row.DoNotRecord));
        xml.WriteEndElement();
        xml.Element("links", "");
        xml.WriteStartElement("attachments");
        foreach (var (title, url) in item.Attachments)
        {
            xml.WriteStartElement("attachment");
            xml.Attribute("href", url);
            xml.WriteString(title);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.Element("url", item.Row.Url);
        xml.WriteEndElement();
    }
}
