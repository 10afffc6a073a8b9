using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Exports;

/// <summary>
/// The presence of all participants as a table. Its headings and values do not depend on language or year, except for half-days.
/// </summary>
/// <param name="Of">The presences of each registration, by its id.</param>
public sealed record PresenceSheet(IReadOnlyList<HalfDayHours> HalfDays, TimeZoneInfo Zone, ILookup<Guid, Presence> Of)
{
    public Sheet Write(IAsyncEnumerable<Registration> people) => new("presence", Columns, people.Select(Row));

    private IReadOnlyList<Column> Columns =>
        [
            new("number", 8),
            new("given-name", 18),
            new("family-name", 20),
            new("affiliation", 32),
            .. HalfDays.SelectMany(h =>
                (Column[])
                    [
                        new($"{h.HalfDay.Key}", 12),
                        new($"{h.HalfDay.Key}-minutes", 9),
                        new($"{h.HalfDay.Key}-arrived", 17),
                        new($"{h.HalfDay.Key}-first-beat", 17),
                        new($"{h.HalfDay.Key}-last-beat", 17),
                        new($"{h.HalfDay.Key}-corrected-by", 14),
                    ]
            ),
        ];

    private IReadOnlyList<Cell> Row(Registration person)
    {
        var presences = Of[person.Id].ToDictionary(p => new HalfDayId(p.Date, p.Half));
        return
        [
            person.Number,
            person.Details.GivenName,
            person.Details.FamilyName,
            person.Details.Affiliation,
            .. HalfDays.SelectMany(h => Cells(presences.GetValueOrDefault(h.HalfDay), h)),
        ];
    }

    private Cell[] Cells(Presence? presence, HalfDayHours half) =>
        [
            presence?.Attended switch
            {
                Attendance.InPerson => "in-person",
                Attendance.Remote => "remote",
                _ => "absent",
            },
            (int)(presence?.LengthOf(half) ?? TimeSpan.Zero).TotalMinutes,
            Local(presence?.CheckedInAt),
            Local(presence?.FirstHeartbeat),
            Local(presence?.LastHeartbeat),
            presence?.Correction is null ? null : presence.CorrectedBy,
        ];

    private DateTime? Local(DateTimeOffset? instant) => instant is { } known ? TimeZoneInfo.ConvertTime(known, Zone).DateTime : null;
}
