using System.Globalization;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Reports;

/// <summary>
/// The papers as tables, in the language of the account: what a caterer, a reception or a funder asks for when paper will not do.
/// </summary>
public static class PrintableEndpoints
{
    public static void MapReportDownloads(this WebApplication app)
    {
        foreach (var format in ExportList.Sheets)
        {
            var ending = format.Extension;
            app.MapGet(
                $"/admin/reports/caterer.{ending}",
                async (HttpContext http, WorkshopDb db, AuditTrail trail, SiteContext siteContext, CancellationToken cancel) =>
                    await SendAsync(
                        Caterer(
                            await AttendeeReports.CatererAsync(db, cancel),
                            siteContext.Words,
                            (await siteContext.WorkshopAsync()).TimeZone
                        ),
                        "caterer",
                        format,
                        http,
                        trail,
                        siteContext,
                        cancel
                    )
            );
            app.MapGet(
                $"/admin/reports/door.{ending}",
                async (HttpContext http, WorkshopDb db, AuditTrail trail, SiteContext siteContext, CancellationToken cancel) =>
                    await SendAsync(
                        Door(await AttendeeReports.DoorAsync(db, cancel), siteContext.Words),
                        "door",
                        format,
                        http,
                        trail,
                        siteContext,
                        cancel
                    )
            );
            app.MapGet(
                $"/admin/reports/funder.{ending}",
                async (HttpContext http, WorkshopDb db, AuditTrail trail, SiteContext siteContext, CancellationToken cancel) =>
                    await SendAsync(
                        Funder(await AttendeeReports.FunderAsync(db, cancel), siteContext.Words),
                        "funder",
                        format,
                        http,
                        trail,
                        siteContext,
                        cancel
                    )
            );
        }
    }

    private sealed record Table(string Name, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows);

    private static async Task<IResult> SendAsync(
        Table table,
        string name,
        SheetFormat format,
        HttpContext http,
        AuditTrail trail,
        SiteContext siteContext,
        CancellationToken cancel
    )
    {
        await trail.WriteAsync(
            OrganiserSignIn.ActorOf(http),
            $"exported the {name} report",
            result: string.Create(CultureInfo.InvariantCulture, $"{format.Extension}, {table.Rows.Count} rows"),
            cancel: cancel
        );
        return new SheetDownload(new(table.Name, table.Columns, table.Rows.ToAsyncEnumerable()), name, format, siteContext.Language);
    }

    private static Table Caterer(CatererReport report, Words words, TimeZoneInfo zone) =>
        new(
            words.CatererSheet,
            [
                new(words.CheckInListDay, 12),
                new(words.CatererHour, 10),
                new(words.CatererWhat, 40),
                new(words.CatererDiet, 32),
                new(words.CatererPeople, 10),
            ],
            [
                .. report.Servings.SelectMany(
                    s => s.Diets.Select(d => (Diet: (string?)d.Diet, d.People)).Prepend((Diet: (string?)words.CatererAllDiets, s.People)),
                    (s, d) =>
                        (IReadOnlyList<Cell>)[s.Date, CatererModel.HourOf(s, words, zone), CatererModel.NameOf(s, words), d.Diet, d.People]
                ),
            ]
        );

    private static Table Door(IReadOnlyList<CheckInListDay> days, Words words) =>
        new(
            words.DoorList,
            [
                new(words.CheckInListDay, 12),
                new(words.FamilyName, 24),
                new(words.GivenName, 20),
                new(words.Affiliation, 40),
                new(words.Half(Domain.Programme.HalfDay.Morning), 12),
                new(words.Half(Domain.Programme.HalfDay.Afternoon), 12),
            ],
            [
                .. days.SelectMany(
                    d => d.Names,
                    (d, n) =>
                        (IReadOnlyList<Cell>)
                            [d.Date, n.FamilyName, n.GivenName, n.Affiliation, n.Morning ? "✓" : null, n.Afternoon ? "✓" : null]
                ),
            ]
        );

    private static Table Funder(FunderReport report, Words words) =>
        new(
            words.FunderReport,
            [
                new(words.FunderCriterion, 28),
                new(words.ListName, 40),
                new(words.AttendanceName(Domain.Registrations.Attendance.InPerson), 12),
                new(words.AttendanceName(Domain.Registrations.Attendance.Remote), 12),
                new(words.FunderTotal, 10),
            ],
            [
                .. FunderModel
                    .Tables(report, words)
                    .SelectMany(t => t.Counts, (t, c) => (IReadOnlyList<Cell>)[t.Title, c.Name, c.InTheRoom, c.Remote, c.Total]),
            ]
        );
}
