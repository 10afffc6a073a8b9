namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// The values of a registration at one moment, for its history and for undo. <see cref="Registration"/> describes the properties.
/// </summary>
public sealed record RegistrationState
{
    public required RegistrationDetails Details { get; init; }

    public required int Revision { get; init; }

    public IReadOnlyList<RoleDecision> RoleDecisions { get; init; } = [];

    public required string Email { get; init; }

    public string? NewEmail { get; init; }

    public required Attendance Attendance { get; init; }

    public required RegistrationStatus Status { get; init; }

    public required Place Place { get; init; }

    public int? SeatNumber { get; init; }

    public long? LineNumber { get; init; }

    public bool FromReserve { get; init; }

    public DateTimeOffset? OfferUntil { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    public DateTimeOffset? ListedSince { get; init; }

    public DateTimeOffset? PhotographedSince { get; init; }

    public bool ContainsNeeds() => RegistrationFields.Needs.Any(need => need.Get(this).Length > 0);

    public RegistrationState WithoutNeeds() => this with { Details = Details.WithoutNeeds() };
}
