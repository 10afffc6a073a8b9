using System.Globalization;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Data;

/// <summary>
/// What imports have changed about half-days with answers, until an organiser decides about added half-days and whether people are told.
/// At most one row is open.
/// </summary>
public sealed class ProgrammeChange
{
    public int Id { get; init; }

    /// <summary>Real time of the last import that contributed.</summary>
    public required DateTimeOffset At { get; set; }

    public required IReadOnlyList<HalfDayChange> HalfDays { get; set; }

    /// <summary>The half-days of the programme that are not added.</summary>
    public required IReadOnlyList<HalfDayId> OtherHalfDays { get; set; }

    /// <summary>The number of the last registration before the first of these imports. Later ones saw the new programme.</summary>
    public required int LastNumber { get; init; }

    /// <summary>Real time; null while it is open.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>See <see cref="Actor.Name"/>.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>Whether the mail asks people to check their answers.</summary>
    public bool AsksToCheck { get; set; }

    /// <summary>The suffix of the cause of its mails.</summary>
    public static string MailCause(int id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The id of the change that a mail is about; 0 for none.</summary>
    public static int IdIn(OutboxMessage mail) =>
        int.TryParse(mail.Cause.AsSpan(mail.Cause.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : 0;
}

/// <summary>A half-day that has left the programme, for the answers that are set aside under its number.</summary>
public sealed class DroppedHalfDayRow
{
    public required int Number { get; init; }

    public required ProgrammeHalfDay HalfDay { get; init; }
}
