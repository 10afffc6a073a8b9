namespace ModMatWorkshop.Domain.Programme;

/// <summary>A kind of contribution that the content defines, such as a keynote or a software demo.</summary>
/// <param name="Key">The name in content files, in filters and in <c>data-kind</c>: <c>keynote</c>.</param>
/// <param name="Letters">The one or two letters of its codes, in lower case: <c>k</c>.</param>
/// <param name="Names">The plural, for headings.</param>
/// <param name="CountsAs">The built-in kind whose rules apply: whether it is a talk or a poster, and which role it gives.</param>
public sealed record OwnKind(string Key, string Letters, Localized Name, Localized Names, ContributionKind CountsAs)
{
    /// <summary>The built-in kinds, with the letters that the content gives them, then the others.</summary>
    public static IReadOnlyList<(string Key, string Letters, ContributionKind Kind)> All(IReadOnlyList<OwnKind> own)
    {
        var builtIn = Enum.GetValues<ContributionKind>()
            .Select(kind =>
            {
                var key = ContributionCode.KeyOf(kind);
                return (key, own.FirstOrDefault(k => k.Key == key)?.Letters ?? ContributionCode.LettersOf(kind), kind);
            })
            .ToList();
        return [.. builtIn, .. own.Where(o => !builtIn.Exists(b => b.key == o.Key)).Select(o => (o.Key, o.Letters, o.CountsAs))];
    }
}
