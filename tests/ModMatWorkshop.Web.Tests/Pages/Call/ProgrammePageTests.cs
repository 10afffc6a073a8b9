using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Call;

public sealed class ProgrammePageTests : IDisposable
{
    private readonly CallSite sites = new();

    [Fact]
    public async Task Accepted_submission_is_on_the_site_and_in_the_tray_after_one_press()
    {
        var site = sites.At("2021-09-11T09:00");
        await AcceptAsync(site);
        using var chair = new RegistrationClient(site, await site.SignedInAsync(OrganiserRoles.Chair, Language.English));
        await chair.OpenAsync("/admin/call");
        Assert.Null(chair.Page.QuerySelector("[data-programme]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await chair.OpenAsync("/admin/call/programme")).Status);

        using var organiser = new RegistrationClient(site, await site.SignedInAsync(OrganiserRoles.Organiser, Language.English));
        await organiser.OpenAsync("/admin/call");
        Assert.NotNull(organiser.Page.QuerySelector("[data-programme]"));
        await organiser.OpenAsync("/admin/call/programme");
        var code = organiser.Page.QuerySelector("[data-waiting='1']")!.GetAttribute("data-code")!;
        await organiser.DoAsync("enter");

        Assert.Equal("1", organiser.Page.QuerySelector("[data-written]")!.GetAttribute("data-written"));
        Assert.Null(organiser.Page.QuerySelector("[data-waiting]"));
        Assert.Equal(code, organiser.Page.QuerySelector("[data-there='1'] a")!.TextContent);
        Assert.Contains("The new heat", await organiser.Http.GetStringAsync("/admin/content/timetable"), StringComparison.Ordinal);
        var editor = organiser.Page.QuerySelector("[data-there='1'] a")!.GetAttribute("href")!;
        Assert.Contains("The new heat", await organiser.Http.GetStringAsync(editor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_talk_in_the_shared_draft_is_scheduled_there_and_released_with_the_timetable()
    {
        var site = sites.At("2021-09-11T09:00");
        await AcceptAsync(site);
        using var organiser = new RegistrationClient(site, await site.SignedInAsync(OrganiserRoles.Organiser, Language.English));
        await organiser.OpenAsync("/admin/call/programme");
        var code = organiser.Page.QuerySelector("[data-waiting='1']")!.GetAttribute("data-code")!.ToLowerInvariant();
        await organiser.DoAsync("keep");

        await organiser.OpenAsync("/admin/content/timetable");
        Assert.Equal([code], organiser.Page.QuerySelectorAll("#talk option").Select(o => o.GetAttribute("value")));
        await organiser.Fill("talk-place", "3").Fill("talk-at", "17:00").Fill("talk-until", "17:20").DoAsync("schedule");
        await organiser.DoAsync("keep");
        await organiser.OpenAsync("/admin/content/draft?ask=release");
        await organiser.DoAsync("release");
        Assert.Contains("The new heat", await organiser.Http.GetStringAsync("/en/programme"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_wait_enter_together_although_the_page_shows_a_hundred()
    {
        const int All = 101;
        var site = sites.At("2021-09-11T09:00");
        for (var number = 1; number <= All; number++)
            await AcceptAsync(site, number, "poster");
        using var organiser = new RegistrationClient(site, await site.SignedInAsync(OrganiserRoles.Organiser, Language.English));
        await organiser.OpenAsync("/admin/call/programme");
        Assert.Equal(100, organiser.Page.QuerySelectorAll("[data-waiting]").Length);
        await organiser.Fill("all", "yes").DoAsync("enter");

        Assert.Equal("101", organiser.Page.QuerySelector("[data-written]")!.GetAttribute("data-written"));
        Assert.Equal(100, organiser.Page.QuerySelectorAll("[data-there]").Length);
        await organiser.OpenAsync("/admin/call/programme?page=2");
        Assert.Equal("101", Assert.Single(organiser.Page.QuerySelectorAll("[data-there]")).GetAttribute("data-there"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_has_left_the_call_is_cancelled_or_taken_out_after_a_preview(Engine engine)
    {
        var site = sites.At("2021-09-11T09:00", engine);
        await AcceptAsync(site);
        using var organiser = new RegistrationClient(site, await site.SignedInAsync(OrganiserRoles.Organiser, Language.English));
        await organiser.OpenAsync("/admin/call/programme");
        await organiser.DoAsync("enter");
        Assert.Empty(organiser.Page.QuerySelectorAll("[data-way], [data-to-leave]"));
        var code = organiser.Page.QuerySelector("[data-there='1'] a")!.TextContent;
        await organiser.OpenAsync("/admin/call/programme/leave?n=1&way=cancel");
        Assert.Null(organiser.Page.QuerySelector("[data-exit]"));
        await WithdrawAsync(site);

        await organiser.OpenAsync("/admin/call/programme");
        Assert.Equal(["out", "cancel"], organiser.Page.QuerySelectorAll("[data-way]").Select(w => w.GetAttribute("data-way")));
        Assert.Equal("1", organiser.Page.QuerySelector("[data-to-leave]")!.GetAttribute("data-to-leave"));
        await organiser.OpenAsync("/admin/call/programme/leave?n=1&way=cancel");
        Assert.Contains("cancelled: true", organiser.Page.QuerySelector("[data-difference]")!.TextContent, StringComparison.Ordinal);
        Assert.True(File.Exists(FileOf(code)));
        await organiser.DoAsync("leave");
        Assert.Contains("cancelled: true", await File.ReadAllTextAsync(FileOf(code)), StringComparison.Ordinal);
        Assert.NotNull(organiser.Page.QuerySelector("[data-left]"));
        Assert.Equal(["out"], organiser.Page.QuerySelectorAll("[data-way]").Select(w => w.GetAttribute("data-way")));

        await organiser.OpenAsync("/admin/call/programme/leave?n=1&way=out");
        // Somebody writes into the file meanwhile: nothing of theirs is deleted.
        await File.AppendAllTextAsync(FileOf(code), "\nMore.\n");
        await organiser.DoAsync("leave");
        Assert.Equal((HttpStatusCode.Conflict, true), (organiser.Status, File.Exists(FileOf(code))));
        await organiser.DoAsync("leave");
        Assert.False(File.Exists(FileOf(code)));
        Assert.Empty(organiser.Page.QuerySelectorAll("[data-there], [data-waiting]"));
    }

    private string FileOf(string code) => Path.Combine(sites.ContentPath, "contributions", $"{code.ToLowerInvariant()}.md");

    private static async Task WithdrawAsync(SiteFactory site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        (await db.Submissions.SingleAsync()).Withdraw(new(2021, 9, 11, 0, 0, 0, TimeSpan.Zero));
        await db.SaveChangesAsync();
    }

    private static async Task AcceptAsync(SiteFactory site, int number = 1, string kind = "oral")
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        Assert.True(EmailAddress.TryParse($"author{number}@example.org", out var email));
        var now = new DateTimeOffset(2021, 9, 1, 0, 0, 0, TimeSpan.Zero);
        var submission = Submission.New(Guid.NewGuid(), number, email!, now);
        submission.Keep(
            new()
            {
                Title = "The new heat",
                Kind = kind,
                Language = "en",
                Authors = [new("Nora", "Newcomer", [1])],
                Affiliations = ["LAAS-CNRS, Toulouse"],
                Abstract = "We measure.",
                IsAgreed = true,
            },
            Language.English,
            now
        );
        submission.Submit(now);
        var assessment = new Assessment { SubmissionId = submission.Id };
        assessment.Decide(CallDecision.Accepted(kind), now);
        db.Submissions.Add(submission);
        db.Assessments.Add(assessment);
        await db.SaveChangesAsync();
    }

    public void Dispose() => sites.Dispose();
}
