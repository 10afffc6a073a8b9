using Microsoft.AspNetCore.Mvc;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Pages.Admin.Content;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Editing;

/// <content>Saves what was typed, and proposes where.</content>
public sealed partial class EditorModel
{
    /// <summary>
    /// What would change in the programme if the form were published; null while it is as readers see it, or cannot be read.
    /// </summary>
    public ProgrammeChanges? Proposal { get; private set; }

    /// <summary>Where the page proposes to save.</summary>
    public SaveTarget Proposed => Proposal is { Any: true } ? SaveTarget.Draft : SaveTarget.Live;

    private async Task<IActionResult> SaveAsync(EditedThing thing, string? view, SaveTarget target, CancellationToken cancel)
    {
        if (thing.TooLong.Count > 0)
        {
            await KeepDraftAsync(thing, cancel);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            Show(thing, view, [.. thing.TooLong.Select(TooLong)]);
            return await PageAsync(cancel);
        }
        return await WriteAsync(thing, thing.Changes(), view, target, cancel);
    }

    private async Task<IActionResult> WriteAsync(
        EditedThing thing,
        IReadOnlyList<FileChange> changes,
        string? view,
        SaveTarget target,
        CancellationToken cancel
    )
    {
        var outcome = await editor.SaveAsync(OrganiserSignIn.ActorOf(HttpContext), changes, target, cancel);
        var word = outcome switch
        {
            { Result: EditResult.Unchanged } => "unchanged",
            { Result: EditResult.Saved } when target == SaveTarget.Draft => "draft",
            { Result: EditResult.Saved, TimetableWaits: true } => "waits",
            { Result: EditResult.Saved, Merged: true } => "merged",
            { Result: EditResult.Saved } => "yes",
            _ => null,
        };
        if (word is not null)
        {
            await drafts.DiscardAsync(OrganiserSignIn.IdOf(User), thing.Name, cancel);
            return LocalRedirect(
                changes[0].Text is null && thing.Mail is null
                    ? ContentAddress.HistoryOf(thing.Name)
                    : $"{ContentAddress.EditorOf(thing.Name)}?saved={word}{(view == AsTextView ? "&as=text" : "")}"
            );
        }
        await KeepDraftAsync(thing, cancel);
        switch (outcome.Result)
        {
            case EditResult.Conflict:
                Response.StatusCode = StatusCodes.Status409Conflict;
                ShowConflicts(thing, outcome.Conflicts, outcome.Conflicts.ToDictionary(c => c.Name, thing.TextOf));
                break;
            case EditResult.ReadOnlyFolder:
                (Fault, Response.StatusCode) = (words.WhyNotSaved(outcome.Result), StatusCodes.Status409Conflict);
                Show(thing, view, null);
                break;
            default:
                Response.StatusCode = StatusCodes.Status400BadRequest;
                Show(thing, view, [.. outcome.Problems.Select(p => EditorProblem.Of(p, thing, siteContext.Language))]);
                break;
        }
        return await PageAsync(cancel);
    }

    private void ShowConflicts(EditedThing thing, IReadOnlyList<FileConflict> conflicts, Dictionary<string, string> ours)
    {
        (Conflicts, _ours) = (conflicts, ours);
        foreach (var conflict in conflicts)
            thing.Take(conflict);
        // Both changes are in the text of the file.
        Show(thing, AsTextView, null);
    }

    /// <summary>What readers see of a file in the draft. A save that is based on it wins over both.</summary>
    private static OpenedFile LiveOf(DraftFile draft) =>
        new(draft.Name, ContentEditor.TextOf(draft.Live?.Content), draft.Version.Id, draft.Live?.Id);

    private async Task<IActionResult> PageAsync(CancellationToken cancel)
    {
        await ProposeAsync(cancel);
        await PreviewMailAsync(cancel);
        return Page();
    }

    /// <summary>Compares the form with what readers see. One talk is compared alone, because this runs while one types.</summary>
    private async Task ProposeAsync(CancellationToken cancel)
    {
        if (IsProposedLater || !IsUnsaved && !HasErrors && !Request.Headers.ContainsKey(PreviewHeader) && !Thing.IsInDraft)
            return;
        if (!ChangeProposals.IsOfProgramme(Thing.Name))
            Proposal = ProgrammeChanges.None;
        else if (Preview.Contribution is { } contribution)
            Proposal = await proposals.OfContributionAsync(Workshop, contribution, cancel);
        else if (ContentFolder.IsTimetable(Thing.Name))
            Proposal = await proposals.OfFilesAsync(Thing.Changes().ToDictionary(c => c.Name, c => ContentEditor.BytesOf(c.Text)), cancel);
    }

    private EditorProblem TooLong((string Name, FormField Field) value) =>
        new(value.Name, null, 1, true, words.TextIsTooLong(words.Of(value.Field.Label), value.Field.MaxLength), "");
}
