using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Content;

/// <summary>A speaker as a slot or a contribution names them.</summary>
internal sealed record NamedSpeaker(string Name, string? Lab, string? Town, SourceLocation Place)
{
    /// <summary>The name of a file in <c>images/</c>; null for none.</summary>
    public string? Portrait { get; init; }

    public SourceLocation PlaceOfPortrait { get; init; }

    /// <summary>A line or two about the person; null for none.</summary>
    public Localized? Bio { get; init; }
}

/// <summary>Reads who speaks: one <c>speaker</c> with <c>lab</c> and <c>town</c>, or a list of <c>speakers</c>.</summary>
internal static class SpeakerReader
{
    public static IReadOnlyList<NamedSpeaker> Read(Fields fields, bool isRequired)
    {
        if (!fields.Has("speakers"))
        {
            var only = One(fields, "speaker", isRequired);
            return only.Name.Length == 0 ? [] : [only];
        }
        var speakers = new List<NamedSpeaker>();
        foreach (var item in fields.List("speakers", "name"))
        {
            speakers.Add(One(item, "name", isRequired: true));
            item.ReportUnknownKeys();
        }
        if (speakers.Count == 0)
            fields.Error("speakers", "There are no speakers.", "List at least one.");
        return speakers;
    }

    private static NamedSpeaker One(Fields fields, string key, bool isRequired) =>
        new(
            (isRequired ? fields.RequiredPlainText(key) : fields.PlainText(key)) ?? "",
            fields.PlainText("lab"),
            fields.PlainText("town"),
            fields.PlaceOfKey(key)
        )
        {
            Portrait = fields.Text("portrait"),
            PlaceOfPortrait = fields.PlaceOfKey("portrait"),
            Bio = fields.Localized("bio"),
        };
}
