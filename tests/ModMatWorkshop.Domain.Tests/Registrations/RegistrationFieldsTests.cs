using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

public sealed class RegistrationFieldsTests
{
    private static readonly RegistrationDetails Details = new()
    {
        GivenName = "Ada",
        FamilyName = "Lovelace",
        Affiliation = "London",
        Country = "GB",
        Position = Position.Postdoc,
        Orcid = "0000-0002-1825-0097",
        Language = Language.English,
        HalfDays =
        [
            new(new(2021, 9, 22), HalfDay.Afternoon, Attendance.InPerson),
            new(new(2021, 9, 23), HalfDay.Morning, Attendance.Remote),
        ],
        Meals = ["coffee", "buffet"],
        Diet = "no nuts",
        AccessNeeds = "a ramp",
        Presents = "o3",
        MayBeListed = true,
        MayBePhotographed = true,
    };

    [Fact]
    public void Every_answer_survives_a_round_trip_through_its_text_form()
    {
        var state = Of(Details);
        var copy = RegistrationFields
            .BuiltIn.All.Where(f => f.Set is not null)
            .Aggregate(RegistrationDetails.Empty, (details, f) => f.Set!(details, f.Get(state)));

        Assert.Equal(Details.HalfDays, copy.HalfDays);
        Assert.Equal(Details.Meals, copy.Meals);
        Assert.Equal(Details, copy with { HalfDays = Details.HalfDays, Meals = Details.Meals });
        Assert.All(RegistrationFields.BuiltIn.All, f => Assert.NotEqual("", f.Get(state)));
        Assert.All(RegistrationFields.BuiltIn.All, f => Assert.False(f.Differs(state, Of(copy))));
    }

    [Fact]
    public void Only_needs_are_erased()
    {
        Assert.True(Of(Details).ContainsNeeds());
        Assert.Equal(Details with { Diet = null, AccessNeeds = null }, Details.WithoutNeeds());
        Assert.False(Of(Details.WithoutNeeds()).ContainsNeeds());
    }

    [Fact]
    public void Every_field_has_texts_in_both_languages_and_unique_folded_import_headings()
    {
        Assert.All(RegistrationFields.BuiltIn.All, f =>
            Assert.All(Texts(f), text => Assert.False(string.IsNullOrWhiteSpace(text.Fr) || string.IsNullOrWhiteSpace(text.En)))
        );
        var headings = RegistrationFields.BuiltIn.All.SelectMany(f => f.ImportHeadings.Split(", ")).ToList();
        Assert.Equal(headings.Distinct(), headings);
        Assert.All(headings, heading => Assert.Equal(Folding.Fold(heading), heading));
    }

    private static IEnumerable<Localized> Texts(RegistrationField field) =>
        new[] { field.Label, field.ShortLabel, field.Help, field.NoAnswer, field.Purpose.Text, field.Purpose.Heading }
            .OfType<Localized>()
            .Concat(field.Options.Select(o => o.Label));

    private static RegistrationState Of(RegistrationDetails details) =>
        new()
        {
            Details = details,
            Revision = 1,
            Email = "ada@example.org",
            Attendance = Attendance.InPerson,
            Status = RegistrationStatus.Confirmed,
            Place = Place.Seat,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
}
