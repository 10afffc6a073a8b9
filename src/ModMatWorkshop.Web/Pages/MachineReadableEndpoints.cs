using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.PageCache;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// What is read by machines: one address each, French unless <c>?lang=en</c> asks otherwise. Here data gets its media type and its file
/// name.
/// </summary>
public static class MachineReadableEndpoints
{
    private const int MaxFavourites = 200;
    private const string Calendar = "text/calendar; charset=utf-8";
    private static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapMachineReadable(this WebApplication app)
    {
        app.MapText("/programme.ics", async (WorkshopDb db, SiteAddress site, SiteContext siteContext, CancellationToken cancel) =>
            File(
                ICalendar.Whole(await db.WholeScheduleAsync(cancel, await siteContext.OutlineAsync()), site, siteContext.Language),
                Calendar,
                "programme.ics"
            )
        );

        app.MapText(
            "/programme/{date}.ics",
            async (string date, WorkshopDb db, SiteAddress site, SiteContext siteContext, CancellationToken cancel) =>
            {
                if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    return Results.NotFound();
                var schedule = await db.ScheduleOfDayAsync(day, await siteContext.OutlineAsync(), cancel);
                return schedule.Slots.Count == 0
                    ? Results.NotFound()
                    : File(ICalendar.Day(schedule, day, site, siteContext.Language), Calendar, $"programme-{date}.ics");
            }
        );

        app.MapRead(
            "/favoris.ics",
            async (string? codes, WorkshopDb db, SiteAddress site, SiteContext siteContext, CancellationToken cancel) =>
            {
                var chosen = Codes(codes);
                return File(
                    ICalendar.Favourites(
                        await db.ScheduleOfAsync(chosen, await siteContext.OutlineAsync(), cancel),
                        chosen,
                        site,
                        siteContext.Language
                    ),
                    Calendar,
                    "favoris.ics"
                );
            }
        );

        app.MapText(
            "/resumes/{code}.ics",
            (string code, WorkshopDb db, SiteAddress site, SiteContext siteContext, CancellationToken cancel) =>
                OfOneAsync(
                    code,
                    db,
                    siteContext,
                    Calendar,
                    "ics",
                    (schedule, contribution) => ICalendar.One(schedule, contribution.Code, site, siteContext.Language),
                    cancel
                )
        );

        app.MapText(
            "/resumes/{code}.bib",
            (string code, WorkshopDb db, SiteAddress site, SiteContext siteContext, CancellationToken cancel) =>
                OfOneAsync(
                    code,
                    db,
                    siteContext,
                    "application/x-bibtex; charset=utf-8",
                    "bib",
                    (schedule, contribution) => BibTeX.One(schedule, contribution, site, siteContext.Language),
                    cancel
                )
        );

        app.MapText(
            "/resumes/{code}.ris",
            (string code, WorkshopDb db, SiteAddress site, SiteContext siteContext, CancellationToken cancel) =>
                OfOneAsync(
                    code,
                    db,
                    siteContext,
                    "application/x-research-info-systems; charset=utf-8",
                    "ris",
                    (schedule, contribution) => Ris.One(schedule, contribution, site, siteContext.Language),
                    cancel
                )
        );

        app.MapText("/livret.bib", async (WorkshopDb db, SiteAddress site, SiteContext siteContext, CancellationToken cancel) =>
            File(
                BibTeX.Book(await db.WholeScheduleAsync(cancel, await siteContext.OutlineAsync()), site, siteContext.Language),
                "application/x-bibtex; charset=utf-8",
                "livret.bib"
            )
        );

        app.MapText("/schedule.xml", async (WorkshopDb db, SiteAddress site, SiteContext siteContext, CancellationToken cancel) =>
            Text(
                FrabXml.Write(await db.WholeScheduleAsync(cancel, await siteContext.OutlineAsync()), site, siteContext.Language),
                "application/xml; charset=utf-8"
            )
        );

        app.MapText("/schedule.json", async (WorkshopDb db, SiteAddress site, SiteContext siteContext, CancellationToken cancel) =>
            Text(
                FrabJson.Write(await db.WholeScheduleAsync(cancel, await siteContext.OutlineAsync()), site, siteContext.Language),
                "application/json; charset=utf-8"
            )
        );

        app.MapText("/actualites.atom", async (WorkshopDb db, SiteAddress site, SiteContext siteContext, CancellationToken cancel) =>
        {
            var workshop = await siteContext.WorkshopAsync();
            var news = await NewsModel.Published(db, siteContext.Now, workshop).Take(50).ToListAsync(cancel);
            var entries = news.Select(n => new NewsEntry(
                n.Slug,
                n.Date,
                n.Title.In(siteContext.Language),
                n.BodyHtml.In(siteContext.Language)
            ));
            return Text(Atom.Write(workshop, entries, site, siteContext.Language), "application/atom+xml; charset=utf-8");
        });

        app.MapText("/sitemap.xml", async (WorkshopDb db, SiteAddress site, CancellationToken cancel) =>
            Text(SiteMap.Write(await SiteMapPages.AllAsync(db, cancel), site), "application/xml; charset=utf-8")
        );

        app.MapText("/robots.txt", (SiteAddress site) =>
            Text($"User-agent: *\nDisallow: /status/\nSitemap: {site.Of("/sitemap.xml")}\n", "text/plain; charset=utf-8")
        );

        // RFC 9116. Not stored: the day on which it expires moves on.
        app.MapRead("/.well-known/security.txt", (SiteAddress site, TimeProvider realTime) =>
            Text(
                $"Contact: {site.Of("/contact")}\nExpires: "
                    + $"{realTime.GetUtcNow().AddMonths(6):yyyy-MM-dd}T00:00:00Z\nPreferred-Languages: fr, en\nCanonical: "
                    + $"{site.Of("/.well-known/security.txt")}\n",
                "text/plain; charset=utf-8"
            )
        );

        foreach (var language in Enum.GetValues<Language>())
            app.MapRead(
                    language == Language.English ? "/en/book.pdf" : "/livret.pdf",
                    (HttpContext http, SiteContext siteContext, PrintableService printing, CancellationToken cancel) =>
                        PaperAsync(
                            "book",
                            language == Language.English ? "book" : "livret",
                            Routes.Book,
                            http,
                            siteContext,
                            printing,
                            cancel
                        )
                )
                .WithMetadata(new PageLanguage(Routes.Book, language));

        app.MapRead("/programme.pdf", (HttpContext http, SiteContext siteContext, PrintableService printing, CancellationToken cancel) =>
            PaperAsync("programme-a4", "programme", Routes.Programme, http, siteContext, printing, cancel)
        );
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapRead("/healthz", () => Text("alive\n", "text/plain; charset=utf-8"));
        app.MapRead(
            "/readyz",
            async (WorkshopDb db, ContentImporter content, PdfRenderer papers, ShutdownDrain leaving, CancellationToken cancel) =>
            {
                if (leaving.IsDraining)
                    return Results.Json(new { ready = false, leaving = true }, statusCode: StatusCodes.Status503ServiceUnavailable);
                var version = await db.ContentStates.AsNoTracking().Select(s => s.Version).SingleAsync(cancel);
                return Results.Json(
                    new
                    {
                        ready = version > 0,
                        content = new
                        {
                            version,
                            current = content.IsCurrent,
                            problems = (await content.ProblemsAsync(cancel)).Count,
                        },
                        // Reported and no more: with its mail server away, the site does everything else.
                        mail = new
                        {
                            waiting = await db.Outbox.CountAsync(m => m.State == MailState.Waiting, cancel),
                            failed = await db.Outbox.CountAsync(m => m.State == MailState.Failed, cancel),
                        },
                        papers = papers.IsAvailable ? "weasyprint" : "weasyprint is missing: apt-get install weasyprint",
                    },
                    statusCode: version > 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
                );
            }
        );
    }

    /// <summary>Calendars and mirrors ask with HEAD whether something has changed.</summary>
    private static void MapText(this WebApplication app, string pattern, Delegate handler) =>
        app.MapRead(pattern, handler).WithMetadata(new PageCacheMetadata());

    private static RouteHandlerBuilder MapRead(this WebApplication app, string pattern, Delegate handler) =>
        app.MapMethods(pattern, GetAndHead, handler).AllowAnonymous();

    private static async Task<IResult> PaperAsync(
        string paper,
        string name,
        PageRoute page,
        HttpContext http,
        SiteContext siteContext,
        PrintableService printing,
        CancellationToken cancel
    ) =>
        await PdfResults.CachedAsync(
            http,
            printing,
            paper,
            $"{(await siteContext.WorkshopAsync()).Slug}-{name}.pdf",
            siteContext.Path(page),
            cancel
        );

    private static async Task<IResult> OfOneAsync(
        string code,
        WorkshopDb db,
        SiteContext siteContext,
        string mediaType,
        string extension,
        Func<Schedule, Contribution, string> write,
        CancellationToken cancel
    )
    {
        if (!ContributionCode.TryParse(code, out var parsed))
            return Results.NotFound();
        var schedule = await db.ScheduleOfAsync([parsed.Slug], await siteContext.OutlineAsync(), cancel);
        return schedule.Contributions.TryGetValue(parsed.Slug, out var contribution)
            ? File(write(schedule, contribution), mediaType, $"{parsed.Slug}.{extension}")
            : Results.NotFound();
    }

    /// <summary>
    /// The codes of an address, each once; what is no code is left out, so that an old or mistyped address still gives a calendar.
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

    private static IResult Text(string text, string mediaType) => Results.Bytes(Encoding.UTF8.GetBytes(text), mediaType);

    private static Download File(string text, string mediaType, string name) => new Download(Encoding.UTF8.GetBytes(text), mediaType, name);

    /// <summary>Inline with a name, so that a phone opens a calendar in its calendar and a desktop saves it well named.</summary>
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
