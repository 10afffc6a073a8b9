namespace ModMatWorkshop.Domain.Registrations;

public sealed partial class Registration
{
    /// <summary>
    /// What organisers have decided about this person's parts, at most one decision for each part. <see cref="Roles"/> tells which of them
    /// count.
    /// </summary>
    public IReadOnlyList<RoleDecision> RoleDecisions { get; private set; } = [];

    /// <summary>Records decisions about parts; each replaces an earlier one about the same part.</summary>
    public void Decide(IReadOnlyList<RoleDecision> decisions) =>
        RoleDecisions = [.. RoleDecisions.Where(d => decisions.All(n => n.Part != d.Part)), .. decisions];

    /// <summary>Removes decisions, unless others have replaced them.</summary>
    public void Withdraw(IReadOnlyList<RoleDecision> decisions) => RoleDecisions = [.. RoleDecisions.Except(decisions)];
}
