namespace ModMatWorkshop.Domain.Registrations;

public enum RegistrationStatus
{
    /// <summary>The owner of the address has not confirmed yet.</summary>
    Pending,
    Confirmed,
    Cancelled,

    /// <summary>The owner of the address has confirmed an application, which the organisers have not decided yet.</summary>
    Applied,

    /// <summary>The organisers have declined the application. The person takes no part.</summary>
    Declined,
}
