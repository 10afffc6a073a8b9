namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A registration or a submission: its owner reads mail at its address and opens it by a secret link.</summary>
public interface IAddressOwner
{
    Guid Id { get; }

    /// <summary>Links of an earlier generation do not open it.</summary>
    int Generation { get; }

    /// <summary>In the form of <see cref="EmailAddress"/>.</summary>
    string Email { get; }

    /// <summary>A new address that its owner has not confirmed yet; then it replaces <see cref="Email"/>.</summary>
    string? NewEmail { get; }

    /// <summary>The address before the last change, whose owner can stop it; null when there is nothing to stop.</summary>
    string? PreviousEmail { get; }

    /// <summary>The end of the time in which the change can be stopped. Then the previous address is erased.</summary>
    DateTimeOffset? PreviousEmailUntil { get; }

    void RequestAddressChange(EmailAddress address);

    /// <summary>Replaces the address. All earlier links become invalid.</summary>
    /// <param name="stoppableUntil">Until then the owner of the previous address can stop the change; null for a final one.</param>
    void ChangeAddress(EmailAddress address, DateTimeOffset? stoppableUntil = null);
}

/// <summary>A change of address is confirmed at the new address and told to the previous one, which can stop it.</summary>
public static class AddressRules
{
    /// <summary>For this long, the owner of the previous address can stop a change.</summary>
    public static readonly TimeSpan StopPeriod = TimeSpan.FromDays(2);

    public static ChangeResult Request(IAddressOwner owner, EmailAddress address, DateTimeOffset now)
    {
        if (owner.Email == address.Value)
            return ChangeResult.NoChange;
        // Otherwise a second change would take the right to stop the first one away.
        if (owner.PreviousEmailUntil > now)
            return ChangeResult.AddressJustChanged;
        owner.RequestAddressChange(address);
        return ChangeResult.Done;
    }

    /// <param name="isTaken">Another owner has the address, and two may not have the same.</param>
    public static ChangeResult Confirm(IAddressOwner owner, bool isTaken, DateTimeOffset now)
    {
        if (!EmailAddress.TryParse(owner.NewEmail, out var address))
            return ChangeResult.NoChange;
        if (isTaken)
            return ChangeResult.InvalidState;
        owner.ChangeAddress(address, now + StopPeriod);
        return ChangeResult.Done;
    }

    /// <inheritdoc cref="Confirm"/>
    public static ChangeResult Stop(IAddressOwner owner, bool isTaken, DateTimeOffset now)
    {
        if (!EmailAddress.TryParse(owner.PreviousEmail, out var address))
            return ChangeResult.NoChange;
        if (owner.PreviousEmailUntil <= now)
            return ChangeResult.TooLate;
        if (isTaken)
            return ChangeResult.AddressTaken;
        owner.ChangeAddress(address);
        return ChangeResult.Done;
    }
}
