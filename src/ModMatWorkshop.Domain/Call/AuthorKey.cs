using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Call;

/// <summary>
/// A name as far as two spellings of it can be compared: the folded family name and the folded given names or their initials.
/// </summary>
public sealed record AuthorKey(string Family, string Given)
{
    /// <param name="name">In reading order.</param>
    public static AuthorKey Of(string name)
    {
        var parts = new PersonName(name);
        return Of(parts.Given, parts.Family);
    }

    /// <param name="family">As typed: a suffix such as <c>III</c> is no part of the key.</param>
    public static AuthorKey Of(string given, string family)
    {
        var suffix = new PersonName(family).Suffix;
        return new(Folding.Fold(family.TrimEnd()[..^suffix.Length]), Folding.Fold(given));
    }

    /// <summary>The family name and one initial, in which all spellings of a name agree: <c>du-chatelet-e</c>.</summary>
    public string Stem => $"{Family} {(Given.Length > 0 ? Given[..1] : "")}".TrimEnd().Replace(' ', '-');

    /// <summary>The stem of the same name without a given part.</summary>
    public string FamilyStem => Family.Replace(' ', '-');

    /// <summary>
    /// Whether both may be one person: <c>A. Durand</c> and <c>Alice Durand</c>, but not <c>Anne Durand</c> and <c>Alice Durand</c>. A name
    /// without a given part is the same as each with its family name.
    /// </summary>
    public bool MayBe(AuthorKey other)
    {
        if (Family.Length == 0 || Family != other.Family)
            return false;
        string[] ours = Given.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            theirs = other.Given.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return ours.Zip(theirs)
            .All(pair => pair.First.Length == 1 || pair.Second.Length == 1 ? pair.First[0] == pair.Second[0] : pair.First == pair.Second);
    }
}
