using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// The people whom a change of the programme concerns: who attends its half-day, in the room or remotely, who presents it and who
/// chairs it. Presenters and chairs are found by their name or by a role that organisers have confirmed. A typed name is enough here,
/// because the change is public.
/// </summary>
public sealed class ProgrammeAudience
{
    /// <summary>What changes nothing for somebody who attends.</summary>
    private static readonly HashSet<DifferenceKind> ForPresentersOnly =
    [
        DifferenceKind.TitleChanged,
        DifferenceKind.AbstractChanged,
        DifferenceKind.ChairsChanged,
        DifferenceKind.SessionTitleChanged,
        DifferenceKind.SessionChairsChanged,
    ];

    private readonly IReadOnlyList<(string Name, string? Part)> _named;
    private readonly HashSet<string> _names;
    private readonly HashSet<string> _parts;
    private readonly HashSet<HalfDayId> _halfDays;

    public ProgrammeAudience(ProgrammeChanges changes, ProgrammeDifference difference)
    {
        List<ProgrammeItem> items = [.. changes.ItemsOf(difference).SelectMany(i => new[] { i.Before, i.After }).OfType<ProgrammeItem>()];
        var chairs = difference.Session is { } session ? session.Before.Chairs.Concat(session.After.Chairs) : [];
        _named =
        [
            .. items.SelectMany(i => i.Speakers.Select(name => (name, (string?)i.Key))),
            .. items.SelectMany(i => i.Chairs.Concat(i.SessionChairs)).Concat(chairs).Select(name => (name, (string?)null)),
        ];
        _names = [.. _named.SelectMany(n => NameKey.Of(n.Name))];
        _parts = [.. items.Select(i => i.Key)];
        _halfDays = ForPresentersOnly.Contains(difference.Kind) ? [] : [.. difference.HalfDays];
    }

    public bool Includes(Registration person) =>
        person.Details.HalfDays.Any(h => _halfDays.Contains(h.Id))
        || _names.Contains(NameKey.Of(person.Details))
        || person.RoleDecisions.Any(d => d.IsConfirmed && _parts.Contains(d.Part));

    /// <summary>
    /// The names of those who present or chair it and whom no mail reaches, because none of the registrations is theirs: presenters whose
    /// talk came through the call, and chairs, need not register.
    /// </summary>
    /// <param name="names">The names of the registrations, as <see cref="NameKey.Of(RegistrationDetails)"/> gives them.</param>
    /// <param name="parts">What organisers have confirmed that they present.</param>
    public IEnumerable<string> NotReached(IReadOnlySet<string> names, IReadOnlySet<string> parts) =>
        _named.Where(n => !(n.Part is not null && parts.Contains(n.Part)) && !NameKey.Of(n.Name).Any(names.Contains)).Select(n => n.Name);
}
