using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Organisers edit the timetable in a browser without script.</summary>
public sealed class TimetableTests
{
    private const string Address = "/admin/content/timetable";
    private const string Before = "2021-08-01T12:00:00+02:00";
    private const string Thursday = "2021-09-23T09:50:00+02:00";

    [Fact]
    public async Task Several_changes_are_saved_together_and_undone_together()
    {
        using var content = new ContentCopy();
        await using var site = new SiteFactory { ContentPath = content.Path, RehearseFrom = Before };
        using var organiser = await OrganiserClient.SignInAsync(site);
        var (second, fourth) = (Read(content, "sessions/session-2.md"), Read(content, "sessions/session-4.md"));
        await organiser.OpenAsync(Address);
        await organiser.PressAsync("[data-row=i2] [data-down]");
        await organiser.PressAsync("[data-action=apply]", ("start-o18", "12h05"));
        Assert.Equal(
            ["O6 9 h 40–10 h 10 → 9 h 00–9 h 30", "I2 9 h 00–9 h 40 → 9 h 30–10 h 10", "O18 12 h 00–12 h 30 → 12 h 05–12 h 30"],
            organiser.Seen("[data-changes] li").Select(line => $"{line.Split(',')[0]} {line.Split(" : ")[^1].TrimEnd('.')}")
        );
        Assert.Equal(second, Read(content, "sessions/session-2.md"));

        await organiser.PressAsync("[data-action=save]");
        Assert.Equal(["Enregistré. Les lecteurs voient le nouvel horaire. Défaire"], organiser.Seen("[data-notice]"));
        AssertHas(content, "sessions/session-2.md", """{ start: "09:30", end: "10:10", contribution: I2 }""");
        AssertHas(content, "sessions/session-4.md", """{ start: "12:05", end: "12:30", contribution: O18 }""");
        Assert.Equal(2, await organiser.CountAsync<AuditEntry>(e => e.Action == "edited content"));

        await organiser.PressAsync("[data-action=undo]");
        Assert.Equal(["C’est annulé : l’horaire est celui d’avant."], organiser.Seen("[data-notice]"));
        Assert.Equal((second, fourth), (Read(content, "sessions/session-2.md"), Read(content, "sessions/session-4.md")));
    }

    [Fact]
    public async Task A_row_has_all_actions_and_what_contradicts_itself_is_said_beside_it_and_not_saved()
    {
        using var content = new ContentCopy();
        await using var site = new SiteFactory { ContentPath = content.Path, RehearseFrom = Before };
        using var organiser = await OrganiserClient.SignInAsync(site);
        await organiser.OpenAsync($"{Address}?row=o6");
        Assert.Equal(
            ["move", "swap", "later-5", "later-10", "later-15", "later-30", "cancel", "remove", "close"],
            organiser.Page.QuerySelectorAll("#open-row [data-action]").Select(b => b.GetAttribute("data-action"))
        );
        await organiser.PressAsync("[data-action=move]", ("at", "9:30"));
        Assert.Equal(["O6 commence avant la fin de I2.", "Rien pendant 10 min avant O7."], organiser.Seen("[data-contradiction]"));
        await organiser.PressAsync("[data-action=save]");
        Assert.Equal("Rien n’est enregistré : le nouvel horaire se contredirait.", organiser.Seen("[data-notice] p")[0]);
        Assert.Single(organiser.Seen("[data-unsaved]"));

        await organiser.PressAsync("[data-action=undo-last]");
        Assert.Equal([], organiser.Seen("[data-contradiction]"));
    }

    [Fact]
    public async Task A_timetable_that_has_changed_meanwhile_is_shown_again_with_the_changes()
    {
        using var content = new ContentCopy();
        await using var site = new SiteFactory { ContentPath = content.Path, RehearseFrom = Before };
        using var first = await OrganiserClient.SignInAsync(site);
        using var second = await OrganiserClient.SignInAsync(site);
        await first.OpenAsync(Address);
        await second.OpenAsync(Address);
        await first.PressAsync("[data-action=apply]", ("start-o7", "10:15"));
        await first.PressAsync("[data-action=save]");
        AssertHas(content, "sessions/session-2.md", "\"10:15\"");
        await second.PressAsync("[data-action=apply]", ("start-o18", "12:05"));
        content.Edit("sessions/session-3.md", "\"16:30\", end: \"17:00\"", "\"16:40\", end: \"17:00\"");
        await second.PressAsync("[data-action=save]");
        Assert.Equal(
            "L’horaire a changé entre-temps. Rien n’est enregistré ; voici ce que vos changements y feraient maintenant.",
            second.Seen("[data-notice] p")[0]
        );
        await second.PressAsync("[data-action=save]");
        AssertHas(content, "sessions/session-2.md", "\"10:15\"");
        AssertHas(content, "sessions/session-3.md", "\"16:40\"");
        AssertHas(content, "sessions/session-4.md", "\"12:05\"");
    }

    [Fact]
    public async Task A_row_is_added_and_a_talk_that_was_removed_is_scheduled_again()
    {
        using var content = new ContentCopy();
        await using var site = new SiteFactory { ContentPath = content.Path, RehearseFrom = Before };
        using var organiser = await OrganiserClient.SignInAsync(site);
        await organiser.OpenAsync($"{Address}?row=o7");
        await organiser.PressAsync("[data-action=remove]");
        await organiser.PressAsync(
            "[data-action=insert]",
            ("new-place", "2"),
            ("new-at", "10:10"),
            ("new-until", "10:40"),
            ("kind", "Break"),
            ("title-fr", "Pause"),
            ("title-en", "")
        );
        await organiser.PressAsync("[data-action=save]");
        AssertHas(content, "sessions/session-2.md", "slug: pause, kind: break, title: \"Pause\"");
        await organiser.OpenAsync("/resumes/o7");
        Assert.Equal(System.Net.HttpStatusCode.OK, organiser.Status);

        await organiser.OpenAsync(Address);
        await organiser.PressAsync("[data-action=schedule]", ("talk-place", "3"), ("talk-at", "17:00"), ("talk-until", "17:30"));
        await organiser.PressAsync("[data-action=save]");
        AssertHas(content, "sessions/session-3.md", "contribution: O7");
    }

    [Fact]
    public async Task Readers_see_the_old_hours_and_why_a_talk_is_cancelled()
    {
        using var content = new ContentCopy();
        await using var site = new SiteFactory { ContentPath = content.Path, RehearseFrom = Thursday };
        using var organiser = await OrganiserClient.SignInAsync(site);
        await organiser.OpenAsync($"{Address}?row=o13");
        await organiser.PressAsync("[data-action=cancel]", ("because-fr", "Train <supprimé>"), ("because-en", "Train cancelled"));
        await organiser.PressAsync("[data-row=o12] [data-edit]");
        await organiser.PressAsync("[data-action=later-5]");
        await organiser.PressAsync("[data-action=save]");
        await organiser.OpenAsync("/programme");
        Assert.Equal(["Train <supprimé>"], organiser.Seen("#o13 .slot-because"));
        Assert.Equal(["16 h 05–16 h 35"], organiser.Seen("#o12 .slot-time > .hours").Select(Hours));
        Assert.Equal(["16 h 00–16 h 30"], organiser.Seen("#o12 .previous-hours").Select(Hours));
        await organiser.OpenAsync("/en/abstracts/o13");
        Assert.Single(organiser.Page.QuerySelectorAll(".mark-cancelled + span"), s => s.TextContent == "Train cancelled");
    }

    private static string Hours(string text) => text.Replace(" –", "–", StringComparison.Ordinal);

    private static void AssertHas(ContentCopy content, string name, string text) =>
        Assert.Contains(text, Read(content, name), StringComparison.Ordinal);

    private static string Read(ContentCopy content, string name) => File.ReadAllText(Path.Combine(content.Path, name));
}
