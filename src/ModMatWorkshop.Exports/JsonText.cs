using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModMatWorkshop.Exports;

internal static class JsonText
{
    // The safer encoders also escape the plus sign of every offset, and accents unless told.
    private static readonly JsonSerializerOptions Dense = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Dense) { WriteIndented = true, NewLine = "\n" };

    /// <summary>For the inside of a script element: the signs of HTML, which JSON has in its strings only, are escaped.</summary>
    public static string ForScript(JsonObject root) =>
        root.ToJsonString(Dense)
            .Replace("<", @"\u003C", StringComparison.Ordinal)
            .Replace(">", @"\u003E", StringComparison.Ordinal)
            .Replace("&", @"\u0026", StringComparison.Ordinal);

    /// <summary>For a file of its own.</summary>
    public static string Document(JsonObject root) => root.ToJsonString(Indented) + "\n";

    public static JsonArray Array(IEnumerable<JsonNode?> nodes) => [.. nodes];

    /// <summary>Without the members that have no value.</summary>
    public static JsonObject Known(JsonObject whole)
    {
        foreach (var name in whole.Where(m => m.Value is null or JsonArray { Count: 0 }).Select(m => m.Key).ToList())
            whole.Remove(name);
        return whole;
    }
}
