namespace ModMatWorkshop.Application.Data;

/// <summary>A signed-in browser. Deleting the row signs it out.</summary>
public sealed class OrganiserSession
{
    public long Id { get; init; }

    /// <summary>The SHA-256 of the cookie value, so that read access to the database gives no access to the site.</summary>
    public required string Key { get; init; }

    public required Guid OrganiserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>The session ends at this time, even if it is in use.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The IP address without the part that identifies one machine.</summary>
    public required string Network { get; init; }

    /// <summary>The browser and the system, in two words, from the User-Agent header; empty without one.</summary>
    public required string Device { get; init; }

    /// <summary>True if this site or the OpenID Connect provider has checked a second factor.</summary>
    public required bool IsStrong { get; set; }
}
