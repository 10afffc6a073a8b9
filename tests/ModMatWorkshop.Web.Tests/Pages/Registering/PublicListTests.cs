using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>The public list of participants.</summary>
public sealed class PublicListTests
{
    [Fact]
    public async Task The_list_has_only_confirmed_people_who_agreed()
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start };
        using var ada = new RegistrationClient(site);
        Assert.Equal("Nobody is listed yet.", (await ada.OpenAsync("/en/participants")).Page.Seen("h1 + p"));
        foreach (
            var (name, agrees, confirms) in new[]
            {
                ("Agreed", true, true),
                ("Silent", false, true),
                ("Pending", true, false),
                ("Gone", true, true),
                ("Away", true, true),
            }
        )
        {
            await ada.OpenAsync("/en/registration");
            await ada.FillIn($"{name}@example.org").Fill("family-name", name).Fill("listed", agrees ? ["yes"] : []).PressAsync();
            await ada.FollowLinkAsync($"{name.ToLowerInvariant()}@example.org");
            if (confirms)
                await ada.DoAsync("confirm");
            if (name == "Gone")
                await ada.DoAsync("cancel");
            if (name == "Away")
                await ada.Fill("listed").DoAsync("save");
        }

        foreach (var address in new[] { "/participants", "/en/participants" })
        {
            await ada.OpenAsync(address);
            Assert.Equal(["Ada Agreed LAAS-CNRS"], ada.Page.SeenAll("main li"));
            Assert.DoesNotContain("example.org", ada.Page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
            Assert.False(ada.Answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_is_sorted_by_family_name_without_regard_to_case_and_accents(Engine engine)
    {
        await using var site = new SiteFactory { Engine = engine, RehearseFrom = OpenSite.Start };
        foreach (var name in new[] { "Zoé", "du Châtelet", "Émile", "Dalton", "Eiffel" })
            await site.RegisterAsync(r =>
            {
                r.UpdateDetails(r.Details with { GivenName = "A", FamilyName = name, MayBeListed = true }, r.CreatedAt);
                r.FollowRemotely();
                r.Confirm(r.CreatedAt);
            });
        using var reader = site.CreateClient();
        Assert.Equal(
            ["Dalton", "du Châtelet", "Eiffel", "Émile", "Zoé"],
            (await reader.ReadAsync("/participants")).SeenAll("main li").Select(l => l[2..^" London".Length])
        );
    }
}
