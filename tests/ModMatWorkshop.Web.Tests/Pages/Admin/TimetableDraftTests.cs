using AngleSharp.Html.Dom;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>What an organiser changes in the timetable is kept on the server until it is saved.</summary>
public sealed class TimetableDraftTests : IDisposable
{
    private const string Address = "/admin/content/timetable";
    private readonly ContentCopy content = new();
    private readonly SiteFactory site;

    public TimetableDraftTests() => site = new() { ContentPath = content.Path, RehearseFrom = "2021-08-01T12:00:00+02:00" };

    public void Dispose()
    {
        site.Dispose();
        content.Dispose();
    }

    [Fact]
    public async Task Changes_that_were_not_saved_are_offered_again_and_gone_once_they_are_saved()
    {
        using var organiser = await OrganiserClient.SignInAsync(site, Language.English);
        await organiser.OpenAsync(Address);
        await organiser.PressAsync("[data-row=i2] [data-down]");
        await organiser.PressAsync("[data-action=apply]", ("start-o18", "12h05"));
        var changes = organiser.Seen("[data-changes] li");

        // The browser is closed, and the page opened again later.
        await organiser.OpenAsync(Address);
        Assert.Equal((0, 1), (organiser.Seen("[data-unsaved]").Length, organiser.Seen("[data-draft=timetable]").Length));
        await organiser.OpenAsync("/admin/content");
        await organiser.OpenAsync(organiser.Page.QuerySelector("[data-draft=timetable] a")!.GetAttribute("href")!);
        await organiser.OpenAsync(organiser.Page.QuerySelector("[data-action=continue]")!.GetAttribute("href")!);
        Assert.Equal(changes, organiser.Seen("[data-changes] li"));
        Assert.Empty(organiser.Seen("[data-draft=timetable]"));

        await organiser.PressAsync("[data-action=save]");
        Assert.Contains("\"12:05\"", File.ReadAllText(Path.Combine(content.Path, "sessions/session-4.md")), StringComparison.Ordinal);
        Assert.Empty(organiser.Seen("[data-draft=timetable]"));
        Assert.Equal(0, await organiser.CountAsync<ContentDraft>(_ => true));
    }

    [Fact]
    public async Task Changes_are_forgotten_when_they_are_discarded_or_taken_back()
    {
        using var organiser = await OrganiserClient.SignInAsync(site, Language.English);
        foreach (var button in new[] { "[data-action=discard]", "[data-action=undo-last]" })
        {
            await organiser.OpenAsync(Address);
            await organiser.PressAsync("[data-row=i2] [data-down]");
            Assert.Equal(1, await organiser.CountAsync<ContentDraft>(_ => true));
            await organiser.PressAsync(button);
            Assert.Equal([], organiser.Seen("[data-unsaved], [data-draft=timetable]"));
            Assert.Equal(0, await organiser.CountAsync<ContentDraft>(_ => true));
        }
    }

    /// <summary>The script keeps the form as it is, with hours that no button has applied.</summary>
    [Fact]
    public async Task Hours_that_were_only_typed_come_back_too()
    {
        using var organiser = await OrganiserClient.SignInAsync(site, Language.English);
        await organiser.OpenAsync(Address);
        await organiser.PressAsync("[data-row=i2] [data-down]");
        var form = (IHtmlFormElement)organiser.Page.QuerySelector("[data-timetable]")!;
        // The button that a script does not press leads to where the script keeps the form.
        organiser.Page.QuerySelector("[data-action=apply]")!.SetAttribute("formaction", form.GetAttribute("data-draft-address"));
        await organiser.PressAsync("[data-action=apply]", ("start-o18", "12:05"));

        await organiser.OpenAsync($"{Address}?draft=1");
        Assert.Equal(["O6", "I2", "O18"], organiser.Seen("[data-changes] li").Select(line => line.Split(' ')[0].TrimEnd(',')));
    }
}
