using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Tests.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Call;

public sealed class ProgrammeEntryTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Accepted_submissions_become_files_with_codes_that_stay(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        await AddAsync(host, 1, "oral");
        await AddAsync(host, 2, "poster");
        await AddAsync(host, 3, null);
        await AddAsync(host, 4, "oral", s => s.Withdraw(default));
        await AddAsync(host, 5, "oral", s => s.AnswerAcceptance(AcceptanceAnswer.Declined, null, default));
        await AddAsync(host, 6, "poster", s => s.EnterProgramme("O70"), s => s.Withdraw(default));
        var before = await ListAsync(host);
        Assert.Equal(["1 O71", "2 P2"], before.Waiting.Select(w => $"{w.Number} {w.Code}"));

        var outcomes = await EnterAsync(host, [1, 2, 3, 4, 5, 99]);

        Assert.Equal(
            ["1 O71 Written", "2 P2 Written", "3  NotAccepted", "4  NotAccepted", "5  NotAccepted"],
            outcomes.Select(o => $"{o.Number} {o.Code} {o.Result}")
        );
        Assert.Contains("title: \"Title 1\"", host.Content.Read("contributions/o71.md"), StringComparison.Ordinal);
        await using var db = host.Open();
        Assert.Equal(2, await db.Contributions.CountAsync(c => c.Code == "o71" || c.Code == "p2"));
        Assert.Equal("submissions 1, 2: O71, P2", (await db.AuditLog.SingleAsync(e => e.Action == ProgrammeEntry.EnterAction)).Result);

        Assert.Equal([EntryResult.IsThere, EntryResult.IsThere], (await EnterAsync(host, [1, 2])).Select(o => o.Result));
        Assert.Single(await host.HistoryAsync("contributions/o71.md"));
        (await db.Submissions.SingleAsync(s => s.Number == 2)).Withdraw(default);
        await db.SaveChangesAsync();
        var after = await ListAsync(host);
        Assert.Empty(after.Waiting);
        Assert.Equal([(1, false), (2, true)], after.There.Select(t => (t.Number, t.IsGone)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_file_does_not_stop_the_others_and_is_written_once_it_is_mended(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        await AddAsync(host, 1, "oral");
        await AddAsync(host, 2, "oral", text: Text(2) with { Authors = [new("Ada", "Lovelace", []), new("Ada", "Lovelace", [])] });
        await AddAsync(host, 3, "oral");

        var outcomes = await EnterAsync(host, [1, 2, 3]);

        Assert.Equal([EntryResult.Written, EntryResult.Refused, EntryResult.Written], outcomes.Select(o => o.Result));
        Assert.Contains("listed twice", Assert.Single(outcomes[1].Problems).ToString(), StringComparison.Ordinal);
        await using (var db = host.Open())
        {
            var mended = await db.Submissions.SingleAsync(s => s.Number == 2);
            mended.Keep(Text(2), Language.English, default);
            mended.Submit(default);
            await db.SaveChangesAsync();
        }
        Assert.Equal((outcomes[1].Code, EntryResult.Written), (await EnterAsync(host, [2])).Select(o => (o.Code, o.Result)).Single());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task In_the_shared_draft_readers_see_nothing_and_the_codes_are_taken(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        await AddAsync(host, 1, "oral");
        var code = (await EnterAsync(host, [1], SaveTarget.Draft)).Single().Code!.Value;

        Assert.False(File.Exists(host.Content.PathOf($"contributions/{code.Slug}.md")));
        Assert.Equal([1], (await ListAsync(host)).There.Select(t => t.Number));
        Assert.Equal(EntryResult.IsThere, (await EnterAsync(host, [1])).Single().Result);
        await AddAsync(host, 2, "oral");
        Assert.Equal(code.Number + 1, (await EnterAsync(host, [2])).Single().Code!.Value.Number);
        Assert.Equal(EditResult.Saved, (await host.ReleaseAsync())!.Result);
        Assert.True(File.Exists(host.Content.PathOf($"contributions/{code.Slug}.md")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Submission_of_another_kind_than_its_code_is_refused(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        await AddAsync(host, 1, "poster", s => s.EnterProgramme("O50"));

        Assert.Equal(EntryResult.OtherKind, (await EnterAsync(host, [1])).Single().Result);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Contribution_with_a_slot_takes_none_of_the_free_ones(Engine engine)
    {
        using var host = await EditorHost.OpenAsync(engine);
        await AddAsync(host, 1, "oral", s => s.EnterProgramme("O1"));
        await AddAsync(host, 2, "oral", s => s.EnterProgramme("O99"));
        await AddAsync(host, 3, "oral");
        await using var db = host.Open();
        Assert.True(await db.Slots.AnyAsync(s => s.ContributionCode == "o1"));

        var decisions = new DecisionService(db, new(), TimeProvider.System);
        Assert.Equal(2, (await decisions.CapacityAsync(default)).Single(c => c.Kind == "oral").Accepted);
        var preview = await decisions.PreviewAsync([1, 2], CallDecision.Rejected, EditorHost.Ada, default);
        Assert.Equal(1, preview.Capacity.Single(c => c.Kind == "oral").Accepted);
    }

    private static SubmissionText Text(int number) =>
        SubmissionHost.Complete with
        {
            Title = $"Title {number}",
            Authors = [new("Nora", $"Author{(char)('a' + number)}", [1])],
        };

    private static async Task AddAsync(EditorHost host, int number, string? kind, params Action<Submission>[] then) =>
        await AddAsync(host, number, kind, Text(number), then);

    private static async Task AddAsync(EditorHost host, int number, string? kind, SubmissionText text, params Action<Submission>[] then)
    {
        await using var db = host.Open();
        var submission = Submission.New(Guid.NewGuid(), number, SubmissionHost.Address($"a{number}"), default);
        submission.Keep(text, Language.English, default);
        submission.Submit(default);
        foreach (var change in then)
            change(submission);
        db.Submissions.Add(submission);
        if (kind is not null)
        {
            var assessment = new Assessment { SubmissionId = submission.Id };
            assessment.Decide(CallDecision.Accepted(kind), default);
            db.Assessments.Add(assessment);
        }
        await db.SaveChangesAsync();
    }

    private static Task<IReadOnlyList<EntryOutcome>> EnterAsync(EditorHost host, int[] numbers, SaveTarget target = SaveTarget.Live) =>
        host.WithAsync((ProgrammeEntry entry) => entry.EnterAsync(numbers, target, EditorHost.Ada, default));

    private static Task<ProgrammeEntries> ListAsync(EditorHost host) =>
        host.WithAsync((ProgrammeEntry entry) => entry.ListAsync(EditorHost.Ada, default));
}
