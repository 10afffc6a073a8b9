using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Tests.Shared;
using static ModMatWorkshop.Application.Tests.Call.SubmissionHost;

namespace ModMatWorkshop.Application.Tests.Call;

public sealed class ReviewServicesTests
{
    private static readonly Actor Chair = new("organiser 9");

    [Theory, OnSqlite, OnPostgres]
    public async Task Submissions_are_assigned_marked_and_counted(Engine engine)
    {
        using var host = await OpenAsync(engine, reviewers: 3, submissions: 3);

        var preview = await host.AssignmentsAsync(a => a.PreviewAsync(AssignmentMethod.Evenly, 2, Chair, default));
        Assert.Equal((6, 0), (preview.Plan.Added.Count, preview.Plan.Short.Count));
        Assert.Empty(await host.ReadAsync(db => db.Reviews.ToListAsync()));

        Assert.True((await host.AssignmentsAsync(a => a.AssignAllAsync(AssignmentMethod.Evenly, 2, 5, Chair, default))).IsStale);
        Assert.False((await host.AssignmentsAsync(a => a.AssignAllAsync(AssignmentMethod.Evenly, 2, 6, Chair, default))).IsStale);
        Assert.Equal(
            ["1 1", "1 2", "2 1", "2 3", "3 2", "3 3"],
            (
                await host.ReadAsync(db =>
                    db.Reviews.Join(db.Submissions, r => r.SubmissionId, s => s.Id, (r, s) => $"{s.Number} {r.Reviewer}").ToListAsync()
                )
            ).Order()
        );

        Assert.Equal(ReviewResult.Done, await host.ReviewsAsync(r => r.MarkAsync(1, 1, Mark.A, new("Good."), Chair, default)));
        Assert.Equal(ReviewResult.NoChange, await host.ReviewsAsync(r => r.MarkAsync(1, 1, Mark.A, new("Good."), Chair, default)));
        Assert.Equal(ReviewResult.Done, await host.ReviewsAsync(r => r.MarkAsync(1, 2, Mark.C, new(""), Chair, default)));
        Assert.Equal(ReviewResult.NotFound, await host.ReviewsAsync(r => r.MarkAsync(1, 3, Mark.A, new(""), Chair, default)));
        Assert.Equal(new Marks(2, 2, 200, 2), await host.MarksAsync(1));

        Assert.Equal(ReviewResult.Done, await host.ReviewsAsync(r => r.DeclareConflictAsync(1, 2, Chair, default)));
        Assert.Equal(new Marks(1, 1, 300, 0), await host.MarksAsync(1));
        Assert.Equal(ReviewResult.Conflict, await host.ReviewsAsync(r => r.MarkAsync(1, 2, Mark.A, new(""), Chair, default)));
        Assert.Equal(
            [new Assignment(1, 3)],
            (await host.AssignmentsAsync(a => a.PreviewAsync(AssignmentMethod.Evenly, 2, Chair, default))).Plan.Added
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Assignment_by_hand_is_refused_to_an_author_and_taken_back_while_it_has_no_mark(Engine engine)
    {
        using var host = await OpenAsync(engine, reviewers: 2, submissions: 1);
        await host.AddAsync("Reviewer R1", 2);

        Assert.Equal(
            (ReviewResult.Conflict, ConflictReason.Author),
            await host.AssignmentsAsync(async a =>
            {
                var (result, conflict) = await a.AssignAsync(2, 1, Chair, default);
                return (result, conflict!.Reason);
            })
        );
        Assert.Equal(ReviewResult.Done, (await host.AssignmentsAsync(a => a.AssignAsync(2, 2, Chair, default))).Result);
        Assert.Equal(ReviewResult.NotFound, (await host.AssignmentsAsync(a => a.AssignAsync(1, 7, Chair, default))).Result);
        Assert.Equal(ReviewResult.NotFound, (await host.AssignmentsAsync(a => a.AssignAsync(8, 1, Chair, default))).Result);
        Assert.Equal(ReviewResult.Done, await host.AssignmentsAsync(a => a.UnassignAsync(2, 2, Chair, default)));
        Assert.Equal(new Marks(0, 0, null, 0), await host.MarksAsync(2));

        await host.AssignmentsAsync(a => a.AssignAsync(2, 2, Chair, default));
        await host.ReviewsAsync(r => r.MarkAsync(2, 2, Mark.B, new(""), Chair, default));
        Assert.Equal(ReviewResult.HasMark, await host.AssignmentsAsync(a => a.UnassignAsync(2, 2, Chair, default)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Co_author_and_laboratory_are_conflicts(Engine engine)
    {
        using var host = await OpenAsync(engine, reviewers: 1, submissions: 1);
        await host.SubmitAsync(Guid.NewGuid(), Complete with { Authors = [new("Reviewer", "R1", [1]), new("Bob", "Müller", [1])] }, "x");
        await host.SubmitAsync(Guid.NewGuid(), Complete with { Authors = [new("B.", "Muller", [1])] }, "y");
        Assert.Equal(ConflictReason.CoAuthor, (await host.AssignmentsAsync(a => a.AssignAsync(3, 1, Chair, default))).Conflict?.Reason);

        await host.ReviewsAsync(r => r.SaveProfileAsync(1, "LAAS CNRS", [], default));
        Assert.Equal(ConflictReason.Affiliation, (await host.AssignmentsAsync(a => a.AssignAsync(1, 1, Chair, default))).Conflict?.Reason);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Discussion_is_for_those_who_have_marked_and_for_the_chair(Engine engine)
    {
        using var host = await OpenAsync(engine, reviewers: 2, submissions: 1);
        await host.AssignmentsAsync(a => a.AssignAsync(1, 1, Chair, default));

        Assert.Equal(ReviewResult.NotFound, await host.ReviewsAsync(r => r.CommentAsync(1, 1, false, "One", default)));
        await host.ReviewsAsync(r => r.MarkAsync(1, 1, Mark.B, new(""), Chair, default));
        Assert.Equal(ReviewResult.Done, await host.ReviewsAsync(r => r.CommentAsync(1, 1, false, "One", default)));
        Assert.Equal(ReviewResult.NoChange, await host.ReviewsAsync(r => r.CommentAsync(1, 1, false, "One", default)));
        Assert.Equal(ReviewResult.NotFound, await host.ReviewsAsync(r => r.CommentAsync(1, 2, false, "Two", default)));
        Assert.Equal(ReviewResult.Done, await host.ReviewsAsync(r => r.CommentAsync(1, 2, true, "Three", default)));
        Assert.Equal(["One", "Three"], await host.ReadAsync(db => db.ReviewComments.OrderBy(c => c.Id).Select(c => c.Text).ToListAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Decisions_are_shown_first_made_once_counted_and_undone(Engine engine)
    {
        using var host = await OpenAsync(engine, reviewers: 0, submissions: 3);
        var talk = CallDecision.Accepted("oral");
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());

        var preview = await host.DecisionsAsync(d => d.PreviewAsync([1, 2, 9], talk, Chair, default));
        Assert.Equal((2, 2), (preview.Changed, preview.Capacity.Single(c => c.Kind == "oral").Accepted));
        Assert.Empty(await host.ReadAsync(db => db.Assessments.ToListAsync()));

        await host.DecisionsAsync(d => d.DecideAsync(first, [1, 2], talk, Chair, default));
        await host.DecisionsAsync(d => d.DecideAsync(first, [1, 2], CallDecision.Rejected, Chair, default));
        await host.DecisionsAsync(d => d.DecideAsync(second, [2, 3], CallDecision.Reserve, Chair, default));
        Assert.Equal("1 oral, 2 reserve, 3 reserve", await host.DecisionsAsync());

        // The second submission was decided again since: it stays.
        var undone = await host.DecisionsAsync(d => d.UndoAsync(first, Chair, default));
        Assert.Equal([DecisionResult.Changed, DecisionResult.DecidedSince], undone.Changes.Select(c => c.Result));
        await host.DecisionsAsync(d => d.UndoAsync(second, Chair, default));
        Assert.Equal("1 undecided, 2 oral, 3 undecided", await host.DecisionsAsync());
        Assert.Equal([], (await host.DecisionsAsync(d => d.UndoAsync(second, Chair, default))).Changes);

        Assert.Equal(0, await host.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind != Domain.Registrations.MailKind.SubmissionReceived)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Erased_submission_leaves_nothing_of_the_committee(Engine engine)
    {
        using var host = await ReviewedAsync(engine);

        await host.Host.WithAsync((service, db) => service.EraseAsync(db.Submissions.Single().Id, default));

        Assert.Equal((0, 0, 0, 0), await host.RowsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_committee_wrote_is_erased_once_a_withdrawal_cannot_be_undone(Engine engine)
    {
        using var host = await ReviewedAsync(engine);
        var time = host.Host.Database.Time;
        var id = await host.ReadAsync(db => db.Submissions.Select(s => s.Id).SingleAsync());
        await host.Host.ApplyAsync(id, new WithdrawSubmission(), isByLink: true);

        time.Advance(SubmissionRules.UndoTime);
        await host.Host.Database.RunMaintenanceAsync();
        Assert.Equal((1, 1, 1, 1), await host.RowsAsync());
        time.Advance(TimeSpan.FromSeconds(1));
        await host.Host.Database.RunMaintenanceAsync();
        Assert.Equal((0, 0, 0, 0), await host.RowsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_committee_wrote_is_erased_on_the_announced_day(Engine engine)
    {
        using var host = await ReviewedAsync(engine);

        host.Host.Database.Time.SetUtcNow(new(2030, 8, 31, 22, 0, 0, TimeSpan.Zero));
        await host.Host.Database.RunMaintenanceAsync();

        Assert.Equal((0, 0, 0, 0), await host.RowsAsync());
    }

    /// <summary>One submission with a mark, a remark and a decision.</summary>
    private static async Task<ReviewHost> ReviewedAsync(Engine engine)
    {
        var host = await OpenAsync(engine, reviewers: 1, submissions: 1);
        await host.AssignmentsAsync(a => a.AssignAsync(1, 1, Chair, default));
        await host.ReviewsAsync(r => r.MarkAsync(1, 1, Mark.B, new("A word"), Chair, default));
        await host.ReviewsAsync(r => r.CommentAsync(1, 1, false, "One", default));
        await host.DecisionsAsync(d => d.DecideAsync(Guid.NewGuid(), [1], CallDecision.Reserve, Chair, default));
        Assert.Equal((1, 1, 1, 1), await host.RowsAsync());
        return host;
    }

    private static async Task<ReviewHost> OpenAsync(Engine engine, int reviewers, int submissions)
    {
        var host = new ReviewHost(await SubmissionHost.OpenAsync(engine));
        for (var n = 1; n <= reviewers; n++)
            await host.AddReviewerAsync(n);
        for (var n = 1; n <= submissions; n++)
            await host.AddAsync($"Author A{n}", n);
        return host;
    }

    private sealed class ReviewHost(SubmissionHost host) : IDisposable
    {
        public SubmissionHost Host => host;

        public Task<int> AddReviewerAsync(int number) =>
            ReadAsync(db =>
            {
                db.Organisers.Add(
                    new()
                    {
                        Number = number,
                        UserName = $"r{number}@example.org",
                        Email = $"r{number}@example.org",
                        Name = $"Reviewer R{number}",
                        Roles = OrganiserRoles.Reviewer,
                    }
                );
                return db.SaveChangesAsync();
            });

        public Task<SubmissionChange> AddAsync(string author, int number) =>
            SubmitAsync(
                Guid.NewGuid(),
                Complete with
                {
                    Title = $"Title {number}",
                    Authors = [new(author.Split(' ')[0], author.Split(' ')[1], [1])],
                },
                $"a{number}"
            );

        public Task<SubmissionChange> SubmitAsync(Guid id, SubmissionText text, string name) => host.SubmitAsync(id, text, name);

        public Task<T> ReviewsAsync<T>(Func<ReviewService, Task<T>> ask) =>
            ReadAsync(db => ask(new(db, host.Database.LockOf(0), host.Database.Time)));

        public Task<T> AssignmentsAsync<T>(Func<AssignmentService, Task<T>> ask) =>
            ReadAsync(db => ask(new(db, host.Database.LockOf(0), host.Database.Time)));

        public Task<T> DecisionsAsync<T>(Func<DecisionService, Task<T>> ask) =>
            ReadAsync(db => ask(new(db, host.Database.LockOf(0), host.Database.Time)));

        public async Task<string> DecisionsAsync() =>
            string.Join(
                ", ",
                (
                    await ReadAsync(db =>
                        db.Assessments.Join(db.Submissions, a => a.SubmissionId, s => s.Id, (a, s) => new { a, s.Number }).ToListAsync()
                    )
                )
                    .OrderBy(x => x.Number)
                    .Select(x => $"{x.Number} {x.a.Decision.Key}")
            );

        public Task<Marks> MarksAsync(int number) =>
            ReadAsync(async db =>
                (await db.Assessments.SingleAsync(a => db.Submissions.Any(s => s.Id == a.SubmissionId && s.Number == number))).Marks
            );

        public Task<(int, int, int, int)> RowsAsync() =>
            ReadAsync(async db =>
                (
                    await db.Reviews.CountAsync(),
                    await db.Assessments.CountAsync(),
                    await db.DecisionRecords.CountAsync(),
                    await db.ReviewComments.CountAsync()
                )
            );

        public async Task<T> ReadAsync<T>(Func<WorkshopDb, Task<T>> ask)
        {
            await using var db = host.Database.Open();
            return await ask(db);
        }

        public void Dispose() => host.Dispose();
    }
}
