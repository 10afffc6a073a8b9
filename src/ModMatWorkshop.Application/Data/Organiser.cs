using Microsoft.AspNetCore.Identity;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;

namespace ModMatWorkshop.Application.Data;

/// <summary>An account: somebody who helps to organise the workshop, in one role or several.</summary>
public sealed class Organiser : IdentityUser<Guid>
{
    /// <summary>The number in the audit log, from 1.</summary>
    public int Number { get; init; }

    public string Name { get; set; } = "";

    public OrganiserRoles Roles { get; set; }

    /// <summary>The language of the pages under <c>/admin</c> and of mails to this person.</summary>
    public Language Language { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last request, to the minute; null before the first sign-in.</summary>
    public DateTimeOffset? LastSeenAt { get; set; }

    /// <summary>When the account was disabled; null while it is enabled.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>The generation of the authenticator secret. The secret is derived from it and the site key, and is not stored.</summary>
    public int TotpGeneration { get; set; }

    /// <summary>The last time step whose code was accepted, so that no code is accepted twice.</summary>
    public long LastTotpStep { get; set; }

    /// <summary>The generation of the recovery codes, which are derived like the authenticator secret; 0 for none.</summary>
    public int RecoveryGeneration { get; set; }

    /// <summary>One bit for each used recovery code.</summary>
    public int RecoveryUsed { get; set; }
}
