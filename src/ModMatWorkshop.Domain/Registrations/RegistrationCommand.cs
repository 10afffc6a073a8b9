namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// A change that a participant, an organiser, a helper, a batch or a background job asks for. <see cref="RegistrationRules"/> decides it.
/// </summary>
/// <param name="Action">The name in the audit log and in the history.</param>
public abstract record RegistrationCommand(string Action);

/// <summary>The owner of the address confirms the registration.</summary>
public sealed record Confirm() : RegistrationCommand("confirmed");

/// <summary>Switches from remote to in person: a seat if one is free, otherwise the end of the waiting list.</summary>
public sealed record RequestSeat() : RegistrationCommand("requested a seat");

/// <summary>Gives up a seat, an offer or a position on the waiting list, and attends remotely.</summary>
public sealed record FollowRemotely() : RegistrationCommand("switched to remote");

public sealed record AcceptOffer() : RegistrationCommand("accepted the offer");

public sealed record Cancel() : RegistrationCommand("cancelled");

/// <param name="Revision">The revision that the editor saw; null overwrites any revision.</param>
public sealed record ChangeDetails(RegistrationDetails Details, int? Revision = null) : RegistrationCommand("changed the details");

/// <summary>Sends a mail to the new address. The old address stays until the owner of the new one confirms.</summary>
public sealed record RequestAddressChange(EmailAddress Address) : RegistrationCommand("requested a new address");

/// <summary>Replaces the address, from the link in the mail to the new one. All earlier links become invalid.</summary>
public sealed record ConfirmNewAddress() : RegistrationCommand("confirmed the new address");

/// <summary>The owner of the previous address takes a change of address back.</summary>
public sealed record StopAddressChange() : RegistrationCommand("stopped the change of address");

/// <summary>An organiser corrects a mistyped address. It counts at once, and the earlier links become invalid.</summary>
/// <param name="Seen">The address that the organiser saw.</param>
public sealed record CorrectAddress(EmailAddress Address, string Seen) : RegistrationCommand(AddressCorrected)
{
    public const string AddressCorrected = "corrected the address";
}

public sealed record SendLink() : RegistrationCommand("sent the link again");

/// <summary>Takes a cancellation back. The seat may be gone: the person takes a free one or joins the waiting list.</summary>
public sealed record Reinstate() : RegistrationCommand("reinstated");

/// <summary>Accepts an application. The person takes a seat by the same rule as everybody.</summary>
/// <param name="Reason">What the person is told about the decision; null for nothing.</param>
/// <param name="Seen">What the organiser saw: a decision that somebody else has taken meanwhile stays.</param>
public sealed record AcceptApplication(string? Reason = null, Selection Seen = Selection.Applied)
    : RegistrationCommand("accepted the application");

/// <summary>Declines an application that waits for a decision.</summary>
/// <param name="MayFollow">The person may follow the workshop remotely.</param>
public sealed record DeclineApplication(string? Reason = null, bool MayFollow = false) : RegistrationCommand("declined the application");

/// <summary>Offers a free seat to one person, on the waiting list or not. Refused if other people on it come first.</summary>
public sealed record OfferSeat() : RegistrationCommand(SeatOffered)
{
    public const string SeatOffered = "offered a seat";
}

/// <summary>Gives a seat of the reserve to a registered person who is a speaker or a committee member.</summary>
public sealed record SeatFromReserve() : RegistrationCommand("gave a reserved seat");

/// <summary>Gives a role: an organiser confirms a claim, or assigns a part that the person does not claim.</summary>
/// <param name="Part">The key of the <see cref="Registrations.Part"/>.</param>
/// <param name="Seen">The name that the organiser saw.</param>
public sealed record ConfirmRole(string Part, string Seen) : RegistrationCommand("confirmed a role");

/// <summary>Refuses a claim, or withdraws a role.</summary>
/// <inheritdoc cref="ConfirmRole"/>
public sealed record RefuseRole(string Part, string Seen) : RegistrationCommand("refused a role");

/// <summary>Check-in confirms the registration and accepts an offer. A person without a seat takes a free one.</summary>
/// <param name="OthersWereCalled">On the day: the helper has called the people ahead on the waiting list, and they are not there.</param>
public sealed record SeatAtCheckIn(bool OthersWereCalled = false) : RegistrationCommand("gave a seat at check-in");

/// <param name="Change">The number of the change that the organiser saw.</param>
public sealed record UndoLastChange(long Change) : RegistrationCommand("undid the last change");

/// <summary>Queues an organisers' message in the outbox, once for each person.</summary>
public sealed record SendMessage(long MessageId, bool ToCancelled)
    : RegistrationCommand(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"sent message {MessageId}"));

/// <summary>The hold of a pending registration has expired.</summary>
public sealed record LapseHold() : RegistrationCommand("the hold lapsed");

/// <summary>The deadline of an offer has passed.</summary>
public sealed record LapseOffer() : RegistrationCommand("the offer lapsed");

/// <summary>Applies the row of an imported file to this registration.</summary>
public sealed record ApplyImport(ImportRow Row, ImportAs Mode) : RegistrationCommand("changed by an import");
