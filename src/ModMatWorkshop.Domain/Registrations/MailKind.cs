namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The mails of the site. Each is one folder of Mail with its template and its values.</summary>
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

    /// <summary>To a guest who has a reserved seat and is not registered yet.</summary>
    Invitation,

    // To organisers, about their account
    OrganiserInvitation,
    PasswordReset,
    PasswordChanged,
    SecondFactorChanged,
    NewSignIn,

    /// <summary>A message that the organisers have written.</summary>
    Message,
}
