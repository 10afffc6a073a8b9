namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// Compares names whatever their accents, case and order of the parts, because a programme or a form may put the family name first.
/// </summary>
public static class NameKey
{
    /// <summary>The folded family name, then the given name, like <see cref="Registration.SortKey"/>.</summary>
    public static string Of(RegistrationDetails person) => Folding.Fold(person.FamilyNameFirst);

    /// <summary>
    /// The keys under which a person of the programme may have registered. The programme has the full name, the form has two parts, so
    /// there is one key for each way to cut the name.
    /// </summary>
    public static IEnumerable<string> Of(string fullName)
    {
        var words = Folding.Words(fullName);
        return Enumerable.Range(0, words.Length).Select(cut => string.Join(' ', words[cut..].Concat(words[..cut]))).Distinct();
    }

    public static bool AreSame(string one, string other) => Of(one).Contains(other);
}
