namespace ModMatWorkshop.Application.Data;

/// <summary>Somebody signed in, in one browser. To delete the row is to sign them out.</summary>
public sealed class OrganiserSession
{
    public long Id { get; init; }

    /// <summary>The SHA-256 of what the cookie holds: who reads the database cannot come in with it.</summary>
    public required string Key { get; init; }

    public required Guid OrganiserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>However busy it is.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Without the part that tells one machine from the next.</summary>
    public required string Network { get; init; }

    /// <summary>The browser as it calls itself, in two words; empty when it does not.</summary>
    public required string Device { get; init; }

    /// <summary>A second factor was shown, here or to the institution.</summary>
    public required bool IsStrong { get; set; }
}
