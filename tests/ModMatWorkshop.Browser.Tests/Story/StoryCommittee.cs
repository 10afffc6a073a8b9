using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests.Story;

/// <summary>What reviewers, the chair and the organiser do in a browser.</summary>
public static partial class StoryCommittee
{
    private const int MinutesOfATalk = 20;
    private const int TalksInASession = 7;

    public static async Task SignInAsync(IPage page, string email, string start = "/admin")
    {
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync("/admin/login");
        await page.Locator("main [name=email]").FillAsync(email);
        await page.Locator("main [name=password]").FillAsync(OrganiserAccounts.Password);
        await page.Locator("#with-password button").First.ClickAsync();
        await Arrival.WaitForAddressAsync(page, start);
    }

    /// <summary>Says once where the reviewer works.</summary>
    public static async Task IntroduceAsync(IPage page, string laboratory)
    {
        if (await page.Locator("#about-you:not([open])").CountAsync() > 0)
            await page.Locator("#about-you summary").ClickAsync();
        await page.Locator("#affiliation").FillAsync(laboratory);
        await page.Locator("#about-you button").ClickAsync();
        await Assertions.Expect(page.Locator("[data-notice]")).ToHaveCountAsync(1);
    }

    public static async Task AssignAsync(IPage page, int reviews)
    {
        await page.GotoAsync("/admin/call/assign");
        await page.Locator("#reviews-each").FillAsync(reviews.ToString(CultureInfo.InvariantCulture));
        await page.Locator("#plan button").ClickAsync();
        await page.Locator("[data-action=assign]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-notice]")).ToHaveCountAsync(1);
    }

    /// <summary>Reads one after the other, as the page offers them.</summary>
    /// <param name="markOf">The mark for an abstract with a title.</param>
    /// <returns>The titles that were read.</returns>
    public static async Task<IReadOnlyList<string>> ReviewAsync(IPage page, Func<string, string> markOf)
    {
        List<string> read = [];
        await page.GotoAsync("/admin/call/review");
        if (await page.Locator("[data-next]").CountAsync() == 0)
            return read;
        await page.Locator("[data-next]").ClickAsync();
        while (await page.Locator("#mark").CountAsync() > 0)
        {
            var title = await page.Locator("article h3").First.InnerTextAsync();
            read.Add(title);
            if (read.Count % 5 == 0)
                await page.Locator("#for-authors").FillAsync("A clear text.");
            await page.Locator($"#mark button[value={markOf(title)}]").ClickAsync();
        }
        await Assertions.Expect(page.Locator("[data-read]")).ToHaveAttributeAsync("data-read", $"{read.Count}");
        return read;
    }

    /// <summary>Ticks submissions, reads the preview and decides.</summary>
    public static async Task DecideAsync(IPage page, string decision, IReadOnlyCollection<string> phrases)
    {
        await page.GotoAsync("/admin/call?decision=undecided");
        var rows = page.Locator("[data-submission]");
        var titles = await rows.Locator("th").AllInnerTextsAsync();
        for (var i = 0; i < titles.Count; i++)
            if (phrases.Any(phrase => titles[i].Contains(phrase, StringComparison.Ordinal)))
                await rows.Nth(i).Locator("[name=n]").CheckAsync();
        await page.Locator("#decision-new").SelectOptionAsync(decision);
        await page.Locator("#decide button").ClickAsync();
        await Assertions.Expect(page.Locator("[data-change][data-result=changed]")).ToHaveCountAsync(phrases.Count);
        await page.Locator("[data-action=decide]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-notice]")).ToHaveCountAsync(1);
    }

    public static async Task SendLettersAsync(IPage page, string letter, int count)
    {
        await page.GotoAsync($"/admin/call/letters?letter={letter}");
        await Assertions.Expect(page.Locator($"[data-letter={letter}]")).ToHaveAttributeAsync("data-due", $"{count}");
        await page.Locator("[data-action=send]").ClickAsync();
        await Assertions.Expect(page.Locator($"[data-letter={letter}]")).ToHaveAttributeAsync("data-due", "0");
    }

    /// <summary>Keeps all that are accepted in the shared draft.</summary>
    /// <returns>The code and the title of each.</returns>
    public static async Task<IReadOnlyList<(string Code, string Title)>> EnterProgrammeAsync(IPage page)
    {
        await page.GotoAsync("/admin/call/programme");
        var rows = page.Locator("[data-waiting]");
        List<(string, string)> entries = [];
        for (var i = 0; i < await rows.CountAsync(); i++)
            entries.Add(((await rows.Nth(i).GetAttributeAsync("data-code"))!, await rows.Nth(i).Locator("th").InnerTextAsync()));
        await page.Locator("[data-action=keep]").ClickAsync();
        Assert.Equal([], await page.Locator("[data-failure]").AllInnerTextsAsync());
        await Assertions.Expect(page.Locator("[data-written]")).ToHaveAttributeAsync("data-written", $"{entries.Count}");
        return entries;
    }

    /// <summary>Schedules every talk of the tray, and keeps the timetable in the shared draft.</summary>
    public static async Task<int> ScheduleAsync(IPage page)
    {
        await page.GotoAsync("/admin/content/timetable");
        var talks = await page.Locator("#talk option").EvaluateAllAsync<string[]>("options => options.map((option) => option.value)");
        for (var i = 0; i < talks.Length; i++)
        {
            var session = 1 + i / TalksInASession;
            var at = StorySite.StartOf(session).AddMinutes(i % TalksInASession * MinutesOfATalk);
            await page.Locator("#talk").SelectOptionAsync(talks[i]);
            await page.Locator("#talk-place").SelectOptionAsync($"{session}");
            await page.Locator("#talk-at").FillAsync(at.ToString("HH:mm", CultureInfo.InvariantCulture));
            await page.Locator("#talk-until").FillAsync(at.AddMinutes(MinutesOfATalk).ToString("HH:mm", CultureInfo.InvariantCulture));
            await page.Locator("[data-action=schedule]").ClickAsync();
            await Assertions.Expect(page.Locator($"[data-row={talks[i]}]")).ToHaveCountAsync(1);
        }
        await page.Locator("[data-action=keep]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-timetable-draft]")).ToHaveCountAsync(1);
        return talks.Length;
    }

    public static async Task ReleaseAsync(IPage page)
    {
        await page.GotoAsync("/admin/content/draft");
        await page.Locator("[data-action=ask]").ClickAsync();
        await page.Locator("[data-action=release]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-empty]")).ToHaveCountAsync(1);
    }

    /// <summary>A text without what separates words, in which line breaks and hyphenation make no difference.</summary>
    public static string Squeezed(string text) => Gaps().Replace(text, "").Normalize();

    [GeneratedRegex(@"[\s\u00AD\u200B\u2010-]")]
    private static partial Regex Gaps();
}
