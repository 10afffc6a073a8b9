namespace ModMatWorkshop.Web.Pages.Admin.Dashboard;

/// <param name="Href">The list of the people counted; null when the list has no such filter.</param>
public sealed record BarChartRow(string Label, string? Href, int Value);

/// <summary>A chart made as a table: name, figure and bar.</summary>
public sealed record BarChart(string Id, string Caption, IReadOnlyList<BarChartRow> Rows);
