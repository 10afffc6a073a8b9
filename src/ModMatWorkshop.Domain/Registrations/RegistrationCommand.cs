namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// What a participant, an organiser, a helper, a batch or the clock asks of one registration. <see cref="RegistrationRules"/> decides it.
/// </summary>
/// <param name="Action">Its name in the audit log and in the history.</param>
public abstract record RegistrationCommand(string Action);

/// <summary>The owner of the address confirms.</summary>
public sealed record Confirm() : RegistrationCommand("confirmed");

/// <summary>From remote to in person: a seat if one is free, otherwise the end of the waiting list.</summary>
public sealed record RequestSeat() : RegistrationCommand("asked for a seat");

/// <summary>Gives up a seat, an offer or a place on the waiting list, and follows remotely.</summary>
public sealed record FollowRemotely() : RegistrationCommand("follows remotely");

public sealed record AcceptOffer() : RegistrationCommand("accepted the offer");

public sealed record Cancel() : RegistrationCommand("cancelled");

/// <param name="Revision">The revision that the editor saw; null to overwrite any.</param>
public sealed record ChangeDetails(RegistrationDetails Details, int? Revision = null) : RegistrationCommand("changed the details");

/// <summary>A mail goes to the new address; until its owner confirms it, the old one stays.</summary>
public sealed record RequestAddressChange(EmailAddress Address) : RegistrationCommand("asked for another address");

/// <summary>The owner of the new address has followed the link in the mail to it. All older links are dead from then on.</summary>
public sealed record TakeNewAddress() : RegistrationCommand("took the new address");

/// <summary>An organiser mends a mistyped address: the new one counts at once, and links that went to the old one are dead.</summary>
/// <param name="Seen">The address that the organiser saw.</param>
public sealed record CorrectAddress(EmailAddress Address, string Seen) : RegistrationCommand("corrected the address");

public sealed record SendLink() : RegistrationCommand("sent the link again");

/// <summary>Takes a cancellation back. The seat may be gone: the person takes what is free, or joins the waiting list.</summary>
public sealed record Reinstate() : RegistrationCommand("reinstated");

/// <summary>Offers a free seat to one person, who need not be on the waiting list. Nobody on it is overtaken.</summary>
public sealed record OfferSeat() : RegistrationCommand(SeatOffered)
{
    public const string SeatOffered = "offered a seat";
}

/// <summary>Gives one of the reserved seats to somebody who turns out to be a speaker or a member of the committee.</summary>
public sealed record SeatFromReserve() : RegistrationCommand("gave a seat of the reserve");

/// <summary>
/// Somebody stands at the check-in desk: that confirms the registration and accepts an offer; without a seat they take a free one.
/// </summary>
public sealed record SeatAtCheckIn() : RegistrationCommand("seated at the door");

/// <param name="Change">The number of the change that was shown.</param>
public sealed record UndoLastChange(long Change) : RegistrationCommand("undid the last change");

/// <summary>Puts a message of the organisers into the outbox, once for each person.</summary>
public sealed record SendMessage(long MessageId, bool ToCancelled)
    : RegistrationCommand(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"wrote message {MessageId}"));

/// <summary>The hold of a pending registration has passed.</summary>
public sealed record LapseHold() : RegistrationCommand("the hold lapsed");

/// <summary>The deadline of an offer has passed.</summary>
public sealed record LapseOffer() : RegistrationCommand("the offer lapsed");

/// <summary>The row of an imported file that names this person.</summary>
public sealed record ApplyImport(ImportRow Row, ImportAs Mode) : RegistrationCommand("changed by an import");
