using System.Text.RegularExpressions;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>The pages are the same on both databases.</summary>
[Collection(nameof(OnEachDatabase))]
public sealed partial class SameSiteTests(SiteOnEachDatabase sites)
{
    private static readonly string[] Filters =
    [
        "/resumes?session=2&place=room",
        "/resumes?keyword=machine+learning&kind=poster&language=en",
        "/en/abstracts?kind=invited",
        "/programme?zone=Asia/Tokyo",
        "/favoris.ics?codes=p1,o3,idris&lang=en",
    ];

    [Trait("Category", "prove")]
    [Theory, OnPostgres]
    public async Task Every_address_gives_the_same_answer_on_both_databases(Engine other)
    {
        var (one, two) = (sites[Engine.Sqlite].CreateClient(), sites[other].CreateClient());
        foreach (var address in AddressesTests.All.Select(line => (string)line[1]).Concat(Filters))
        {
            using var first = await one.GetAsync(address);
            using var second = await two.GetAsync(address);
            Assert.Equal(
                $"{address} {first.StatusCode}\n{WithoutTimesAndTokens(await first.Content.ReadAsStringAsync())}",
                $"{address} {second.StatusCode}\n{WithoutTimesAndTokens(await second.Content.ReadAsStringAsync())}"
            );
        }
    }

    /// <summary>Replaces times of rendering and import, and form tokens, which always differ.</summary>
    private static string WithoutTimesAndTokens(string text) => TimeOrToken().Replace(text, "now");

    [GeneratedRegex("20[0-9]{2}-?[0-9]{2}-?[0-9]{2}[T ][0-9]{2}:?[0-9]{2}:?[0-9]{2}Z|CfDJ8[A-Za-z0-9_-]+")]
    private static partial Regex TimeOrToken();
}
