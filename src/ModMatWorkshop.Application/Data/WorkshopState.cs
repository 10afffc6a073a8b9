using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Data;

/// <summary>
/// The single row with the capacity. Every change of a registration updates its version first and so waits for the change before it. Counts
/// that are read after this update stay correct until the commit.
/// </summary>
public sealed class WorkshopState
{
    public const int OnlyId = 1;
    public const int MaxSeats = 10_000;

    public int Id { get; init; } = OnlyId;

    /// <summary>Increases with every change of a registration.</summary>
    public long Version { get; set; }

    /// <summary>The number of the last registration.</summary>
    public int LastNumber { get; set; }

    /// <summary>
    /// The number of the last organiser. Numbers of deleted accounts are not used again, because the audit log refers to them.
    /// </summary>
    public int LastOrganiser { get; set; }

    /// <summary>The number of the last submission to the call.</summary>
    public int LastSubmission { get; set; }

    /// <summary>The last number assigned on the waiting list.</summary>
    public long LastLineNumber { get; set; }

    /// <summary>The number of seats set by an organiser; null for the content's number.</summary>
    public int? Capacity { get; set; }

    /// <summary>The size of the reserve set by an organiser; null for the content's number.</summary>
    public int? Reserved { get; set; }

    /// <summary>True or false if an organiser has opened or closed registration; null if the dates decide.</summary>
    public bool? Open { get; set; }

    /// <summary>
    /// The last day of the reserve: set by an organiser, otherwise by the content, otherwise the last day of registration.
    /// </summary>
    /// <param name="announced">The last day of the reserve in the content; null for none.</param>
    /// <param name="closes">The last day of registration in the content.</param>
    public DateOnly LastReserveDay(DateOnly? announced, DateOnly closes) => ReservedUntil ?? announced ?? RegistrationCloses ?? closes;

    /// <summary>The fingerprint of the site key that signs the secret links; null until the first start has set it.</summary>
    public string? KeyFingerprint { get; set; }

    // Set by an organiser; null for the content's dates and the default offer times.
    public DateOnly? RegistrationOpens { get; set; }

    public DateOnly? RegistrationCloses { get; set; }

    public DateOnly? ReservedUntil { get; set; }

    /// <summary>Seats are offered until the end of this day; until the start of the workshop when null.</summary>
    public DateOnly? OffersUntil { get; set; }

    /// <summary>How long an offer lasts, in hours.</summary>
    public int? OfferHours { get; set; }

    /// <summary>How long an offer lasts in the last three days, in hours.</summary>
    public int? LastOfferHours { get; set; }

    /// <summary>Digits, read out at the workshop, that open the stream without a secret link; null for none.</summary>
    public string? ShortCode { get; set; }

    /// <summary>The only day on which the short code works.</summary>
    public DateOnly? ShortCodeDay { get; set; }
}

/// <summary>A link that lets one person register with a reserved seat.</summary>
public sealed class Invitation
{
    public required Guid Id { get; init; }

    /// <summary>The guest as noted by an organiser; empty once the guest is erased.</summary>
    public required string Guest { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Guid? UsedBy { get; set; }

    /// <summary>The actor who created it, as in the audit log.</summary>
    public string By { get; init; } = "";

    /// <summary>The address that the link was sent to; null for a link that an organiser passes on.</summary>
    public string? Email { get; set; }

    /// <summary>The language of the mail and of the form.</summary>
    public Language Language { get; init; }

    /// <summary>The keys of the parts that the guest is invited for, separated by spaces; empty for none.</summary>
    public string Parts { get; set; } = "";

    /// <summary>The roles that the invitation gives, to somebody with the name of the guest.</summary>
    public IReadOnlyList<RoleDecision> RoleDecisions() =>
        [.. PartKeys().Select(part => new RoleDecision(part, Folding.Fold(Guest), true, false, By, CreatedAt))];

    /// <summary>The parts that the guest is invited for and that are still in the programme, in its order.</summary>
    public IReadOnlyList<Part> PartsIn(Roles roles) => [.. roles.Parts.Where(part => PartKeys().Contains(part.Key))];

    private string[] PartKeys() => Parts.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The invitation that gives a registered person a reserved seat, at an organiser's request.</summary>
    public static Invitation Granted(Registration registration, DateTimeOffset realNow, Actor actor) =>
        new()
        {
            Id = Guid.NewGuid(),
            Guest = "",
            CreatedAt = realNow,
            By = actor.Name,
            UsedBy = registration.Id,
            Language = registration.Details.Language,
        };
}

/// <summary>
/// A line of the audit log. Lines are only added. People appear by registration number, so that the log stays unchanged when a person is
/// erased.
/// </summary>
public sealed class AuditEntry
{
    public long Id { get; init; }

    /// <summary>Real time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// <c>participant</c>, <c>site</c>, <c>command line</c>, <c>stranger</c> (nobody signed in), or an organiser: <c>organiser 3</c>.
    /// </summary>
    public required string Actor { get; init; }

    /// <summary>The network of the request; null without a request.</summary>
    public string? From { get; init; }

    public required string Action { get; init; }

    public int? Registration { get; init; }

    public string? Result { get; init; }

    public static AuditEntry Of(Actor actor, DateTimeOffset realNow, string action, int? registration, string? result) =>
        new()
        {
            At = realNow,
            Actor = actor.Name,
            From = actor.From,
            Action = action,
            Registration = registration,
            Result = result,
        };
}
