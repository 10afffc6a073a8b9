using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Data;

/// <summary>
/// The one row that owns the capacity. Every change of a registration bumps its version first and so waits for the one before: what is then
/// counted
/// stays true until the commit.
/// </summary>
public sealed class WorkshopState
{
    public const int OnlyId = 1;
    public const int MaxSeats = 10_000;

    public int Id { get; init; } = OnlyId;

    /// <summary>Grows with every change of a registration.</summary>
    public long Version { get; set; }

    /// <summary>The number of the last registration.</summary>
    public int LastNumber { get; set; }

    /// <summary>The number of the last organiser: that of a deleted account names nobody else in the log.</summary>
    public int LastOrganiser { get; set; }

    /// <summary>The last place that was drawn in the line.</summary>
    public long LastLineNumber { get; set; }

    /// <summary>What an organiser has set instead of the content's number of seats; null for the content's.</summary>
    public int? Capacity { get; set; }

    /// <summary>What an organiser has decided about registration whatever its dates say; null for the dates.</summary>
    public bool? Open { get; set; }

    /// <summary>
    /// Up to which day the reserve is kept: an organiser's word wins over the content's, and registration ends it where neither says.
    /// </summary>
    /// <param name="announced">In the content.</param>
    /// <param name="closes">In the content.</param>
    public DateOnly LastReserveDay(DateOnly? announced, DateOnly closes) => ReservedUntil ?? announced ?? RegistrationCloses ?? closes;

    /// <summary>Of the key under which the secret links were made.</summary>
    public string? KeyFingerprint { get; set; }

    // What an organiser has set instead of the content's dates and the usual hours; each null for those.
    public DateOnly? RegistrationOpens { get; set; }

    public DateOnly? RegistrationCloses { get; set; }

    public DateOnly? ReservedUntil { get; set; }

    /// <summary>Seats are offered to the end of this day; to the beginning of the workshop when null.</summary>
    public DateOnly? OffersUntil { get; set; }

    /// <summary>How long an offer lasts …</summary>
    public int? OfferHours { get; set; }

    /// <summary>… and in the last three days.</summary>
    public int? LastOfferHours { get; set; }

    /// <summary>Digits that are read out to let in to the stream who lost the link; null when there are none.</summary>
    public string? ShortCode { get; set; }

    /// <summary>The one day on which they are good.</summary>
    public DateOnly? ShortCodeDay { get; set; }
}

/// <summary>A link that draws on the seats reserved for speakers and committee; good for one registration.</summary>
public sealed class Invitation
{
    public required Guid Id { get; init; }

    /// <summary>For whom, as the organisers noted it; empty once they were erased.</summary>
    public required string Guest { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Guid? UsedBy { get; set; }

    /// <summary>Who made it, as the log names them.</summary>
    public string By { get; init; } = "";

    /// <summary>Where it was mailed to; null for a link that was handed over.</summary>
    public string? Email { get; set; }

    /// <summary>Of the mail and of the form behind the link.</summary>
    public Language Language { get; init; }

    /// <summary>An organiser gives somebody who is registered a reserved seat.</summary>
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
/// A line of the log that is only ever added to. People stand in it by the number of their registration, so that to erase them changes no
/// line.
/// </summary>
public sealed class AuditEntry
{
    public long Id { get; init; }

    /// <summary>Real time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// <c>participant</c>, <c>site</c>, <c>command line</c>, <c>stranger</c> for who tries to sign in, or an organiser by number:
    /// <c>organiser 3</c>.
    /// </summary>
    public required string Actor { get; init; }

    /// <summary>The network that the request came from; null where there was none.</summary>
    public string? From { get; init; }

    public required string Action { get; init; }

    public int? Registration { get; init; }

    public string? Result { get; init; }
}
