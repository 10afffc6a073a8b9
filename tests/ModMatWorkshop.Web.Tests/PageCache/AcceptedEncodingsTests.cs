using ModMatWorkshop.Web.PageCache;

namespace ModMatWorkshop.Web.Tests.PageCache;

public sealed class AcceptedEncodingsTests
{
    [Theory]
    [InlineData(null, "Identity")]
    [InlineData("", "Identity")]
    [InlineData("gzip, deflate, br, zstd", "Brotli Gzip Identity")]
    [InlineData("gzip", "Gzip Identity")]
    [InlineData("x-GZIP", "Gzip Identity")]
    [InlineData("br;q=0, gzip", "Gzip Identity")]
    [InlineData("br;q=0.5, gzip;q=0.8", "Gzip Brotli Identity")]
    [InlineData("br;q=0.5, identity;q=0.8", "Identity Brotli")]
    [InlineData("*", "Brotli Gzip Identity")]
    [InlineData("*;q=0", "Identity")]
    [InlineData("*;q=0.1, br;q=0", "Gzip Identity")]
    [InlineData("gzip, *;q=0", "Gzip")]
    [InlineData("identity;q=0, gzip", "Gzip")]
    [InlineData("identity;q=0", "Identity")]
    [InlineData("deflate, zstd", "Identity")]
    [InlineData("gzip;q=nonsense", "Identity")]
    public void Lists_accepted_codings_best_first_without_refused_ones(string? header, string order)
    {
        Assert.Equal(order, string.Join(' ', AcceptedEncodings.Parse(header)));
        Assert.Equal(order, string.Join(' ', AcceptedEncodings.Parse(header)));
    }
}
