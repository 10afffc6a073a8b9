using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>Reads the rooms of <c>workshop.md</c>, and which room a session or a slot names.</summary>
public sealed class RoomReader
{
    private readonly Dictionary<string, string> _streams = [];

    /// <summary>The stream addresses by the key of the room. Separate from the rooms, because rooms are public.</summary>
    public IReadOnlyDictionary<string, string> Streams => _streams;

    public IReadOnlyList<Room> Read(Fields workshop)
    {
        var rooms = new List<Room>();
        foreach (var fields in workshop.List("rooms"))
        {
            var key = fields.RequiredText("key");
            if (key.Length > 0 && !Slug.IsValid(key))
                fields.Error("key", $"`{key}` is not a slug.", "Lower-case letters, digits and hyphens: `main-hall`.");
            else if (rooms.Exists(r => r.Key == key))
                fields.Error("key", $"Two rooms have the key `{key}`.", "Each room needs its own key.");
            if (StreamIn(fields) is { } stream)
                _streams[key] = stream;
            var name = fields.RequiredLocalized("name");
            if (rooms.Exists(r => Enum.GetValues<Language>().Any(l => r.Name.In(l) == name.In(l))))
                fields.Error("name", "Two rooms have the same name.", "Readers would not know which one is meant.");
            rooms.Add(new(key, name, fields.Integer("seats"), fields.Localized("directions")));
            fields.ReportUnknownKeys();
        }
        return rooms;
    }

    /// <summary>The key of the room that a session or a slot names; null for none.</summary>
    /// <param name="workshop">Null if it cannot be read. Its rooms are unknown then, so no key is reported.</param>
    public static string? KeyIn(Fields fields, Workshop? workshop)
    {
        if (fields.Text("room") is not { } key)
            return null;
        if (workshop is not null && workshop.RoomOf(key) is null)
            fields.Error("room", $"There is no room `{key}`.", KnownRooms(workshop));
        return key;
    }

    private static ProblemText KnownRooms(Workshop workshop)
    {
        if (workshop.Rooms.Count == 0)
            return "Describe it under `rooms` in workshop.md.";
        return $"The rooms in workshop.md are: {string.Join(", ", workshop.Rooms.Select(r => r.Key))}.";
    }

    /// <summary>
    /// Reads the stream address of a room or a session. An error does not quote it, because logs are not secret and the address may be
    /// almost correct.
    /// </summary>
    public static string? StreamIn(Fields fields)
    {
        if (fields.Text("stream") is not { } address)
            return null;
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "" })
            return uri.AbsoluteUri;
        fields.Error(
            "stream",
            "`stream` is not the https address of a stream.",
            "For example: `stream: \"https://live.example.org/room\"`."
        );
        return null;
    }
}
