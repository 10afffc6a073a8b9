using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>A name has a given part, a family part, or only one of them.</summary>
public sealed class OneNameTests
{
    [Theory]
    [InlineData("Ada", "Lovelace", "Ada Lovelace", "Lovelace Ada", "lovelace ada")]
    [InlineData("", "Suparno", "Suparno", "Suparno", "suparno")]
    [InlineData("例小明", "", "例小明", "例小明", "例 小 明")]
    public void A_single_name_is_written_without_stray_spaces(string given, string family, string name, string familyFirst, string sortKey)
    {
        var details = RegistrationDetails.Empty with { GivenName = given, FamilyName = family };
        Assert.True(EmailAddress.TryParse("one@example.org", out var address));
        var registration = Registration.New(Guid.Empty, 1, "", address);
        registration.UpdateDetails(details, DateTimeOffset.UnixEpoch);

        Assert.Equal(
            (name, familyFirst, sortKey, $"{Folding.Fold(name)} one example org"),
            (details.Name, details.FamilyNameFirst, registration.SortKey, registration.SearchText)
        );
    }

    [Fact]
    public void Each_part_may_be_missing_but_not_both()
    {
        Assert.Equal([null, null], new[] { PersonFields.GivenName, PersonFields.FamilyName }.Select(f => f.Check("").Error));
        Assert.Equal(
            [null, null, null, "Enter your name: a given name, a family name, or both."],
            new[] { ("Ada", "Lovelace"), ("Ada", ""), ("", "Lovelace"), ("", "") }.Select(n => FieldRules.WholeName(n.Item1, n.Item2)?.En)
        );
    }
}
