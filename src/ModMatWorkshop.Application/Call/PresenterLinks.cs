using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Call;

/// <summary>Links accepted submissions with the registrations of those who present them. <see cref="PresenterRules"/> decides.</summary>
internal static class PresenterLinks
{
    public const string LinkedAction = "became the presenter of a submission";

    /// <summary>A submission in the programme with its presenter, and what the rule needs.</summary>
    public sealed record Row(
        Guid Registration,
        string Code,
        SubmissionState State,
        AcceptanceAnswer Answer,
        bool IsToldAccepted,
        bool HasAttended,
        SubmissionText? Text
    );

    public static IQueryable<Row> Rows(WorkshopDb db)
    {
        var (told, attended) = (db.ToldAcceptances(), PresenceSummary.Attended(db));
        return db
            .Submissions.AsNoTracking()
            .Where(s => s.PresenterId != null && s.ContributionCode != null)
            .OrderBy(s => s.Number)
            .Select(s => new Row(
                s.PresenterId!.Value,
                s.ContributionCode!,
                s.State,
                s.Answer,
                told.Any(a => a.SubmissionId == s.Id),
                attended.Any(p => p.RegistrationId == s.PresenterId),
                s.Sent
            ));
    }

    /// <summary>Those who have the role of their contribution.</summary>
    public static IReadOnlyList<Presenter> PresentersOf(IEnumerable<Row> rows) =>
        [
            .. from row in rows
            where PresenterRules.GivesRole(row.State, row.Answer, row.IsToldAccepted, row.HasAttended)
            select new Presenter(row.Registration, ContributionCode.Parse(row.Code).Slug, row.Text?.Speaker?.Name ?? ""),
        ];

    /// <summary>
    /// Links each registration that is confirmed with this change, or gets another address, with the submissions whose author has answered
    /// from the same address that they come. The caller holds the write lock and saves.
    /// </summary>
    public static async Task LinkAsync(WorkshopDb db, DateTimeOffset now)
    {
        var newcomers = db
            .ChangeTracker.Entries<Registration>()
            .Where(e => e.Entity.Status == RegistrationStatus.Confirmed)
            .Where(e =>
                e.State == EntityState.Added
                || e.State == EntityState.Modified && (IsNew(e.Property(r => r.Status)) || IsNew(e.Property(r => r.Email)))
            )
            .Select(e => e.Entity)
            .ToDictionary(r => r.Email);
        if (newcomers.Count == 0)
            return;
        foreach (var emails in newcomers.Keys.Chunk(500))
        foreach (var submission in await UnlinkedAsync(db, emails))
        {
            var registration = newcomers[submission.Email];
            submission.LinkPresenter(registration.Id);
            var result = string.Create(CultureInfo.InvariantCulture, $"submission {submission.Number}");
            db.AuditLog.Add(AuditEntry.Of(Actor.Site, now, LinkedAction, registration.Number, result));
        }

        static bool IsNew<T>(PropertyEntry<Registration, T> property) =>
            !EqualityComparer<T>.Default.Equals(property.OriginalValue, property.CurrentValue);
    }

    /// <summary>Whether somebody has answered from this address that they come and present, and is not registered.</summary>
    public static async Task<bool> PresentsAsync(WorkshopDb db, string email) => (await UnlinkedAsync(db, [email])).Any();

    private static async Task<IEnumerable<Submission>> UnlinkedAsync(WorkshopDb db, string[] emails)
    {
        var found = await db
            .Submissions.Where(s => emails.Contains(s.Email) && s.Answer == AcceptanceAnswer.Confirmed)
            .Select(s => new
            {
                Submission = s,
                IsLinked = db.Registrations.Any(r => r.Id == s.PresenterId && r.Status == RegistrationStatus.Confirmed),
            })
            .ToListAsync(CancellationToken.None);
        return found.Where(f => PresenterRules.MayLink(f.Submission.State, f.Submission.Answer, f.IsLinked)).Select(f => f.Submission);
    }

    /// <summary>
    /// Keeps the roles of those who have attended, because the submissions that gave them are about to be erased. The caller holds the
    /// write lock and saves.
    /// </summary>
    /// <param name="which">The submissions.</param>
    /// <returns>The registrations, each with the key of the part.</returns>
    public static async Task<IReadOnlyList<(Registration Registration, string Part)>> KeepRolesAsync(
        WorkshopDb db,
        IQueryable<Submission> which,
        DateTimeOffset now
    )
    {
        var ids = await which.Where(s => s.PresenterId != null).Select(s => s.PresenterId!.Value).Distinct().ToListAsync();
        if (ids.Count == 0)
            return [];
        var roles = await RoleQueries.RolesAsync(db, CancellationToken.None);
        var kept = new List<(Registration, string)>();
        foreach (var part in ids.Chunk(500))
        foreach (var registration in await db.Registrations.Where(r => part.Contains(r.Id)).ToListAsync())
        {
            var name = NameKey.Of(registration.Details);
            var keys = roles
                .StandingOf(registration)
                .Where(r => r is { IsPresenter: true, State: RoleState.Confirmed, Decision: not { IsConfirmed: true } })
                .Select(r => r.Part.Key)
                .ToList();
            if (keys.Count > 0)
                registration.Decide([.. keys.Select(key => new RoleDecision(key, name, true, false, Actor.Site.Name, now))]);
            kept.AddRange(keys.Select(key => (registration, key)));
        }
        return kept;
    }
}
