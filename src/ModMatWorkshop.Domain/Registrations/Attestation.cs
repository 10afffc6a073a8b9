using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A half-day that a person attended, in person or remotely, with the number of minutes.</summary>
public sealed record AttestedHalfDay(DateOnly Date, HalfDay Half, Attendance Attendance, int Minutes);

/// <summary>The title of a contribution that a person presented.</summary>
public sealed record AttestedTitle(Role Role, string Title, string Lang);

/// <summary>
/// The content of a certificate of attendance: name, roles and attended half-days. It is self-contained, so that the certificate can be
/// printed again after the purge.
/// </summary>
public sealed record Attestation
{
    /// <summary>The name of the workshop with its edition: <c>NANO 2021</c>.</summary>
    public required string Workshop { get; init; }

    public required Localized Title { get; init; }

    public required DateOnly Start { get; init; }

    public required DateOnly End { get; init; }

    /// <summary>The name of the venue and the town.</summary>
    public required string Venue { get; init; }

    public required string Name { get; init; }

    /// <summary>At least one role, the most important first.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }

    public required IReadOnlyList<AttestedTitle> Titles { get; init; }

    /// <summary>At least one half-day, in chronological order.</summary>
    public required IReadOnlyList<AttestedHalfDay> HalfDays { get; init; }

    public int Minutes => HalfDays.Sum(h => h.Minutes);

    /// <summary>Null if the person attended no half-day.</summary>
    public static Attestation? Of(
        Workshop workshop,
        Registration registration,
        Roles roles,
        IEnumerable<HalfDayHours> halfDays,
        IReadOnlyCollection<Presence> presences
    )
    {
        var attended = halfDays
            .Select(half =>
                (
                    half,
                    presence: presences.FirstOrDefault(p =>
                        p.RegistrationId == registration.Id && p.Date == half.HalfDay.Date && p.Half == half.HalfDay.Half
                    )
                )
            )
            .Where(h => h.presence?.Attended is not null)
            .Select(h => new AttestedHalfDay(
                h.half.HalfDay.Date,
                h.half.HalfDay.Half,
                h.presence!.Attended!.Value,
                (int)h.presence.LengthOf(h.half).TotalMinutes
            ))
            .ToList();
        if (attended.Count == 0)
            return null;
        return new()
        {
            Workshop = workshop.Name,
            Title = workshop.Title,
            Start = workshop.Start,
            End = workshop.End,
            Venue = $"{workshop.Venue.Name}, {workshop.Venue.City}",
            Name = registration.Details.Name,
            Roles = roles.Of(registration),
            Titles =
            [
                .. from part in roles.ConfirmedOf(registration)
                where part.Title is not null
                select new AttestedTitle(part.Role, part.Title!, part.TitleLang!),
            ],
            HalfDays = attended,
        };
    }
}

/// <summary>Whether a certificate of attendance is still valid.</summary>
public enum CertificateState
{
    Genuine,

    /// <summary>The certificate is genuine, but a newer one replaces it.</summary>
    Replaced,
    Revoked,
}
