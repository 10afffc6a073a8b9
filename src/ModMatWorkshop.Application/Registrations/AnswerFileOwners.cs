using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>
/// Gives files to the registrations whose answers or proposals name them, and deletes the files that nothing names any more.
/// </summary>
internal static class AnswerFileOwners
{
    /// <summary>The registrations whose answers or proposals are about to be saved.</summary>
    public static IEnumerable<Guid> ChangedIn(WorkshopDb db) =>
        db
            .ChangeTracker.Entries<Registration>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified)
            .Select(e => e.Entity.Id)
            .Concat(
                db.ChangeTracker.Entries<AnswerProposal>().Where(e => e.State != EntityState.Unchanged).Select(e => e.Entity.RegistrationId)
            );

    /// <summary>Call it when the answers are saved.</summary>
    /// <returns>True if files were deleted, which the database files may still contain after the commit.</returns>
    public static async Task<bool> UpdateAsync(WorkshopDb db, IReadOnlyCollection<Guid> changed)
    {
        if (changed.Count == 0)
            return false;
        var people = await ReadAsync(db, changed);
        var named = people.SelectMany(p => p.Named).Distinct().ToList();
        var files = await db
            .AnswerFiles.Where(f => named.Contains(f.Id) || f.RegistrationId != null && changed.Contains(f.RegistrationId.Value))
            .Select(f => new
            {
                f.Id,
                f.RegistrationId,
                f.Form,
                f.IsAnswer,
            })
            .ToListAsync();
        var hasDeleted = false;
        foreach (var file in files)
        {
            // An answer comes before a proposal.
            var owner = people.FirstOrDefault(p => p.Named.Contains(file.Id) && p.MayHave(file.RegistrationId, file.Form));
            if (owner is null)
                hasDeleted |=
                    file.RegistrationId is { } former
                    && changed.Contains(former)
                    && await db.AnswerFiles.Where(f => f.Id == file.Id).ExecuteDeleteAsync() > 0;
            else if ((file.RegistrationId, file.IsAnswer) != (owner.Registration, owner.IsAnswer))
                await db
                    .AnswerFiles.Where(f => f.Id == file.Id)
                    .ExecuteUpdateAsync(f =>
                        f.SetProperty(x => x.RegistrationId, owner.Registration).SetProperty(x => x.IsAnswer, owner.IsAnswer)
                    );
        }
        return hasDeleted;
    }

    private static async Task<IReadOnlyList<Answers>> ReadAsync(WorkshopDb db, IReadOnlyCollection<Guid> ids)
    {
        var registrations = await db
            .Registrations.AsNoTracking()
            .Where(r => ids.Contains(r.Id))
            .Select(r => new
            {
                r.Id,
                r.FormKey,
                r.Details.Answers,
            })
            .ToListAsync();
        var proposals = await db.AnswerProposals.AsNoTracking().Where(p => ids.Contains(p.RegistrationId)).ToListAsync();
        return
        [
            .. registrations.Select(r => new Answers(r.Id, r.FormKey, FileAnswer.FilesIn(r.Answers).ToHashSet(), IsAnswer: true)),
            .. proposals.Select(p => new Answers(
                p.RegistrationId,
                p.FormKey,
                FileAnswer.FilesIn(p.Details.Answers).ToHashSet(),
                IsAnswer: false
            )),
        ];
    }

    /// <param name="Form">The key of the form with which the answers came; empty for none.</param>
    private sealed record Answers(Guid Registration, string Form, IReadOnlySet<Guid> Named, bool IsAnswer)
    {
        /// <summary>Nobody takes the file of somebody else by naming it.</summary>
        public bool MayHave(Guid? owner, string form) =>
            owner == Registration || form == AnswerFile.FormOf(Registration) || Form.Length > 0 && form == Form;
    }
}
