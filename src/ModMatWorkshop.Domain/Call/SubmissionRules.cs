using System.Globalization;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Call;

/// <summary>Decides what an author may do with a submission, and what follows.</summary>
public static partial class SubmissionRules
{
    /// <summary>A withdrawal can be taken back for so long, even after the deadline.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromMinutes(10);

    /// <param name="submission">Null for a form that was never kept.</param>
    /// <param name="create">Makes the submission for an address, with the next number.</param>
    public static SubmissionDecision Decide(
        Submission? submission,
        SubmissionCommand command,
        SubmissionFacts facts,
        Func<EmailAddress, Submission> create
    )
    {
        var decision = (command, submission) switch
        {
            (KeepText keep, _) => Keep(submission, keep, facts, create),
            (_, null) => new(SubmissionResult.NotFound, []),
            (WithdrawSubmission, _) => Withdraw(submission, facts),
            (RestoreSubmission, _) => Restore(submission, facts),
            (ConfirmSubmissionAddress, _) => Confirm(submission, facts),
            (RequestSubmissionAddress request, _) => RequestAddress(submission, request.Address, facts),
            (ConfirmNewSubmissionAddress, _) => ConfirmNewAddress(submission, facts),
            (StopSubmissionAddressChange, _) => StopAddressChange(submission, facts),
            (AnswerToAcceptance answer, _) => Answer(submission, answer, facts),
            (SendSubmissionLink, _) => new(SubmissionResult.Done, [new(MailKind.SubmissionLink, IsRateLimited: true)]),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "There is no rule for this command."),
        };
        // Anybody can type any address: it does not get mail after mail.
        return facts.HasManyMails && command is KeepText ? decision with { Mails = [] } : decision;
    }

    private static SubmissionDecision Keep(
        Submission? submission,
        KeepText command,
        SubmissionFacts facts,
        Func<EmailAddress, Submission> create
    )
    {
        switch (facts.Call.PhaseAt(facts.ReceivedAt))
        {
            case CallPhase.Before:
                return new(SubmissionResult.TooEarly, []);
            case CallPhase.Closed:
                return new(SubmissionResult.TooLate, []);
        }
        if (submission is { State: SubmissionState.Withdrawn })
            return new(SubmissionResult.InvalidState, []);
        if (command.Faults.Unreadable.Count > 0 || submission is null && command.Email is null)
            return new(SubmissionResult.Unreadable, []);
        var merged = submission is null || command.Seen is null ? null : command.Seen.Merge(submission.Draft, command.Text);
        if (merged is { Conflicts.Count: > 0 })
            return new(SubmissionResult.Conflict, [], Merged: merged);

        var isNew = submission is null;
        submission ??= create(command.Email!);
        var isCorrected = CorrectAddress(submission, command.Email, facts);
        if (facts.IsByLink)
            submission.Confirm(facts.ReceivedAt);
        var (before, text) = (submission.Draft, merged?.Text ?? command.Text);
        submission.Keep(text, command.Language, facts.ReceivedAt);
        var result =
            merged is { Taken.Count: > 0 } ? SubmissionResult.Merged
            : command is not SubmitText ? SubmissionResult.Saved
            : command.Faults.IsComplete ? SubmissionResult.Submitted
            : SubmissionResult.Incomplete;
        if (result == SubmissionResult.Submitted)
        {
            submission.Submit(facts.ReceivedAt);
            var cause = submission.IsConfirmed ? string.Create(CultureInfo.InvariantCulture, $"v{submission.Version}") : null;
            return new(
                result,
                [new(MailKind.SubmissionReceived, cause, IsRateLimited: !submission.IsConfirmed)],
                Line(command, submission)
            );
        }
        IReadOnlyList<MailRequest> mails = isNew || isCorrected ? [new(MailKind.SubmissionDraft, CauseOf(submission))] : [];
        // Saving by itself every few seconds does not fill the audit log.
        return new(result, mails, isNew || isCorrected ? Line(command, submission) : null, merged);
    }

    /// <returns>True if the address was another one, to which nobody has answered.</returns>
    private static bool CorrectAddress(Submission submission, EmailAddress? email, SubmissionFacts facts)
    {
        if (facts.IsByLink || submission.IsConfirmed || email is null || email.Value == submission.Email)
            return false;
        submission.ChangeAddress(email);
        return true;
    }

    private static SubmissionDecision Withdraw(Submission submission, SubmissionFacts facts)
    {
        if (submission.State == SubmissionState.Withdrawn)
            return new(SubmissionResult.NoChange, []);
        submission.Confirm(facts.ReceivedAt);
        submission.Withdraw(facts.ReceivedAt);
        submission.LinkPresenter(PresenterOf(submission, submission.Answer, facts));
        var cause = string.Create(CultureInfo.InvariantCulture, $"v{submission.Version}");
        return new(SubmissionResult.Done, [new(MailKind.SubmissionWithdrawn, cause)], Line(new WithdrawSubmission(), submission));
    }

    private static SubmissionDecision Restore(Submission submission, SubmissionFacts facts)
    {
        if (submission.WithdrawnAt is not { } withdrawn)
            return new(SubmissionResult.NoChange, []);
        if (!facts.Call.IsOpenAt(facts.ReceivedAt) && facts.ReceivedAt > withdrawn + UndoTime)
            return new(SubmissionResult.TooLate, []);
        submission.Restore();
        submission.LinkPresenter(PresenterOf(submission, submission.Answer, facts));
        return new(SubmissionResult.Done, [], Line(new RestoreSubmission(), submission));
    }

    public static bool MayAnswer(Submission submission, AnswerToAcceptance command, SubmissionFacts facts) =>
        submission.State == SubmissionState.Submitted && facts.IsToldAccepted && command.Answer != AcceptanceAnswer.None;

    /// <summary>The link, which went to the address with the letter, proves the address.</summary>
    private static SubmissionDecision Answer(Submission submission, AnswerToAcceptance command, SubmissionFacts facts)
    {
        if (!MayAnswer(submission, command, facts))
            return new(SubmissionResult.InvalidState, []);
        var presenter = PresenterOf(submission, command.Answer, facts);
        if (submission.Answer == command.Answer && submission.PresenterId == presenter)
            return new(SubmissionResult.NoChange, []);
        if (facts.IsByLink)
            submission.Confirm(facts.ReceivedAt);
        submission.AnswerAcceptance(command.Answer, presenter, facts.ReceivedAt);
        var result = string.Create(CultureInfo.InvariantCulture, $"submission {submission.Number}, {command.Answer}");
        return new(SubmissionResult.Done, [], new(command.Action, result));
    }

    private static Guid? PresenterOf(Submission submission, AcceptanceAnswer answer, SubmissionFacts facts) =>
        PresenterRules.Of(submission.State, answer, submission.PresenterId, facts.Presenter, facts.HasPresenterAttended);

    /// <summary>A confirmed address gets a mail with what was sent.</summary>
    private static SubmissionDecision Confirm(Submission submission, SubmissionFacts facts)
    {
        if (submission.IsConfirmed)
            return new(SubmissionResult.NoChange, []);
        submission.Confirm(facts.ReceivedAt);
        IReadOnlyList<MailRequest> mails =
            submission.State == SubmissionState.Submitted ? [new(MailKind.SubmissionReceived, "confirmed")] : [];
        return new(SubmissionResult.Done, mails, Line(new ConfirmSubmissionAddress(), submission));
    }

    /// <summary>Names the submission by its number, and says nothing of its text.</summary>
    private static AuditLine Line(SubmissionCommand command, Submission submission) =>
        new(command.Action, string.Create(CultureInfo.InvariantCulture, $"submission {submission.Number}, {submission.State}"));
}
