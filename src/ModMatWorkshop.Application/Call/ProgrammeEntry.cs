using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Submissions;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Call;

public enum EntryResult
{
    Written,

    /// <summary>Its file exists already, live or in the shared draft.</summary>
    IsThere,

    /// <summary>It is not accepted, withdrawn, or its authors have declined.</summary>
    NotAccepted,

    /// <summary>It is accepted as another kind since it got its code, or the kind is gone.</summary>
    OtherKind,

    /// <summary>The content check finds errors in its file.</summary>
    Refused,

    /// <summary>Somebody else writes the same file.</summary>
    Conflict,
    ReadOnlyFolder,
}

/// <summary>What became of one submission.</summary>
/// <param name="Problems">Why its file is refused.</param>
public sealed record EntryOutcome(int Number, ContributionCode? Code, EntryResult Result, IReadOnlyList<Problem> Problems);

/// <summary>A submission that is in the programme, or that may enter it.</summary>
/// <param name="Code">The code that it has; for one without, the one that it gets if all of them enter.</param>
public sealed record EntryCandidate(int Number, ContributionCode Code, bool IsGone)
{
    public bool IsCancelled { get; init; }

    /// <summary>How it can leave the programme; none while it belongs there.</summary>
    public IReadOnlyList<ExitWay> Ways { get; init; } = [];
}

/// <param name="Waiting">Accepted submissions without a file.</param>
/// <param name="There">Submissions with a file; those that are withdrawn or declined are marked.</param>
public sealed record ProgrammeEntries(IReadOnlyList<EntryCandidate> Waiting, IReadOnlyList<EntryCandidate> There);

/// <summary>
/// Writes accepted submissions into the content folder. A code is given first and stays, so that a press that was cut off goes on where it
/// ended, and a second press changes nothing.
/// </summary>
public sealed class ProgrammeEntry(WorkshopDb db, WriteLock writeLock, ContentHistory history, ContentEditor editor, TimeProvider realTime)
{
    public const string EnterAction = "put submissions into the programme";

    /// <param name="by">Who reads. Their own submissions are left out while their authors have not been told.</param>
    public async Task<ProgrammeEntries> ListAsync(Actor by, CancellationToken cancel)
    {
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var files = await FilesAsync(cancel);
        var rows = await RowsAsync(by, cancel);
        var accepted = rows.Where(r => r.IsAccepted && LettersOf(r, workshop) is not null).ToList();
        var fresh = accepted.Where(r => r.Code is null).ToList();
        var codes = ProgrammeCodes.Next(fresh.Select(r => LettersOf(r, workshop)!), await TakenAsync(cancel));
        var placed = (await db.Slots.Select(s => s.ContributionCode).ToListAsync(cancel)).OfType<string>().ToHashSet();
        var cancelled = (
            await db
                .Contributions.Where(c => c.Cancelled || db.Slots.Any(s => s.ContributionCode == c.Code && s.Cancelled))
                .Select(c => c.Code)
                .ToListAsync(cancel)
        ).ToHashSet();
        var next = fresh.Zip(codes).ToDictionary(x => x.First.Number, x => x.Second);
        return new(
            [.. accepted.Where(r => r.Code is not { } c || !Exists(c)).Select(r => Of(r, r.Code ?? next[r.Number]))],
            [.. rows.Where(r => r.Code is { } c && Exists(c)).Select(r => Placed(Of(r, r.Code!.Value)))]
        );

        EntryCandidate Placed(EntryCandidate one)
        {
            var isCancelled = cancelled.Contains(one.Code.Slug);
            return one with { IsCancelled = isCancelled, Ways = ExitRules.Ways(one.IsGone, placed.Contains(one.Code.Slug), isCancelled) };
        }

        bool Exists(ContributionCode code) => files.Contains(ContributionFile.NameOf(code));
        static EntryCandidate Of(Row row, ContributionCode code) => new(row.Number, code, row.IsGone);
    }

    /// <summary>The texts of some submissions, by their numbers.</summary>
    public async Task<IReadOnlyDictionary<int, SubmissionText>> TextsAsync(IEnumerable<EntryCandidate> shown, CancellationToken cancel)
    {
        var numbers = shown.Select(s => s.Number).ToList();
        return await db
            .Submissions.Where(s => numbers.Contains(s.Number))
            .Select(s => new { s.Number, s.Sent })
            .ToDictionaryAsync(s => s.Number, s => s.Sent!, cancel);
    }

    /// <param name="numbers">The numbers of the submissions. Unknown ones are ignored.</param>
    public async Task<IReadOnlyList<EntryOutcome>> EnterAsync(
        IReadOnlyCollection<int> numbers,
        SaveTarget target,
        Actor by,
        CancellationToken cancel
    )
    {
        // So that the history knows the codes of files that somebody has just copied into the folder.
        await history.FollowFolderAsync(cancel);
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var rows = await CallTransaction.RunAsync(db, writeLock, () => ReserveAsync(numbers, workshop, by), cancel);
        var files = await FilesAsync(cancel);
        var outcomes = new List<EntryOutcome>();
        var changes = new Dictionary<string, (int Number, ContributionCode Code, FileChange Change)>();
        foreach (var (row, text) in rows)
        {
            var (number, code) = (row.Number, row.Code);
            if (code is { } found && files.Contains(ContributionFile.NameOf(found)))
                outcomes.Add(new(number, code, EntryResult.IsThere, []));
            else if (!row.IsAccepted)
                outcomes.Add(new(number, code, EntryResult.NotAccepted, []));
            else if (row is not { Kind: { } kind, Code: { } given } || workshop.KindKeyOf(given) != kind)
                outcomes.Add(new(number, code, EntryResult.OtherKind, []));
            else
            {
                var name = ContributionFile.NameOf(given);
                changes[name] = (number, given, new(name, ContributionFile.TextOf(text, given, kind, workshop), null));
            }
        }
        await SaveAsync(changes, outcomes, target, by, cancel);
        await LogAsync(outcomes, by);
        return [.. outcomes.OrderBy(o => o.Number)];
    }

    /// <summary>Saves the files together, without those that are refused.</summary>
    private async Task SaveAsync(
        Dictionary<string, (int Number, ContributionCode Code, FileChange Change)> changes,
        List<EntryOutcome> outcomes,
        SaveTarget target,
        Actor by,
        CancellationToken cancel
    )
    {
        while (changes.Count > 0)
        {
            var saved = await editor.SaveAsync(by, [.. changes.Values.Select(c => c.Change)], target, cancel);
            var result = saved.Result switch
            {
                EditResult.Refused => EntryResult.Refused,
                EditResult.Conflict => EntryResult.Conflict,
                EditResult.ReadOnlyFolder => EntryResult.ReadOnlyFolder,
                _ => EntryResult.Written,
            };
            var named = saved
                .Problems.Select(p => p.File)
                .Concat(saved.Conflicts.Select(c => c.Name))
                .Where(changes.ContainsKey)
                .ToHashSet();
            // An error in a file of somebody else can come from any of them.
            var ended = result is EntryResult.Refused or EntryResult.Conflict && named.Count > 0 ? named : [.. changes.Keys];
            foreach (var name in ended)
            {
                var (number, code, _) = changes[name];
                List<Problem> problems =
                    result == EntryResult.Refused ? [.. saved.Problems.Where(p => p.File == name || named.Count == 0)] : [];
                outcomes.Add(new(number, code, result, problems));
                changes.Remove(name);
            }
        }
    }

    private async Task<IReadOnlyList<(Row Row, SubmissionText Text)>> ReserveAsync(
        IReadOnlyCollection<int> numbers,
        Workshop workshop,
        Actor by
    )
    {
        var rows = await RowsAsync(by, CancellationToken.None, numbers);
        var submissions = await db.Submissions.Where(s => numbers.Contains(s.Number)).ToDictionaryAsync(s => s.Number);
        var fresh = rows.Where(r => r.IsAccepted && r.Code is null && LettersOf(r, workshop) is not null).ToList();
        var codes = ProgrammeCodes.Next(fresh.Select(r => LettersOf(r, workshop)!), await TakenAsync(CancellationToken.None));
        foreach (var (row, code) in fresh.Zip(codes))
            submissions[row.Number].EnterProgramme(code.Printed);
        return [.. rows.Select(r => (r with { Printed = submissions[r.Number].ContributionCode }, submissions[r.Number].Read))];
    }

    private async Task LogAsync(List<EntryOutcome> outcomes, Actor by)
    {
        var written = outcomes.Where(o => o.Result == EntryResult.Written).OrderBy(o => o.Number).ToList();
        if (written.Count == 0)
            return;
        var (numbers, codes) = (string.Join(", ", written.Select(o => o.Number)), string.Join(", ", written.Select(o => o.Code)));
        db.AuditLog.Add(AuditEntry.Of(by, realTime.GetUtcNow(), EnterAction, null, $"submissions {numbers}: {codes}"));
        await db.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>Those that were submitted and are accepted or have a code, by number.</summary>
    /// <param name="numbers">Null for all.</param>
    private async Task<IReadOnlyList<Row>> RowsAsync(Actor by, CancellationToken cancel, IReadOnlyCollection<int>? numbers = null)
    {
        var (own, told) = (await OwnSubmissions.OfAsync(db, by, cancel), db.ToldAcceptances());
        var accepted = db.Assessments.Where(a => a.Outcome == CallOutcome.Accepted);
        var all = db.Submissions.Where(s =>
            s.State != SubmissionState.Draft && (!own.Contains(s.Number) || told.Any(a => a.SubmissionId == s.Id))
        );
        var found = numbers is null
            ? all.Where(s => s.ContributionCode != null || accepted.Any(a => a.SubmissionId == s.Id))
            : all.Where(s => numbers.Contains(s.Number));
        return await found
            .OrderBy(s => s.Number)
            .Select(s => new Row(
                s.Number,
                s.State,
                s.Answer,
                s.ContributionCode,
                accepted.Where(a => a.SubmissionId == s.Id).Select(a => a.DecidedKind).FirstOrDefault()
            ))
            .ToListAsync(cancel);
    }

    /// <summary>All codes that were ever given: to contributions, files, drafts and submissions.</summary>
    private async Task<IReadOnlyList<string>> TakenAsync(CancellationToken cancel)
    {
        var contributions = await db.Contributions.Select(c => c.Code).ToListAsync(cancel);
        var submissions = await db.Submissions.Where(s => s.ContributionCode != null).Select(s => s.ContributionCode!).ToListAsync(cancel);
        var files = await db
            .ContentFileVersions.Where(v => v.Name.StartsWith(ContributionFile.Folder))
            .Select(v => v.Name)
            .Distinct()
            .ToListAsync(cancel);
        return [.. contributions, .. submissions, .. files.Select(f => Path.GetFileName(f).Split('.')[0])];
    }

    /// <summary>The names of the contributions' files that exist, live or in the shared draft.</summary>
    private async Task<HashSet<string>> FilesAsync(CancellationToken cancel)
    {
        var versions = await db
            .ContentFileVersions.Where(v => v.Name.StartsWith(ContributionFile.Folder))
            .Where(v => v.State == ContentVersionState.Written || v.State == ContentVersionState.Draft)
            .Select(v => new
            {
                v.Id,
                v.Name,
                v.State,
                IsThere = v.Content != null,
            })
            .ToListAsync(cancel);
        return [.. versions.GroupBy(v => (v.Name, v.State)).Select(g => g.MaxBy(v => v.Id)!).Where(v => v.IsThere).Select(v => v.Name)];
    }

    private static string? LettersOf(Row row, Workshop workshop) => workshop.AllKinds.FirstOrDefault(k => k.Key == row.Kind).Letters;

    /// <param name="Printed">The code that it has; null for none.</param>
    /// <param name="Kind">The kind as which it is accepted; null for every other decision.</param>
    private sealed record Row(int Number, SubmissionState State, AcceptanceAnswer Answer, string? Printed, string? Kind)
    {
        public ContributionCode? Code => ContributionCode.TryParse(Printed, out var code) ? code : null;

        public bool IsGone => State == SubmissionState.Withdrawn || Answer == AcceptanceAnswer.Declined;

        public bool IsAccepted => Kind is not null && State == SubmissionState.Submitted && !IsGone;
    }
}
