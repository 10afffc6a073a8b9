namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The address, and its changes.</summary>
public sealed partial class Registration : IAddressOwner
{
    public string Email { get; private set; } = "";

    public string? NewEmail { get; private set; }

    public string? PreviousEmail { get; private set; }

    public DateTimeOffset? PreviousEmailUntil { get; private set; }

    public void RequestAddressChange(EmailAddress address) => NewEmail = address.Value == Email ? null : address.Value;

    public void ChangeAddress(EmailAddress address, DateTimeOffset? stoppableUntil = null)
    {
        (PreviousEmail, PreviousEmailUntil) = (stoppableUntil is null ? null : Email, stoppableUntil);
        (Email, NewEmail, Generation) = (address.Value, null, Generation + 1);
        FoldForSearch();
    }
}
