using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>What the workshop certifies about a person, in ascending order of importance.</summary>
public enum Role
{
    Participant,
    Poster,
    Talk,
    InvitedTalk,
    Organiser,
}

/// <summary>
/// Finds a person's roles from a registration and the programme. Names match whatever their accents, case and word order.
/// </summary>
public sealed class Roles
{
    private readonly HashSet<string> _committee;
    private readonly IReadOnlyList<Contribution> _given;
    private readonly ILookup<string, Role> _byCode;
    private readonly ILookup<string, Role> _byName;

    public Roles(Schedule schedule)
    {
        _committee = [.. schedule.Workshop.Committee.Select(m => Key(m.Name))];
        var cancelled = schedule.Slots.Where(s => s is { Cancelled: true, IsTalk: true }).Select(s => s.ContributionCode!).ToHashSet();
        _given =
        [
            .. schedule
                .Contributions.Values.Where(c => !c.Cancelled && !cancelled.Contains(c.Code))
                .OrderBy(c => c.Kind)
                .ThenBy(c => c.Number),
        ];
        _byCode = _given.ToLookup(c => c.Code, c => Of(c.Kind));
        _byName = _given
            .Select(c => (c.SpeakerName, Role: Of(c.Kind)))
            // The speaker of an intervention has no contribution.
            .Concat(
                schedule
                    .Slots.Where(s => s is { SpeakerName: not null, IsTalk: false, Cancelled: false })
                    .Select(s => (SpeakerName: s.SpeakerName!, Role: Role.Talk))
            )
            .ToLookup(s => Key(s.SpeakerName), s => s.Role);
    }

    /// <summary>All roles of a person, each once, the most important first. Somebody without any is a participant.</summary>
    public IReadOnlyList<Role> Of(RegistrationDetails person)
    {
        var name = Key(person.Name);
        var roles = _byName[name]
            .Concat(_byCode[person.Presents ?? ""])
            .Concat(_committee.Contains(name) ? [Role.Organiser] : [])
            .Distinct()
            .OrderDescending()
            .ToList();
        return roles.Count > 0 ? roles : [Role.Participant];
    }

    /// <summary>The contributions that a person presents, in the order of the programme.</summary>
    public IEnumerable<Contribution> PresentedBy(RegistrationDetails person)
    {
        var name = Key(person.Name);
        return _given.Where(c => c.Code == person.Presents || Key(c.SpeakerName) == name);
    }

    public static Role Of(ContributionKind kind) =>
        kind switch
        {
            ContributionKind.Invited => Role.InvitedTalk,
            ContributionKind.Oral => Role.Talk,
            _ => Role.Poster,
        };

    /// <summary>A key that ignores word order, because a programme or a form may put the family name first.</summary>
    private static string Key(string name) => string.Join(' ', Folding.Words(name).Order(StringComparer.Ordinal));
}
