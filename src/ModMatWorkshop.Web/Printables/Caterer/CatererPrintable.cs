using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Printables;

/// <summary>How many people eat what, and when. Contains no names.</summary>
public sealed class CatererPrintable() : Report("caterer")
{
    public override string Title(Words words) => words.CatererSheet;

    public override string Purpose(Words words) => words.CatererPurpose;

    public override async Task<PrintableDocument?> ReadAsync(PrintableRequest request, CancellationToken cancel) =>
        Document(request, "/Printables/Caterer/Caterer.cshtml", await AttendeeReports.CatererAsync(request.Db, cancel));

    public override async Task<ReportTable> TableAsync(PrintableRequest request, CancellationToken cancel)
    {
        var (words, zone) = (request.Words, (await request.SiteContext.WorkshopAsync()).TimeZone);
        var report = await AttendeeReports.CatererAsync(request.Db, cancel);
        return new(
            words.CatererSheet,
            [
                new(words.DayColumn, 12),
                new(words.CatererHour, 10),
                new(words.CatererWhat, 40),
                new(words.CatererDiet, 32),
                new(words.CatererPeople, 10),
            ],
            [
                .. from serving in report.Servings
                from diet in serving
                    .Diets.Select(d => (Diet: (string?)d.Diet, d.People))
                    .Prepend((Diet: (string?)words.CatererAllDiets, serving.People))
                select (IReadOnlyList<Cell>)[serving.Date, HourOf(serving, words, zone), NameOf(serving, words), diet.Diet, diet.People],
            ]
        );
    }

    public static string NameOf(Serving serving, Words words) =>
        serving.Meal?.Title.In(words.Language) ?? words.CatererInTheRoom(words.Half(serving.Half!.Value));

    /// <summary>The hour of a break or a meal; null for a half-day.</summary>
    public static string? HourOf(Serving serving, Words words, TimeZoneInfo zone) =>
        serving.Meal is { } meal ? words.Hour(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(meal.Start, zone).DateTime)) : null;
}
