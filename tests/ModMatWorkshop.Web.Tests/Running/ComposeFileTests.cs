using System.Net;
using ModMatWorkshop.Tests.Shared;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>The addresses in docker-compose.yml: the site trusts only what its proxy forwards.</summary>
public sealed class ComposeFileTests
{
    private static readonly YamlNode Compose = Read();

    [Theory]
    [InlineData("https", "site")]
    [InlineData("https-large", "site-1")]
    [InlineData("https-large", "site-2")]
    public void The_site_trusts_both_addresses_of_its_proxy_and_no_other_container_gets_them(string proxy, string site)
    {
        var own = Compose["services"][proxy]["networks"]["default"];
        IPAddress[] addresses = [IPAddress.Parse(own["ipv4_address"].ToString()), IPAddress.Parse(own["ipv6_address"].ToString())];

        Assert.Equal(string.Join(',', addresses.AsEnumerable()), Compose["services"][site]["environment"]["Proxies__Known"].ToString());

        Assert.Equal("true", Compose["networks"]["default"]["enable_ipv6"].ToString());
        var ranges = (YamlSequenceNode)Compose["networks"]["default"]["ipam"]["config"];
        foreach (var (address, range) in addresses.Zip(ranges))
            Assert.Equal(
                (true, false),
                (
                    IPNetwork.Parse(range["subnet"].ToString()).Contains(address),
                    IPNetwork.Parse(range["ip_range"].ToString()).Contains(address)
                )
            );
    }

    /// <summary>Replaces the merge keys of YAML by the values that they stand for.</summary>
    private static YamlNode Read()
    {
        using var file = File.OpenText(Path.Combine(Repository.Root, "docker-compose.yml"));
        var merged = new DeserializerBuilder().Build().Deserialize(new MergingParser(new Parser(file)));
        var stream = new YamlStream();
        stream.Load(new StringReader(new SerializerBuilder().JsonCompatible().Build().Serialize(merged)));
        return stream.Documents[0].RootNode;
    }
}
