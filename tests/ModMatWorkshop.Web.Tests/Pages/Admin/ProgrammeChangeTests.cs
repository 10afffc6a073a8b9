using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>76 people have registered; then the workshop moves by 14 days, one session is dropped and another one is added.</summary>
public sealed class ProgrammeChangeTests
{
    private const string Dropped = "2021-09-23-afternoon";
    private const string Added = "2021-10-08-afternoon";

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_number_follows_the_sessions_and_the_people_are_told_as_an_organiser_decides(Engine engine)
    {
        using var content = new ContentCopy();
        await using var site = new SiteFactory
        {
            ContentPath = content.Path,
            Engine = engine,
            RehearseFrom = OpenSite.Start,
        };
        await site.SeedRegistrationsAsync(76);
        using var organiser = await OrganiserClient.SignInAsync(site);
        var before = await FiguresAsync(organiser);
        Assert.Contains(before, f => f.Key == $"sheet {Dropped}" && f.Value.Length > 50);

        Move(content);
        await organiser.OpenAsync("/admin/content");
        await organiser.PressAsync("form:has(.facts) button");
        Assert.Equal(before, await FiguresAsync(organiser));
        await AgreeAsync(organiser);

        // Besides what belonged to the dropped session and what is new, every figure is the same, 14 days later. Who came only for the
        // dropped afternoon does not come to the buffet.
        Assert.Equal(
            before.Where(f => !BelongsTo(f.Key, Dropped, "coffee-thursday-afternoon")).Select(f => $"{Later(f.Key)}: {f.Value}"),
            (await FiguresAsync(organiser)).Where(f => !BelongsTo(f.Key, Added, "coffee-panel")).Select(f => $"{f.Key}: {f.Value}")
        );

        await AssertBuffetAsync(organiser);
        await organiser.OpenAsync("/admin/content");
        Assert.Single(organiser.Seen("[data-programme-change]"));
        await organiser.OpenAsync("/admin/content/programme");
        Assert.Equal(
            ["moved", "moved", "dropped", "moved", "added"],
            organiser.Page.QuerySelectorAll("[data-change]").Select(r => r.GetAttribute("data-change"))
        );
        Assert.Contains(
            organiser.Page.QuerySelector("#mail-preview pre")!.GetAttribute("lang") == "fr"
                ? "Jeudi 23 septembre, matin : déplacé au jeudi 7 octobre, matin. Votre réponse :"
                : "Thursday 23 September, morning: moved to Thursday 7 October, morning. Your answer:",
            organiser.Seen("#mail-preview pre")[0],
            StringComparison.Ordinal
        );
        var concerned = int.Parse(
            organiser.Page.QuerySelector("[data-change=added]")!.GetAttribute("data-people")!,
            CultureInfo.InvariantCulture
        );

        await organiser.PressAsync("[data-action=decide]");
        Assert.Equal(["Répondez à chaque question."], organiser.Seen("[data-notice]"));
        await organiser.PressAsync("[data-action=decide]", ($"put-{Added}", "everybody"), ("tell", "yes"));
        var told = await organiser.CountAsync<Registration>(r => r.Status == RegistrationStatus.Confirmed);
        Assert.Equal([$"C’est fait. {told} courriels partent."], organiser.Seen("[data-notice]"));
        Assert.Equal(told, await organiser.CountAsync<OutboxMessage>(m => m.Kind == MailKind.ProgrammeChanged));
        Assert.Equal(concerned, await organiser.CountAsync<RegistrationChange>(c => c.Action == "put down for an added half-day"));

        await organiser.OpenAsync("/admin/content");
        Assert.Equal([], organiser.Seen("[data-programme-change]"));
    }

    [Fact]
    public async Task A_timetable_that_nobody_has_looked_at_does_not_become_live()
    {
        using var content = new ContentCopy();
        await using var site = new SiteFactory { ContentPath = content.Path, RehearseFrom = OpenSite.Start };
        await site.SeedRegistrationsAsync(3);
        using var organiser = await OrganiserClient.SignInAsync(site);
        Move(content);
        await organiser.OpenAsync("/admin/content");
        await organiser.PressAsync("form:has(.facts) button");
        await organiser.OpenAsync("/admin/content/programme");

        content.Edit("sessions/session-1.md", "date: 2021-10-06", "date: some day");
        await organiser.PressAsync("[data-action=agree]");
        Assert.Equal(
            ["Les fichiers ont encore changé entre-temps : regardez de nouveau avant d’accepter."],
            organiser.Seen("[data-notice]")
        );
        await organiser.OpenAsync("/programme");
        Assert.Equal("h-2021-09-22", organiser.Page.QuerySelector("h2[id^=h-]")?.Id);
    }

    [Fact]
    public async Task Of_two_organisers_who_agree_the_second_is_told_that_it_is_done()
    {
        using var content = new ContentCopy();
        await using var site = new SiteFactory { ContentPath = content.Path, RehearseFrom = OpenSite.Start };
        await site.SeedRegistrationsAsync(3);
        using var first = await OrganiserClient.SignInAsync(site);
        using var second = await OrganiserClient.SignInAsync(site);
        Move(content);
        await first.OpenAsync("/admin/content");
        await first.PressAsync("form:has(.facts) button");
        await first.OpenAsync("/admin/content/programme");
        await second.OpenAsync("/admin/content/programme");

        await first.PressAsync("[data-action=agree]");
        await second.PressAsync("[data-action=agree]");
        Assert.Equal(["Quelqu’un a déjà décidé. Rien n’a été changé."], second.Seen("[data-notice]"));
        Assert.Equal(1, await first.CountAsync<AuditEntry>(e => e.Action == "agreed to the timetable"));
    }

    private static async Task AgreeAsync(OrganiserClient organiser)
    {
        await organiser.OpenAsync("/admin/content");
        await organiser.OpenAsync(organiser.Page.QuerySelector("[data-timetable-waits] a")!.GetAttribute("href")!);
        Assert.Equal(
            ["moved", "moved", "dropped", "moved", "added"],
            organiser.Page.QuerySelectorAll("[data-change]").Select(r => r.GetAttribute("data-change"))
        );
        await organiser.PressAsync("[data-action=agree]");
        Assert.Equal(["L’horaire est en ligne, et les réponses l’ont suivi."], organiser.Seen("[data-notice]"));
    }

    private static async Task AssertBuffetAsync(OrganiserClient organiser)
    {
        await organiser.OpenAsync("/admin/reports/caterer");
        Assert.Equal(
            await organiser.DbAsync(async db =>
                (await db.Registrations.Where(r => r.Status == RegistrationStatus.Confirmed && r.Place == Place.Seat).ToListAsync()).Count(
                    r => r.Details.Meals.Contains("buffet") && r.AttendanceAt(new(2021, 10, 7), HalfDay.Morning) == Attendance.InPerson
                )
            ),
            int.Parse(organiser.Page.QuerySelector("[data-serving=buffet] .num")!.TextContent, CultureInfo.InvariantCulture)
        );
    }

    private static void Move(ContentCopy content)
    {
        content.Edit("workshop.md", "start: 2021-09-22\nend: 2021-09-24", "start: 2021-10-06\nend: 2021-10-08");
        content.Edit("workshop.md", "date: 2021-09-23", "date: 2021-10-07");
        content.Edit("sessions/session-1.md", "date: 2021-09-22", "date: 2021-10-06");
        content.Edit("sessions/session-2.md", "date: 2021-09-23", "date: 2021-10-07");
        content.Edit("sessions/session-4.md", "date: 2021-09-24", "date: 2021-10-08");
        string[] removed =
        [
            "sessions/session-3.md",
            "contributions/i3.md",
            .. Enumerable.Range(10, 4).Select(n => $"contributions/o{n}.md"),
        ];
        foreach (var file in removed)
            content.Remove(file);
        content.Add(
            "sessions/session-5.md",
            """
            ---
            session: 5
            date: 2021-10-08
            half_day: afternoon
            slots:
              - { start: "14:00", end: "15:00", slug: panel, kind: opening, title: { fr: "Table ronde", en: "Panel" } }
              - { start: "15:00", end: "15:30", slug: coffee-panel, kind: break, title: { fr: "Pause café", en: "Coffee break" } }
            ---
            """
        );
    }

    /// <summary>The dashboard, the caterer's sheet, the reception list and the sign-in sheets, by what they count.</summary>
    private static async Task<IReadOnlyList<(string Key, string Value)>> FiguresAsync(OrganiserClient organiser)
    {
        var figures = new List<(string, string)>();
        await organiser.OpenAsync("/admin");
        foreach (var row in organiser.Page.QuerySelectorAll("#half-days [data-half-day]"))
            figures.Add(
                (
                    $"board {row.GetAttribute("data-half-day")}",
                    string.Join('/', row.QuerySelectorAll(".num").Select(c => c.TextContent.Trim()))
                )
            );
        foreach (var row in organiser.Page.QuerySelectorAll("#meals [data-meal]"))
            figures.Add(
                ($"board {row.GetAttribute("data-meal")}", string.Join('/', row.QuerySelectorAll(".num").Select(c => c.TextContent.Trim())))
            );
        await organiser.OpenAsync("/admin/reports/caterer");
        foreach (var row in organiser.Page.QuerySelectorAll("[data-serving]"))
            figures.Add(($"caterer {row.GetAttribute("data-serving")}", row.QuerySelector(".num")!.TextContent.Trim()));
        await organiser.OpenAsync("/admin/reports/reception");
        foreach (var day in organiser.Page.QuerySelectorAll("[data-day]"))
        foreach (var (half, column) in new[] { ("morning", 0), ("afternoon", 1) })
            figures.Add(
                (
                    $"reception {day.GetAttribute("data-day")}-{half}",
                    string.Join(
                        ' ',
                        day.QuerySelectorAll("[data-number]")
                            .Where(r => r.QuerySelectorAll("td.check-column")[column].TextContent.Contains('✓', StringComparison.Ordinal))
                            .Select(r => r.GetAttribute("data-number"))
                    )
                )
            );
        await organiser.OpenAsync("/admin/printables/sign-in");
        foreach (var sheet in organiser.Page.QuerySelectorAll("[data-half-day]").GroupBy(s => s.GetAttribute("data-half-day")))
            figures.Add(
                (
                    $"sheet {sheet.Key}",
                    string.Join(
                        ' ',
                        sheet.SelectMany(s => s.QuerySelectorAll("tr[data-number]").Select(r => r.GetAttribute("data-number")))
                    )
                )
            );
        return [.. figures.Where(f => f.Item2.Length > 0)];
    }

    private static bool BelongsTo(string key, string half, string meal) =>
        key.EndsWith(half, StringComparison.Ordinal)
        || key.EndsWith(meal, StringComparison.Ordinal)
        || key.EndsWith("buffet", StringComparison.Ordinal);

    private static string Later(string key) =>
        key.Split(' ') is [var what, var half] && HalfDayId.FromKey(half) is { } id
            ? $"{what} {(id with { Date = id.Date.AddDays(14) }).Key}"
            : key;
}
