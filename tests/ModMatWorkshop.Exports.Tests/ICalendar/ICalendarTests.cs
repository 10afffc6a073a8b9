using Ical.Net.CalendarComponents;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Exports.Tests;

public sealed class ICalendarTests
{
    private static readonly SiteAddress Site = SampleSchedule.Site;
    private static readonly Schedule Schedule = SampleSchedule.Create();

    [Fact]
    public void A_moved_talk_mentions_its_original_time() =>
        Assert.Equal(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//ModMatWorkshop//Atelier 2021//FR
            CALSCALE:GREGORIAN
            NAME:Atelier 2021 – O1
            X-WR-CALNAME:Atelier 2021 – O1
            X-WR-TIMEZONE:Europe/Paris
            REFRESH-INTERVAL;VALUE=DURATION:PT1H
            X-PUBLISHED-TTL:PT1H
            SOURCE;VALUE=URI:https://atelier.example/resumes/o1.ics
            COLOR:firebrick
            BEGIN:VTIMEZONE
            TZID:Europe/Paris
            BEGIN:STANDARD
            DTSTART:20210101T000000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0100
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:20210328T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            END:DAYLIGHT
            BEGIN:STANDARD
            DTSTART:20211031T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:o1@atelier-2021.example
            DTSTAMP:20211011T073000Z
            DTSTART;TZID=Europe/Paris:20211101T140000
            DTEND;TZID=Europe/Paris:20211101T143000
            SUMMARY:A very long title about the transferability of machine-learned inte
             ratomic potentials for oxides\, nitrides and carbides under irradiation 
             – Ada Quill
            LOCATION:Salle Orme\, Laboratoire des Ponts\, 3\, allée des Ormes\, BP 12\
             , 31000 Toulouse
            DESCRIPTION:Ada Quill\nSession 2 – Surfaces & interfaces\nDéplacé~: in
             itialement prévu le vendredi 29 octobre 2021 à 11:00\n\nPotentials trave
             l badly.\n\nhttps://atelier.example/resumes/o1
            URL:https://atelier.example/resumes/o1
            SEQUENCE:3
            LAST-MODIFIED:20211011T073000Z
            STATUS:CONFIRMED
            TRANSP:OPAQUE
            CATEGORIES:Exposé oral
            ORGANIZER;CN="Atelier 2021":mailto:comite@atelier.example
            END:VEVENT
            END:VCALENDAR

            """.Replace('~', '\u00A0').ReplaceLineEndings("\r\n"),
            ICalendar.One(SampleSchedule.Create(room: new("Salle Orme", "Elm room")), "o1", Site, Language.French)
        );

    [Fact]
    public void Times_are_correct_before_and_after_the_end_of_summer_time() =>
        Assert.Equal(
            [
                (
                    "ouverture@atelier-2021.example",
                    "Europe/Paris",
                    new DateTime(2021, 10, 29, 9, 0, 0),
                    new DateTime(2021, 10, 29, 7, 0, 0)
                ),
                ("i1@atelier-2021.example", "Europe/Paris", new(2021, 10, 29, 9, 30, 0), new(2021, 10, 29, 7, 30, 0)),
                ("cafe-vendredi@atelier-2021.example", "Europe/Paris", new(2021, 10, 29, 10, 10, 0), new(2021, 10, 29, 8, 10, 0)),
                ("o1@atelier-2021.example", "Europe/Paris", new(2021, 11, 1, 14, 0, 0), new(2021, 11, 1, 13, 0, 0)),
                ("o2@atelier-2021.example", "Europe/Paris", new(2021, 11, 1, 14, 30, 0), new(2021, 11, 1, 13, 30, 0)),
            ],
            Events(ICalendar.Whole(Schedule, Site, Language.French)).Select(e => (e.Uid!, e.Start!.TzId!, e.Start.Value, e.Start.AsUtc))
        );

    [Fact]
    public void A_calendar_program_reads_titles_status_and_descriptions_of_the_programme()
    {
        var events = Events(ICalendar.Whole(Schedule, Site, Language.English));

        Assert.Equal(
            [
                "Opening",
                "Énergies de Al₁₃Co₄(100) & surfaces <lisses>; suite – Élodie Nuñez",
                "Coffee break and posters",
                "A very long title about the transferability of machine-learned interatomic potentials for oxides, nitrides and "
                    + "carbides under irradiation – Ada Quill",
                "Cancelled: Verres métalliques – Noé Brun",
            ],
            events.Select(e => e.Summary)
        );
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED"], events.Select(e => e.Status));
        Assert.Equal(["OPAQUE", "OPAQUE", "TRANSPARENT", "OPAQUE", "TRANSPARENT"], events.Select(e => e.Transparency));
        Assert.Equal(
            "Élodie Nuñez, Jan van der Berg\nSession 1, chaired by Zoé Lambda\nGiven remotely\n\n"
                + "Une surface, 10²¹ atomes; 50 % de {vide} et \\ rien.\n\nhttps://atelier.example/en/abstracts/i1",
            events[1].Description
        );
        Assert.Equal("https://atelier.example/en/programme#cafe-vendredi", events[2].Url!.OriginalString);
    }

    [Fact]
    public void A_remote_talk_takes_place_at_the_page_of_the_stream_and_any_other_in_the_room()
    {
        var schedule = SampleSchedule.Create(room: new("Salle Orme", "Elm room"));
        const string Venue = "Laboratoire des Ponts, 3, allée des Ormes, BP 12, 31000 Toulouse";
        const string Live = "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://atelier.example";

        Assert.Equal(
            ["Remote, live at https://atelier.example/en/live", $"Elm room, {Venue}"],
            new[] { "i1", "o1" }.Select(code => Events(ICalendar.One(schedule, code, Site, Language.English)).Single().Location)
        );
        Assert.Equal(
            "À distance, en direct sur https://atelier.example/direct",
            Events(ICalendar.One(schedule, "i1", Site, Language.French)).Single().Location
        );
        Assert.Equal(
            [$"{Live}/direct"],
            ICalendar.Whole(schedule, Site, Language.French).Split("\r\n").Where(l => l.StartsWith("CONFERENCE", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void The_calendar_of_a_day_has_only_the_rows_of_that_day() =>
        Assert.Equal(
            ["o1@atelier-2021.example", "o2@atelier-2021.example"],
            Events(ICalendar.Day(Schedule, new(2021, 11, 1), Site, Language.French)).Select(e => e.Uid)
        );

    [Fact]
    public void A_favourite_poster_is_an_event_at_each_poster_break_and_unknown_codes_are_ignored()
    {
        var text = ICalendar.Favourites(Schedule, ["p1", "i1", "o99"], Site, Language.English);

        Assert.Equal(
            [
                ("i1@atelier-2021.example", "Énergies de Al₁₃Co₄(100) & surfaces <lisses>; suite – Élodie Nuñez", "OPAQUE"),
                ("p1-cafe-vendredi@atelier-2021.example", "Défauts étendus – Inès Cœur", "OPAQUE"),
            ],
            Events(text).Select(e => (e.Uid!, e.Summary!, e.Transparency!))
        );
        Assert.Equal(
            "Inès Cœur\nCoffee break and posters, board 1\n\nDes défauts.\n\nhttps://atelier.example/en/abstracts/p1",
            Events(text)[1].Description
        );
        Assert.Contains(
            "\r\nSOURCE;VALUE=URI:https://atelier.example/favoris.ics?codes=p1,i1,o99&lang=en\r\n",
            text.Replace("\r\n ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Language.French, "Atelier 2021 – mes demi-journées", "À distance, en direct sur https://atelier.example/direct")]
    [InlineData(Language.English, "Atelier 2021 – my half-days", "Remote, live at https://atelier.example/en/live")]
    public void A_personal_calendar_has_the_room_or_the_stream_and_only_the_chosen_meals(Language language, string name, string stream)
    {
        var person = Person(
            language,
            new(new(2021, 10, 29), HalfDay.Morning, Attendance.InPerson),
            new(new(2021, 11, 1), HalfDay.Afternoon, Attendance.Remote)
        );
        var text = ICalendar.Personal(Schedule, person, "secret", Site).Replace("\r\n ", "", StringComparison.Ordinal);

        Assert.Contains($"\r\nX-WR-CALNAME:{name}\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nSOURCE;VALUE=URI:https://atelier.example/mon-calendrier/secret.ics\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lovelace", text, StringComparison.Ordinal);
        Assert.Equal(
            [
                ("ouverture@atelier-2021.example", "Laboratoire des Ponts, 3, allée des Ormes, BP 12, 31000 Toulouse"),
                ("i1@atelier-2021.example", "Laboratoire des Ponts, 3, allée des Ormes, BP 12, 31000 Toulouse"),
                ("o1@atelier-2021.example", stream),
                ("o2@atelier-2021.example", stream),
            ],
            Events(text).Select(e => (e.Uid!, e.Location!))
        );
    }

    private static Registration Person(Language language, params HalfDayChoice[] halfDays)
    {
        Assert.True(EmailAddress.TryParse("ada@example.org", out var address));
        var person = Registration.New(Guid.NewGuid(), 1, "ticket", address);
        person.Begin(
            RegistrationDetails.Empty with
            {
                FamilyName = "Lovelace",
                Language = language,
                HalfDays = halfDays,
            },
            Attendance.InPerson,
            "form",
            SampleSchedule.Imported
        );
        person.AssignSeat(1, fromReserve: false);
        person.Confirm(SampleSchedule.Imported);
        return person;
    }

    [Fact]
    public void A_calendar_without_events_is_valid() => Assert.Empty(Events(ICalendar.Favourites(Schedule, [], Site, Language.French)));

    [Fact]
    public void Without_a_contact_there_is_no_organizer() =>
        Assert.DoesNotContain(
            "ORGANIZER",
            ICalendar.Whole(SampleSchedule.Create(contact: null), Site, Language.French),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Asia/Tokyo", "STANDARD 20210101T000000 +0900 +0900")]
    [InlineData(
        "America/St_Johns",
        "STANDARD 20210101T000000 -0330 -0330, DAYLIGHT 20210314T020000 -0330 -0230, STANDARD 20211107T020000 -0230 -0330"
    )]
    [InlineData(
        "Australia/Sydney",
        "DAYLIGHT 20210101T000000 +1100 +1100, STANDARD 20210404T030000 +1100 +1000, DAYLIGHT 20211003T020000 +1000 +1100"
    )]
    public void A_time_zone_has_its_offset_changes_of_that_year(string zone, string observances)
    {
        var text = ICalendar.One(SampleSchedule.Create(zone: zone), "i1", Site, Language.French);
        var lines = text[text.IndexOf("TZID:", StringComparison.Ordinal)..text.IndexOf("END:VTIMEZONE", StringComparison.Ordinal)]
            .Split("\r\n")[1..^1];

        Assert.Equal(
            observances,
            string.Join(", ", lines.Chunk(5).Select(o => string.Join(' ', o[..4].Select(line => line.Split(':')[1]))))
        );
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_each_ends_with_CR_LF()
    {
        var text = ICalendar.Whole(Schedule, Site, Language.French);
        var lines = text.Split("\r\n");

        Assert.Equal("", lines[^1]);
        Assert.All(lines, line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
    }

    private static List<CalendarEvent> Events(string text) => [.. Ical.Net.Calendar.Load(text)!.Events];
}
