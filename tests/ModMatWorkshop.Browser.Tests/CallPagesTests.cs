using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The pages of the organisers and of an author of the call, at three widths, in both colour schemes and languages.</summary>
[Collection(nameof(SignedIn))]
public sealed class CallPagesTests(Chromium chromium, CallPagesTests.Committee committee, ITestOutputHelper report)
    : IClassFixture<CallPagesTests.Committee>
{
    private static readonly string[] OrganisersPages =
    [
        "/admin/call",
        "/admin/call?read=missing&sort=mean",
        "/admin/call/1",
        "/admin/call/2",
        "/admin/call/assign",
        "/admin/call/assign?method=evenly&reviews=2",
        "/admin/call/review",
        "/admin/call/review/1",
        "/admin/call/letters",
        "/admin/call/letters?letter=accepted",
        "/admin/call/letters?letter=accepted&words=yes",
        "/admin/call/programme",
        "/admin/call/files",
        "/admin/call/corrections",
        "/admin/reports/call",
        "/admin/mail/delivery",
        "/admin/content/mails/confirmed",
        "/admin/account",
    ];

    private static readonly (int Width, ColorScheme Colours)[] Readers =
    [
        .. from width in new[] { Reader.Phone, Reader.Tablet, Reader.Desktop }
        from colours in new[] { ColorScheme.Light, ColorScheme.Dark }
        select (width, colours),
    ];

    /// <summary>A call with some submissions, two reviewers, marks and a remark.</summary>
    public sealed class Committee : IAsyncLifetime, IDisposable
    {
        private readonly CallSite sites = new();

        public SiteFactory Site => sites.Open;

        public IReadOnlyDictionary<Language, string> Emails { get; private set; } = new Dictionary<Language, string>();

        public async Task InitializeAsync()
        {
            if (Chromium.WhyMissing is not null)
                return;
            Site.UseKestrel(0);
            Site.StartServer();
            const OrganiserRoles All = OrganiserRoles.Organiser | OrganiserRoles.Chair | OrganiserRoles.Reviewer;
            Emails = new Dictionary<Language, string>
            {
                [Language.French] = await Site.OrganiserAsync(All, Language.French),
                [Language.English] = await Site.OrganiserAsync(All, Language.English),
            };
            await using var scope = Site.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
            for (var n = 1; n <= 6; n++)
                Add(db, n, new DateTimeOffset(2021, 8, 20, 9, n, 0, TimeSpan.Zero));
            (await db.WorkshopStates.SingleAsync()).LastSubmission = 6;
            await db.SaveChangesAsync();
        }

        private static void Add(WorkshopDb db, int n, DateTimeOffset now)
        {
            Assert.True(EmailAddress.TryParse($"author{n}@example.org", out var email));
            var submission = Submission.New(Guid.NewGuid(), n, email, now);
            submission.Keep(TextOf(n), Language.English, now);
            submission.Submit(now);
            if (n != 3)
                submission.Confirm(now);
            db.Add(submission);
            if (n > 4)
            {
                var told = new Assessment { SubmissionId = submission.Id };
                told.Decide(CallDecision.Accepted("oral"), now);
                told.Tell(now, ["A clear text.\n\nThe figures would gain from **units**.", "Please cite [1]."]);
                db.AddRange(told, OutboxMessage.For(submission, MailKind.AnswerReminder, "1", now.AddDays(7), "modmat.test"));
                return;
            }
            var reviews = new[] { 1, 2 }
                .Select(r => new Review
                {
                    SubmissionId = submission.Id,
                    Reviewer = r,
                    AssignedAt = now,
                })
                .ToList();
            if (n % 2 == 0)
                reviews.ForEach(r => r.Give(Mark.A, new("A clear text, **good** figures.", "A clear text. Please add units."), now));
            var assessment = new Assessment { SubmissionId = submission.Id };
            assessment.Count(Marks.Of([.. reviews.Select(r => r.Mark)]));
            if (n == 4)
                assessment.Decide(CallDecision.Accepted("oral"), now);
            db.AddRange(reviews);
            db.AddRange(
                assessment,
                new ReviewComment
                {
                    SubmissionId = submission.Id,
                    Author = 1,
                    At = now,
                    Text = "À discuter.",
                }
            );
        }

        private static SubmissionText TextOf(int n) =>
            new()
            {
                Title =
                    n == 1 ? "Electrochemistry-driven self-reorganisation of *d*-metal surfaces, from $k_B T$ to H~2~O" : $"Surface {n}",
                Kind = n % 2 == 0 ? "poster" : "oral",
                Topics = [n % 2 == 0 ? "potentials" : "rare-events"],
                Language = "en",
                Authors = [new("Ada", "Lovelace", [1, 2]), new("Jean-Baptiste", $"von Wolffersdorff-Montmorency {n}", [2])],
                Affiliations = ["LAAS-CNRS, Toulouse, France", "Donaudampfschifffahrtsgesellschaftsinstitut, Köln, Germany"],
                Abstract = "We measure $k_B T$ and **more**.\n\n$$E = \\sum_{i=1}^{N} \\frac{p_i^2}{2 m_i} + V(r_1, \\ldots, r_N)$$",
                References = "A. Author, *Journal of Surfaces* **12**, 34 (2020)",
                Message = "We can also show a poster.",
                IsAgreed = true,
            };

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose() => sites.Dispose();
    }

    [Trait("Category", "prove")]
    [BrowserTheory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public Task Every_page_of_the_organisers_is_accessible_and_fits_the_screen(Language language) =>
        chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                page.SetDefaultTimeout(60_000);
                await page.Locator("main [name=email]").FillAsync(committee.Emails[language]);
                await page.Locator("main [name=password]").FillAsync(OrganiserAccounts.Password);
                await page.Locator("#with-password button").First.ClickAsync();
                await Arrival.WaitForAddressAsync(page, "/admin");
                List<string> faults = [];
                foreach (var address in OrganisersPages)
                {
                    await page.GotoAsync(address);
                    await CheckAsync(page, address, language, faults);
                }
                // The preview of a decision is an answer to a form.
                await page.GotoAsync("/admin/call");
                await page.Locator("[name=n]").First.CheckAsync();
                await page.Locator("#decide button").First.ClickAsync();
                await Assertions.Expect(page.Locator("#changes")).ToBeVisibleAsync();
                await CheckAsync(page, "decide", language, faults);
                Faults.None(faults);
            },
            Reader.On(Reader.Phone),
            site: committee.Site
        );

    [Trait("Category", "prove")]
    [BrowserTheory]
    [InlineData(Language.French, "/appel")]
    [InlineData(Language.English, "/en/call")]
    public Task Every_page_of_an_author_is_accessible_and_fits_the_screen(Language language, string call) =>
        chromium.VisitAsync(
            call,
            async page =>
            {
                List<string> faults = [];
                await CheckAsync(page, call, language, faults);
                await page.Locator("[data-action=submit]").ClickAsync();
                await CheckAsync(page, $"{call}-faults", language, faults);
                var english = await committee.Site.SubmissionLinkAsync("author1@example.org");
                var link = Routes.MySubmission.Path(WorkshopLanguages.Default, language, english.Split('/')[^1]);
                await page.GotoAsync(link);
                await CheckAsync(page, "my-submission", language, faults);
                var accepted = await committee.Site.SubmissionLinkAsync(
                    language == Language.French ? "author5@example.org" : "author6@example.org"
                );
                await page.GotoAsync(Routes.MySubmission.Path(WorkshopLanguages.Default, language, accepted.Split('/')[^1]));
                await CheckAsync(page, "accepted", language, faults);
                await page.Locator("[data-action=come]").ClickAsync();
                await CheckAsync(page, "answered", language, faults);
                Faults.None(faults);
            },
            Reader.On(Reader.Phone),
            site: committee.Site
        );

    /// <summary>
    /// A tap on each control, and the text as a keyboard of a phone types it: the time of typing is left out. The link is that of the mail.
    /// </summary>
    [BrowserTheory]
    [InlineData("taps@example.org", true)]
    [InlineData("no-script@example.org", false)]
    public Task A_new_author_on_a_phone_needs_few_taps(string email, bool hasScript) =>
        chromium.VisitAsync(
            "/en/call",
            async page =>
            {
                var (taps, watch) = (0, Stopwatch.StartNew());
                await TypeAsync("#email", email);
                await TypeAsync("#title", "The heat of $k_B T$");
                await TapAsync("[name=kind][value=oral]");
                await TapAsync("[name=topics][value=potentials]");
                await TypeAsync("#affiliation-0", "LAAS-CNRS, Toulouse");
                await TapAsync("button[value=affiliation-add]");
                await TypeAsync("#affiliation-1", "Uni Köln");
                await TypeAsync("#given-0", "Ada");
                await TypeAsync("#family-0", "Lovelace");
                await TapAsync("[name=at-0][value='1']");
                await TapAsync("[name=at-0][value='2']");
                await TapAsync("[name=language][value=en]");
                await TypeAsync("#abstract", "We measure $k_B T$ and **more**.");
                await TapAsync("#agreed");
                await TapAsync("[data-action=submit]");
                Assert.Equal("submitted", await page.Locator("[data-submission]").GetAttributeAsync("data-submission"));
                await page.GotoAsync(await committee.Site.LinkInMailAsync(email, "received"));
                taps++;
                await TapAsync("[data-action=confirm]");
                await Assertions.Expect(page.Locator("[data-action=confirm]")).ToHaveCountAsync(0);
                var script = hasScript ? "with" : "without";
                report.WriteLine(
                    $"{script} script: {taps} taps, {watch.Elapsed.TotalSeconds:0.0} s without the time of typing and reading"
                );
                Assert.InRange(taps, 1, 20);

                async Task TapAsync(string selector)
                {
                    await page.Locator(selector).First.TapAsync();
                    taps++;
                }

                async Task TypeAsync(string selector, string text)
                {
                    await TapAsync(selector);
                    await page.Locator(selector).FillAsync(text);
                }
            },
            new(Reader.On(Reader.Phone))
            {
                HasTouch = true,
                IsMobile = true,
                JavaScriptEnabled = hasScript,
            },
            site: committee.Site
        );

    private static async Task CheckAsync(IPage page, string address, Language language, List<string> faults)
    {
        var file = $"call-{language.Tag()}-{string.Concat(address.Select(c => char.IsLetterOrDigit(c) ? c : '-')).Trim('-')}";
        foreach (var (width, colours) in Readers)
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            await Chromium.SaveScreenshotAsync(page, $"{file}-{width}-{colours}");
            // On a narrow screen, wide tables may scroll in a region of their own.
            var clipped = (await LayoutProbe.ClippedElementsAsync(page)).Where(fault =>
                width == Reader.Desktop || fault.StartsWith("the page scrolls", StringComparison.Ordinal)
            );
            faults.AddRange(
                (await Axe.ViolationsAsync(page))
                    .Concat(clipped)
                    .Concat(await Keyboard.SmallTargetsAsync(page))
                    .Select(fault => $"{language}, {address}, {width} {colours}: {fault}")
            );
        }
    }
}
