using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Pages.CheckIn;

/// <summary>The list of expected people and the search by name.</summary>
public sealed class CheckInPageTests : CheckInSite
{
    [Fact]
    public async Task The_list_shows_how_many_have_arrived_and_who_is_expected()
    {
        using var helper = await OpenAsync();

        var page = await helper.Http.ReadAsync("/check-in");
        Assert.Equal(("0 arrivée sur 2", "Encore attendus"), (page.Seen("#tally"), page.Seen("#h-missing")));
        Assert.Equal(["du Châtelet Émilie Cirey", "Lovelace Ada LAAS-CNRS"], page.SeenAll("#missing [data-ticket] > p:first-child"));
        Assert.Equal(["mercredi 22 septembre, après-midi"], page.SeenAll("option[selected]"));
        Assert.Equal(4, page.QuerySelectorAll("option").Length);
        // Mirzakhani has chosen Thursday morning only.
        page = await helper.Http.ReadAsync($"/check-in?half-day={Thursday}");
        Assert.Equal(
            ["du Châtelet Émilie Cirey", "Lovelace Ada LAAS-CNRS", "Mirzakhani Maryam LAAS-CNRS"],
            page.SeenAll("#missing [data-ticket] > p:first-child")
        );
    }

    [Fact]
    public async Task A_check_in_returns_to_the_list_and_can_be_undone()
    {
        using var helper = await OpenAsync();

        var page = await helper.FollowAsync(await helper.Http.PressAsync("/check-in?q=love", "arrived", "#person-1"));
        Assert.Equal(["1 2021-09-22-afternoon 12:45"], (await CheckInClient.CheckedInAsync(Site)).Select(a => a[..^1] + "5"));
        Assert.StartsWith("Ada Lovelace Arrivée, 12 h 4", page.Seen("#last"), StringComparison.Ordinal);
        Assert.Equal(("1 arrivée sur 2", "love"), (page.Seen("#tally"), page.QuerySelector("#q")!.GetAttribute("value")));
        Assert.Equal(["checked-in"], page.AttributeOfAll("li[data-ticket]", "data-check-in-state"));

        page = await helper.FollowAsync(await helper.Http.PressAsync("/check-in", "undo", "#arrived"));
        Assert.Equal(("Ada Lovelace : arrivée annulée", "0 arrivée sur 2"), (page.Seen("#last"), page.Seen("#tally")));
        Assert.Empty(await CheckInClient.CheckedInAsync(Site));
        Assert.Equal(
            ["checked in | 1 | 2021-09-22-afternoon", "undid a check-in | 1 | 2021-09-22-afternoon"],
            (await Site.OrganiserLogAsync()).Where(line => line.Contains("check", StringComparison.Ordinal))
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_search_finds_names_without_regard_to_case_and_accents_but_no_addresses(Engine engine)
    {
        await using var own = new SiteFactory { RehearseFrom = BeforeTheFirstTalk, Engine = engine };
        await own.InDatabaseAsync(PutInAsync);
        using var helper = await CheckInClient.OpenAsync(own);

        var found = new List<string>();
        foreach (
            var typed in new[]
            {
                "chatelet",
                "EMILIE cirey",
                "germ",
                "mei",
                "4",
                "lab.example",
                "lovelace.1@lab.example",
                "ticket",
                "  ",
                "%",
                "nobody",
            }
        )
        {
            var page = await helper.Http.ReadAsync($"/check-in?q={Uri.EscapeDataString(typed)}");
            found.Add($"{typed}: {string.Join(", ", page.SeenAll("[aria-labelledby=h-found] p:first-child a"))}");
        }
        Assert.Equal(
            [
                "chatelet: du Châtelet Émilie",
                "EMILIE cirey: du Châtelet Émilie",
                "germ: Germain Sophie",
                "mei: ",
                "4: Noether Emmy",
                "lab.example: ",
                "lovelace.1@lab.example: ",
                "ticket: ",
                "  : ",
                "%: ",
                "nobody: ",
            ],
            found
        );
    }

    [Fact]
    public async Task No_check_in_page_shows_an_address_needs_or_a_note()
    {
        await Site.InDatabaseAsync(PutInAsync);
        await Site.InDatabaseAsync(async db =>
        {
            db.RegistrationNotes.Add(
                new()
                {
                    RegistrationId = Everybody[0].Id,
                    At = DateTimeOffset.UtcNow,
                    By = "organiser 1",
                    Text = "secret note",
                }
            );
            return await db.SaveChangesAsync();
        });
        using var helper = await CheckInClient.OpenAsync(Site);
        using var checkIn = await helper.PressAsync("ticket 1", "arrived", Afternoon, ("part", "yes"));
        var pages = await checkIn.Content.ReadAsStringAsync();
        foreach (
            var address in new[]
            {
                "/check-in",
                $"/check-in?half-day={Thursday}",
                "/check-in?q=ada",
                "/check-in?last=ticket%201",
                "/check-in/ticket%201",
                "/check-in/ticket%205",
                "/check-in/walk-in",
            }
        )
            pages += await helper.Http.GetStringAsync(address);

        Assert.DoesNotContain("secret", pages, StringComparison.Ordinal);
        Assert.DoesNotContain("@lab.example", pages, StringComparison.Ordinal);
        Assert.Contains("Lovelace", pages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021-09-20T09:00", "mercredi 22 septembre, après-midi")]
    [InlineData("2021-09-22T16:59", "mercredi 22 septembre, après-midi")]
    [InlineData("2021-09-22T20:00", "jeudi 23 septembre, matin")]
    [InlineData("2021-09-23T12:50", "jeudi 23 septembre, après-midi")]
    [InlineData("2021-09-24T09:00", "vendredi 24 septembre, matin")]
    [InlineData("2021-10-24T09:00", "vendredi 24 septembre, matin")]
    public async Task The_page_starts_with_the_present_or_next_half_day(string now, string half)
    {
        await using var then = new SiteFactory { RehearseFrom = now };
        using var helper = await CheckInClient.OpenAsync(then);

        Assert.Equal([half], (await helper.Http.ReadAsync("/check-in")).SeenAll("option[selected]"));
    }

    [Fact]
    public async Task Without_half_days_the_page_says_so()
    {
        using var helper = await OpenAsync();
        await Site.InDatabaseAsync(async db =>
        {
            await db.Slots.ExecuteDeleteAsync();
            await db.Sessions.ExecuteDeleteAsync();
            return await db.ContentStates.ExecuteUpdateAsync(s => s.SetProperty(x => x.Version, x => x.Version + 1));
        });

        Assert.Equal("Le programme n’a aucune demi-journée.", (await helper.Http.ReadAsync("/check-in")).Seen("main h1 ~ p"));
        Assert.Equal("Le programme n’a aucune demi-journée.", (await helper.Http.ReadAsync("/check-in/ticket%201")).Seen("h1"));
    }
}
