using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace ModMatWorkshop.Web.Tests.Pages.Call;

/// <summary>
/// Ten thousand submissions with three reviews each by sixty reviewers. The test reports how long each page takes and how much CPU, of
/// which other work on the machine takes nothing, but sets no limit, because a busy machine would exceed it.
/// </summary>
[Trait("Category", "prove")]
public sealed class LargeCallTests(ITestOutputHelper report) : IDisposable
{
    private const int Submissions = 10_000;
    private const int Reviewers = 60;

    private static readonly (string Address, int Rows)[] ChairPages =
    [
        ("/admin/call", 100),
        ("/admin/call?page=100", 100),
        ("/admin/call?sort=mean", 100),
        ("/admin/call?sort=spread&page=50", 100),
        ("/admin/call?sort=missing&kind=oral", 100),
        ("/admin/call?topic=rare-events&read=missing&sort=decision", 100),
        ("/admin/call?topic=potentials&read=missing", 100),
        ("/admin/call?decision=poster", 100),
        ("/admin/call?decision=undecided&sort=kind", 100),
        ("/admin/call?read=none", 0),
        ("/admin/reports/call", 0),
        ("/admin/call/9999", 0),
        ("/admin/call/assign", 0),
        ("/admin/call/letters", 0),
        ("/admin/call/letters?letter=rejected", 0),
        ("/admin/call/files", 100),
        ("/admin/call/files?missing=yes&page=5", 100),
        ("/admin/call/corrections", 0),
        ("/admin/call/programme", 0),
    ];

    private readonly CallSite sites = new();

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_page_of_chair_and_reviewer_has_its_rows(Engine engine)
    {
        var site = sites.At("2021-09-11T09:00", engine);
        using var reader = await site.SignedInAsync(OrganiserRoles.Reviewer);
        using var chair = await site.SignedInAsync(OrganiserRoles.Chair | OrganiserRoles.Registration | OrganiserRoles.Programme);
        await FillAsync(site);

        foreach (var (address, rows) in ChairPages)
        {
            Assert.Equal((address, rows), (address, (await chair.ReadAsync(address)).QuerySelectorAll("[data-submission]").Length));
            await MeasureAsync(engine, address, () => chair.GetStringAsync(address));
        }
        foreach (var address in new[] { "/admin/call/review", "/admin/call/review?page=5", "/admin/call/review/60" })
            await MeasureAsync(engine, address, () => reader.GetStringAsync(address));
        foreach (var address in new[] { "/admin/call/assign?method=evenly&reviews=4", "/admin/call/assign?method=topic&reviews=4" })
            await MeasureAsync(engine, address, () => chair.GetStringAsync(address), 5);
        foreach (var format in new[] { "csv", "xlsx" })
            await MeasureAsync(engine, $"export as {format}", () => chair.GetByteArrayAsync($"/admin/call/export.{format}"), 3);
    }

    private static async Task FillAsync(SiteFactory site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var now = new DateTimeOffset(2021, 9, 1, 0, 0, 0, TimeSpan.Zero);
        for (var n = 3; n <= Reviewers; n++)
            db.Organisers.Add(
                new()
                {
                    Number = n,
                    UserName = $"r{n}@example.org",
                    Email = $"r{n}@example.org",
                    Name = $"Reviewer R{n}",
                    Roles = OrganiserRoles.Reviewer,
                }
            );
        for (var n = 1; n <= Submissions; n++)
        {
            var submission = SubmissionOf(n, now);
            db.Submissions.Add(submission);
            var marks = new List<Mark?>();
            for (var i = 0; i < 3; i++)
            {
                var review = new Review
                {
                    SubmissionId = submission.Id,
                    Reviewer = (n + 20 * i) % Reviewers + 1,
                    AssignedAt = now,
                };
                if ((n + i) % 4 != 0)
                    review.Give((Mark)((n + i) % 3 + 1), new("A comment."), now);
                marks.Add(review.Mark);
                db.Reviews.Add(review);
            }
            var assessment = new Assessment { SubmissionId = submission.Id };
            assessment.Count(Marks.Of(marks));
            db.Assessments.Add(assessment);
            Decide(db, submission, assessment, now);
            if (n % 1000 == 0)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }
        // A server of PostgreSQL does this by itself after some minutes.
        await db.Database.ExecuteSqlRawAsync(db.Database.IsNpgsql() ? "VACUUM ANALYZE" : "ANALYZE");
    }

    /// <summary>Half of all is decided, most of it told; a tenth is in the programme with its file, or proposes a correction.</summary>
    private static void Decide(WorkshopDb db, Submission submission, Assessment assessment, DateTimeOffset now)
    {
        var n = submission.Number;
        CallDecision? decision = (n % 10) switch
        {
            < 2 => CallDecision.Accepted("oral"),
            2 => CallDecision.Accepted("poster"),
            3 => CallDecision.Rejected,
            4 => CallDecision.Reserve,
            _ => null,
        };
        if (decision is null)
            return;
        assessment.Decide(decision, now);
        if (n % 4 == 3)
            return;
        assessment.Tell(now);
        var letter = LetterRules.Letters.Single(l => LetterRules.Told(l) == decision.Outcome);
        var mail = OutboxMessage.For(submission, letter, LetterRules.SuffixOf(decision), now, "example.org");
        (mail.State, mail.SentAt) = (MailState.Sent, now);
        db.Outbox.Add(mail);
        if (n % 10 == 0)
            Enter(db, submission, now);
    }

    private static void Enter(WorkshopDb db, Submission submission, DateTimeOffset now)
    {
        var n = submission.Number;
        submission.AnswerAcceptance(AcceptanceAnswer.Confirmed, null, now);
        submission.EnterProgramme($"T{n + 100}");
        db.ContentFileVersions.Add(
            new()
            {
                Save = Guid.NewGuid(),
                Name = $"contributions/t{n + 100}.md",
                Content = [1],
                Hash = "",
                At = now,
                Actor = "organiser 1",
                Kind = ContentChangeKind.Created,
                State = ContentVersionState.Draft,
            }
        );
        db.SubmissionFiles.Add(
            new()
            {
                Id = Guid.NewGuid(),
                SubmissionId = submission.Id,
                Use = SubmissionFileUse.Slides,
                Extension = "pdf",
                Length = 100_000,
                Bytes = new byte[100_000],
                At = now,
            }
        );
        var before = new CorrectedText(submission.Read.Title, submission.Read.Abstract, "Ada Lovelace (1)", "LAAS-CNRS, Toulouse", "");
        db.SubmissionCorrections.Add(
            new()
            {
                Id = Guid.NewGuid(),
                SubmissionId = submission.Id,
                At = now,
                Before = before,
                After = before with { Title = "The warmth of a surface" },
                BasedOn = 1,
            }
        );
    }

    private static Submission SubmissionOf(int n, DateTimeOffset now)
    {
        var text = string.Join(
            "\n\n",
            Enumerable.Repeat("We measure the heat of a surface, $k_B T$, and compare it with what is known.", 20)
        );
        Assert.True(EmailAddress.TryParse($"author{n}@example.org", out var email));
        var submission = Submission.New(Guid.NewGuid(), n, email!, now);
        submission.Keep(
            new()
            {
                Title = string.Create(CultureInfo.InvariantCulture, $"The heat of surface {n}{(n % 50 == 0 ? ", $k_B T$" : "")}"),
                Kind = n % 3 == 0 ? "poster" : "oral",
                Topics = [n % 2 == 0 ? "potentials" : "rare-events"],
                Language = "en",
                Authors = [.. Enumerable.Range(0, 4).Select(i => new SubmissionAuthor("Ada", $"Author{n + i}", [1]))],
                Affiliations = [$"Laboratory {n % 500}, Toulouse"],
                Abstract = text,
                IsAgreed = true,
            },
            Language.English,
            now
        );
        submission.Submit(now);
        submission.Confirm(now);
        return submission;
    }

    private async Task MeasureAsync<T>(Engine engine, string what, Func<Task<T>> request, int times = 15)
    {
        await request();
        var (taken, before) = (new List<double>(), Environment.CpuUsage.TotalTime);
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            await request();
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }
        var cpu = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times;
        report.WriteLine($"{engine}: {taken.Order().ElementAt(times / 2), 7:0.0} ms, {cpu, 6:0.0} ms of CPU  {what}");
    }

    public void Dispose() => sites.Dispose();
}
