namespace ModMatWorkshop.Tests.Shared;

/// <summary>Edits of a <see cref="ContentSample"/>, good and bad. Each undoes itself when it is applied again.</summary>
public static class ContentEdits
{
    private const string Poster = "contributions/p1.md";
    private const string Talk = "contributions/o1.md";
    private const string Session = "sessions/session-1.md";

    private static readonly string PosterText = File.ReadAllText(Path.Combine(ContentSample.Samples, "Valid", Poster));

    public static IReadOnlyList<Action<ContentSample>> All { get; } =
    [
        content => Toggle(content, Talk, "$O(N^3)$", "$O(N^2)$ [7]"),
        content => Toggle(content, Talk, "code: O1", "code: [O1"),
        content => Toggle(content, Talk, "La force vive est", "La force\u0007 vive est"),
        content => Toggle(content, Talk, "\"Grace Hopper\"", "\"Grace Höpper\""),
        content => Toggle(content, Talk, "remote: true\n", "remote: true\nmaterials: [{ kind: slides, file: o1-slides.pdf }]\n"),
        content => Toggle(content, Poster, "se lit debout", "se lit assis"),
        content => Toggle(content, "workshop.md", "seats: 20", "seats: 21"),
        content => Toggle(content, "workshop.md", "seats:", "title_of_nothing: x\nseats:"),
        content => Toggle(content, "workshop.md", "sponsors:", "kinds: [{ key: poster, letters: A, name: \"Poster\" }]\nsponsors:"),
        content => Toggle(content, Session, "session: 1\n", "session: 2\n"),
        content => Toggle(content, Session, ", contribution: O1 }", ", slug: tea, kind: break, title: { fr: \"Thé\", en: \"Tea\" } }"),
        content => Toggle(content, "pages/contact.md", "title: {", "title: [{"),
        content => ToggleFile(content, Poster, PosterText),
        content => ToggleFile(content, "contributions/p2.md", PosterText.Replace("P1", "P2", StringComparison.Ordinal)),
        content => ToggleFile(content, "materials/o1-slides.pdf", "%PDF-1.7 "),
    ];

    private static void Toggle(ContentSample content, string file, string one, string other)
    {
        if (!File.Exists(content.PathOf(file)))
            return;
        var text = content.Read(file);
        var (old, @new) = text.Contains(other, StringComparison.Ordinal) ? (other, one) : (one, other);
        content.Write(file, text.Replace(old, @new, StringComparison.Ordinal));
    }

    private static void ToggleFile(ContentSample content, string file, string text)
    {
        if (File.Exists(content.PathOf(file)))
            content.Delete(file);
        else
            content.Write(file, text);
    }
}
