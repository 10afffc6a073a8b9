namespace ModMatWorkshop.Domain.Registrations;

/// <summary>When a field is asked for: every part must hold.</summary>
public sealed record FieldCondition(IReadOnlyList<FieldConditionPart> Parts);

/// <param name="Key">Of the field that decides.</param>
/// <param name="Values">One of them must be its answer, or part of it; none for any answer.</param>
public sealed record FieldConditionPart(string Key, IReadOnlyList<string> Values)
{
    public bool HoldsFor(string answer) => Values.Count == 0 ? answer.Length > 0 : answer.Split(' ').Any(Values.Contains);
}
