using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>
/// Two days: Monday morning with a talk and a coffee break, lunch, an afternoon with a talk, and a visit; Tuesday morning with a talk.
/// </summary>
public sealed class PersonalProgrammeTests
{
    private static readonly DateOnly Monday = new(2030, 4, 1);
    private static readonly DateOnly Tuesday = new(2030, 4, 2);
    private static readonly HalfDayChoice MondayMorning = new(Monday, HalfDay.Morning, Attendance.InPerson);
    private static readonly HalfDayChoice MondayAfternoon = new(Monday, HalfDay.Afternoon, Attendance.InPerson);
    private static readonly HalfDayChoice TuesdayMorning = new(Tuesday, HalfDay.Morning, Attendance.InPerson);

    private static readonly Workshop Workshop = new()
    {
        Slug = "atelier-2030",
        Acronym = "Atelier",
        Edition = "2030",
        Title = Localized.Same("A workshop"),
        Subtitle = Localized.Same(""),
        Summary = Localized.Same(""),
        Start = Monday,
        End = Tuesday,
        TimeZoneId = "UTC",
        UidDomain = "atelier.example",
        Seats = 1,
        Reserved = 0,
        RegistrationOpens = Monday,
        RegistrationCloses = Monday,
        Venue = new("", null, [], "", "", "FR"),
        Committee = [],
        Sponsors = [],
        IntroductionHtml = Localized.Same(""),
    };

    private static readonly Slot[] Slots =
    [
        Row("o1", Monday, 9, SlotKind.Oral, 1),
        Row("coffee", Monday, 10, SlotKind.Break, 1),
        Row("lunch", Monday, 12, SlotKind.Meal, null),
        Row("o2", Monday, 14, SlotKind.Oral, 2),
        Row("visit", Monday, 17, SlotKind.Opening, null),
        Row("o3", Tuesday, 9, SlotKind.Oral, 3),
    ];

    [Fact]
    public void A_person_in_the_room_has_the_talks_of_the_half_days_and_only_the_meals_they_chose() =>
        Assert.Equal(["o1 InPerson", "lunch InPerson", "visit InPerson"], SlotsOf(Person([MondayMorning], ["lunch"]), Slots));

    [Fact]
    public void A_meal_that_was_chosen_for_a_half_day_without_the_person_is_not_theirs() =>
        Assert.Equal(["o3 InPerson"], SlotsOf(Person([TuesdayMorning], ["lunch", "coffee"]), Slots));

    [Theory]
    [InlineData(HalfDay.Morning, "o1 coffee-for-all")]
    [InlineData(HalfDay.Afternoon, "o2")]
    public void A_break_that_interrupts_all_rooms_belongs_to_the_half_day_of_its_hour(HalfDay half, string expected)
    {
        Slot[] slots =
        [
            Row("o1", Monday, 9, SlotKind.Oral, 1),
            Row("coffee-for-all", Monday, 10, SlotKind.Break, null),
            Row("o2", Monday, 14, SlotKind.Oral, 2),
        ];
        var person = Person([new(Monday, half, Attendance.InPerson)], ["coffee-for-all"]);
        Assert.Equal(expected, string.Join(' ', PersonalProgramme.Of(person, ScheduleOf(slots)).Slots.Select(s => s.Slot.Slug)));
    }

    [Fact]
    public void A_half_day_on_the_stream_has_talks_only() =>
        Assert.Equal(
            ["o1 InPerson", "coffee InPerson", "lunch InPerson", "o2 Remote", "visit InPerson"],
            SlotsOf(Person([MondayMorning, MondayAfternoon with { Attendance = Attendance.Remote }], ["lunch", "coffee"]), Slots)
        );

    [Fact]
    public void A_person_without_a_seat_follows_everything_on_the_stream()
    {
        var person = Person([MondayMorning, TuesdayMorning], ["lunch"], seat: false);
        var programme = PersonalProgramme.Of(person, ScheduleOf(Slots));

        Assert.Equal(["o1 Remote", "o3 Remote"], SlotsOf(person, Slots));
        Assert.Equal([Attendance.Remote, Attendance.Remote], programme.HalfDays.Select(h => h.Choice.Attendance));
        Assert.Empty(programme.Meals);
    }

    [Fact]
    public void A_talk_that_is_added_to_a_half_day_later_is_part_of_it() =>
        Assert.Equal(
            ["o1 InPerson", "o9 InPerson", "visit InPerson"],
            SlotsOf(Person([MondayMorning], []), [.. Slots, Row("o9", Monday, 11, SlotKind.Oral, 1)])
        );

    [Fact]
    public void The_half_days_are_in_order_with_their_hours()
    {
        var programme = PersonalProgramme.Of(Person([TuesdayMorning, MondayMorning], []), ScheduleOf(Slots));

        Assert.Equal(
            [(Monday, 9, 11), (Tuesday, 9, 10)],
            programme.HalfDays.Select(h => (h.Choice.Date, h.Hours!.Start.Hour, h.Hours.End.Hour))
        );
    }

    [Fact]
    public void A_cancelled_registration_has_no_programme()
    {
        var person = Person([MondayMorning], ["lunch"]);
        person.Cancel(Slots[0].Start);

        Assert.Empty(SlotsOf(person, Slots));
    }

    private static string[] SlotsOf(Registration person, Slot[] slots) =>
        [.. PersonalProgramme.Of(person, ScheduleOf(slots)).Slots.Select(s => $"{s.Slot.Slug} {s.Attendance}")];

    private static Registration Person(IReadOnlyList<HalfDayChoice> halfDays, IReadOnlyList<string> meals, bool seat = true)
    {
        Assert.True(EmailAddress.TryParse("ada@example.org", out var address));
        var person = Registration.New(Guid.NewGuid(), 1, "ticket", address);
        person.Begin(
            RegistrationDetails.Empty with
            {
                HalfDays = halfDays,
                Meals = meals,
            },
            Attendance.InPerson,
            "form",
            Slots[0].Start.AddDays(-30)
        );
        if (seat)
            person.AssignSeat(1, fromReserve: false);
        else
            person.JoinWaitingList(1);
        person.Confirm(Slots[0].Start.AddDays(-30));
        return person;
    }

    private static Slot Row(string slug, DateOnly date, int hour, SlotKind kind, int? session) =>
        new()
        {
            Slug = slug,
            Date = date,
            Start = new(date, new(hour, 0), TimeSpan.Zero),
            End = new(date, new(hour + 1, 0), TimeSpan.Zero),
            Kind = kind,
            SessionNumber = session,
            Title = Localized.Same(slug),
        };

    private static Schedule ScheduleOf(IEnumerable<Slot> slots) =>
        new(
            Workshop,
            [
                new()
                {
                    Number = 1,
                    Date = Monday,
                    HalfDay = HalfDay.Morning,
                },
                new()
                {
                    Number = 2,
                    Date = Monday,
                    HalfDay = HalfDay.Afternoon,
                },
                new()
                {
                    Number = 3,
                    Date = Tuesday,
                    HalfDay = HalfDay.Morning,
                },
            ],
            [.. slots.OrderBy(s => s.Start)],
            new Dictionary<string, Contribution>()
        );
}
