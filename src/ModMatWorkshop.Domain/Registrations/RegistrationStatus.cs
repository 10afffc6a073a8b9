namespace ModMatWorkshop.Domain.Registrations;

public enum RegistrationStatus
{
    /// <summary>The owner of the address has not confirmed yet.</summary>
    Pending,
    Confirmed,
    Cancelled,
}
