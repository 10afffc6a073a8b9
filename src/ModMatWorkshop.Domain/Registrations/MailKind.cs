namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// The kinds of mail. Each has a folder in <c>Application/Mail</c> with its class and its templates. The outbox stores the number, so new
/// kinds come last.
/// </summary>
public enum MailKind
{
    ConfirmAddress,
    Confirmed,
    WaitingList,
    Offer,
    OfferLapsed,
    SwitchedToSeat,
    SwitchedToRemote,
    Cancelled,
    LinkAgain,
    ConfirmNewAddress,
    Reminder,
    DayBefore,

    /// <summary>To a guest who has a seat of the reserve and is not registered yet.</summary>
    Invitation,

    // To organisers, about their account.
    OrganiserInvitation,
    PasswordReset,
    PasswordChanged,
    SecondFactorChanged,
    NewSignIn,

    /// <summary>A message written by the organisers.</summary>
    Message,

    /// <summary>Half-days with answers have moved, or have left or joined the programme.</summary>
    ProgrammeChanged,

    /// <summary>To a person whose hold ends soon.</summary>
    HoldReminder,

    /// <summary>To a person whose offer ends soon.</summary>
    OfferReminder,

    /// <summary>To a person who attended, once the workshop is over.</summary>
    CertificateReady,

    /// <summary>To the previous address, whose owner can stop the change.</summary>
    AddressChanged,

    /// <summary>To a confirmed person, with whose address somebody has sent the registration form.</summary>
    AlreadyRegistered,

    // To the author of a submission to the call.
    SubmissionDraft,
    SubmissionReceived,
    SubmissionWithdrawn,
    SubmissionLink,

    /// <summary>To the author of a draft, a few days before the deadline.</summary>
    SubmissionReminder,

    // To the author of an accepted one.
    FilesMissing,
    CorrectionDecided,

    // To the author, with the decision of the committee.
    DecisionAccepted,
    DecisionReserve,
    DecisionRejected,

    // To a person who applies to a workshop that selects its participants.
    ApplicationReceived,
    ApplicationAccepted,
    ApplicationDeclined,

    /// <summary>A decision was taken back.</summary>
    ApplicationReopened,

    /// <summary>To a person who has not paid the fee.</summary>
    FeeReminder,

    /// <summary>To the chair of a session, with the link to its page.</summary>
    SessionChair,

    /// <summary>To the author of an accepted submission who has not answered.</summary>
    AnswerReminder,

    // To a person on the waiting list of an option.
    OptionOffer,
    OptionOfferReminder,
    OptionOfferLapsed,

    // To a person who asked for a change after the last day for changes.
    ChangeApproved,
    ChangeRefused,

    /// <summary>To a new address of an author, whose owner confirms it.</summary>
    SubmissionNewAddress,

    /// <summary>To the previous address of an author, whose owner can stop the change.</summary>
    SubmissionAddressChanged,

    // To a person who asks for travel support.
    TravelSupportGranted,
    TravelSupportDeclined,

    /// <summary>A decision was taken back.</summary>
    TravelSupportReopened,
}
