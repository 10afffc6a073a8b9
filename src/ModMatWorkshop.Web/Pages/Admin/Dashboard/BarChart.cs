namespace ModMatWorkshop.Web.Pages.Admin.Dashboard;

/// <param name="Href">The list of those who are counted; null where the list has no filter for them.</param>
public sealed record BarChartRow(string Label, string? Href, int Value);

/// <summary>A plot that is a table: the name, the figure, and a bar for the eye.</summary>
public sealed record BarChart(string Id, string Caption, IReadOnlyList<BarChartRow> Rows);
