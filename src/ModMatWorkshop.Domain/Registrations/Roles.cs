namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// Decides which roles a person has. They come from an invitation, from an organiser who confirms a claim, or from an accepted submission
/// whose presenter has answered that they come. A typed name or a choice in the form is a claim, and gives none.
/// </summary>
/// <param name="parts">All parts of the workshop, in the order of the programme.</param>
public sealed class Roles(IReadOnlyList<Part> parts)
{
    private readonly Dictionary<string, Part> _byKey = parts.ToDictionary(p => p.Key);
    private readonly ILookup<string, Part> _byName = parts
        .SelectMany(part => part.Names.SelectMany(NameKey.Of).Distinct().Select(name => (name, part)))
        .ToLookup(p => p.name, p => p.part);

    private ILookup<Guid, Presenter> _presenters = Array.Empty<Presenter>().ToLookup(p => p.Registration);

    public IReadOnlyList<Part> Parts => parts;

    /// <summary>The keys of all names in the programme, to find the registrations that claim a part by their name.</summary>
    public IReadOnlyList<string> Names => [.. _byName.Select(n => n.Key)];

    /// <summary>The registrations of the people who present what was accepted in the call.</summary>
    public IReadOnlyList<Guid> Presenters => [.. _presenters.Select(p => p.Key)];

    /// <summary>The same parts, with the people who present what was accepted in the call.</summary>
    public Roles With(IEnumerable<Presenter> presenters)
    {
        var roles = (Roles)MemberwiseClone();
        roles._presenters = presenters.ToLookup(p => p.Registration);
        return roles;
    }

    public Part? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Everything that a person has, claims or was refused, in the order of the programme.</summary>
    public IReadOnlyList<RoleStanding> StandingOf(Registration registration)
    {
        var name = NameKey.Of(registration.Details);
        var chosen = registration.Details.PresentedCodes().ToHashSet();
        var named = _byName[name].ToHashSet();
        var decisions = registration.RoleDecisions.ToDictionary(d => d.Part);
        var presented = _presenters[registration.Id].ToDictionary(p => p.Part);
        if (chosen.Count + named.Count + decisions.Count + presented.Count == 0)
            return [];
        return
        [
            .. from part in parts
            let isChosen = chosen.Contains(part.Key)
            let fitsName = named.Contains(part)
            let decision = decisions.GetValueOrDefault(part.Key)
            let presenter = presented.GetValueOrDefault(part.Key)
            let presents = presenter is not null && (fitsName || presenter.MayBe(registration.Details))
            let state = StateOf(decision, name, isChosen, fitsName || presenter is not null, presents)
            where state is not null
            select new RoleStanding(part, state.Value, isChosen, fitsName, decision, presenter is not null),
        ];
    }

    /// <summary>All roles of a person, each once, the most important first. Somebody without any is a participant.</summary>
    public IReadOnlyList<Role> Of(Registration registration)
    {
        var roles = ConfirmedOf(registration).Select(p => p.Role).Distinct().OrderDescending().ToList();
        return roles.Count > 0 ? roles : [Role.Participant];
    }

    /// <summary>The parts that this person has, in the order of the programme.</summary>
    public IEnumerable<Part> ConfirmedOf(Registration registration) =>
        StandingOf(registration).Where(r => r.State == RoleState.Confirmed).Select(r => r.Part);

    /// <param name="claims">The programme or a submission names the person, or one who is like them.</param>
    /// <param name="presents">The person presents an accepted submission, under the name of its speaker.</param>
    private static RoleState? StateOf(RoleDecision? decision, string name, bool isChosen, bool claims, bool presents)
    {
        var isForThisName = decision is not null && NameKey.AreSame(decision.Name, name);
        return decision switch
        {
            { IsConfirmed: false } when isForThisName => RoleState.Refused,
            { IsConfirmed: true } when isForThisName && (isChosen || !decision.IsChosen) => RoleState.Confirmed,
            _ when presents => RoleState.Confirmed,
            // Invited or confirmed under another name.
            { IsConfirmed: true } when !isForThisName => RoleState.Claimed,
            _ => isChosen || claims ? RoleState.Claimed : null,
        };
    }
}
