namespace ModMatWorkshop.Domain.Programme;

/// <summary>The workshop itself: one per site.</summary>
public sealed class Workshop
{
    public required string Slug { get; init; }

    /// <summary>The short name, <c>ModMat</c>.</summary>
    public required string Acronym { get; init; }

    /// <summary>Which of the workshops of this name it is, usually the year.</summary>
    public required string Edition { get; init; }

    public required Localized Title { get; init; }

    public required Localized Subtitle { get; init; }

    public required Localized Summary { get; init; }

    public required DateOnly Start { get; init; }

    public required DateOnly End { get; init; }

    /// <summary>IANA name of the zone in which all hours are shown.</summary>
    public required string TimeZoneId { get; init; }

    /// <summary>The domain of calendar UIDs, whatever host serves them.</summary>
    public required string UidDomain { get; init; }

    public required int Seats { get; init; }

    /// <summary>Seats kept back for speakers and committee …</summary>
    public required int Reserved { get; init; }

    /// <summary>… to the end of this day; to the end of registration when null.</summary>
    public DateOnly? ReservedUntil { get; init; }

    /// <summary>Registration is open from the first minute of this day, in the workshop's zone …</summary>
    public required DateOnly RegistrationOpens { get; init; }

    /// <summary>… to the last of this one.</summary>
    public required DateOnly RegistrationCloses { get; init; }

    public required Venue Venue { get; init; }

    /// <summary>An e-mail address; null while it is not known.</summary>
    public string? Contact { get; init; }

    public required IReadOnlyList<CommitteeMember> Committee { get; init; }

    public required IReadOnlyList<Sponsor> Sponsors { get; init; }

    /// <summary>Who signs confirmations, invitations and certificates; the committee as a whole when null.</summary>
    public Signatory? Signatory { get; init; }

    public required Localized IntroductionHtml { get; init; }

    public Revision Revision { get; set; } = Revision.First;

    public TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById(TimeZoneId);

    public string Name => $"{Acronym} {Edition}";
}

/// <param name="Room">Null while it is not known.</param>
/// <param name="Country">ISO 3166 code of two letters.</param>
public sealed record Venue(string Name, Localized? Room, IReadOnlyList<string> Address, string Postcode, string City, string Country)
{
    /// <summary>What follows the town in the address of a large receiver of mail in France: <c>cedex 4</c>.</summary>
    public string? Cedex { get; init; }

    /// <summary>The last line of the address.</summary>
    public string TownLine() => string.Join(' ', new[] { Postcode, City, Cedex }.Where(part => part is { Length: > 0 }));
}

public sealed record CommitteeMember(string Name, string Slug, string Affiliation);

public sealed record Sponsor(string Name, string? Url);

/// <param name="Title">What they sign as; null when nothing was said.</param>
public sealed record Signatory(string Name, Localized? Title = null);
