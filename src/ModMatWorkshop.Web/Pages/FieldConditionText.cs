using System.Text.Json;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The condition of a question, for the script that hides it.</summary>
public static class FieldConditionText
{
    /// <summary>JSON: pairs of the name of a control and its values, none for any; null for a field that is always asked for.</summary>
    public static string? Of(RegistrationField field) =>
        field.Condition is { } condition ? JsonSerializer.Serialize(condition.Parts.Select(p => new object[] { p.Key, p.Values })) : null;
}
