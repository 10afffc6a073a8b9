namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>One field of a form about an account; the model of <c>_AccountField</c>.</summary>
public sealed record AccountField(string Id, string Label, string Value, string Autocomplete, string? Fault)
{
    public string Type { get; init; } = "text";

    public string? Hint { get; init; }
}
