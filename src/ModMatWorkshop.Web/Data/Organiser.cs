using Microsoft.AspNetCore.Identity;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Data;

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
}
