using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Mail;

/// <content>The people who get the mails.</content>
public sealed partial class MailComposerTests
{
    /// <summary>A person in the state that a mail of this kind is for.</summary>
    internal static Registration Addressee(MailTestHost host, MailKind kind, Language language, string? name = null) =>
        host.Person(name, language, then: person =>
        {
            var now = host.Time.GetUtcNow();
            if (kind is MailKind.ConfirmAddress or MailKind.HoldReminder)
            {
                person.JoinWaitingList(1);
                person.HoldPlaceUntil(now.AddHours(2));
                return;
            }
            if (IsOfApplication(kind))
            {
                Apply(person, kind, now);
                return;
            }
            person.Confirm(now);
            switch (kind)
            {
                case MailKind.WaitingList:
                    person.JoinWaitingList(7);
                    break;
                case MailKind.Offer or MailKind.OfferReminder:
                    person.OfferSeat(3, now.AddHours(48));
                    break;
                case MailKind.OptionOffer or MailKind.OptionOfferReminder:
                    person.SetOptions([new("dinner", 2, 0) { OfferUntil = now.AddHours(48) }]);
                    break;
                case MailKind.TravelSupportGranted or MailKind.TravelSupportDeclined:
                    person.DecideTravelSupport(
                        kind == MailKind.TravelSupportGranted ? TravelSupportDecision.Granted : TravelSupportDecision.Declined,
                        "300 €",
                        now
                    );
                    person.AssignSeat(3, false);
                    break;
                case MailKind.OfferLapsed or MailKind.SwitchedToRemote or MailKind.DayBefore:
                    person.FollowRemotely();
                    break;
                case MailKind.Cancelled:
                    person.Cancel(now);
                    break;
                case MailKind.ConfirmNewAddress:
                    Assert.True(EmailAddress.TryParse("nouvelle@labo.example", out var address));
                    person.RequestAddressChange(address);
                    person.AssignSeat(3, false);
                    break;
                case MailKind.AddressChanged:
                    Assert.True(EmailAddress.TryParse("nouvelle@labo.example", out var confirmed));
                    person.ChangeAddress(confirmed, now.AddDays(2));
                    person.AssignSeat(3, false);
                    break;
                default:
                    person.AssignSeat(3, false);
                    break;
            }
        });

    private static bool IsOfApplication(MailKind kind) =>
        kind
            is MailKind.ApplicationReceived
                or MailKind.ApplicationReopened
                or MailKind.ApplicationAccepted
                or MailKind.ApplicationDeclined;

    private static void Apply(Registration person, MailKind kind, DateTimeOffset now)
    {
        person.MakeApplication(Attendance.InPerson);
        person.Apply(now);
        if (kind == MailKind.ApplicationDeclined)
            person.DeclineApplication("Trop de candidatures.", mayFollow: true, now);
        if (kind != MailKind.ApplicationAccepted)
            return;
        person.AcceptApplication("Bienvenue !", now);
        person.JoinWaitingList(7);
    }
}
