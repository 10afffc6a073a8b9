using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

public sealed class ProgrammeAudienceTests
{
    private static readonly HalfDayId Morning = new(new(2021, 9, 22), HalfDay.Morning);
    private static readonly HalfDayId Afternoon = Morning with { Half = HalfDay.Afternoon };

    private static readonly ProgrammeItem Talk = new("o7", Localized.Same("Iron"))
    {
        IsContribution = true,
        HalfDay = Morning,
        Speakers = ["Ada Lovelace"],
        SessionChairs = ["Marie Curie"],
    };

    [Theory]
    [InlineData(Attendance.InPerson)]
    [InlineData(Attendance.Remote)]
    public void Who_attends_the_half_day_is_concerned_in_the_room_and_remotely(Attendance attendance)
    {
        var audience = Of(Talk, Talk with { Cancelled = true });

        Assert.True(audience.Includes(Person("Grace", "Hopper", new HalfDayChoice(Morning.Date, Morning.Half, attendance))));
        Assert.False(audience.Includes(Person("Grace", "Hopper", new HalfDayChoice(Afternoon.Date, Afternoon.Half, attendance))));
        Assert.False(audience.Includes(Person("Grace", "Hopper")));
    }

    [Fact]
    public void A_talk_that_moves_concerns_the_half_day_that_it_leaves_and_the_one_it_joins()
    {
        var audience = Of(Talk, Talk with { HalfDay = Afternoon, Speakers = ["X"] });

        foreach (var half in new[] { Morning, Afternoon })
            Assert.True(audience.Includes(Person("Grace", "Hopper", new HalfDayChoice(half.Date, half.Half, Attendance.Remote))));
    }

    [Fact]
    public void Presenters_before_and_after_and_the_chairs_of_the_session_are_concerned()
    {
        var audience = Of(Talk, Talk with { Speakers = ["Émilie du Châtelet"] });

        Assert.True(audience.Includes(Person("Ada", "Lovelace")));
        Assert.True(audience.Includes(Person("Emilie", "du Chatelet")));
        Assert.True(audience.Includes(Person("Marie", "Curie")));
    }

    [Fact]
    public void Presenters_and_chairs_without_a_registration_are_named()
    {
        var audience = Of(
            Talk with
            {
                Chairs = ["Zoé Lambda"],
            },
            Talk with
            {
                Speakers = ["Ada Lovelace", "Emmy Noether"],
                Cancelled = true,
            }
        );

        Assert.Equal(
            ["Ada Lovelace", "Emmy Noether", "Zoé Lambda", "Marie Curie"],
            audience.NotReached(new HashSet<string>(), new HashSet<string>()).Distinct()
        );
        // Registered as a given and a family name; the role of a talk counts under another name, but not for its chairs.
        var ada = NameKey.Of(Person("Ada", "Lovelace").Details);
        Assert.Equal(
            ["Emmy Noether", "Zoé Lambda", "Marie Curie"],
            audience.NotReached(new HashSet<string> { ada }, new HashSet<string>()).Distinct()
        );
        Assert.Equal(["Zoé Lambda", "Marie Curie"], audience.NotReached(new HashSet<string>(), new HashSet<string> { "o7" }).Distinct());
    }

    [Fact]
    public void A_confirmed_role_counts_under_another_name()
    {
        var person = Person("Augusta", "King");
        person.Decide([new RoleDecision("o7", "king augusta", true, false, "organiser 1", DateTimeOffset.UnixEpoch)]);

        Assert.True(Of(Talk, Talk with { Cancelled = true }).Includes(person));
    }

    [Fact]
    public void A_new_title_or_abstract_concerns_those_who_present_it_and_nobody_who_attends()
    {
        var change = new ItemChange(Talk, Talk, HasNewAbstract: true);
        var audience = new ProgrammeAudience(new([change], []), new(DifferenceKind.AbstractChanged, change, null));

        Assert.True(audience.Includes(Person("Ada", "Lovelace")));
        Assert.False(audience.Includes(Person("Grace", "Hopper", new HalfDayChoice(Morning.Date, Morning.Half, Attendance.InPerson))));
    }

    [Fact]
    public void The_presenters_of_a_session_that_moves_are_concerned()
    {
        var ten = new DateTimeOffset(2021, 9, 22, 10, 0, 0, TimeSpan.Zero);
        var (before, after) = (At(ten), At(ten.AddHours(1)));
        var changes = ProgrammeChanges.Between(before, after, new HashSet<string>());

        var audience = new ProgrammeAudience(changes, Assert.Single(changes.Differences));

        Assert.Equal(DifferenceKind.SessionMoved, changes.Differences[0].Kind);
        Assert.True(audience.Includes(Person("Ada", "Lovelace")));
        Assert.False(audience.Includes(Person("Grace", "Hopper")));

        static ProgrammeSnapshot At(DateTimeOffset start)
        {
            var place = new ProgrammePlace(Morning.Date, start, start.AddMinutes(30));
            ProgrammeItem[] rows =
            [
                Talk with
                {
                    Place = place,
                    Session = 1,
                },
                Talk with
                {
                    Key = "o8",
                    Place = place,
                    Session = 1,
                    Speakers = [],
                },
            ];
            return new(rows, [new(1, null, [], Morning, rows.Length, place)]);
        }
    }

    private static ProgrammeAudience Of(ProgrammeItem before, ProgrammeItem after)
    {
        var change = new ItemChange(before, after);
        return new(new([change], []), new(change.Kinds().First(), change, null));
    }

    private static Registration Person(string given, string family, params HalfDayChoice[] halfDays)
    {
        Assert.True(EmailAddress.TryParse("person@example.org", out var email));
        var person = Registration.New(Guid.NewGuid(), 1, "ticket", email);
        person.Begin(
            RegistrationDetails.Empty with
            {
                GivenName = given,
                FamilyName = family,
                HalfDays = halfDays,
            },
            Attendance.InPerson,
            "form",
            DateTimeOffset.UnixEpoch
        );
        return person;
    }
}
