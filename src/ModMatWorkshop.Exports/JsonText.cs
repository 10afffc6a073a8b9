using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModMatWorkshop.Exports;

internal static class JsonText
{
    // The default encoders also escape the plus sign of every UTC offset, and accents.
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true, NewLine = "\n" };

    /// <summary>JSON for a script element. Escaping HTML signs is safe, because JSON has them only in strings.</summary>
    public static string ForScript(JsonObject root) =>
        root.ToJsonString(Compact)
            .Replace("<", @"\u003C", StringComparison.Ordinal)
            .Replace(">", @"\u003E", StringComparison.Ordinal)
            .Replace("&", @"\u0026", StringComparison.Ordinal);

    /// <summary>JSON for a file, indented.</summary>
    public static string Document(JsonObject root) => root.ToJsonString(Indented) + "\n";

    public static JsonArray Array(IEnumerable<JsonNode?> nodes) => [.. nodes];

    /// <summary>Removes the members without a value.</summary>
    public static JsonObject Known(JsonObject whole)
    {
        foreach (var name in whole.Where(m => m.Value is null or JsonArray { Count: 0 }).Select(m => m.Key).ToList())
            whole.Remove(name);
        return whole;
    }
}
