using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Printables;

/// <param name="Id">The id of the table in the page.</param>
/// <param name="Heading">The heading of the first column.</param>
public sealed record FunderTable(string Id, string Title, string Heading, IReadOnlyList<ParticipantCount> Counts);

/// <summary>The number of participants, by several criteria.</summary>
public sealed class FunderPrintable() : Report("funder")
{
    public override string Title(Words words) => words.FunderReport;

    public override string Purpose(Words words) => words.FunderPurpose;

    public override async Task<PrintableDocument?> ReadAsync(PrintableRequest request, CancellationToken cancel) =>
        Document(request, "/Printables/Funder/Funder.cshtml", await ReportAsync(request, cancel));

    public override async Task<ReportTable> TableAsync(PrintableRequest request, CancellationToken cancel)
    {
        var words = request.Words;
        var report = await ReportAsync(request, cancel);
        var fields = (await request.SiteContext.WorkshopAsync()).Fields;
        return new(
            words.FunderReport,
            [
                new(words.FunderCriterion, 28),
                new(words.ListName, 40),
                new(words.AttendanceName(Attendance.InPerson), 12),
                new(words.AttendanceName(Attendance.Remote), 12),
                new(words.FunderTotal, 10),
            ],
            [
                .. from table in Tables(report, fields, words)
                from count in table.Counts
                select (IReadOnlyList<Cell>)[table.Title, count.Name, count.InTheRoom, count.Remote, count.Total],
            ]
        );
    }

    /// <summary>Once the workshop is over, those who came, unless the query asks for <c>people=registered</c>.</summary>
    private static async Task<FunderReport> ReportAsync(PrintableRequest request, CancellationToken cancel)
    {
        var isOver = request.SiteContext.Now >= (await RegistrationContext.ReadAsync(request.Db, cancel)).Policy.End;
        return await AttendeeReports.FunderAsync(request.Db, isOver && request.Query["people"] != "registered", cancel);
    }

    private static IEnumerable<ParticipantCount> Rows(TravelSupportCount? support, Words words) =>
        support is null ? [] : [support.Asked with { Name = words.FunderAsked }, support.Granted with { Name = words.FunderGranted }];

    private static ParticipantCount Count(OptionCount option, Words words) => new(words.Of(option.Name), option.InTheRoom, option.Remote);

    /// <summary>The tables, with all names in the reader's language. The first has one row, the total.</summary>
    public static IReadOnlyList<FunderTable> Tables(FunderReport report, RegistrationFields fields, Words words) =>
        [
            new("all", words.FunderBy("all"), words.FunderTotal, [report.All with { Name = words.FunderBy("all") }]),
            new(
                "position",
                words.FunderBy("position"),
                words.ListPosition,
                [.. report.Positions.Select(p => p with { Name = words.PositionName(p.Name!, fields) })]
            ),
            new(
                "country",
                words.FunderBy("country"),
                words.Country,
                [
                    .. report.Countries.Select(c =>
                        c with
                        {
                            Name = c.Name is { } code ? Countries.Name(code, words.Language) : words.NotSpecified,
                        }
                    ),
                ]
            ),
            new(
                "institution",
                words.FunderBy("institution"),
                words.FunderInstitution,
                [.. report.Institutions.Select(i => i with { Name = i.Name ?? words.NotSpecified })]
            ),
            new("option", words.FunderBy("option"), words.FunderOption, [.. report.Options.Select(o => Count(o, words))]),
            new("travel-support", words.TravelSupport, words.FunderCriterion, [.. Rows(report.TravelSupport, words)]),
            // Left empty before the first half-day, when all its figures would be zero.
            new(
                "presence",
                words.FunderBy("presence"),
                words.HalfDays,
                [
                    .. report
                        .HalfDays.Where(_ => report.HalfDays.Any(h => h.InTheRoom + h.Remote > 0))
                        .Select(h => new ParticipantCount(words.HalfDayName(h.Date, h.Half), h.InTheRoom, h.Remote)),
                ]
            ),
        ];
}
