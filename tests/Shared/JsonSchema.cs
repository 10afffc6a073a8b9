using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Tests.Shared;

/// <summary>Validates the part of JSON Schema that schedule.json uses. It reports any other schema keyword as a problem.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    private static readonly string[] Annotations =
    [
        "$schema",
        "$id",
        "$comment",
        "$oneOf",
        "$todo",
        "definitions",
        "title",
        "description",
        "examples",
        "deprecated",
        "format",
    ];

    /// <summary>The problems of a document, each with its JSON path; none if it is valid.</summary>
    public static string[] Problems(string schema, string document)
    {
        using var rules = JsonDocument.Parse(schema);
        using var json = JsonDocument.Parse(document);
        return [.. new JsonSchema(rules.RootElement).Check(rules.RootElement, json.RootElement, "$")];
    }

    private List<string> Check(JsonElement rule, JsonElement value, string at)
    {
        if (rule.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return rule.ValueKind == JsonValueKind.True ? [] : [$"{at} is not allowed"];
        return [.. rule.EnumerateObject().SelectMany(keyword => Check(rule, keyword.Name, keyword.Value, value, at))];
    }

    private IEnumerable<string> Check(JsonElement rule, string keyword, JsonElement wanted, JsonElement value, string at) =>
        keyword switch
        {
            "$ref" => Check(root.GetProperty("definitions").GetProperty(wanted.GetString()!["#/definitions/".Length..]), value, at),
            "type" => Types(wanted).Any(t => IsOf(t, value)) ? [] : [$"{at} is not of type {wanted}"],
            "const" => JsonElement.DeepEquals(wanted, value) ? [] : [$"{at} is not {wanted}"],
            "enum" => wanted.EnumerateArray().Any(w => JsonElement.DeepEquals(w, value)) ? [] : [$"{at} is none of {wanted}"],
            "oneOf" => wanted.EnumerateArray().Count(w => Check(w, value, at).Count == 0) == 1
                ? []
                : [$"{at} does not match exactly one of the allowed schemas"],
            "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, wanted.GetString()!)
                ? []
                : [$"{at} '{value}' does not match {wanted}"],
            "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= wanted.GetDouble()
                ? []
                : [$"{at} is less than {wanted}"],
            "items" => value.ValueKind != JsonValueKind.Array
                ? []
                : value
                    .EnumerateArray()
                    .SelectMany((item, i) => Check(wanted, item, string.Create(CultureInfo.InvariantCulture, $"{at}[{i}]"))),
            "required" => value.ValueKind != JsonValueKind.Object
                ? []
                : wanted.EnumerateArray().Where(w => !value.TryGetProperty(w.GetString()!, out _)).Select(w => $"{at} lacks {w}"),
            "properties" => Members(value)
                .Where(m => wanted.TryGetProperty(m.Name, out _))
                .SelectMany(m => Check(wanted.GetProperty(m.Name), m.Value, $"{at}.{m.Name}")),
            "patternProperties" => Members(value)
                .SelectMany(m =>
                    wanted
                        .EnumerateObject()
                        .Where(p => Regex.IsMatch(m.Name, p.Name))
                        .SelectMany(p => Check(p.Value, m.Value, $"{at}.{m.Name}"))
                ),
            "additionalProperties" => Members(value)
                .Where(m => !IsNamed(rule, m.Name))
                .SelectMany(m => Check(wanted, m.Value, $"{at}.{m.Name}")),
            _ => Annotations.Contains(keyword) ? [] : [$"the schema's keyword {keyword} is not supported by this validator"],
        };

    private static List<JsonProperty> Members(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? [.. value.EnumerateObject()] : [];

    private static bool IsNamed(JsonElement rule, string member) =>
        (rule.TryGetProperty("properties", out var named) && named.TryGetProperty(member, out _))
        || (
            rule.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().Any(p => Regex.IsMatch(member, p.Name))
        );

    private static IEnumerable<string> Types(JsonElement wanted) =>
        wanted.ValueKind == JsonValueKind.Array ? wanted.EnumerateArray().Select(w => w.GetString()!) : [wanted.GetString()!];

    private static bool IsOf(string type, JsonElement value) =>
        type switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            "string" => value.ValueKind == JsonValueKind.String,
            "array" => value.ValueKind == JsonValueKind.Array,
            _ => value.ValueKind == JsonValueKind.Object,
        };
}
