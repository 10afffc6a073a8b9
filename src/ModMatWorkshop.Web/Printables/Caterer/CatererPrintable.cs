using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
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
        var workshop = await request.SiteContext.WorkshopAsync();
        var (words, zone) = (request.Words, workshop.TimeZone);
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
                .. from serving in report.Options
                from line in serving
                    .Diets.Select(d => (Diet: (string?)d.Diet, d.People))
                    .Prepend((Diet: (string?)words.CatererWithCompanions, People: serving.Places))
                select (IReadOnlyList<Cell>)
                    [
                        serving.Option.Date is { } day ? day : default(Cell),
                        words.OptionHour(serving.Option),
                        words.Of(serving.Option.Name),
                        line.Diet,
                        line.People,
                    ],
                .. from question in QuestionsOf(report, workshop.Fields, words)
                from answer in question.Answers
                select (IReadOnlyList<Cell>)[default, default, question.Label, answer.Text, answer.People],
            ]
        );
    }

    /// <summary>
    /// What people with a seat answer to the questions that the caterer sees, without names. Who chooses several things counts for each.
    /// Texts that differ only in accents or capitals are one.
    /// </summary>
    public static IEnumerable<(string Key, string Label, IReadOnlyList<(string Text, int People)> Answers)> QuestionsOf(
        CatererReport report,
        RegistrationFields fields,
        Words words
    ) =>
        from field in fields.Questions
        where field.IsUsedIn(FieldUse.Caterer)
        let values = from person in report.Seated
        where fields.IsAsked(field, person)
        let value = field.Get(person)
        where value.Length > 0
        from one in field.Kind == FieldKind.Choices ? value.Split(' ') : [value]
        select words.AnswerTo(field, one)
        select (
            field.Question!.Key,
            words.NameOf(field),
            (IReadOnlyList<(string, int)>)
                [
                    .. values
                        .GroupBy(Folding.Fold)
                        .Select(g => (g.First(), g.Count()))
                        .OrderByDescending(a => a.Item2)
                        .ThenBy(a => a.Item1, StringComparer.CurrentCulture),
                ]
        );

    public static string NameOf(Serving serving, Words words) =>
        serving.Meal?.Title.In(words.Language) ?? words.CatererInTheRoom(words.Half(serving.Half!.Value));

    /// <summary>The hour of a break or a meal; null for a half-day.</summary>
    public static string? HourOf(Serving serving, Words words, TimeZoneInfo zone) =>
        serving.Meal is { } meal ? words.Hour(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(meal.Start, zone).DateTime)) : null;
}
