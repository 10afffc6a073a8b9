namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The address, and its changes.</summary>
public sealed partial class Registration
{
    /// <summary>For this long, the owner of the previous address can stop a change.</summary>
    public static readonly TimeSpan AddressChangeStopPeriod = TimeSpan.FromDays(2);

    /// <summary>In the form of <see cref="EmailAddress"/>.</summary>
    public string Email { get; private set; } = "";

    /// <summary>A new address that its owner has not confirmed yet; then it replaces <see cref="Email"/>.</summary>
    public string? NewEmail { get; private set; }

    /// <summary>The address before the last change, whose owner can stop it; null when there is nothing to stop.</summary>
    public string? PreviousEmail { get; private set; }

    /// <summary>The end of the time in which the change can be stopped. Then the previous address is erased.</summary>
    public DateTimeOffset? PreviousEmailUntil { get; private set; }

    public void RequestAddressChange(EmailAddress address) => NewEmail = address.Value == Email ? null : address.Value;

    /// <summary>Replaces the address. All earlier links become invalid.</summary>
    /// <param name="stoppableUntil">Until then the owner of the previous address can stop the change; null for a final one.</param>
    public void ChangeAddress(EmailAddress address, DateTimeOffset? stoppableUntil = null)
    {
        (PreviousEmail, PreviousEmailUntil) = (stoppableUntil is null ? null : Email, stoppableUntil);
        (Email, NewEmail, Generation) = (address.Value, null, Generation + 1);
        FoldForSearch();
    }
}
