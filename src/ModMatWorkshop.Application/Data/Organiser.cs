using Microsoft.AspNetCore.Identity;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Application.Data;

public enum OrganiserRole
{
    /// <summary>Everything under <c>/admin</c>, and check-in.</summary>
    Organiser,

    /// <summary>Check-in only.</summary>
    Helper,
}

/// <summary>Somebody with an account: an organiser, or a helper at the door.</summary>
public sealed class Organiser : IdentityUser<Guid>
{
    /// <summary>Names them in the audit log, from 1.</summary>
    public int Number { get; init; }

    public string Name { get; set; } = "";

    public OrganiserRole Role { get; set; }

    /// <summary>Of the pages under <c>/admin</c> and of the mails to them.</summary>
    public Language Language { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>At work, to the minute; null for who has never signed in.</summary>
    public DateTimeOffset? LastSeenAt { get; set; }

    /// <summary>Since when the account opens nothing; null while it does.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>
    /// Which secret the authenticator application holds: it is made from this number under the site key, and never stored.
    /// </summary>
    public int TotpGeneration { get; set; }

    /// <summary>The last half-minute whose code was taken: a code that somebody has watched opens nothing.</summary>
    public long LastTotpStep { get; set; }

    /// <summary>Which recovery codes are good, made as the secret above; 0 for none.</summary>
    public int RecoveryGeneration { get; set; }

    /// <summary>A bit for each recovery code that has been used.</summary>
    public int RecoveryUsed { get; set; }
}
