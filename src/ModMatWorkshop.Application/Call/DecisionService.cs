using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Call;

/// <param name="Capacity">How the accepted submissions fill the timetable, with the changes.</param>
/// <param name="Batch">What an undo names; null if nothing was saved.</param>
public sealed record DecisionOutcome(IReadOnlyList<DecisionChange> Changes, IReadOnlyList<KindCapacity> Capacity, Guid? Batch = null)
{
    public int Changed => Changes.Count(c => c.Result == DecisionResult.Changed);
}

/// <summary>Decides about submissions. <see cref="DecisionRules"/> says what follows; nobody is told.</summary>
public sealed class DecisionService(WorkshopDb db, WriteLock writeLock, TimeProvider realTime)
{
    /// <summary>The most submissions that are decided together.</summary>
    public const int MaxTogether = 500;

    /// <param name="numbers">The numbers of the submissions. Unknown ones are ignored.</param>
    /// <param name="actor">Who decides. Their own submissions are left out.</param>
    public async Task<DecisionOutcome> PreviewAsync(
        IReadOnlyCollection<int> numbers,
        CallDecision decision,
        Actor actor,
        CancellationToken cancel
    )
    {
        var found = await LoadAsync(s => numbers.Contains(s.Number), actor, cancel);
        return await OutcomeAsync(DecisionRules.Decide(found.Select(f => f.Submission), decision), cancel);
    }

    /// <param name="batch">Chosen by the form, so that the same form sent twice decides once.</param>
    /// <inheritdoc cref="PreviewAsync"/>
    public Task<DecisionOutcome> DecideAsync(
        Guid batch,
        IReadOnlyCollection<int> numbers,
        CallDecision decision,
        Actor actor,
        CancellationToken cancel
    ) =>
        CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                if (await db.DecisionRecords.AnyAsync(r => r.Batch == batch, CancellationToken.None))
                    return new DecisionOutcome([], await CapacityAsync(CancellationToken.None), batch);
                var found = await LoadAsync(s => numbers.Contains(s.Number), actor, CancellationToken.None);
                var changes = DecisionRules.Decide(found.Select(f => f.Submission), decision);
                var ids = found.ToDictionary(f => f.Submission.Number, f => f.Id);
                await ApplyAsync(changes, ids);
                foreach (var change in changes.Where(c => c.Result == DecisionResult.Changed))
                    db.DecisionRecords.Add(
                        new()
                        {
                            Batch = batch,
                            SubmissionId = ids[change.Number],
                            Before = change.Before.Key,
                            After = change.After.Key,
                            At = realTime.GetUtcNow(),
                            By = actor.Name,
                        }
                    );
                return await SavedAsync(changes, batch, actor, "decided on submissions", $": {decision.Key}");
            },
            cancel
        );

    /// <summary>Takes back what was decided together.</summary>
    public Task<DecisionOutcome> UndoAsync(Guid batch, Actor actor, CancellationToken cancel) =>
        CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                var kinds = await KindsAsync(CancellationToken.None);
                var records = await db
                    .DecisionRecords.Where(r => r.Batch == batch && r.UndoneAt == null)
                    .ToListAsync(CancellationToken.None);
                var found = await LoadAsync(
                    s => db.DecisionRecords.Any(r => r.Batch == batch && r.UndoneAt == null && r.SubmissionId == s.Id),
                    actor,
                    CancellationToken.None
                );
                var (ids, numbers) = (
                    found.ToDictionary(f => f.Submission.Number, f => f.Id),
                    found.ToDictionary(f => f.Id, f => f.Submission.Number)
                );
                var changes = DecisionRules.Undo(
                    found.ToDictionary(f => f.Submission.Number, f => f.Submission),
                    records
                        .Where(r => numbers.ContainsKey(r.SubmissionId))
                        .Select(r => new DecisionChange(numbers[r.SubmissionId], DecisionResult.Changed, Read(r.Before), Read(r.After)))
                );
                await ApplyAsync(changes, ids);
                foreach (var record in records.Where(r => numbers.ContainsKey(r.SubmissionId)))
                    record.UndoneAt = realTime.GetUtcNow();
                return await SavedAsync(changes, null, actor, "undid decisions", "");

                CallDecision Read(string key) => CallDecision.Find(key, kinds.Select(k => k.Key)) ?? CallDecision.Accepted(key);
            },
            cancel
        );

    /// <summary>How the accepted submissions fill the timetable.</summary>
    public Task<IReadOnlyList<KindCapacity>> CapacityAsync(CancellationToken cancel) => CapacityAsync([], cancel);

    private async Task<List<(Guid Id, DecidableSubmission Submission)>> LoadAsync(
        System.Linq.Expressions.Expression<Func<Submission, bool>> which,
        Actor actor,
        CancellationToken cancel
    )
    {
        var own = await OwnSubmissions.OfAsync(db, actor, cancel);
        var rows = await db
            .Submissions.Where(s => s.State != SubmissionState.Draft && !own.Contains(s.Number))
            .Where(which)
            .GroupJoin(
                db.Assessments,
                s => s.Id,
                a => a.SubmissionId,
                (s, a) =>
                    new
                    {
                        s.Id,
                        s.Number,
                        s.Kind,
                        s.State,
                        Assessments = a,
                    }
            )
            .SelectMany(
                x => x.Assessments.DefaultIfEmpty(),
                (x, a) =>
                    new
                    {
                        x.Id,
                        x.Number,
                        x.Kind,
                        x.State,
                        Outcome = a == null ? CallOutcome.Undecided : a.Outcome,
                        DecidedKind = a == null ? "" : a.DecidedKind,
                        IsTold = a != null && a.ToldAt != null && a.ToldOutcome == a.Outcome && a.ToldKind == a.DecidedKind,
                    }
            )
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(r =>
                (
                    r.Id,
                    new DecidableSubmission(r.Number, r.Kind, new(r.Outcome, r.DecidedKind), r.IsTold, r.State == SubmissionState.Withdrawn)
                )
            ),
        ];
    }

    private async Task ApplyAsync(IReadOnlyList<DecisionChange> changes, Dictionary<int, Guid> ids)
    {
        foreach (var change in changes.Where(c => c.Result == DecisionResult.Changed))
        {
            var id = ids[change.Number];
            var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.SubmissionId == id, CancellationToken.None);
            if (assessment is null)
                db.Assessments.Add(assessment = new() { SubmissionId = id });
            assessment.Decide(change.After, realTime.GetUtcNow());
        }
    }

    private async Task<DecisionOutcome> SavedAsync(
        IReadOnlyList<DecisionChange> changes,
        Guid? batch,
        Actor actor,
        string action,
        string decided
    )
    {
        var changed = changes.Where(c => c.Result == DecisionResult.Changed).Select(c => c.Number).ToList();
        if (changed.Count > 0)
            db.AuditLog.Add(
                AuditEntry.Of(
                    actor,
                    realTime.GetUtcNow(),
                    action,
                    null,
                    string.Create(CultureInfo.InvariantCulture, $"submissions {string.Join(", ", changed)}{decided}")
                )
            );
        await db.SaveChangesAsync(CancellationToken.None);
        return new(changes, await CapacityAsync(CancellationToken.None), changed.Count > 0 ? batch : null);
    }

    private async Task<DecisionOutcome> OutcomeAsync(IReadOnlyList<DecisionChange> changes, CancellationToken cancel) =>
        new(changes, await CapacityAsync(changes, cancel));

    private async Task<IReadOnlyList<KindCapacity>> CapacityAsync(IReadOnlyList<DecisionChange> changes, CancellationToken cancel)
    {
        var slots = await db.Slots.AsNoTracking().ToListAsync(cancel);
        var codes = slots.Select(s => s.ContributionCode?.ToUpperInvariant()).OfType<string>().ToList();
        // What has its slot takes none of the free ones.
        var placed = db.Submissions.Where(s => s.ContributionCode != null && codes.Contains(s.ContributionCode));
        var placedNumbers = await placed.Select(s => s.Number).ToListAsync(cancel);
        var accepted = await db
            .Assessments.Where(a => a.Outcome == CallOutcome.Accepted)
            .Where(a => db.Submissions.Any(s => s.Id == a.SubmissionId && s.State == SubmissionState.Submitted))
            .Where(a => !placed.Any(s => s.Id == a.SubmissionId))
            .GroupBy(a => a.DecidedKind)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        foreach (var change in changes.Where(c => c.Result == DecisionResult.Changed && !placedNumbers.Contains(c.Number)))
        {
            Add(change.Before, -1);
            Add(change.After, 1);
        }
        return DecisionRules.Capacity(await KindsAsync(cancel), slots, accepted);

        void Add(CallDecision decision, int count)
        {
            if (decision.Outcome == CallOutcome.Accepted)
                accepted[decision.Kind] = accepted.GetValueOrDefault(decision.Kind) + count;
        }
    }

    private async Task<IReadOnlyList<(string Key, string Letters, ContributionKind Kind)>> KindsAsync(CancellationToken cancel) =>
        (await db.Workshops.AsNoTracking().SingleAsync(cancel)).AllKinds;
}
