using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Content;

/// <summary>A speaker as a slot or a contribution names them.</summary>
internal sealed record NamedSpeaker(string Name, string? Lab, string? Town, SourceLocation Place)
{
    /// <summary>The slug that the content gives; null if it follows from the name, or from that of an author.</summary>
    public string? OwnSlug { get; init; }

    public SourceLocation PlaceOfSlug { get; init; }

    /// <summary>The name of a file in <c>images/</c>; null for none.</summary>
    public string? Portrait { get; init; }

    public SourceLocation PlaceOfPortrait { get; init; }

    /// <summary>A line or two about the person; null for none.</summary>
    public Localized? Bio { get; init; }
}

/// <summary>Reads who speaks: one <c>speaker</c> with <c>lab</c> and <c>town</c>, or a list of <c>speakers</c>.</summary>
internal static class SpeakerReader
{
    /// <param name="mayHaveSlug">True where no author has the slug: <c>person</c> is then a key.</param>
    public static IReadOnlyList<NamedSpeaker> Read(Fields fields, bool isRequired, bool mayHaveSlug = false)
    {
        if (!fields.Has("speakers"))
        {
            var only = One(fields, "speaker", isRequired, mayHaveSlug);
            return only.Name.Length == 0 ? [] : [only];
        }
        var speakers = new List<NamedSpeaker>();
        foreach (var item in fields.List("speakers", "name"))
        {
            speakers.Add(One(item, "name", isRequired: true, mayHaveSlug));
            item.ReportUnknownKeys();
        }
        if (speakers.Count == 0)
            fields.Error("speakers", "There are no speakers.", "List at least one.");
        return speakers;
    }

    private static NamedSpeaker One(Fields fields, string key, bool isRequired, bool mayHaveSlug) =>
        new(
            (isRequired ? fields.RequiredPlainText(key) : fields.PlainText(key)) ?? "",
            fields.PlainText("lab"),
            fields.PlainText("town"),
            fields.PlaceOfKey(key)
        )
        {
            OwnSlug = mayHaveSlug ? fields.Text("person") : null,
            PlaceOfSlug = fields.PlaceOfKey("person"),
            Portrait = fields.Text("portrait"),
            PlaceOfPortrait = fields.PlaceOfKey("portrait"),
            Bio = fields.Localized("bio"),
        };
}
