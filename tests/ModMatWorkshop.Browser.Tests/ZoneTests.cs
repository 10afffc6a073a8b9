using System.Globalization;
using ModMatWorkshop.Browser.Tests.Pages;

namespace ModMatWorkshop.Browser.Tests;

[Collection(nameof(Chromium))]
public sealed class ZoneTests(Chromium chromium)
{
    [BrowserFact]
    public Task A_time_zone_that_a_reader_chooses_applies_to_every_page() =>
        chromium.VisitAsync(
            "/programme",
            async page =>
            {
                var programme = new ProgrammePage(page);
                Assert.Equal("13 h 30–14 h 10", await programme.TimesOfAsync("i1"));

                await programme.ChooseZoneAsync("America/New_York");

                Assert.Equal(await TimesInAsync(programme, "America/New_York"), await programme.TimesAsync());
                Assert.Equal("7 h 30–8 h 10", await programme.TimesOfAsync("i1"));
                Assert.Equal("Heures affichées : New York.", await programme.ZoneNameAsync());

                var talk = await AbstractPage.OpenAsync(page, "/resumes/i1");
                Assert.Equal("mercredi 22 septembre, 7 h 30–8 h 10 (New York)", await talk.WhenAsync());

                await ProgrammePage.OpenAsync(page);
                Assert.Equal("America/New_York", await programme.ChosenZoneAsync());
                Assert.Equal("7 h 30–8 h 10", await programme.TimesOfAsync("i1"));

                await programme.ChooseZoneAsync("Europe/Paris");
                Assert.Equal(await TimesInAsync(programme, "Europe/Paris"), await programme.TimesAsync());
                await AbstractPage.OpenAsync(page, "/resumes/i1");
                Assert.Equal("mercredi 22 septembre, 13 h 30–14 h 10", await talk.WhenAsync());
            },
            Reader.In("America/New_York")
        );

    [BrowserFact]
    public Task The_time_zone_of_the_browser_is_offered_even_if_it_is_not_in_the_list() =>
        chromium.VisitAsync(
            "/en/programme",
            async page =>
            {
                var programme = new ProgrammePage(page);

                await programme.ChooseZoneAsync("Asia/Dubai");

                Assert.Equal("15:30–16:10", await programme.TimesOfAsync("i1"));
                Assert.Equal("Times in Dubai.", await programme.ZoneNameAsync());
            },
            Reader.In("Asia/Dubai")
        );

    [BrowserFact]
    public Task A_time_zone_with_an_old_name_in_the_browser_is_offered_once() =>
        chromium.VisitAsync(
            "/programme",
            async page =>
                Assert.Equal(["Calcutta"], (await new ProgrammePage(page).ZonesAsync()).Where(zone => zone is "Kolkata" or "Calcutta")),
            Reader.In("Asia/Calcutta")
        );

    [BrowserFact]
    public Task A_chosen_time_zone_is_kept_after_the_browser_moves_to_another_one() => chromium.VisitAsync("/programme", async page =>
        {
            await page.EvaluateAsync("localStorage.setItem('zone', 'Asia/Dubai')");
            var programme = await ProgrammePage.OpenAsync(page);

            Assert.Equal("Asia/Dubai", await programme.ChosenZoneAsync());
            Assert.Equal("Heures affichées : Dubaï.", await programme.ZoneNameAsync());
        });

    [BrowserTheory]
    [InlineData("/programme", "23 h 30–0 h 00 jeu. 23")]
    [InlineData("/en/programme", "23:30–0:00 Thu 23")]
    public Task A_time_on_another_day_shows_the_day(string path, string times) =>
        chromium.VisitAsync(
            path,
            async page =>
            {
                var programme = new ProgrammePage(page);

                await programme.ChooseZoneAsync("Asia/Tokyo");

                Assert.Equal(times, await programme.TimesOfAsync("o5"));
            },
            Reader.In("Asia/Tokyo")
        );

    [BrowserTheory]
    [InlineData("/programme?zone=Asia/Tokyo", "23 h 30–0 h 00 jeu. 23")]
    [InlineData("/en/programme?zone=Asia/Tokyo", "23:30–0:00 Thu 23")]
    [InlineData("/programme?zone=America/New_York", "10 h 30–11 h 00")]
    [InlineData("/programme?zone=Mars/Olympus_Mons", "16 h 30–17 h 00")]
    public Task An_address_with_a_time_zone_works_without_script(string path, string times) =>
        chromium.VisitAsync(
            path,
            async page => Assert.Equal(times, await new ProgrammePage(page).TimesOfAsync("o5")),
            Reader.WithoutScript()
        );

    [BrowserFact]
    public Task Without_script_a_button_shows_the_times_in_the_chosen_zone() =>
        chromium.VisitAsync(
            "/programme",
            async page =>
            {
                var programme = new ProgrammePage(page);

                await programme.ChooseZoneAsync("Asia/Tokyo");
                await programme.PressShowAsync();

                Assert.Equal("/programme?zone=Asia%2FTokyo", programme.Address);
                Assert.Equal("Heures affichées : Tokyo.", await programme.ZoneNameAsync());
                Assert.Equal(await TimesInAsync(programme, "Asia/Tokyo"), await programme.TimesAsync());
            },
            Reader.WithoutScript()
        );

    [BrowserFact]
    public Task A_chosen_time_zone_takes_precedence_over_the_one_in_the_address() =>
        chromium.VisitAsync("/programme?zone=Asia/Tokyo", async page =>
        {
            var programme = new ProgrammePage(page);
            Assert.Equal("23 h 30–0 h 00 jeu. 23", await programme.TimesOfAsync("o5"));

            await programme.ChooseZoneAsync("Europe/Paris");
            Assert.Equal("16 h 30–17 h 00", await programme.TimesOfAsync("o5"));

            await page.ReloadAsync();
            Assert.Equal("16 h 30–17 h 00", await programme.TimesOfAsync("o5"));
            Assert.Equal("Europe/Paris", await programme.ChosenZoneAsync());
        });

    private static async Task<IEnumerable<string>> TimesInAsync(SitePage page, string zone)
    {
        var french = CultureInfo.GetCultureInfo("fr-FR");
        return (await page.InstantsAsync()).Select(instant =>
        {
            var there = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(instant, zone);
            var here = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(instant, "Europe/Paris");
            return $"{there.Hour} h {there:mm}" + (there.Date == here.Date ? "" : there.ToString(" ddd d", french));
        });
    }
}
