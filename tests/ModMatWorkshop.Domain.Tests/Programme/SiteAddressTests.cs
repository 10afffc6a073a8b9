using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Domain.Tests.Programme;

public sealed class SiteAddressTests
{
    [Theory]
    [InlineData("https://modmat.example.org", "webcal://modmat.example.org/programme.ics?lang=en")]
    [InlineData("http://localhost:5000", "webcal://localhost:5000/programme.ics?lang=en")]
    public void A_calendar_program_subscribes_to_the_webcal_address_of_a_calendar(string site, string address) =>
        Assert.Equal(address, new SiteAddress(site).Subscription("/programme.ics?lang=en"));
}
