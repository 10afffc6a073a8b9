namespace ModMatWorkshop.Domain.Programme;

/// <summary>What sort of session it is, if it is not an ordinary one.</summary>
/// <param name="Key">The name in content files: <c>tutorial</c>.</param>
/// <param name="Name">What readers see.</param>
public sealed record SessionKind(string Key, Localized Name)
{
    private static readonly IReadOnlyList<SessionKind> BuiltIn =
    [
        new("tutorial", new("Tutoriel", "Tutorial")),
        new("panel", new("Table ronde", "Panel")),
        new("poster-session", new("Session posters", "Poster session")),
    ];

    /// <summary>Those of the content, which replace built-in ones with the same key, then the others.</summary>
    public static IReadOnlyList<SessionKind> All(IReadOnlyList<OwnKind> own) =>
        [.. own.Select(o => new SessionKind(o.Key, o.Name)), .. BuiltIn.Where(b => !own.Any(o => o.Key == b.Key))];
}
