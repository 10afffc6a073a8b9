using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <content>The files that answers and proposals name.</content>
internal sealed partial class RegistrationTransaction
{
    private readonly HashSet<Guid> _withOtherFiles = [];

    /// <summary>Call it when proposals of a registration are deleted without being loaded: the files that they name go too.</summary>
    public void UpdateFilesOf(Guid registration) => _withOtherFiles.Add(registration);

    private async Task ReplaceLateChangeAsync(Registration registration, Decision decision)
    {
        if (decision.LateChange is null && !decision.EndsLateChange)
            return;
        UpdateFilesOf(registration.Id);
        await db.AnswerProposals.Where(p => p.RegistrationId == registration.Id && p.IsLate).ExecuteDeleteAsync();
        if (decision.LateChange is { } late)
            db.AnswerProposals.Add(late);
    }

    private async Task SaveWithFilesAsync()
    {
        _withOtherFiles.UnionWith(AnswerFileOwners.ChangedIn(db));
        await db.SaveChangesAsync();
        HasErased |= await AnswerFileOwners.UpdateAsync(db, _withOtherFiles);
        _withOtherFiles.Clear();
    }
}
