using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

public sealed partial class AttendeesTests
{
    [Fact]
    public async Task The_French_CSV_export_has_the_rows_of_the_filtered_list()
    {
        var answer = await workshop.French.GetAsync("/admin/attendees/export.csv?place=seat&sort=number");
        var lines = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n");

        Assert.Equal(
            ("text/csv; charset=utf-8", "attachment; filename=\"attendees.csv\"", "no-store"),
            (
                answer.Content.Headers.ContentType?.ToString(),
                answer.Content.Headers.GetValues("Content-Disposition").Single(),
                answer.Headers.CacheControl?.ToString()
            )
        );
        Assert.Equal([0xEF, 0xBB, 0xBF], (await answer.Content.ReadAsByteArrayAsync())[..3]);
        Assert.Equal(
            [
                Header,
                "1;Émilie;du Châtelet;du-chatelet.1@lab.example;Château de Cirey;FR;other;fr;;confirmed;seat;;1;in-person;in-person;"
                    + "in-person;in-person;in-person;yes;yes;yes;yes;yes;;yes;no;participant;;2021-07-01 12:00;2021-07-01 12:05;",
                "2;Ada;Lovelace;lovelace.2@lab.example;\"London; Kings \"\"College\"\"\";GB;phd-student;fr;;confirmed;seat;;2;in-person;"
                    + "absent;absent;in-person;remote;no;no;yes;yes;no;o3;no;no;participant;talk o3;2021-07-01 13:00;2021-07-01 13:05;",
                "3;'=1+1;Hopper;hopper.3@lab.example;chateau de cirey;US;postdoc;fr;;confirmed;seat;;3;in-person;in-person;in-person;"
                    + "in-person;in-person;no;no;yes;no;no;;no;no;participant;;2021-07-01 14:00;2021-07-01 14:05;",
                "6;Sofia;Kovalevskaïa;kovalevskaia.6@lab.example;LAAS-CNRS;FR;postdoc;fr;;pending;seat;;4;in-person;in-person;in-person;"
                    + "in-person;in-person;yes;yes;yes;yes;yes;;no;no;participant;;2021-07-01 17:00;;",
                "",
            ],
            lines
        );
    }

    [Fact]
    public async Task The_English_CSV_export_has_commas_and_includes_needs_only_on_request()
    {
        var without = await workshop.English.GetStringAsync("/admin/attendees/export.csv?needs=yes&sort=number");
        var with = await workshop.English.GetStringAsync("/admin/attendees/export.csv?needs=yes&sort=number&with=needs");

        Assert.DoesNotContain("ascenseur", without, StringComparison.Ordinal);
        Assert.Equal(
            [
                Header.Replace(';', ',') + ",diet,access",
                "1,Émilie,…,végétarien,",
                "2,Ada,…,Végétarien,ascenseur",
                "3,'=1+1,…,sans gluten,",
                "4,Marie,…,halal,",
                "",
            ],
            with.TrimStart('\uFEFF')
                .Split("\r\n")
                .Select(
                    (line, i) =>
                        i is 0 or 5 ? line : $"{string.Join(',', line.Split(',')[..2])},…,{string.Join(',', line.Split(',')[^2..])}"
                )
        );
    }

    [Fact]
    public async Task The_workbook_has_the_same_rows_and_a_name_that_looks_like_a_formula_is_text()
    {
        var answer = await workshop.French.GetAsync("/admin/attendees/export.xlsx?place=seat&sort=number");
        using var workbook = SpreadsheetDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        var rows = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<S.Row>().ToList();

        Assert.Equal(
            ("attachment; filename=\"attendees.xlsx\"", "no-store"),
            (answer.Content.Headers.GetValues("Content-Disposition").Single(), answer.Headers.CacheControl?.ToString())
        );
        Assert.Equal(Header, string.Join(';', rows[0].Elements<S.Cell>().Select(c => c.InnerText)));
        Assert.Equal(["1", "2", "3", "6"], rows.Skip(1).Select(r => r.Elements<S.Cell>().First().InnerText));
        Assert.Equal(
            ("=1+1", "inlineStr", 0),
            (
                rows[3].Elements<S.Cell>().ElementAt(1).InnerText,
                rows[3].Elements<S.Cell>().ElementAt(1).DataType?.InnerText,
                rows[3].Descendants<S.CellFormula>().Count()
            )
        );
    }

    [Fact]
    public async Task Every_export_is_logged_with_its_number_of_rows_and_without_names()
    {
        await using var site = new OpenSite();
        using var browser = await site.SignedInAsync();
        await site.RegisterAsync(r =>
        {
            People.Seat(1)(r);
            People.Confirmed(r);
        });
        foreach (
            var address in new[]
            {
                "attendees/export.csv?q=lovelace&status=confirmed&sort=number",
                "attendees/export.xlsx?with=needs",
                "reports/caterer.csv",
                "reports/reception.xlsx",
                "reports/funder.csv",
            }
        )
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/admin/{address}")).StatusCode);

        await using var scope = site.Services.CreateAsyncScope();
        var log = await scope
            .ServiceProvider.GetRequiredService<WorkshopDb>()
            .AuditLog.OrderBy(e => e.Id)
            .Where(e => e.Action.StartsWith("exported"))
            .ToListAsync();
        Assert.Equal(
            [
                "exported the list | csv, 1 rows, without needs, searched, status confirmed",
                "exported the list | xlsx, 1 rows, with needs",
                "exported the caterer report | csv, 9 rows",
                "exported the reception report | xlsx, 0 rows",
                "exported the funder report | csv, 4 rows",
            ],
            log.Select(e => $"{e.Action} | {e.Result}")
        );
        Assert.All(log, line => Assert.Matches("^organiser [0-9]+$", line.Actor));
    }

    [Fact]
    public async Task The_report_for_the_caterer_counts_meals_and_diets_and_has_no_names()
    {
        var page = await workshop.French.ReadAsync("/admin/reports/caterer");

        Assert.Equal(
            [
                "2021-09-22-afternoon: En salle, après-midi 2 1 sans gluten 1 végétarien",
                "coffee-wednesday: 15 h 10 Pause café 1 1 végétarien",
                "2021-09-23-morning: En salle, matin 2 1 sans gluten 1 végétarien",
                "coffee-thursday-morning: 10 h 40 Pause café 1 1 végétarien",
                "buffet: 12 h 30 Buffet et session posters 3 2 Végétarien 1 sans gluten",
                "2021-09-23-afternoon: En salle, après-midi 3 2 Végétarien 1 sans gluten",
                "coffee-thursday-afternoon: 15 h 10 Pause café et session posters 2 2 Végétarien",
                "2021-09-24-morning: En salle, matin 2 1 sans gluten 1 végétarien",
                "coffee-friday: 10 h 30 Pause café 1 1 végétarien",
            ],
            page.QuerySelectorAll("[data-serving]").Select(r => $"{r.GetAttribute("data-serving")}: {r.Seen()}")
        );
        Assert.DoesNotContain("Lovelace", page.Seen("main"), StringComparison.Ordinal);
        Assert.Contains(
            "\"In person, afternoon\",(all),2\r\n2021-09-22,,\"In person, afternoon\",sans gluten,1\r\n",
            await workshop.English.GetStringAsync("/admin/reports/caterer.csv"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_report_for_the_reception_lists_people_by_day()
    {
        var page = await workshop.French.ReadAsync("/admin/reports/reception");

        Assert.Equal(
            [
                "2021-09-22: du Châtelet Émilie, Hopper =1+1",
                "2021-09-23: du Châtelet Émilie, Hopper =1+1, Lovelace Ada",
                "2021-09-24: du Châtelet Émilie, Hopper =1+1",
            ],
            page.QuerySelectorAll("section[data-day]")
                .Select(s => $"{s.GetAttribute("data-day")}: {string.Join(", ", s.SeenAll("tbody th"))}")
        );
        Assert.Equal(
            ["Lovelace Ada", "London; Kings \"College\"", "", "✓en salle", ""],
            page.SeenAll("[data-day='2021-09-23'] [data-number='2'] > *")
        );
        Assert.Equal(
            "2021-09-22;Hopper;'=1+1;chateau de cirey;;✓",
            (await workshop.French.GetStringAsync("/admin/reports/reception.csv")).Split("\r\n")[2]
        );
    }

    [Fact]
    public async Task The_report_for_the_funder_counts_by_position_country_and_institution()
    {
        var page = await workshop.English.ReadAsync("/admin/reports/funder");

        Assert.Equal(["6", "3", "3"], page.SeenAll("#all dd"));
        Assert.Equal(
            ["PhD student 1 0 1 17%", "Postdoc 1 2 3 50%", "Permanent staff 0 1 1 17%", "Other 1 0 1 17%"],
            page.SeenAll("#by-position tbody tr")
        );
        Assert.Equal(
            ["France 1 1 2 33%", "Germany 0 1 1 17%", "United Kingdom 1 0 1 17%", "United States 1 0 1 17%", "Not specified 0 1 1 17%"],
            page.SeenAll("#by-country tbody tr")
        );
        Assert.Equal(
            ["Château de Cirey 2 2 4 67%", "LAAS-CNRS 0 1 1 17%", "London; Kings \"College\" 1 0 1 17%"],
            page.SeenAll("#by-institution tbody tr")
        );
    }

    [Theory]
    [InlineData("/admin/attendees")]
    [InlineData("/admin/reports/reception")]
    public async Task Pages_with_personal_data_are_not_stored_by_caches(string address) =>
        Assert.Equal("no-store, no-cache", (await workshop.French.GetAsync(address)).Headers.CacheControl?.ToString());
}
