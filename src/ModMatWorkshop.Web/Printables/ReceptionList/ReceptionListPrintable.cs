using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Printables;

/// <summary>The people whom the reception of the building expects, day by day.</summary>
public sealed class ReceptionListPrintable() : Report("reception")
{
    public override string Title(Words words) => words.ReceptionList;

    public override string Purpose(Words words) => words.ReceptionListPurpose;

    public override async Task<PrintableDocument?> ReadAsync(PrintableRequest request, CancellationToken cancel)
    {
        var days = await AttendeeReports.ReceptionListAsync(request.Db, cancel);
        return Document(request, "/Printables/ReceptionList/ReceptionList.cshtml", days) with
        {
            People = days.SelectMany(d => d.Names).DistinctBy(n => n.Number).Count(),
        };
    }

    public override async Task<ReportTable> TableAsync(PrintableRequest request, CancellationToken cancel)
    {
        var words = request.Words;
        var days = await AttendeeReports.ReceptionListAsync(request.Db, cancel);
        return new(
            words.ReceptionList,
            [
                new(words.DayColumn, 12),
                new(words.FamilyName, 24),
                new(words.GivenName, 20),
                new(words.Affiliation, 40),
                new(words.Half(HalfDay.Morning), 12),
                new(words.Half(HalfDay.Afternoon), 12),
            ],
            [
                .. from day in days
                from name in day.Names
                select (IReadOnlyList<Cell>)
                    [day.Date, name.FamilyName, name.GivenName, name.Affiliation, Mark(name.Morning), Mark(name.Afternoon)],
            ]
        );

        static string? Mark(bool isExpected) => isExpected ? "✓" : null;
    }
}
