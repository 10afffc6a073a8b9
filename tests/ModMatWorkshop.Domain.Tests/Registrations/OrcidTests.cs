using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

public sealed class OrcidTests
{
    [Theory]
    [InlineData("0000-0002-1825-0097", "0000-0002-1825-0097")]
    [InlineData(" https://orcid.org/0000-0002-1825-0097/ ", "0000-0002-1825-0097")]
    [InlineData("orcid.org/0000 0002 1825 0097", "0000-0002-1825-0097")]
    [InlineData("000000021694233x", "0000-0002-1694-233X")]
    [InlineData("", "")]
    public void An_ORCID_iD_is_stored_in_four_groups(string typed, string stored) =>
        Assert.Equal(new FieldReading(stored), Orcid.Field.Read(typed));

    [Theory]
    [InlineData("0000-0002-1825-0098")]
    [InlineData("0000-0002-1825-009")]
    [InlineData("0000-0002-1825-00X7")]
    [InlineData("https://example.org/0000-0002-1825-0097")]
    [InlineData("javascript:alert(1)")]
    public void Anything_else_is_refused_and_kept_as_typed(string typed)
    {
        var reading = Orcid.Field.Read(typed);

        Assert.Equal(typed, reading.Value);
        Assert.Equal("This is not a valid ORCID iD. For example: 0000-0002-1825-0097.", reading.Error?.En);
    }

    [Fact]
    public void An_ORCID_iD_links_to_its_profile() =>
        Assert.Equal("https://orcid.org/0000-0002-1825-0097", Orcid.Field.Link!("0000-0002-1825-0097"));
}
