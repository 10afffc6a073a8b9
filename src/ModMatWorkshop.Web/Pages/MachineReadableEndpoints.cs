using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.PageCache;

namespace ModMatWorkshop.Web.Pages;

/// <summary>Maps each export of <see cref="ExportList"/> to its address.</summary>
public static class MachineReadableEndpoints
{
    private const int MaxFavourites = 200;
    private const string PlainTextType = "text/plain; charset=utf-8";

    public static void MapMachineReadable(this WebApplication app)
    {
        foreach (var export in ExportList.All)
        {
            var endpoint = app.MapRead(export.Route, HandlerOf(export));
            // A selection has a query, which the page cache does not accept; a personal calendar is nobody else's.
            if (export is not (SelectionExport or PersonalExport))
                endpoint.WithMetadata(new PageCacheMetadata());
        }

        app.MapRead(Routes.Robots, (SiteAddress site) =>
                Text(
                    "User-agent: *\nDisallow: /status/\n"
                        + (ExportList.Serves(Routes.SiteMap) ? $"Sitemap: {site.Of(Routes.SiteMap.Template)}\n" : ""),
                    PlainTextType
                )
            )
            .WithMetadata(new PageCacheMetadata());

        // Not cached, because the expiry date moves every day.
        app.MapRead(Routes.SecurityContact, async (SiteAddress site, SiteContext siteContext, TimeProvider realTime) =>
            Text(SecurityContact(site, await ContactAsync(siteContext), siteContext.Languages, realTime.GetUtcNow()), PlainTextType)
        );
    }

    internal static IResult Text(string text, string mediaType) => Results.Bytes(Encoding.UTF8.GetBytes(text), mediaType);

    /// <summary>How to report a vulnerability (RFC 9116).</summary>
    private static string SecurityContact(SiteAddress site, PageRoute page, WorkshopLanguages languages, DateTimeOffset now)
    {
        var contact = site.Of(page.Path(languages, languages.First));
        var preferred = string.Join(", ", languages.All.Select(l => l.Tag()));
        return $"Contact: {contact}\nExpires: {now.AddMonths(6):yyyy-MM-dd}T00:00:00Z\n"
            + $"Preferred-Languages: {preferred}\nCanonical: {site.Of(Routes.SecurityContact.Template)}\n";
    }

    private static async ValueTask<PageRoute> ContactAsync(SiteContext siteContext) =>
        await siteContext.HasPageAsync(Routes.Contact) ? Routes.Contact : Routes.Home;

    private static Delegate HandlerOf(Export export) =>
        export switch
        {
            ScheduleExport whole => async (WorkshopDb db, SiteAddress site, SiteContext siteContext, CancellationToken cancel) =>
                File(
                    whole,
                    whole.Write(await db.WholeScheduleAsync(cancel, await siteContext.OutlineAsync()), site, siteContext.Language),
                    siteContext
                ),
            DayExport day => (string date, WorkshopDb db, SiteAddress site, SiteContext siteContext, CancellationToken cancel) =>
                OfOneDayAsync(day, date, db, site, siteContext, cancel),
            ContributionExport one => (string code, WorkshopDb db, SiteAddress site, SiteContext siteContext, CancellationToken cancel) =>
                OfOneAsync(one, code, db, site, siteContext, cancel),
            SelectionExport some => async (
                string? codes,
                WorkshopDb db,
                SiteAddress site,
                SiteContext siteContext,
                CancellationToken cancel
            ) =>
            {
                var chosen = Codes(codes);
                var schedule = await db.ScheduleOfAsync(chosen, await siteContext.OutlineAsync(), cancel);
                return File(some, some.Write(schedule, chosen, site, siteContext.Language), siteContext);
            },
            PersonalExport own => (
                string token,
                WorkshopDb db,
                SiteAddress site,
                SecretLinks links,
                SiteContext siteContext,
                CancellationToken cancel
            ) => OfOnePersonAsync(own, token, db, site, links, siteContext, cancel),
            NewsExport feed => async (WorkshopDb db, SiteAddress site, SiteContext siteContext, CancellationToken cancel) =>
            {
                var (workshop, language) = (await siteContext.WorkshopAsync(), siteContext.Language);
                var news = await NewsQueries.Published(db, siteContext.Now, workshop).Take(50).ToListAsync(cancel);
                var entries = news.Select(n => new NewsEntry(n.Slug, n.Date, n.Title.In(language), n.BodyHtml.In(language)));
                var changes = (await siteContext.CachedAsync(ProgrammeHistory.ReadAsync)).EntriesFor(siteContext, workshop);
                return File(feed, feed.Write(workshop, entries.Concat(changes), site, language), siteContext);
            },
            PagesExport pages => async (WorkshopDb db, SiteAddress site, SiteContext siteContext, CancellationToken cancel) =>
                File(
                    pages,
                    pages.Write(await new SiteMapPages(db, siteContext.Now).AllAsync(cancel), site, siteContext.Languages),
                    siteContext
                ),
            _ => throw new ArgumentOutOfRangeException(nameof(export), export, "There is no endpoint for this kind of export."),
        };

    /// <summary>The address contains a secret: nothing stores or indexes the answer, and it names nobody.</summary>
    private static async Task<IResult> OfOnePersonAsync(
        PersonalExport export,
        string token,
        WorkshopDb db,
        SiteAddress site,
        SecretLinks links,
        SiteContext siteContext,
        CancellationToken cancel
    )
    {
        var http = siteContext.Http;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (
            links.ReadCalendar(token) is not var (id, generation)
            || await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Generation == generation, cancel)
                is not { } registration
        )
            return Results.NotFound();
        var schedule = await db.WholeScheduleAsync(cancel);
        return File(export, export.Write(schedule, registration, token, site), siteContext, schedule.Workshop.Slug);
    }

    private static async Task<IResult> OfOneDayAsync(
        DayExport export,
        string date,
        WorkshopDb db,
        SiteAddress site,
        SiteContext siteContext,
        CancellationToken cancel
    )
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Results.NotFound();
        var schedule = await db.TimetableAsync(day, await siteContext.OutlineAsync(), cancel);
        return schedule.Slots.Count == 0
            ? Results.NotFound()
            : File(export, export.Write(schedule, day, site, siteContext.Language), siteContext, date);
    }

    private static async Task<IResult> OfOneAsync(
        ContributionExport export,
        string code,
        WorkshopDb db,
        SiteAddress site,
        SiteContext siteContext,
        CancellationToken cancel
    )
    {
        if (!ContributionCode.TryParse(code, out var parsed))
            return Results.NotFound();
        var schedule = await db.ScheduleOfAsync([parsed.Slug], await siteContext.OutlineAsync(), cancel);
        return schedule.Contributions.TryGetValue(parsed.Slug, out var contribution)
            ? File(export, export.Write(schedule, contribution, site, siteContext.Language), siteContext, parsed.Slug)
            : Results.NotFound();
    }

    /// <summary>
    /// The codes in the address, each once. Ignores invalid ones, so that an old or mistyped address still gives a calendar.
    /// </summary>
    private static IReadOnlyCollection<string> Codes(string? text) =>
        [
            .. (text ?? "")
                .Split(',', MaxFavourites + 1, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Take(MaxFavourites)
                .Where(c => ContributionCode.TryParse(c, out _) || Slug.IsValid(c))
                .Select(c => c.ToLowerInvariant())
                .Distinct(),
        ];

    private static IResult File(Export export, string text, SiteContext siteContext, string value = "") =>
        export.NameIn(siteContext.Languages.First) is { } name
            ? new Download(Encoding.UTF8.GetBytes(text), export.MediaType, FileRoute.Fill(name, value))
            : Text(text, export.MediaType);

    /// <summary>Sent inline with a file name: a phone opens it in its calendar, and a desktop saves it under a useful name.</summary>
    private sealed class Download(byte[] bytes, string mediaType, string name) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = mediaType;
            httpContext.Response.ContentLength = bytes.Length;
            httpContext.Response.Headers[HeaderNames.ContentDisposition] = $"inline; filename=\"{name}\"";
            if (!HttpMethods.IsHead(httpContext.Request.Method))
                await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }
}
