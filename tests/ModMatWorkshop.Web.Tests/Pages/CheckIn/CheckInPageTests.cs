using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Pages.CheckIn;

/// <summary>Who is still expected, and finding one by name.</summary>
public sealed class CheckInPageTests : CheckInSite
{
    [Fact]
    public async Task The_list_says_how_many_are_in_and_who_is_missing()
    {
        using var door = await OpenAsync();

        var page = await door.Http.ReadAsync("/check-in");
        Assert.Equal(("0 arrivée sur 2", "Encore attendus"), (page.Seen("#tally"), page.Seen("#h-missing")));
        Assert.Equal(["du Châtelet Émilie Cirey", "Lovelace Ada LAAS-CNRS"], page.SeenAll("#missing [data-ticket] > p:first-child"));
        Assert.Equal(["mercredi 22 septembre, après-midi"], page.SeenAll("option[selected]"));
        Assert.Equal(4, page.QuerySelectorAll("option").Length);
        // Mirzakhani comes on Thursday.
        page = await door.Http.ReadAsync($"/check-in?half-day={Thursday}");
        Assert.Equal(
            ["du Châtelet Émilie Cirey", "Lovelace Ada LAAS-CNRS", "Mirzakhani Maryam LAAS-CNRS"],
            page.SeenAll("#missing [data-ticket] > p:first-child")
        );
    }

    [Fact]
    public async Task One_press_one_line_and_back_to_the_list()
    {
        using var door = await OpenAsync();

        var page = await door.FollowAsync(await door.Http.PressAsync("/check-in?q=love", "arrived", "#person-1"));
        Assert.Equal(["1 2021-09-22-afternoon 12:45"], (await CheckInClient.ArrivedAsync(Site)).Select(a => a[..^1] + "5"));
        Assert.StartsWith("Ada Lovelace Arrivée, 12 h 4", page.Seen("#last"), StringComparison.Ordinal);
        Assert.Equal(("1 arrivée sur 2", "love"), (page.Seen("#tally"), page.QuerySelector("#q")!.GetAttribute("value")));
        Assert.Equal(["checked-in"], page.AttributeOfAll("li[data-ticket]", "data-check-in-state"));

        page = await door.FollowAsync(await door.Http.PressAsync("/check-in", "undo", "#arrived"));
        Assert.Equal(("Ada Lovelace : arrivée annulée", "0 arrivée sur 2"), (page.Seen("#last"), page.Seen("#tally")));
        Assert.Empty(await CheckInClient.ArrivedAsync(Site));
        Assert.Equal(
            ["checked in | 1 | 2021-09-22-afternoon", "undid a check-in | 1 | 2021-09-22-afternoon"],
            (await Site.OrganiserLogAsync()).Where(line => line.Contains("check", StringComparison.Ordinal))
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_name_is_found_however_it_is_typed_and_an_address_never(Engine engine)
    {
        await using var own = new SiteFactory { RehearseFrom = QuarterToOne, Engine = engine };
        await own.InDatabaseAsync(PutInAsync);
        using var door = await CheckInClient.OpenAsync(own);

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
            var page = await door.Http.ReadAsync($"/check-in?q={Uri.EscapeDataString(typed)}");
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
    public async Task No_page_at_the_door_shows_an_address_a_diet_or_a_note()
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
        using var door = await CheckInClient.OpenAsync(Site);
        using var press = await door.PressAsync("ticket 1", "arrived", Afternoon, ("part", "yes"));
        var told = await press.Content.ReadAsStringAsync();
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
            told += await door.Http.GetStringAsync(address);

        Assert.DoesNotContain("secret", told, StringComparison.Ordinal);
        Assert.DoesNotContain("@lab.example", told, StringComparison.Ordinal);
        Assert.Contains("Lovelace", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021-09-20T09:00", "mercredi 22 septembre, après-midi")]
    [InlineData("2021-09-22T16:59", "mercredi 22 septembre, après-midi")]
    [InlineData("2021-09-22T20:00", "jeudi 23 septembre, matin")]
    [InlineData("2021-09-23T12:50", "jeudi 23 septembre, après-midi")]
    [InlineData("2021-09-24T09:00", "vendredi 24 septembre, matin")]
    [InlineData("2021-10-24T09:00", "vendredi 24 septembre, matin")]
    public async Task The_door_is_about_the_half_day_that_is_or_comes(string now, string half)
    {
        await using var then = new SiteFactory { RehearseFrom = now };
        using var door = await CheckInClient.OpenAsync(then);

        Assert.Equal([half], (await door.Http.ReadAsync("/check-in")).SeenAll("option[selected]"));
    }

    [Fact]
    public async Task A_workshop_without_half_days_has_a_door_all_the_same()
    {
        using var door = await OpenAsync();
        await Site.InDatabaseAsync(async db =>
        {
            await db.Slots.ExecuteDeleteAsync();
            await db.Sessions.ExecuteDeleteAsync();
            return await db.ContentStates.ExecuteUpdateAsync(s => s.SetProperty(x => x.Version, x => x.Version + 1));
        });

        Assert.Equal("Le programme n’a aucune demi-journée.", (await door.Http.ReadAsync("/check-in")).Seen("main h1 ~ p"));
        Assert.Equal("Le programme n’a aucune demi-journée.", (await door.Http.ReadAsync("/check-in/ticket%201")).Seen("h1"));
    }
}
