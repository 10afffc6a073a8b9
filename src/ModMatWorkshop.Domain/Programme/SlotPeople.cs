namespace ModMatWorkshop.Domain.Programme;

/// <summary>Somebody who speaks in a slot, as pages, printables and exports name them.</summary>
/// <param name="Role">What the person does besides speaking: the moderator of a panel; null for nothing.</param>
public sealed record NamedSpeaker(Speaker Speaker, string? Role)
{
    /// <summary><c>Ada Quill</c>, <c>Ada Quill (moderator)</c>.</summary>
    public string Name => Role is null ? Speaker.Name : $"{Speaker.Name} ({Role})";

    /// <summary><c>Ada Quill, EPFL, Lausanne (moderator)</c>.</summary>
    public string NameAndPlace => Speaker.Name + Speaker.FromWhere() + (Role is null ? "" : $" ({Role})");
}

/// <summary>How the people of a slot are named, in one place for pages, printables and exports.</summary>
public static class SlotPeople
{
    public static Localized Moderator { get; } = new("animation", "moderator");

    /// <summary>The speakers in their order, with their role.</summary>
    public static IReadOnlyList<NamedSpeaker> PeopleIn(this Slot slot, Language language) =>
        [.. slot.Speakers.Select((speaker, i) => new NamedSpeaker(speaker, slot.IsModerated && i == 0 ? Moderator.In(language) : null))];

    /// <summary>The chairs of the slot itself, which its session does not have; null for none.</summary>
    public static string? ChairsIn(this Slot slot, Language language) => Chairs(slot.Chairs, language);

    /// <summary>The chairs of a slot or of a session; null for none.</summary>
    public static string? Chairs(IReadOnlyList<string> names, Language language) =>
        names.Count == 0 ? null
        : language == Language.French ? $"Présidence\u00A0: {string.Join(", ", names)}"
        : $"{(names.Count > 1 ? "Chairs" : "Chair")}: {string.Join(", ", names)}";
}
