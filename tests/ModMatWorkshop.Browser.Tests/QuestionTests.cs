using Microsoft.Playwright;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>A registration form with a question of every kind, on a phone.</summary>
[Collection(nameof(Chromium))]
public sealed class QuestionTests(Chromium chromium, QuestionTests.Listening questions) : IClassFixture<QuestionTests.Listening>
{
    public sealed class Listening : IDisposable
    {
        private readonly QuestionSite sites = new();

        public Listening()
        {
            Site.UseKestrel(0);
            Site.StartServer();
        }

        public SiteFactory Site => sites.Open;

        public void Dispose() => sites.Dispose();
    }

    [BrowserFact]
    public Task Somebody_answers_all_questions_without_script() =>
        RegisterAsync("/inscription", "sans@example.org", Reader.WithoutScript(Reader.Phone));

    [BrowserFact]
    public Task Somebody_answers_all_questions_with_script_in_the_dark() =>
        RegisterAsync("/en/registration", "with@example.org", Reader.On(Reader.Phone, ColorScheme.Dark));

    [BrowserFact]
    public Task A_question_shows_once_its_condition_holds() =>
        chromium.VisitAsync(
            "/en/registration",
            async page =>
            {
                var (dishes, years) = (page.Locator("[data-question=dishes]"), page.Locator("[data-question=years]"));
                Assert.Equal((false, false), (await dishes.IsVisibleAsync(), await years.IsVisibleAsync()));
                await page.Locator("[name=attendance][value=in-person]").CheckAsync();
                await page.Locator("[name='first-time_yes-no'][value=no]").CheckAsync();
                Assert.Equal((true, true), (await dishes.IsVisibleAsync(), await years.IsVisibleAsync()));
                await page.Locator("[name=attendance][value=remote]").CheckAsync();
                Assert.Equal((false, true), (await dishes.IsVisibleAsync(), await years.IsVisibleAsync()));
            },
            Reader.On(Reader.Phone),
            site: questions.Site
        );

    private Task RegisterAsync(string address, string email, BrowserNewContextOptions reader) =>
        chromium.VisitAsync(
            address,
            async page =>
            {
                var script = reader.JavaScriptEnabled ?? true;
                await IsSoundAsync(page, script);
                await page.Locator("#family-name").FillAsync("Lovelace");
                await page.Locator("#email").FillAsync(email);
                await page.Locator("#affiliation").FillAsync("London");
                await page.Locator("#position").SelectOptionAsync("professor");
                await page.Locator("[name=attendance][value=in-person]").CheckAsync();
                await page.Locator("[name=half-days][value=all]").CheckAsync();
                // Without the required answers: each fault stands at its question.
                await page.Locator("main form button").First.ClickAsync();
                Assert.Equal(2, await page.Locator("main [role=alert] li").CountAsync());
                await IsSoundAsync(page, script);
                await Chromium.SaveScreenshotAsync(page, $"questions-{(script ? "with" : "without")}-script");

                await page.Locator("#size_choice").SelectOptionAsync("xl");
                await page.Locator("[name=dishes_choices][value=fish]").CheckAsync();
                await page.Locator("[name='first-time_yes-no'][value=no]").CheckAsync();
                await page.Locator("#years_number").FillAsync("12");
                await page.Locator("#arrival_date").FillAsync("2021-09-21");
                await page.Locator("#conduct_consent_1").CheckAsync();
                await page.Locator("main form button").First.ClickAsync();
                Assert.Equal("pending", await page.Locator("main").GetAttributeAsync("data-registration-status"));
            },
            reader,
            site: questions.Site
        );

    private static async Task IsSoundAsync(IPage page, bool script)
    {
        if (!script)
            return;
        Assert.Equal(Reader.Phone, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        // Also as somebody without script sees it
        foreach (var isHidden in new[] { "q.dataset.was = q.hidden, q.hidden = false", "q.hidden = q.dataset.was === 'true'" })
        {
            await page.EvaluateAsync($"() => document.querySelectorAll('.question').forEach(q => {{ {isHidden}; }})");
            Assert.Equal([], await Axe.ViolationsAsync(page));
        }
    }
}
