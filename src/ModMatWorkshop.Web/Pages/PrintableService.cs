using System.Globalization;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages;

/// <param name="IsPoster">For a wall, A3; for a pocket otherwise, A4.</param>
/// <param name="Size">From 0, the largest, to <see cref="Sizes"/>: the PDF takes the first with which everything stands on one
/// page.</param>
public sealed record ProgrammeSheet(
    Workshop Workshop,
    IReadOnlyList<ProgrammeDay> Days,
    IReadOnlyList<Contribution> Posters,
    bool IsPoster,
    int Size
)
{
    public const int Sizes = 16;
}

/// <param name="Blank">How many badges without a name follow.</param>
public sealed record BadgeSheets(Workshop Workshop, IReadOnlyList<Badge> Badges, int Blank);

public sealed record CertificateSheets(Workshop Workshop, IReadOnlyList<IssuedCertificate> Certificates);

public sealed record SignInSheets(Workshop Workshop, IReadOnlyList<SignInSheet> Sheets);

/// <summary>The papers in the language of the request: what stands on each, and its PDF.</summary>
public sealed class PrintableService(
    WorkshopDb db,
    DataVersions versions,
    SiteContext siteContext,
    Words words,
    PdfRenderer papers,
    CertificateService certificates
)
{
    private const int MaxBlanks = 200;

    public bool IsPossible => papers.IsAvailable;

    /// <summary>What stands on a paper; null where there is no such paper, or nobody it is about.</summary>
    /// <param name="query">Of the address: <c>number</c> and <c>blank</c> of badges, <c>half-day</c> of sign-in sheets.</param>
    public async Task<PrintableDocument?> DocumentAsync(string name, IQueryCollection query, CancellationToken cancel)
    {
        switch (name)
        {
            case "programme-a4" or "programme-a3":
                return await ProgrammeAsync(name, 0, cancel);
            case "poster-labels":
                return Of(name, "/Pages/Admin/Printables/_PosterLabels.cshtml", await db.WholeScheduleAsync(cancel));
            case "badges":
                var (number, blank) = (Number(query["number"]), Number(query["blank"]));
                if (number is null || blank is null)
                    return null;
                var schedule = await db.WholeScheduleAsync(cancel);
                IReadOnlyList<Badge> badges =
                    blank > 0 && number == 0 ? [] : await Badge.ReadAsync(db, schedule, number == 0 ? null : number, cancel);
                return number > 0 && badges.Count == 0
                    ? null
                    : Of(
                        name,
                        "/Pages/Admin/Printables/_Badges.cshtml",
                        new BadgeSheets(schedule.Workshop, badges, Math.Min(blank.Value, MaxBlanks))
                    ) with
                    {
                        People = badges.Count,
                    };
            case "sign-in":
                var half = HalfDayId.FromKey(query["half-day"]);
                if (half is null && !string.IsNullOrEmpty(query["half-day"]))
                    return null;
                var whole = await db.WholeScheduleAsync(cancel);
                var remote = await RemotePresence.ReadAsync(db, cancel);
                var sheets = await SignInSheet.ReadAsync(db, whole, half, halfDay => [.. remote[halfDay]], cancel);
                return sheets.Count == 0
                    ? null
                    : Of(name, "/Pages/Admin/Printables/_SignIn.cshtml", new SignInSheets(whole.Workshop, sheets)) with
                    {
                        People = sheets.SelectMany(s => s.Expected).DistinctBy(r => r.Number).Count(),
                    };
            case "certificates":
                return Number(query["number"]) is { } one
                    ? await CertificatesAsync(one == 0 ? null : one, OrganiserSignIn.ActorOf(siteContext.Http), cancel)
                    : null;
            case "caterer":
                return Of(name, "/Pages/Admin/Reports/_Caterer.cshtml", await AttendeeReports.CatererAsync(db, cancel));
            case "door":
                var days = await AttendeeReports.DoorAsync(db, cancel);
                return Of(name, "/Pages/Admin/Reports/_Door.cshtml", days) with
                {
                    People = days.SelectMany(d => d.Names).DistinctBy(n => n.Number).Count(),
                };
            case "funder":
                return Of(name, "/Pages/Admin/Reports/_Funder.cshtml", await AttendeeReports.FunderAsync(db, cancel));
            default:
                return null;
        }
    }

    public async Task<bool> MayIssueCertificatesAsync(CancellationToken cancel) =>
        CertificateService.MayIssueAt(siteContext.Now, await PresenceService.HalfDayHoursAsync(db, cancel));

    /// <summary>The certificates of everybody who was there, or of one; asking for them issues them.</summary>
    public async Task<PrintableDocument> CertificatesAsync(int? number, Actor actor, CancellationToken cancel)
    {
        var issued = await certificates.IssueAsync(number, actor, cancel);
        return Of(
            "certificates",
            "/Pages/Admin/Printables/_Certificates.cshtml",
            new CertificateSheets(await siteContext.WorkshopAsync(), issued)
        ) with
        {
            People = issued.Count,
        };
    }

    /// <summary>
    /// The version of the content now. To be asked for before anything else is read, so that what is kept is never older than its name
    /// says.
    /// </summary>
    public long Version => versions.Content;

    public bool IsCached(string name, long version) => papers.IsCached(name, siteContext.Language, version);

    /// <summary>The PDF of a paper of public content, kept for each version of it; null where it cannot be made.</summary>
    public Task<byte[]?> CachedPdfAsync(string name, long version, CancellationToken cancel) =>
        CachedPdfAsync(name, siteContext.Language, version, size => PublicHtmlAsync(name, size, cancel), cancel);

    /// <summary>The same as work that goes on when the request is over.</summary>
    public async Task<PrintJob> PrepareAsync(string name, long version)
    {
        var language = siteContext.Language;
        var html = new string[
            IsCached(name, version) ? 0
            : IsOnOnePage(name) ? ProgrammeSheet.Sizes
            : 1
        ];
        // Others may have joined this reader: it is rendered to the end, even if the reader goes.
        for (var size = 0; size < html.Length; size++)
            html[size] = await PublicHtmlAsync(name, size, CancellationToken.None);
        return new(name, 0, cancel => CachedPdfAsync(name, language, version, size => Task.FromResult(html[size]), cancel));
    }

    public async Task<PrintJob> PrepareAsync(PrintableDocument document)
    {
        var html = await HtmlAsync(document);
        return new(document.Name, document.People, cancel => papers.RenderAsync(() => Task.FromResult(html), cancel));
    }

    /// <summary>The PDF of a paper with names on it, which nothing keeps; null where it cannot be made.</summary>
    public Task<byte[]?> PdfAsync(PrintableDocument document, CancellationToken cancel) =>
        papers.RenderAsync(() => HtmlAsync(document), cancel);

    private static bool IsOnOnePage(string name) => name is "programme-a4" or "programme-a3";

    private Task<byte[]?> CachedPdfAsync(
        string name,
        Language language,
        long version,
        Func<int, Task<string>> html,
        CancellationToken cancel
    ) =>
        IsOnOnePage(name)
            ? papers.GetOrRenderOnePageAsync(name, language, version, ProgrammeSheet.Sizes, html, cancel)
            : papers.GetOrRenderAsync(name, language, version, () => html(0), cancel);

    private async Task<string> PublicHtmlAsync(string name, int size, CancellationToken cancel) =>
        name switch
        {
            "book" => await ViewRenderer.RenderAsync(
                siteContext.Http,
                "/Pages/Shared/_BookPrint.cshtml",
                await BookText.ReadAsync(db, await siteContext.OutlineAsync(), isPdf: true, cancel)
            ),
            "poster-labels" => await HtmlAsync((await DocumentAsync(name, QueryCollection.Empty, cancel))!),
            _ => await HtmlAsync(await ProgrammeAsync(name, size, cancel)),
        };

    private Task<string> HtmlAsync(PrintableDocument document) =>
        ViewRenderer.RenderAsync(siteContext.Http, "/Pages/Shared/_Printable.cshtml", document with { IsPdf = true });

    private async Task<PrintableDocument> ProgrammeAsync(string name, int size, CancellationToken cancel)
    {
        var schedule = await db.WholeScheduleAsync(cancel);
        var lines = schedule.Slots.Select(s => TimetableRow.Of(s, schedule.ContributionOf(s)));
        return Of(
            name,
            "/Pages/Shared/_ProgrammeSheet.cshtml",
            new ProgrammeSheet(
                schedule.Workshop,
                TimetableQueries.Days(lines, schedule.Sessions),
                [.. schedule.Posters.Where(p => !p.Cancelled)],
                name == "programme-a3",
                size
            )
        );
    }

    private PrintableDocument Of(string name, string view, object content) => new(name, words.PrintableName(name), view, content);

    /// <summary>0 where nothing is asked for, null for what is no number.</summary>
    private static int? Number(string? text) =>
        string.IsNullOrEmpty(text) ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : null;
}
