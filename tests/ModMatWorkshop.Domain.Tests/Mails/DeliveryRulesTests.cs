using ModMatWorkshop.Domain.Mails;

namespace ModMatWorkshop.Domain.Tests.Mails;

/// <summary>What the records of a domain mean.</summary>
public sealed class DeliveryRulesTests
{
    [Theory]
    [InlineData("", FindingLevel.Bad, "v=spf1 a:smtp.example.org ~all")]
    [InlineData("other|v=spf1 mx ~all", FindingLevel.Good, null)]
    [InlineData("v=spf1 redirect=_spf.example.org", FindingLevel.Good, null)]
    [InlineData("v=spf1 mx", FindingLevel.Advice, "v=spf1 mx ~all")]
    [InlineData("v=spf1 +all", FindingLevel.Bad, null)]
    [InlineData("v=spf1 mx ~all|v=spf1 a ~all", FindingLevel.Bad, null)]
    [InlineData("v=spf10 mx ~all", FindingLevel.Bad, "v=spf1 a:smtp.example.org ~all")]
    [InlineData(null, FindingLevel.Advice, null)]
    public void Spf(string? records, FindingLevel level, string? write)
    {
        var finding = DeliveryRules.Spf("example.org", Texts(records), "smtp.example.org");
        Assert.Equal((level, write), (finding.Level, finding.Write));
    }

    [Theory]
    [InlineData("v=DKIM1; k=rsa; p=AB CD", FindingLevel.Good, null)]
    [InlineData("v=DKIM1; k=rsa; p=XY", FindingLevel.Bad, "v=DKIM1; k=rsa; p=ABCD")]
    [InlineData("", FindingLevel.Bad, "v=DKIM1; k=rsa; p=ABCD")]
    [InlineData(null, FindingLevel.Advice, null)]
    public void Dkim(string? records, FindingLevel level, string? write)
    {
        var finding = DeliveryRules.Dkim("site._domainkey.example.org", Texts(records), "ABCD");
        Assert.Equal((level, write), (finding.Level, finding.Write));
        Assert.Equal(FindingLevel.Advice, DeliveryRules.Dkim(null, [], null).Level);
    }

    [Theory]
    [InlineData("v=DMARC1; p=none", FindingLevel.Good, null)]
    [InlineData("v=DMARC1;p=REJECT", FindingLevel.Good, null)]
    [InlineData("v=DMARC1; p=maybe", FindingLevel.Bad, "v=DMARC1; p=none; rua=mailto:a@example.org")]
    [InlineData("v=DMARC1; p=none|v=DMARC1; p=none", FindingLevel.Bad, null)]
    [InlineData("", FindingLevel.Bad, "v=DMARC1; p=none; rua=mailto:a@example.org")]
    [InlineData(null, FindingLevel.Advice, null)]
    public void Dmarc(string? records, FindingLevel level, string? write)
    {
        var finding = DeliveryRules.Dmarc("example.org", Texts(records), "a@example.org");
        Assert.Equal(("_dmarc.example.org", level, write), (finding.Name, finding.Level, finding.Write));
    }

    private static string[]? Texts(string? records) => records?.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
