namespace ModMatWorkshop.Application.Data;

/// <summary>
/// A try to sign in that has not succeeded, kept for a day. Nobody is named: whose account it was after stands here as a keyed hash.
/// </summary>
public sealed class SignInAttempt
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Account { get; init; }

    /// <summary>A network, or a browser in which this account has signed in before.</summary>
    public required string Source { get; init; }

    public required bool IsKnown { get; init; }
}
