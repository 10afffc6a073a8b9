using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Pages.Admin;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

public sealed partial class DashboardTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_log_is_filtered_by_the_query_string(Engine engine)
    {
        var browser = await seeded.ReaderAsync(engine);
        var page = await browser.ReadAsync("/admin/log?registration=1");
        Assert.Equal(["confirmed", "registered"], page.AttributeOfAll("tr[data-entry]", "data-action"));
        Assert.Equal(
            [
                $"{RegistrationSeeder.LogYear}-07-01 10:20 a participant confirmed 1 in person 192.0.0.0/24",
                $"{RegistrationSeeder.LogYear}-07-01 10:00 a participant registered 1 in person 192.0.0.0/24",
            ],
            page.SeenAll("tr[data-entry]")
        );
        Assert.Equal(["/admin/attendees/1", "/admin/attendees/1"], page.AttributeOfAll("tr[data-entry] a[href^='/admin/att']", "href"));

        Assert.Equal(RegistrationSeeder.Size, await TotalAsync("?action=registered"));
        Assert.Equal(0, await TotalAsync("?action=registered&actor=site"));
        Assert.Equal(2, await TotalAsync($"?registration=1&from={RegistrationSeeder.LogYear}-07-01&to={RegistrationSeeder.LogYear}-07-01"));
        Assert.Equal(0, await TotalAsync($"?registration=1&from={RegistrationSeeder.LogYear}-07-02"));
        Assert.Equal(0, await TotalAsync($"?registration=1&to={RegistrationSeeder.LogYear}-06-30"));
        Assert.Equal(2, await TotalAsync("?registration=1&from=yesterday&to=2021-13-45"));
        Assert.Equal(0, await TotalAsync("?action=%27%3B--"));

        var whole = await browser.ReadAsync("/admin/log?page=2&actor=participant");
        Assert.Equal(await TotalAsync("?actor=participant") - 100, whole.QuerySelectorAll("tr[data-entry]").Length);

        async Task<int> TotalAsync(string query) =>
            int.Parse(
                (await browser.ReadAsync("/admin/log" + query)).QuerySelector("[data-total]")!.GetAttribute("data-total")!,
                CultureInfo.InvariantCulture
            );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_log_is_exported_as_CSV_and_the_export_is_logged(Engine engine)
    {
        var browser = await seeded.ReaderAsync(engine);
        await seeded[engine]
            .InDatabaseAsync(async db =>
            {
                db.AuditLog.Add(
                    new()
                    {
                        At = new(RegistrationSeeder.LogYear, 8, 1, 12, 0, 0, TimeSpan.Zero),
                        Actor = "test",
                        Action = "=1+1",
                        Result = "a, \"b\"",
                    }
                );
                return await db.SaveChangesAsync();
            });
        using var answer = await browser.GetAsync("/admin/log?actor=test&format=csv");

        Assert.Equal(
            ("text/csv; charset=utf-8", "attachment; filename=\"log.csv\""),
            (answer.Content.Headers.ContentType?.ToString(), answer.Content.Headers.ContentDisposition?.ToString())
        );
        Assert.Equal(
            $"\uFEFFWhen,Who,What,Registration,Result,Network\r\n{RegistrationSeeder.LogYear}-08-01 "
                + $"14:00:00,test,'=1+1,,\"a, \"\"b\"\"\",\r\n",
            System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync())
        );
        Assert.Contains("exported the log |  | 1 lines", await seeded[engine].OrganiserLogAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_outbox_is_counted_and_filtered_and_shows_the_recipients(Engine engine)
    {
        var browser = await seeded.ReaderAsync(engine);
        var page = await browser.ReadAsync("/admin/mail?state=failed");
        var people = await seeded[engine]
            .InDatabaseAsync(db =>
                db.Registrations.AsNoTracking().Where(r => r.Number == 21 || r.Number == 41).OrderByDescending(r => r.Number).ToListAsync()
            );

        Assert.Equal(people.Select(r => r.Details.Name), page.SeenAll("tr[data-mail] th"));
        Assert.Equal(["/admin/attendees/41", "/admin/attendees/21"], page.AttributeOfAll("tr[data-mail] th a", "href"));
        Assert.All(page.SeenAll("tr[data-mail] small"), text => Assert.NotEqual("", text));
        Assert.Equal(
            await seeded[engine].InDatabaseAsync(db => db.Outbox.CountAsync(m => m.Kind == MailKind.ConfirmAddress)),
            int.Parse(
                (await browser.ReadAsync("/admin/mail?kind=confirmaddress")).QuerySelector("[data-total]")!.GetAttribute("data-total")!,
                CultureInfo.InvariantCulture
            )
        );
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin/mail?state=%00&kind=7&page=-3")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/admin/mail/999999999")).StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_mail_is_shown_as_it_would_be_composed_now_without_its_secret_link(Engine engine)
    {
        var browser = await seeded.ReaderAsync(engine);
        var (id, name) = await seeded[engine]
            .InDatabaseAsync(async db =>
                (
                    await db
                        .Outbox.Where(m => m.RegistrationId == db.Registrations.Single(r => r.Number == 1).Id)
                        .Select(m => m.Id)
                        .SingleAsync(),
                    await db.Registrations.Where(r => r.Number == 1).Select(r => r.Details.GivenName).SingleAsync()
                )
            );
        var page = await browser.ReadAsync($"/admin/mail/{id}");
        var token = (await seeded[engine].LinkAsync("person1@lab0.example")).Split('/')[^1];

        Assert.Contains(name, page.Seen("[data-letter]"), StringComparison.Ordinal);
        Assert.Contains("/en/my-registration/••••••", page.Seen("[data-letter]"), StringComparison.Ordinal);
        Assert.Equal((46, false), (token.Length, page.DocumentElement.OuterHtml.Contains(token, StringComparison.Ordinal)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Failed_mails_are_sent_again_on_request_and_the_request_is_logged(Engine engine)
    {
        await using var site = new SiteFactory { Engine = engine, RehearseFrom = OpenSite.Start };
        using var browser = await site.SignedInAsync();
        var before = (await site.OrganiserLogAsync()).Length;
        await site.SeedRegistrationsAsync(45);
        var failed = await site.InDatabaseAsync(db =>
            db.Outbox.Where(m => m.State == MailState.Failed).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync()
        );
        Assert.Equal(2, failed.Count);

        using var one = await browser.PressAsync("/admin/mail?state=failed", "retry", $"tr[data-mail='{failed[0]}'] form");
        Assert.Equal((HttpStatusCode.Redirect, "/admin/mail?retried=1"), one.StatusAndLocation());
        Assert.Equal(
            [failed[1]],
            await site.InDatabaseAsync(db => db.Outbox.Where(m => m.State == MailState.Failed).Select(m => m.Id).ToListAsync())
        );
        using var all = await browser.PressAsync("/admin/mail", "retry-all");
        Assert.Equal("/admin/mail?retried=1", all.StatusAndLocation().Location);
        Assert.Equal(
            ["retried a mail | 21 | Confirmed", "retried all failed mails |  | 1 mails"],
            (await site.OrganiserLogAsync())[before..]
        );
        await HtmlReading.EventuallyAsync(
            () => site.InDatabaseAsync(db => db.Outbox.CountAsync(m => failed.Contains(m.Id) && m.State == MailState.Sent)),
            sent => sent == 2
        );
    }

    [Fact]
    public async Task Content_problems_are_shown_with_file_and_line_and_the_content_is_imported_on_request()
    {
        using var content = new ContentCopy();
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start, ContentPath = content.Path };
        using var browser = await site.SignedInAsync(language: Language.English);
        var warnings = ContentFolder.Read(content.Path).Problems.Count;
        Assert.Equal(($"0", $"{warnings}"), Counts(await browser.ReadAsync("/admin/content")));

        content.Edit("workshop.md", "seats: 50", "seats: fifty");
        content.Edit("contributions/p1.md", "code: P1", "code: [P1");
        using var broken = await browser.PressAsync("/admin/content", "", "form[action='/admin/content']");
        Assert.Equal("/admin/content?read=errors-0-0-0", broken.StatusAndLocation().Location);
        var page = await browser.ReadAsync("/admin/content?read=errors-0-0-0");
        Assert.Equal("2", Counts(page).Errors);
        Assert.StartsWith("contributions/p1.md:", page.Seen("tr[data-problem=error] code"), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("[role=alert][data-read=errors]"));
        Assert.Equal(
            [
                "contributions/p1.md has an error: readers see its last good version.",
                "workshop.md has an error: readers see its last good version.",
            ],
            page.SeenAll("[data-waiting='2'] li span")
        );

        content.Edit("contributions/p1.md", "code: [P1", "code: P1");
        content.Edit("workshop.md", "seats: fifty", "seats: 51");
        using var read = await browser.PressAsync("/admin/content", "", "form[action='/admin/content']");
        Assert.Equal(HttpStatusCode.Redirect, read.StatusCode);
        page = await browser.ReadAsync("/admin/content");
        Assert.Equal(("0", 0), (Counts(page).Errors, page.QuerySelectorAll("[data-waiting]").Length));
        Assert.Equal(51, await site.InDatabaseAsync(db => db.Workshops.Select(w => w.Seats).SingleAsync()));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin/content?read=done-x-2")).StatusCode);

        static (string? Errors, string? Warnings) Counts(IHtmlDocument page) =>
            (
                page.QuerySelector("#h-problems")!.GetAttribute("data-errors"),
                page.QuerySelector("#h-problems")!.GetAttribute("data-warnings")
            );
    }

    [Fact]
    public async Task A_process_that_did_not_import_the_content_still_finds_its_warnings()
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start };
        using var browser = await site.SignedInAsync();
        using var second = new ContentImporter(
            site.Services.GetRequiredService<IServiceScopeFactory>(),
            site.Services.GetRequiredService<SiteSettings>(),
            new(),
            new(),
            Microsoft.Extensions.Logging.Abstractions.NullLogger<ContentImporter>.Instance
        );
        await second.ImportAtStartAsync(CancellationToken.None);

        Assert.Empty(second.Problems);
        Assert.Equal(ContentFolder.Read(Repository.Content).Problems.Count, (await second.ProblemsAsync(CancellationToken.None)).Count);
    }

    [Fact]
    public void A_log_query_survives_the_round_trip_through_its_query_string()
    {
        var query = new AuditQuery("organiser 3", "set the capacity", 12, new(2021, 9, 1), new(2021, 9, 2));

        Assert.Equal(
            query,
            AuditQuery.Read(
                new Microsoft.AspNetCore.Http.QueryCollection(
                    Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query.ToQueryString())
                )
            )
        );
        Assert.Equal("", new AuditQuery().ToQueryString());
    }

    private static string Name(Position position) =>
        position switch
        {
            Position.PhdStudent => "PhD student",
            Position.Postdoc => "Postdoc",
            Position.PermanentStaff => "Permanent staff",
            _ => "Other",
        };

    private static string[] Rows(IHtmlDocument page, string section) => page.SeenAll($"{section} tbody tr");

    private static int Number(AngleSharp.Dom.IElement? cell) => int.Parse(cell!.TextContent, CultureInfo.InvariantCulture);
}
