using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Pages.Admin.Reports;

/// <summary>How many eat what, and when. No name is on it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CatererModel(WorkshopDb db) : PageModel
{
    public CatererReport Report { get; private set; } = new([], 0);

    public async Task OnGetAsync(CancellationToken cancel) => Report = await AttendeeReports.CatererAsync(db, cancel);

    public static string NameOf(Serving serving, Words words) =>
        serving.Meal?.Title.In(words.Language) ?? words.CatererInTheRoom(words.Half(serving.Half!.Value));

    /// <summary>Of a break or a meal; a half-day has none.</summary>
    public static string? HourOf(Serving serving, Words words, TimeZoneInfo zone) =>
        serving.Meal is { } meal ? words.Hour(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(meal.Start, zone).DateTime)) : null;
}
