using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Reports;

/// <param name="Id">Names it in the page.</param>
/// <param name="Heading">Of the first column.</param>
public sealed record FunderTable(string Id, string Title, string Heading, IReadOnlyList<ParticipantCount> Counts);

/// <summary>Who took part, in numbers.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class FunderModel(WorkshopDb db) : PageModel
{
    public FunderReport Report { get; private set; } = new(new(null, 0, 0), [], [], [], []);

    public async Task OnGetAsync(CancellationToken cancel) => Report = await AttendeeReports.FunderAsync(db, cancel);

    /// <summary>With every name in the reader's language; first all together, in a table of one row.</summary>
    public static IReadOnlyList<FunderTable> Tables(FunderReport report, Words words) =>
        [
            new("all", words.FunderBy("all"), words.FunderTotal, [report.All with { Name = words.FunderBy("all") }]),
            new(
                "position",
                words.FunderBy("position"),
                words.ListPosition,
                [.. report.Positions.Select(p => p with { Name = words.PositionName(Enum.Parse<Position>(p.Name!)) })]
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
            new("institution", words.FunderBy("institution"), words.FunderInstitution, report.Institutions),
            // Before the first half-day this would be a table of zeros.
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
