namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The reasons why a claim needs a closer look before it is confirmed.</summary>
[Flags]
public enum ClaimDoubts
{
    None = 0,

    /// <summary>The owner of the address has not confirmed the registration. Such a claim cannot be confirmed yet.</summary>
    Unconfirmed = 1,

    /// <summary>The programme names somebody else.</summary>
    OtherName = 2,

    /// <summary>Somebody else claims the same part or has it.</summary>
    Contested = 4,

    /// <summary>The registration had another name before, or was invited or confirmed under another name.</summary>
    Renamed = 8,
}

/// <summary>A claim that waits for the organisers.</summary>
/// <param name="Others">The other people who claim the same part or have it, up to <see cref="MaxOthers"/>.</param>
/// <param name="MoreOthers">How many there are besides these.</param>
public sealed record Claim(Registration Person, RoleStanding Role, ClaimDoubts Doubts, IReadOnlyList<Registration> Others, int MoreOthers)
{
    /// <summary>Thousands of people can claim the same part, so a claim does not list them all.</summary>
    public const int MaxOthers = 5;

    /// <summary>True when organisers may confirm it together with others, without looking at each.</summary>
    public bool IsObvious => Doubts == ClaimDoubts.None;

    /// <summary>The open claims, in the order of the programme, then by name.</summary>
    /// <param name="people">Everybody who may have a part: <see cref="RoleStanding"/>.</param>
    /// <param name="renamed">The people who have changed their name since they registered.</param>
    public static IReadOnlyList<Claim> Of(Roles roles, IEnumerable<Registration> people, IReadOnlySet<Guid> renamed)
    {
        var standing = people
            .Where(p => p.Status != RegistrationStatus.Cancelled)
            .OrderBy(p => p.SortKey, StringComparer.Ordinal)
            .ThenBy(p => p.Number)
            .SelectMany(person => roles.StandingOf(person).Select(role => (person, role)))
            .Where(p => p.role.State != RoleState.Refused)
            .ToList();
        var rivals = standing.ToLookup(p => ContestOf(p.role.Part, p.person), p => p.person);
        var claims = standing.Where(p => p.role.State == RoleState.Claimed).ToLookup(p => p.role.Part);
        return
        [
            .. from part in roles.Parts
            from claim in claims[part]
            let contest = rivals[ContestOf(part, claim.person)]
            let others = contest.Where(p => p.Id != claim.person.Id).Take(MaxOthers).ToList()
            select new Claim(
                claim.person,
                claim.role,
                DoubtsAbout(claim.person, claim.role, others.Count > 0, renamed),
                others,
                contest.Count() - 1 - others.Count
            ),
        ];
    }

    private static ClaimDoubts DoubtsAbout(Registration person, RoleStanding role, bool isContested, IReadOnlySet<Guid> renamed) =>
        (person.Status == RegistrationStatus.Confirmed ? 0 : ClaimDoubts.Unconfirmed)
        | (role.FitsName ? 0 : ClaimDoubts.OtherName)
        | (isContested ? ClaimDoubts.Contested : 0)
        | (role.Decision is { IsConfirmed: true } || renamed.Contains(person.Id) ? ClaimDoubts.Renamed : 0);

    /// <summary>Several people share a committee or a panel, so only two people with the same name contest a place in it.</summary>
    private static (Part Part, string Name) ContestOf(Part part, Registration person) =>
        (part, part.IsShared ? NameKey.Of(NameKey.Of(person.Details)).Order(StringComparer.Ordinal).FirstOrDefault("") : "");
}
