namespace ModMatWorkshop.Domain.Registrations;

public enum RegistrationStatus
{
    /// <summary>Until the owner of the address has confirmed it.</summary>
    Pending,
    Confirmed,
    Cancelled,
}
