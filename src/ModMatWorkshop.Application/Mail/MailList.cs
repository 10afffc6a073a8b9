using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>All mails. To remove a mail, delete its folder and its line here.</summary>
public static class MailList
{
    public static readonly IReadOnlyList<MailDefinition> All =
    [
        new ConfirmAddressMail(),
        new ConfirmedMail(),
        new WaitingListMail(),
        new OfferMail(),
        new OfferLapsedMail(),
        new SwitchedToSeatMail(),
        new SwitchedToRemoteMail(),
        new CancelledMail(),
        new LinkAgainMail(),
        new ConfirmNewAddressMail(),
        new ReminderMail(),
        new DayBeforeMail(),
        new InvitationMail(),
        new OrganiserInvitationMail(),
        new PasswordResetMail(),
        new PasswordChangedMail(),
        new SecondFactorChangedMail(),
        new NewSignInMail(),
        new MessageMail(),
        new ProgrammeChangedMail(),
        new HoldReminderMail(),
        new OfferReminderMail(),
        new CertificateReadyMail(),
        new FeeReminderMail(),
        new AddressChangedMail(),
        new AlreadyRegisteredMail(),
        new SubmissionDraftMail(),
        new SubmissionReceivedMail(),
        new SubmissionWithdrawnMail(),
        new SubmissionReminderMail(),
        new SubmissionLinkMail(),
        new SubmissionNewAddressMail(),
        new SubmissionAddressChangedMail(),
        new FilesMissingMail(),
        new CorrectionDecidedMail(),
        new DecisionAcceptedMail(),
        new DecisionReserveMail(),
        new DecisionRejectedMail(),
        new ApplicationReceivedMail(),
        new ApplicationAcceptedMail(),
        new ApplicationDeclinedMail(),
        new ApplicationReopenedMail(),
        new SessionChairMail(),
        new AnswerReminderMail(),
        new OptionOfferMail(),
        new OptionOfferReminderMail(),
        new OptionOfferLapsedMail(),
        new ChangeApprovedMail(),
        new ChangeRefusedMail(),
        new TravelSupportGrantedMail(),
        new TravelSupportDeclinedMail(),
        new TravelSupportReopenedMail(),
    ];

    public static MailDefinition? Find(MailKind kind) => All.FirstOrDefault(m => m.Kind == kind);
}
