using Microsoft.AspNetCore.Mvc;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Content.Submissions;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Call;

/// <content>Keeping and submitting, and what the page answers.</content>
public abstract partial class SubmissionPageModel
{
    private async Task<IActionResult> SaveAsync(
        SubmissionForm form,
        Func<SubmissionText, SeenFields?, EmailAddress?, SubmissionFaults, SubmissionCommand> command,
        CancellationToken cancel
    )
    {
        if (IsScript && Submission is null && Request.Headers[PartHeader] != FirstPart)
            return new ContentResult { StatusCode = StatusCodes.Status409Conflict, ContentType = "text/plain; charset=utf-8" };
        form = form with { Text = PeopleRows.Compact(Complete(form.Text)) };
        EmailAddress? email = null;
        if (!IsByLink && Submission is not { IsConfirmed: true } && !EmailAddress.TryParse(form.Email, out email))
        {
            var fault = form.Email.Length == 0 ? Both(Words.AddressToKeep) : FieldErrors.OfAddress(form.Email);
            return await RefuseAsync(form, StatusCodes.Status400BadRequest, [new(SubmissionForm.EmailInput, fault)], cancel);
        }
        var preview = SubmissionPreview.Of(form.Text, Workshop);
        var (figures, wrong) = await ReadFiguresAsync(cancel);
        var faults = SubmissionFaults.Of(form.Text, Call, preview.Printed, [.. preview.Faults, .. wrong]);
        var seen = form.Seen.Length == 0 ? null : SeenFields.Parse(form.Seen);
        var change = await submissions.ApplyAsync(Id, command(form.Text, seen, email, faults), At, IsByLink, cancel);
        Submission = change.Submission;
        // Whatever becomes of the text, a picture that has arrived need not be chosen again.
        if (Submission is not null)
            wrong = [.. wrong, .. await KeepFiguresAsync(figures, cancel)];
        if (wrong.Count > 0 && !IsScript && change.Result is (SubmissionResult.Saved or SubmissionResult.Submitted))
        {
            form = form with { Seen = SeenFields.Of(form.Text).ToString() };
            return await RefuseAsync(form, StatusCodes.Status400BadRequest, wrong, cancel, SavedNotice(change));
        }
        return await AnswerAsync(form, change, faults, cancel);
    }

    private async Task<IActionResult> AnswerAsync(
        SubmissionForm form,
        SubmissionChange change,
        SubmissionFaults faults,
        CancellationToken cancel
    )
    {
        switch (change.Result)
        {
            case SubmissionResult.Saved or SubmissionResult.Merged when IsScript:
                // The inputs still have the typed values, so these are what the author has seen.
                await ShowAsync(form with { Seen = SeenFields.Of(form.Text).ToString() }, SavedNotice(change), cancel, isPreviewed: false);
                return Part("_SubmissionStatus");
            case SubmissionResult.Saved when form.Before is { Field: var field } && field == SubmissionFields.Abstract.Key:
                // The author sees what was cleaned, and can take it back.
                return await ShowAgainAsync(form, $"{SavedNotice(change)} {Words.AbstractCleaned}", cancel);
            case SubmissionResult.Saved or SubmissionResult.Submitted:
                return await DoneAsync(form, change, SavedNotice(change), cancel);
            case SubmissionResult.Merged:
                var merged = change.Merged!;
                form = form with { Text = merged.Text, Seen = SeenFields.Of(merged.Text).ToString() };
                await ShowAsync(form, Words.TakenFromOtherDevice(NamesOf(merged.Taken)), cancel);
                return Page();
            case SubmissionResult.Conflict:
                Response.StatusCode = StatusCodes.Status409Conflict;
                var saved = change.Submission!.Draft;
                await ShowAsync(form with { Text = change.Merged!.Text, Seen = SeenFields.Of(saved).ToString() }, null, cancel);
                View = View with { Conflict = change.Merged, Theirs = saved };
                return IsScript ? Part("_SubmissionStatus") : Page();
            case SubmissionResult.Incomplete:
                form = form with { Seen = SeenFields.Of(form.Text).ToString() };
                return await RefuseAsync(form, StatusCodes.Status400BadRequest, faults.All, cancel, Words.KeptButIncomplete);
            case SubmissionResult.Unreadable:
                return await RefuseAsync(form, StatusCodes.Status400BadRequest, faults.Unreadable, cancel);
            default:
                var fault = change.Result switch
                {
                    SubmissionResult.TooEarly => Words.CallIsNotOpenYet,
                    SubmissionResult.TooLate => Words.CallIsClosedForText,
                    _ => Words.StateMeans(SubmissionState.Withdrawn, isOpen: true),
                };
                return await RefuseAsync(form, StatusCodes.Status409Conflict, [new("", Both(fault))], cancel);
        }
    }

    /// <summary>The form again after its text was kept.</summary>
    protected async Task<IActionResult> ShowAgainAsync(SubmissionForm form, string notice, CancellationToken cancel)
    {
        await ShowAsync(form with { Seen = SeenFields.Of(form.Text).ToString() }, notice, cancel);
        return Page();
    }

    private async Task<IActionResult> RefuseAsync(
        SubmissionForm form,
        int status,
        IReadOnlyList<SubmissionFault> faults,
        CancellationToken cancel,
        string? notice = null
    )
    {
        Response.StatusCode = status;
        siteContext.Head.Mark("invalid");
        await ShowAsync(form, notice, cancel, faults);
        return IsScript ? Part("_SubmissionStatus") : Page();
    }

    private string SavedNotice(SubmissionChange change) =>
        change.Merged is { Taken.Count: > 0 } merged ? Words.TakenFromOtherDevice(NamesOf(merged.Taken))
        : change.Submission!.Sent is not null ? Words.ChangesKept
        : IsByLink || change.Submission.IsConfirmed ? Words.DraftKeptAgain
        : Words.DraftKept(EmailAddress.Display(change.Submission.Email));

    private string NamesOf(IEnumerable<SubmissionField> fields) => string.Join(", ", fields.Select(f => Words.Of(f.Label)));

    private static Localized Both(string text) => Localized.Same(text);
}
