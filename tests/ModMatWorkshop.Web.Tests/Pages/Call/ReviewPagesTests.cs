using System.Globalization;
using System.Net;
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

/// <summary>Reading and deciding, through the door: the chair assigns and decides, the reviewer reads and marks.</summary>
public sealed class ReviewPagesTests : IDisposable
{
    private readonly CallSite sites = new();

    [Theory, OnSqlite, OnPostgres]
    public async Task Chair_assigns_reviewer_marks_and_chair_decides_and_undoes(Engine engine)
    {
        var site = sites.At("2021-09-11T09:00", engine);
        await SubmitAsync(site, 3);
        using var reader = await SignedInAsync(site, OrganiserRoles.Reviewer);
        using var chair = await SignedInAsync(site, OrganiserRoles.Chair);

        await chair.OpenAsync("/admin/call/assign?method=evenly&reviews=1");
        Assert.Equal("3", chair.Page.QuerySelector("[data-after]")!.GetAttribute("data-after"));
        await chair.DoAsync("assign");

        await reader.OpenAsync("/admin/call/review");
        Assert.Equal(["1", "2", "3"], All(reader, "data-review"));
        await reader.OpenAsync("/admin/call/review/1");
        await reader.Fill("word", "Half a thought").PressAsync("button[value=later]");
        Assert.Equal("/admin/call/review/2?done=kept&of=1", reader.Address);
        await reader.PressAsync("button[value=C]");
        await reader.OpenAsync("/admin/call/review/1");
        Assert.Equal("Half a thought", reader.Page.QuerySelector("#word")!.TextContent.Trim());
        Assert.Null(reader.Page.QuerySelector("#discussion"));
        await reader.PressAsync("button[value=A]");
        Assert.Equal("/admin/call/review/3?done=A&of=1", reader.Address);
        await reader.OpenAsync("/admin/call/review/1");
        await reader.Fill("text", "I was there.").PressAsync("#discussion button");
        Assert.Equal("I was there.", reader.Page.QuerySelector("[data-remark] .call-message")!.TextContent.Trim());

        await chair.OpenAsync("/admin/call?sort=mean");
        Assert.Equal(["1", "2", "3"], All(chair, "data-submission"));
        Assert.Equal(["1/1", "1/1", "0/1"], All(chair, "data-read").Where(v => v.Contains('/', StringComparison.Ordinal)));
        Assert.Equal(["3"], All(await chair.OpenAsync("/admin/call?read=missing"), "data-submission"));
        await chair.OpenAsync("/admin/call");
        await chair.Fill("n", "1", "2").Fill("decision", "poster").PressAsync("#decide button");
        Assert.Equal(["changed", "changed"], All(chair, "data-result"));
        await chair.DoAsync("decide");
        Assert.Equal(["poster", "poster", "undecided"], All(chair, "data-decision"));
        Assert.Equal(["1", "2"], All(await chair.OpenAsync("/admin/call?decision=poster"), "data-submission"));
        await chair.Http.GetAsync("/admin/call");
        await chair.OpenAsync("/admin/call");
        await chair.Fill("n", "1").Fill("decision", "no").PressAsync("#decide button");
        await chair.DoAsync("decide");
        await chair.DoAsync("undo");
        Assert.Equal(["poster", "poster", "undecided"], All(chair, "data-decision"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Chair_decides_and_sends_letters_and_the_author_reads_and_answers(Engine engine)
    {
        var site = sites.At("2021-09-11T09:00", engine);
        await SubmitAsync(site, 2);
        using var chair = await SignedInAsync(site, OrganiserRoles.Chair);
        using var author = new RegistrationClient(site);
        var link = await site.SubmissionLinkAsync("author1@example.org");
        await chair.OpenAsync("/admin/call");
        await chair.Fill("n", "1").Fill("decision", "poster").PressAsync("#decide button");
        await chair.DoAsync("decide");
        await author.OpenAsync(link);
        Assert.Empty(All(author, "data-told"));

        await chair.OpenAsync("/admin/call/letters");
        Assert.Equal(["1", "0", "0"], All(chair, "data-due"));
        await chair.OpenAsync("/admin/call/letters?letter=accepted");
        Assert.Equal(["fr", "en"], All(chair, "data-preview"));
        var letter = chair.Page.QuerySelector("[data-preview=en]")!.TextContent;
        Assert.Contains("The heat 1 of Lovelace", letter, StringComparison.Ordinal);
        Assert.Contains("Poster", letter, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("/my-submission/***", letter, StringComparison.Ordinal);
        Assert.DoesNotContain(link, letter, StringComparison.Ordinal);
        await chair.DoAsync("send");
        Assert.Equal(["0", "0", "0"], All(chair, "data-due"));
        Assert.Equal(["1"], All(chair, "data-unanswered"));

        await author.OpenAsync(link);
        Assert.Equal(["poster"], All(author, "data-told"));
        Assert.Equal(["none"], All(author, "data-answer"));
        await author.DoAsync("come");
        Assert.Equal(["confirmed"], All(author, "data-answer"));
        Assert.Equal(["seat"], All(author, "data-presenter"));
        await author.DoAsync("notcome");
        Assert.Equal(["declined"], All(author, "data-answer"));
        Assert.Empty(All(await chair.OpenAsync("/admin/call/letters"), "data-unanswered"));
    }

    [Fact]
    public async Task Chair_opens_the_report_on_the_call_and_no_other()
    {
        var site = sites.At("2021-09-11T09:00");
        await SubmitAsync(site, 1);
        using var chair = await SignedInAsync(site, OrganiserRoles.Chair);
        await chair.OpenAsync("/admin/call");
        var link = chair.Page.QuerySelector("[data-report]")!.GetAttribute("href")!;

        Assert.Equal(HttpStatusCode.OK, (await chair.OpenAsync(link)).Status);
        Assert.Empty(chair.Page.QuerySelectorAll("main a[href='/admin/attendees'], main a[href='/admin/printables']"));
        foreach (var ending in new[] { ".csv", ".xlsx" })
            Assert.Equal(HttpStatusCode.OK, (await chair.Http.GetAsync(link + ending)).StatusCode);
        foreach (
            var closed in new[] { "/admin/reports/caterer", "/admin/reports/caterer.csv", "/admin/reports/callers", "/admin/printables" }
        )
            Assert.Equal(HttpStatusCode.Forbidden, (await chair.OpenAsync(closed)).Status);
    }

    [Fact]
    public async Task Reviewer_reaches_only_what_is_assigned_to_them()
    {
        var site = sites.At("2021-09-11T09:00");
        await SubmitAsync(site, 2);
        using var reader = await SignedInAsync(site, OrganiserRoles.Reviewer);
        var email = await site.OrganiserAsync(OrganiserRoles.Reviewer);
        using var chair = await SignedInAsync(site, OrganiserRoles.Chair);
        await chair.OpenAsync("/admin/call/1");
        await chair.Fill("reviewer", "1").PressAsync("#assign button");

        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync("/admin/call/review/1")).Status);
        var form = reader.Fields((AngleSharp.Html.Dom.IHtmlFormElement)reader.Page.QuerySelector("#mark")!).ToList();
        foreach (var foreign in new[] { "2", "3", "0", "99999" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync($"/admin/call/review/{foreign}")).Status);
            foreach (var handler in new[] { "Mark", "Conflict", "Comment" })
            {
                await reader.PostAsync(
                    $"/admin/call/review/{foreign}?handler={handler}",
                    new FormUrlEncodedContent([.. form, new("mark", "A"), new("text", "x")])
                );
                Assert.Equal((handler, HttpStatusCode.NotFound), (handler, reader.Status));
            }
        }
        foreach (var closed in new[] { "/admin/call", "/admin/call/1", "/admin/call/assign", "/admin/call/export.csv", "/admin" })
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.OpenAsync(closed)).Status);

        await reader.OpenAsync("/admin/call/review/1");
        await reader.PressAsync("#conflict button");
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.OpenAsync("/admin/call/review/1")).Status);
        Assert.DoesNotContain("The heat", reader.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blind_call_shows_a_reviewer_no_name_on_any_page()
    {
        using var content = new ContentCopy();
        content.Edit("workshop.md", "\ncommittee:\n", $"\n{CallSite.Call}  blind: true\ncommittee:\n");
        await using var site = new SiteFactory { ContentPath = content.Path, RehearseFrom = "2021-09-11T09:00" };
        await SubmitAsync(site, 1);
        using var reader = await SignedInAsync(site, OrganiserRoles.Reviewer);
        using var chair = await SignedInAsync(site, OrganiserRoles.Chair);
        await chair.OpenAsync("/admin/call/1");
        Assert.Contains("Lovelace", chair.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await chair.Fill("reviewer", "1").PressAsync("#assign button");

        foreach (var address in new[] { "/admin/call/review", "/admin/call/review/1" })
        {
            var html = (await reader.OpenAsync(address)).Page.QuerySelector("main")!.OuterHtml;
            Assert.Contains("The heat", html, StringComparison.Ordinal);
            foreach (var secret in new[] { "Lovelace", "LAAS", "author1@", "0000-0002-1825-0097", "Thanks" })
                Assert.DoesNotContain(secret, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Mark_without_a_button_says_so_and_keeps_the_comment()
    {
        var site = sites.At("2021-09-11T09:00");
        await SubmitAsync(site, 1);
        using var reader = await SignedInAsync(site, OrganiserRoles.Reviewer);
        using var chair = await SignedInAsync(site, OrganiserRoles.Chair);
        await chair.OpenAsync("/admin/call/1");
        await chair.Fill("reviewer", "1").PressAsync("#assign button");

        await reader.OpenAsync("/admin/call/review/1");
        var fields = reader.Fields((AngleSharp.Html.Dom.IHtmlFormElement)reader.Page.QuerySelector("#mark")!).Where(f => f.Key != "word");
        await reader.PostAsync("/admin/call/review/1?handler=Mark", new FormUrlEncodedContent([.. fields, new("word", "Kept\u0001.")]));
        Assert.NotNull(reader.Page.QuerySelector("[data-error]"));
        Assert.Equal("Kept.", reader.Page.QuerySelector("#word")!.TextContent.Trim());
    }

    private static async Task<RegistrationClient> SignedInAsync(SiteFactory site, OrganiserRoles roles) =>
        new(site, await site.SignedInAsync(roles, Language.English));

    private static async Task SubmitAsync(SiteFactory site, int count)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        for (var n = 1; n <= count; n++)
        {
            Assert.True(EmailAddress.TryParse($"author{n}@example.org", out var email));
            var now = new DateTimeOffset(2021, 9, 1, 0, 0, n, TimeSpan.Zero);
            var submission = Submission.New(Guid.NewGuid(), n, email!, now);
            submission.Keep(
                new()
                {
                    Title = string.Create(CultureInfo.InvariantCulture, $"The heat {n} of Lovelace"),
                    Kind = "oral",
                    Topics = ["potentials"],
                    Language = "en",
                    Authors = [new("Ada", "Lovelace", [1], "0000-0002-1825-0097")],
                    Affiliations = ["LAAS-CNRS, Toulouse"],
                    Abstract = "We measure $k_B T$ at LAAS.\n\n## Acknowledgements\n\nThanks to Lovelace.",
                    IsAgreed = true,
                },
                Language.English,
                now
            );
            submission.Submit(now);
            submission.Confirm(now);
            db.Submissions.Add(submission);
        }
        await db.SaveChangesAsync();
    }

    private static string[] All(RegistrationClient client, string attribute) =>
        [.. client.Page.QuerySelectorAll($"main [{attribute}]").Select(row => row.GetAttribute(attribute)!)];

    public void Dispose() => sites.Dispose();
}
