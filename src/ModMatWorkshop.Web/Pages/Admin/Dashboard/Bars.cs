namespace ModMatWorkshop.Web.Pages.Admin.Dashboard;

/// <param name="Href">The list of those who are counted; null where the list has no filter for them.</param>
public sealed record BarRow(string Label, string? Href, int Value);

/// <summary>A plot that is a table: the name, the figure, and a bar for the eye.</summary>
public sealed record Bars(string Id, string Caption, IReadOnlyList<BarRow> Rows);
