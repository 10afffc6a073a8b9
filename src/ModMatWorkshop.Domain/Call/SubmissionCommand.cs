using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Call;

/// <summary>A change that an author asks for. <see cref="SubmissionRules"/> decides it.</summary>
/// <param name="Action">The name in the audit log.</param>
public abstract record SubmissionCommand(string Action);

/// <summary>Keeps what was typed.</summary>
/// <param name="Seen">What the form was opened with; null for a form that nobody has kept before.</param>
/// <param name="Email">The address in the form; null if it cannot be changed there.</param>
/// <param name="Faults">What is wrong with the text.</param>
public record KeepText(
    SubmissionText Text,
    SeenFields? Seen,
    EmailAddress? Email,
    SubmissionFaults Faults,
    Language Language,
    string Action = "kept a draft"
) : SubmissionCommand(Action);

/// <summary>Keeps what was typed and submits it, if nothing is missing.</summary>
/// <inheritdoc cref="KeepText"/>
public sealed record SubmitText(SubmissionText Text, SeenFields? Seen, EmailAddress? Email, SubmissionFaults Faults, Language Language)
    : KeepText(Text, Seen, Email, Faults, Language, "submitted an abstract");

public sealed record WithdrawSubmission() : SubmissionCommand("withdrew an abstract");

/// <summary>Takes a withdrawal back.</summary>
public sealed record RestoreSubmission() : SubmissionCommand("restored an abstract");

/// <summary>The owner of the address has followed the link and presses a button.</summary>
public sealed record ConfirmSubmissionAddress() : SubmissionCommand("confirmed the address of an abstract");

/// <summary>The owner of the link asks for mail to another address.</summary>
public sealed record RequestSubmissionAddress(EmailAddress Address) : SubmissionCommand("requested a new address of an abstract");

/// <summary>The owner of the new address confirms it.</summary>
public sealed record ConfirmNewSubmissionAddress() : SubmissionCommand("confirmed a new address of an abstract");

/// <summary>The owner of the previous address keeps it.</summary>
public sealed record StopSubmissionAddressChange() : SubmissionCommand("stopped the change of address of an abstract");

/// <summary>An author says whether somebody comes and presents what is accepted. The answer can be changed.</summary>
public sealed record AnswerToAcceptance(AcceptanceAnswer Answer) : SubmissionCommand("answered an acceptance");

public sealed record SendSubmissionLink() : SubmissionCommand("sent the link of an abstract again");

/// <summary>What became of a command.</summary>
public enum SubmissionResult
{
    /// <summary>The draft is kept.</summary>
    Saved,
    Submitted,

    /// <summary>Kept, but another device has changed other fields: the author reads them before submitting.</summary>
    Merged,

    /// <summary>Kept as a draft and not submitted, because something is missing or wrong.</summary>
    Incomplete,

    /// <summary>Not even kept: a text is longer than any can be, or the address is none.</summary>
    Unreadable,

    /// <summary>Another device has changed the same fields. Nothing is saved; the author chooses.</summary>
    Conflict,
    NoChange,
    TooEarly,
    TooLate,

    /// <summary>It is withdrawn; for an answer, also: its authors have not been told that it is accepted.</summary>
    InvalidState,

    /// <summary>The previous address can still stop the last change of address, so it does not change again.</summary>
    AddressJustChanged,

    /// <summary>There is none, or the link is of an older generation.</summary>
    NotFound,
    Done,
}

/// <param name="IsByLink">The request came through the link that was sent to the address.</param>
/// <param name="ReceivedAt">When the site received the request, which is what a deadline is compared with.</param>
/// <param name="HasManyMails">The address has had many mails lately and nobody has confirmed it.</param>
/// <param name="IsToldAccepted">It is accepted, and its authors have been told so.</param>
/// <param name="Presenter">The registration with its address; null if there is none.</param>
/// <param name="HasPresenterAttended">The presence of its presenter is recorded.</param>
public sealed record SubmissionFacts(
    CallForAbstracts Call,
    DateTimeOffset ReceivedAt,
    bool IsByLink,
    bool HasManyMails = false,
    bool IsToldAccepted = false,
    Guid? Presenter = null,
    bool HasPresenterAttended = false
);

/// <param name="Mails">The mails to send, each with what makes it unique.</param>
/// <param name="Merged">
/// What a form shows again after <see cref="SubmissionResult.Merged"/> or <see cref="SubmissionResult.Conflict"/>.
/// </param>
public sealed record SubmissionDecision(
    SubmissionResult Result,
    IReadOnlyList<MailRequest> Mails,
    AuditLine? Audit = null,
    MergedText? Merged = null
);
