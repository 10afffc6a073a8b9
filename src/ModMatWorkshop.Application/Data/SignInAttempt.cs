namespace ModMatWorkshop.Application.Data;

/// <summary>A failed sign-in, kept for a day. The account is stored as a keyed hash, so that the row identifies nobody.</summary>
public sealed class SignInAttempt
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Account { get; init; }

    /// <summary>The network, or the browser if the account has signed in there before.</summary>
    public required string Source { get; init; }

    public required bool IsKnown { get; init; }
}
