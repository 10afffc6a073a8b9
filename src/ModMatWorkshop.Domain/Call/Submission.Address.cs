using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Call;

// The address of the submitting author, and its changes.
public sealed partial class Submission : IAddressOwner
{
    public string Email { get; private set; } = "";

    public string? NewEmail { get; private set; }

    public string? PreviousEmail { get; private set; }

    public DateTimeOffset? PreviousEmailUntil { get; private set; }

    public void RequestAddressChange(EmailAddress address)
    {
        NewEmail = address.Value;
        Version++;
    }

    public void ChangeAddress(EmailAddress address, DateTimeOffset? stoppableUntil = null)
    {
        (PreviousEmail, PreviousEmailUntil) = (stoppableUntil is null ? null : Email, stoppableUntil);
        (Email, NewEmail, Generation) = (address.Value, null, Generation + 1);
        Version++;
    }
}
