using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Call;

/// <summary>
/// Submission 1 is written by Nora Newcomer and sent by Pat. It is marked, discussed, accepted and about to be told; submission 2 is
/// nobody's. An author, the sender and somebody with a declared conflict see and change nothing of the first; everybody else does.
/// </summary>
public sealed class OwnSubmissionTests : IDisposable
{
    private const string Word = "Xyzzy-word";
    private const string Remark = "Xyzzy-remark";
    private const string Title = "The own heat";

    private static readonly DateTimeOffset Now = new(2021, 9, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly CallSite sites = new();

    public static TheoryData<Engine, string, OrganiserRoles> People =>
        new()
        {
            { Engine.Sqlite, "author", OrganiserRoles.Chair | OrganiserRoles.Programme | OrganiserRoles.Registration },
            { Engine.Sqlite, "sender", OrganiserRoles.Organiser },
            { Engine.Sqlite, "declared", OrganiserRoles.Organiser },
            { Engine.Sqlite, "other", OrganiserRoles.Organiser },
            { Engine.Postgres, "author", OrganiserRoles.Organiser },
            { Engine.Postgres, "declared", OrganiserRoles.Chair },
            { Engine.Postgres, "other", OrganiserRoles.Organiser },
        };

    [Theory, MemberData(nameof(People))]
    public async Task Who_has_a_part_in_a_submission_finds_nothing_of_it_on_any_page_or_export(
        Engine engine,
        string who,
        OrganiserRoles roles
    )
    {
        if (engine == Engine.Postgres && PostgresCluster.WhyMissing is not null)
            return;
        var site = sites.At("2021-09-11T09:00", engine);
        using var client = await SignedInAsync(site, who, roles);
        var (secrets, rows, own) = (new HashSet<string>(), new List<string>(), new List<string>());
        foreach (var address in Addresses(site).Append("/admin/call/letters?letter=accepted").Append("/admin/log?format=csv"))
        {
            using var answer = await client.Http.GetAsync(address);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
            foreach (var secret in new[] { Word, Remark, "submissions 1, 2: poster" })
                if (body.Contains(secret, StringComparison.Ordinal))
                    secrets.Add(secret);
            foreach (var mark in new[] { "data-submission=\"1\"", "data-waiting=\"1\"", "data-own", "data-own=\"1\"" })
                if (body.Contains(mark, StringComparison.Ordinal))
                    (mark.StartsWith("data-own", StringComparison.Ordinal) ? own : rows).Add($"{address} {mark}");
            // The page of the submission shows its text, which its author knows.
            if (body.Contains(Title, StringComparison.Ordinal))
                rows.Add(address);
        }

        if (who == "other")
        {
            Assert.Equal([Remark, Word, "submissions 1, 2: poster"], secrets.Order(StringComparer.Ordinal));
            Assert.Contains("/admin/call/export.csv", rows);
            Assert.Contains("/admin/call data-submission=\"1\"", rows);
            Assert.Contains("/admin/call/programme data-waiting=\"1\"", rows);
            Assert.Empty(own);
        }
        else
        {
            Assert.Empty(secrets);
            Assert.Equal(["/admin/call/1"], rows);
            Assert.Equal(
                ["/admin/call data-own", "/admin/call data-own=\"1\"", "/admin/call/1 data-own"],
                own.Order(StringComparer.Ordinal)
            );
        }
    }

    [Theory, MemberData(nameof(People))]
    public async Task Who_has_a_part_in_a_submission_changes_nothing_of_it(Engine engine, string who, OrganiserRoles roles)
    {
        if (engine == Engine.Postgres && PostgresCluster.WhyMissing is not null)
            return;
        var site = sites.At("2021-09-11T09:00", engine);
        using var client = await SignedInAsync(site, who, roles);
        var before = await StateAsync(site);
        await client.OpenAsync("/admin/call/2");
        var token = client.Page.QuerySelector($"main input[name={FormToken.Field}]")!.GetAttribute("value")!;

        await PostAsync("/admin/call/decide?handler=Decide", ("n", "1"), ("n", "2"), ("decision", "no"), ("batch", $"{Guid.NewGuid()}"));
        await PostAsync("/admin/call/1?handler=Unassign", ("reviewer", "91"));
        await PostAsync("/admin/call/1?handler=Assign", ("reviewer", "92"));
        await PostAsync("/admin/call/1?handler=Comment", ("text", "Mine"));
        await PostAsync("/admin/call/decide?handler=Undo", ("batch", $"{Guid.Empty}"));

        var after = await StateAsync(site);
        if (who == "other")
            Assert.Equal(("1 no, 2 no", "1 90, 1 92, 2 90", 2), after);
        else
            Assert.Equal(("1 poster, 2 no", before.Reviews, before.Remarks), after);

        async Task PostAsync(string address, params (string Name, string Value)[] fields)
        {
            await client.PostAsync(
                address,
                new FormUrlEncodedContent([
                    .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
                    KeyValuePair.Create(FormToken.Field, token),
                ])
            );
            Assert.NotEqual(HttpStatusCode.InternalServerError, client.Status);
        }
    }

    [Fact]
    public async Task Chair_declares_a_conflict_and_then_others_decide()
    {
        var site = sites.At("2021-09-11T09:00");
        using var client = await SignedInAsync(site, "other", OrganiserRoles.Chair);
        await client.OpenAsync("/admin/call/1");
        Assert.Contains(Remark, client.Page.QuerySelector("#discussion")!.TextContent, StringComparison.Ordinal);

        await client.DoAsync("conflict");

        Assert.NotNull(client.Page.QuerySelector("[data-own]"));
        Assert.Null(client.Page.QuerySelector("#discussion"));
        await client.OpenAsync("/admin/call");
        Assert.Equal(["2"], client.Page.QuerySelectorAll("[data-submission]").Select(r => r.GetAttribute("data-submission")));
    }

    private static async Task<RegistrationClient> SignedInAsync(SiteFactory site, string who, OrganiserRoles roles)
    {
        var http = await site.SignedInAsync(roles, Language.English);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var account = await db.Organisers.OrderByDescending(o => o.Number).FirstAsync();
        account.Name = who == "author" ? "N. Newcomer" : "Zoé Unrelated";
        if (!await db.Submissions.AnyAsync())
            await PlantAsync(db, account, who);
        return new(site, http);
    }

    private static async Task PlantAsync(WorkshopDb db, Organiser account, string who)
    {
        Assert.True(EmailAddress.TryParse(who == "sender" ? account.Email! : "pat@example.org", out var pat));
        Assert.True(EmailAddress.TryParse("x@example.org", out var nobody));
        foreach (var (number, email, author) in new[] { (1, pat, "Newcomer"), (2, nobody, "Nobody") })
        {
            var submission = Submission.New(Guid.NewGuid(), number, email, Now);
            submission.Keep(
                new()
                {
                    Title = number == 1 ? Title : "The heat of others",
                    Kind = "poster",
                    Language = "en",
                    Authors = [new("Nora", author, [1])],
                    Affiliations = ["LAAS-CNRS, Toulouse"],
                    Abstract = "We measure.",
                    IsAgreed = true,
                },
                Language.English,
                Now
            );
            submission.Submit(Now);
            submission.Confirm(Now);
            db.Submissions.Add(submission);
            var assessment = new Assessment { SubmissionId = submission.Id };
            assessment.Decide(CallDecision.Accepted("poster"), Now);
            db.Assessments.Add(assessment);
            if (number == 1)
                AddReviews(db, submission.Id, who == "declared" ? account.Number : null);
            else
                db.Reviews.Add(ReviewOf(submission.Id, 90));
        }
        db.AuditLog.Add(
            AuditEntry.Of(new("organiser 90"), DateTimeOffset.UtcNow, "decided on submissions", null, "submissions 1, 2: poster")
        );
        foreach (var number in new[] { 90, 91, 92 })
            db.Organisers.Add(
                new()
                {
                    Number = number,
                    UserName = $"reader{number}@example.org",
                    NormalizedUserName = $"READER{number}@EXAMPLE.ORG",
                    Name = $"Reader {(char)('a' + number)}",
                    Roles = OrganiserRoles.Reviewer,
                    Language = Language.English,
                    CreatedAt = Now,
                }
            );
        await db.SaveChangesAsync();
    }

    private static void AddReviews(WorkshopDb db, Guid submission, int? declared)
    {
        var marked = ReviewOf(submission, 90);
        marked.Give(Mark.A, new(Word), Now);
        db.Reviews.AddRange(marked, ReviewOf(submission, 91));
        db.ReviewComments.Add(
            new()
            {
                SubmissionId = submission,
                Author = 90,
                At = Now,
                Text = Remark,
            }
        );
        if (declared is not { } number)
            return;
        var conflict = ReviewOf(submission, number);
        conflict.DeclareConflict(Now);
        db.Reviews.Add(conflict);
    }

    private static Domain.Call.Review ReviewOf(Guid submission, int reviewer) =>
        new()
        {
            SubmissionId = submission,
            Reviewer = reviewer,
            AssignedAt = Now,
        };

    /// <summary>The pages and files of the call, and the audit log, for submission 1.</summary>
    private static IEnumerable<string> Addresses(SiteFactory site) =>
        site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/'))
            .Where(route =>
                new[] { "/admin/call", "/admin/log", "/admin/reports/call" }.Any(r => route.StartsWith(r, StringComparison.Ordinal))
            )
            .Select(route =>
                route
                    .Replace("{number:int}", "1", StringComparison.Ordinal)
                    .Replace("{n:int}", "1", StringComparison.Ordinal)
                    .Replace("{use}", nameof(SubmissionFileUse.Figure), StringComparison.Ordinal)
            )
            .Distinct()
            .Order(StringComparer.Ordinal);

    /// <summary>The decisions, the assignments without conflicts, and the number of remarks.</summary>
    private static async Task<(string Decisions, string Reviews, int Remarks)> StateAsync(SiteFactory site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var numbers = await db.Submissions.ToDictionaryAsync(s => s.Id, s => s.Number);
        return (
            string.Join(
                ", ",
                (await db.Assessments.AsNoTracking().ToListAsync()).Select(a => $"{numbers[a.SubmissionId]} {a.Decision.Key}").Order()
            ),
            string.Join(
                ", ",
                (await db.Reviews.AsNoTracking().Where(r => r.ConflictAt == null).ToListAsync())
                    .Select(r => $"{numbers[r.SubmissionId]} {r.Reviewer}")
                    .Order()
            ),
            await db.ReviewComments.CountAsync()
        );
    }

    public void Dispose() => sites.Dispose();
}
