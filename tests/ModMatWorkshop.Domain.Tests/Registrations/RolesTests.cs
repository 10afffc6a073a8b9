using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Domain.Tests.Programme;

namespace ModMatWorkshop.Domain.Tests.Registrations;

public class RolesTests
{
    private static readonly Roles Roles = new(
        new Schedule(
            Workshop(
                new CommitteeMember("Zoé Lambda", "zoe-lambda", "Institut Bleu"),
                new CommitteeMember("Jean-Pierre d’Arc", "jean-pierre-d-arc", "LAAS")
            ),
            [],
            [Row("intervention", null, "T. Very"), Row("o2", "o2", "Ada Lovelace", cancelled: true)],
            new[] { "i1", "o1", "o2", "p1" }.ToDictionary(c => c, c => Contributions.Of(c))
        )
    );

    [Theory]
    [InlineData("Grace", "Hopper", null, "Participant")]
    [InlineData("Grace", "Hopper", "p1", "Poster")]
    [InlineData("Grace", "Hopper", "o1", "Talk")]
    [InlineData("Grace", "Hopper", "i1", "InvitedTalk")]
    // A contribution that is not in the programme or is cancelled gives no role.
    [InlineData("Grace", "Hopper", "o99", "Participant")]
    [InlineData("Grace", "Hopper", "o2", "Participant")]
    // Committee members are recognised without regard to accents, capitals and order of names.
    [InlineData("zoe", "LAMBDA", null, "Organiser")]
    [InlineData("Lambda", "Zoé", "p1", "Organiser Poster")]
    [InlineData("Jean Pierre", "d'Arc", null, "Organiser")]
    [InlineData("Zoé", "Lambdaa", null, "Participant")]
    // A speaker without an abstract.
    [InlineData("T.", "Very", null, "Talk")]
    public void Roles_follow_from_the_registration_and_the_programme(string given, string family, string? presents, string roles) =>
        Assert.Equal(roles, string.Join(' ', Roles.Of(Person(given, family, presents))));

    private static RegistrationDetails Person(string given, string family, string? presents) =>
        new()
        {
            GivenName = given,
            FamilyName = family,
            Affiliation = "LAAS",
            Position = Position.Other,
            Language = Language.French,
            HalfDays = [],
            Meals = [],
            Presents = presents,
            MayBeListed = false,
            MayBePhotographed = false,
        };

    private static Slot Row(string slug, string? code, string speaker, bool cancelled = false) =>
        new()
        {
            Slug = slug,
            Date = new(2021, 9, 22),
            Start = new(2021, 9, 22, 9, 0, 0, TimeSpan.Zero),
            End = new(2021, 9, 22, 10, 0, 0, TimeSpan.Zero),
            Kind = code is null ? SlotKind.Intervention : SlotKind.Oral,
            ContributionCode = code,
            SpeakerName = speaker,
            Cancelled = cancelled,
        };

    private static Workshop Workshop(params CommitteeMember[] committee) =>
        new()
        {
            Slug = "atelier",
            Acronym = "Atelier",
            Edition = "2021",
            Title = new("Atelier"),
            Subtitle = new("Atelier"),
            Summary = new("Atelier"),
            Start = new(2021, 9, 22),
            End = new(2021, 9, 24),
            TimeZoneId = "Europe/Paris",
            UidDomain = "atelier.example",
            Seats = 50,
            Reserved = 0,
            RegistrationOpens = new(2021, 7, 1),
            RegistrationCloses = new(2021, 9, 20),
            Venue = new("LAAS", null, [], "31031", "Toulouse", "FR"),
            Committee = committee,
            Sponsors = [],
            IntroductionHtml = new(""),
        };
}
