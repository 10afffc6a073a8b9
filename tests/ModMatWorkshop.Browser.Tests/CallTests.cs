using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>A new author on a phone, with a formula and two affiliations, from the page of the call to the mail.</summary>
[Collection(nameof(Chromium))]
public sealed class CallTests(Chromium chromium, CallTests.Listening call) : IClassFixture<CallTests.Listening>
{
    public sealed class Listening : IDisposable
    {
        private readonly CallSite sites = new();

        public Listening()
        {
            Site.UseKestrel(0);
            Site.StartServer();
        }

        public SiteFactory Site => sites.Open;

        public void Dispose() => sites.Dispose();
    }

    [BrowserFact]
    public Task An_author_submits_on_a_phone_without_script() =>
        SubmitAsync("/appel", "sans@example.org", Reader.WithoutScript(Reader.Phone));

    [BrowserFact]
    public Task An_author_submits_on_a_phone_with_script_in_the_dark() =>
        SubmitAsync("/en/call", "with@example.org", Reader.On(Reader.Phone, ColorScheme.Dark));

    private Task SubmitAsync(string address, string email, BrowserNewContextOptions reader) =>
        chromium.VisitAsync(
            address,
            async page =>
            {
                var script = reader.JavaScriptEnabled ?? true;
                await IsSoundAsync(page, script);
                await FillInAsync(page, email, script);
                if (script)
                    await Assertions.Expect(page.Locator("#preview math").First).ToBeVisibleAsync();
                else
                {
                    await page.Locator("[data-action=preview]").ClickAsync();
                    Assert.Equal(2, await page.Locator("#preview math").CountAsync());
                }
                await IsSoundAsync(page, script);
                await Chromium.SaveScreenshotAsync(page, $"call-{(script ? "with" : "without")}-script");

                await page.Locator("[data-action=submit]").ClickAsync();
                Assert.Equal("submitted", await page.Locator("[data-submission]").GetAttributeAsync("data-submission"));
                await IsSoundAsync(page, script);

                var (text, mail) = await ReceivedAsync(email);
                Assert.Equal("Lovelace (1,2)", text.Authors[0].ToText().Split('|')[1]);
                await page.GotoAsync(mail);
                await IsSoundAsync(page, script);
                await page.Locator("[data-action=confirm]").ClickAsync();
                Assert.Equal(0, await page.Locator("[data-action=confirm]").CountAsync());
                await Chromium.SaveScreenshotAsync(page, $"my-submission-{(script ? "with" : "without")}-script");
            },
            reader,
            site: call.Site
        );

    [BrowserFact]
    public Task A_draft_is_kept_by_itself_and_pasted_text_is_cleaned_and_brought_back() =>
        chromium.VisitAsync(
            "/en/call",
            async page =>
            {
                await page.Locator("#email").FillAsync("auto@example.org");
                await page.Locator("#title").FillAsync("Kept by itself");
                await Assertions.Expect(page.Locator("#draft-status [data-said]")).ToContainTextAsync("The draft is kept");
                await page.Locator("#abstract").FocusAsync();
                await page.EvaluateAsync(
                    """
                    () => {
                      const text = document.getElementById('abstract');
                      text.value = '\\textbf{Bold} M\\"uller';
                      text.dispatchEvent(new Event('paste', { bubbles: true }));
                    }
                    """
                );
                await Assertions.Expect(page.Locator("#abstract")).ToHaveValueAsync("**Bold** Müller");
                await page.Locator(".call-undo button").ClickAsync();
                await Assertions.Expect(page.Locator("#abstract")).ToHaveValueAsync("""\textbf{Bold} M\"uller""");
                await Assertions.Expect(page.Locator("#printed")).ToContainTextAsync("11 of 500");
                Assert.Equal([], await Axe.ViolationsAsync(page));
            },
            Reader.On(Reader.Desktop),
            site: call.Site
        );

    [BrowserFact]
    public Task The_deadline_is_told_in_the_readers_own_zone() =>
        chromium.VisitAsync(
            "/en/call",
            async page => await Assertions.Expect(page.Locator(".call-own-zone").First).ToContainTextAsync("12:00"),
            Reader.In("America/New_York"),
            site: call.Site
        );

    [BrowserTheory]
    [InlineData("/appel", Reader.Tablet, ColorScheme.Light)]
    [InlineData("/appel", Reader.Desktop, ColorScheme.Dark)]
    [InlineData("/en/call", Reader.Desktop, ColorScheme.Light)]
    public Task The_page_does_not_scroll_sideways_and_breaks_no_rule_of_axe(string path, int width, ColorScheme colours) =>
        chromium.VisitAsync(
            path,
            async page =>
            {
                Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
                Assert.Equal([], await Axe.ViolationsAsync(page));
                await Chromium.SaveScreenshotAsync(page, $"call{path.Replace('/', '-')}-{width}-{colours}");
            },
            Reader.On(width, colours),
            site: call.Site
        );

    private static async Task FillInAsync(IPage page, string email, bool script)
    {
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#title").FillAsync("The heat of $k_B T$");
        await page.Locator("[name=kind][value=oral]").CheckAsync();
        await page.Locator("[name=topics][value=potentials]").CheckAsync();
        await page.Locator("#affiliation-0").FillAsync("LAAS-CNRS, Toulouse");
        await page.Locator("button[value=affiliation-add]").ClickAsync();
        await page.Locator("#affiliation-1").FillAsync("Uni Köln");
        await page.Locator("#given-0").FillAsync("Ada");
        await page.Locator("#family-0").FillAsync("Lovelace");
        await page.Locator("[name=at-0][value='1']").CheckAsync();
        await page.Locator("[name=at-0][value='2']").CheckAsync();
        if (script)
            Assert.Equal("2 Uni Köln", await page.Locator("[name=at-0][value='2'] + span").TextContentAsync());
        await page.Locator("[name=language][value=en]").CheckAsync();
        await page.Locator("#abstract").FillAsync("We measure $k_B T$ and **more**.");
        await page.Locator("#agreed").CheckAsync();
    }

    private static async Task IsSoundAsync(IPage page, bool script)
    {
        Assert.Equal(Reader.Phone, page.ViewportSize!.Width);
        if (!script)
            return;
        Assert.Equal(Reader.Phone, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal([], await Axe.ViolationsAsync(page));
    }

    /// <summary>What was received, and the path of the link in its mail.</summary>
    private async Task<(SubmissionText Text, string Link)> ReceivedAsync(string email)
    {
        await using var scope = call.Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var submission = await db.Submissions.SingleAsync(s => s.Email == email);
        Assert.Equal(
            1,
            await db.Outbox.CountAsync(m => m.RegistrationId == submission.Id && m.Kind == Domain.Registrations.MailKind.SubmissionReceived)
        );
        return (submission.Sent!, await call.Site.SubmissionLinkAsync(email));
    }
}
