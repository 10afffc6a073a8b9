using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>One answer of a registration, as text.</summary>
public sealed record Answer(RegistrationField Field, RegistrationState State, RegistrationChoices Choices, Workshop Workshop)
{
    /// <summary>The address of the file that answers a question; null to show its name alone.</summary>
    public string? FileAddress { get; init; }

    /// <summary>Whether the person consents, and since when.</summary>
    public string Consent(Words words) =>
        Field.Get(State).Length == 0 ? words.No
        : Since is { } since ? words.SinceWhen(words.Date(DayOf(since)))
        : words.Yes;

    private DateTimeOffset? Since =>
        Field == ParticipationFields.Listed ? State.ListedSince
        : Field == ParticipationFields.Photographed ? State.PhotographedSince
        : null;

    private DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Workshop.TimeZone).DateTime);
}
