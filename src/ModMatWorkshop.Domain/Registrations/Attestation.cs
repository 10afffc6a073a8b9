using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A half-day that was attended, and how much of it.</summary>
public sealed record AttestedHalfDay(DateOnly Date, HalfDay Half, Attendance Attendance, int Minutes);

/// <summary>Something that was presented.</summary>
public sealed record AttestedTitle(Role Role, string Title, string Lang);

/// <summary>
/// What a certificate of attendance says: who, as what, and when they were really there. It is complete in itself, so that it can be
/// repeated when everything else is forgotten.
/// </summary>
public sealed record Attestation
{
    /// <summary>The name of the workshop, <c>ModMat 2021</c>.</summary>
    public required string Workshop { get; init; }

    public required Localized Title { get; init; }

    public required DateOnly Start { get; init; }

    public required DateOnly End { get; init; }

    /// <summary>House and town.</summary>
    public required string Venue { get; init; }

    public required string Name { get; init; }

    /// <summary>At least one, the weightiest first.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }

    public required IReadOnlyList<AttestedTitle> Titles { get; init; }

    /// <summary>In order of time, at least one.</summary>
    public required IReadOnlyList<AttestedHalfDay> HalfDays { get; init; }

    public int Minutes => HalfDays.Sum(h => h.Minutes);

    /// <summary>Null when there is nothing to attest: no half-day was attended.</summary>
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
            Roles = roles.Of(registration.Details),
            Titles =
            [
                .. roles
                    .PresentedBy(registration.Details)
                    .Select(c => new AttestedTitle(Registrations.Roles.Of(c.Kind), c.Title, c.TitleLang)),
            ],
            HalfDays = attended,
        };
    }
}

/// <summary>What a certificate of attendance is worth.</summary>
public enum CertificateState
{
    Genuine,

    /// <summary>It was genuine; a newer one says what is right.</summary>
    Replaced,
    Revoked,
}
