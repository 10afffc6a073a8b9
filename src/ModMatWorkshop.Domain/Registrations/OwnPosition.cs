namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A position that the content of the workshop offers in place of the built-in ones.</summary>
/// <param name="Key">In the content: <c>professor</c>, or the key of a built-in position.</param>
public sealed record OwnPosition(string Key, Localized Name)
{
    /// <summary>The keys of the built-in positions, so that statistics of all editions count them alike.</summary>
    public static readonly IReadOnlyDictionary<string, Position> BuiltIn = new Dictionary<string, Position>
    {
        ["phd-student"] = Position.PhdStudent,
        ["postdoc"] = Position.Postdoc,
        ["permanent"] = Position.PermanentStaff,
        ["other"] = Position.Other,
    };

    /// <summary>The value of the field.</summary>
    public string Value => ValueOf(Key);

    public static string ValueOf(string key) => BuiltIn.TryGetValue(key, out var position) ? position.ToString() : key;
}
