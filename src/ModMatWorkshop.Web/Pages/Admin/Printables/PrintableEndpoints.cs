using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.PrintablePages;

/// <summary>
/// The papers as PDF, one by one or all in one archive. Denied to all but organisers, as everything under <c>/admin</c> that is not opened.
/// </summary>
public static class PrintableEndpoints
{
    public static void MapPrintables(this WebApplication app)
    {
        foreach (var folder in new[] { "/admin/printables", "/admin/reports" })
            app.MapGet(
                folder + "/{paper}.pdf",
                (
                    string paper,
                    HttpContext http,
                    PrintableService printing,
                    AuditTrail trail,
                    SiteContext siteContext,
                    CancellationToken cancel
                ) =>
                    AdminPrintables.Named(paper) is { } known && known.French.Page.StartsWith(folder + "/", StringComparison.Ordinal)
                        ? SendAsync(known, folder, http, printing, trail, siteContext, cancel)
                        : Task.FromResult(Results.NotFound())
            );

        app.MapGet(
            "/admin/printables/{set}.zip",
            async (
                string set,
                HttpContext http,
                PrintableService printing,
                AuditTrail trail,
                SiteContext siteContext,
                CancellationToken cancel
            ) =>
            {
                if (set != "all")
                    return Results.NotFound();
                if (!printing.IsPossible)
                    return Results.Redirect("/admin/printables");
                var (papers, slug) = (await InTheArchiveAsync(printing, cancel), (await siteContext.WorkshopAsync()).Slug);
                if (PrintProgress.IsFor(http, printing))
                    return await PrintProgress.AnswerAsync(
                        http,
                        KeyOf(http, $"all {siteContext.Language}"),
                        "all",
                        "/admin/printables",
                        isKept: false,
                        async () =>
                        {
                            await WriteAsync();
                            return await PrepareAsync(papers, printing, cancel);
                        },
                        printout =>
                            Task.FromResult<IResult>(
                                new ZipResult(
                                    [
                                        .. papers.Select(
                                            (p, i) => (p.Name, (Func<CancellationToken, Task<byte[]?>>)(_ => printout.PdfOf(i)))
                                        ),
                                    ],
                                    siteContext,
                                    slug
                                )
                            )
                    );
                await WriteAsync();
                return new ZipResult(
                    [.. papers.Select(p => (p.Name, (Func<CancellationToken, Task<byte[]?>>)(ending => MakeAsync(p, printing, ending))))],
                    siteContext,
                    slug
                );

                // Before the first page leaves: no archive without its line.
                Task WriteAsync() =>
                    trail.WriteAsync(
                        OrganiserSignIn.ActorOf(http),
                        "exported all papers",
                        result: $"zip, {siteContext.Language.Tag()}",
                        cancel: cancel
                    );
            }
        );
    }

    private static async Task<IResult> SendAsync(
        AdminPrintable paper,
        string folder,
        HttpContext http,
        PrintableService printing,
        AuditTrail trail,
        SiteContext siteContext,
        CancellationToken cancel
    )
    {
        var page = $"{folder}/{paper.Name}{http.Request.QueryString.Without(PrintProgress.Key)}";
        var file = $"{(await siteContext.WorkshopAsync()).Slug}-{paper.Name}-{siteContext.Language.Tag()}.pdf";
        if (paper.IsPublic)
            return await PdfResults.CachedAsync(http, printing, paper.Name, file, page, cancel);
        if (PrintProgress.IsFor(http, printing))
            return await PrintProgress.AnswerAsync(
                http,
                KeyOf(http, $"{page} {siteContext.Language}"),
                paper.Name,
                page,
                isKept: false,
                async () =>
                    await printing.DocumentAsync(paper.Name, http.Request.Query, cancel) is { } asked
                        ? [await printing.PrepareAsync(asked)]
                        : null,
                async printout => await HandOverAsync(await printout.PdfOf(0), printout.Jobs[0].People)
            );
        return await printing.DocumentAsync(paper.Name, http.Request.Query, cancel) is { } document
            ? await HandOverAsync(await printing.PdfAsync(document, cancel), document.People)
            : Results.NotFound();

        async Task<IResult> HandOverAsync(byte[]? pdf, int people)
        {
            if (pdf is not null)
                await trail.WriteAsync(
                    OrganiserSignIn.ActorOf(http),
                    Action(paper.Name),
                    result: string.Create(CultureInfo.InvariantCulture, $"pdf, {people} people"),
                    cancel: cancel
                );
            return PdfResults.Personal(http, pdf, file, page, printing.IsPossible);
        }
    }

    /// <summary>What bears names is handed to the one who asked for it.</summary>
    private static string KeyOf(HttpContext http, string what) => $"{OrganiserSignIn.IdOf(http.User)} {what}";

    private static async Task<IReadOnlyList<AdminPrintable>> InTheArchiveAsync(PrintableService printing, CancellationToken cancel) =>
        await printing.MayIssueCertificatesAsync(cancel)
            ? AdminPrintables.All
            : [.. AdminPrintables.All.Where(p => p.Name != "certificates")];

    private static async Task<IReadOnlyList<PrintJob>> PrepareAsync(
        IReadOnlyList<AdminPrintable> papers,
        PrintableService printing,
        CancellationToken cancel
    )
    {
        var (version, jobs) = (printing.Version, new List<PrintJob>());
        foreach (var paper in papers)
            jobs.Add(
                paper.IsPublic ? await printing.PrepareAsync(paper.Name, version)
                : await printing.DocumentAsync(paper.Name, QueryCollection.Empty, cancel) is { } document
                    ? await printing.PrepareAsync(document)
                : new(paper.Name, 0, _ => Task.FromResult<byte[]?>(null))
            );
        return jobs;
    }

    private static async Task<byte[]?> MakeAsync(AdminPrintable paper, PrintableService printing, CancellationToken cancel) =>
        paper.IsPublic ? await printing.CachedPdfAsync(paper.Name, printing.Version, cancel)
        : await printing.DocumentAsync(paper.Name, QueryCollection.Empty, cancel) is { } document
            ? await printing.PdfAsync(document, cancel)
        : null;

    private static string Action(string paper) =>
        paper switch
        {
            "badges" => "exported the badges",
            "sign-in" => "exported the sign-in sheets",
            "certificates" => "exported the certificates",
            _ => $"exported the {paper} report",
        };

    /// <summary>Each paper is sent as soon as it is made, so that a program sees how far it is.</summary>
    private sealed class ZipResult(
        IReadOnlyList<(string Name, Func<CancellationToken, Task<byte[]?>> Pdf)> papers,
        SiteContext siteContext,
        string slug
    ) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var (answer, cancel) = (httpContext.Response, httpContext.RequestAborted);
            answer.ContentType = "application/zip";
            answer.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{slug}-{siteContext.Language.Tag()}.zip\"";
            answer.Headers[HeaderNames.CacheControl] = "no-store";
            await answer.StartAsync(cancel);

            // A zip is written without waiting, which an answer does not allow.
            using var passing = new AsyncForwardingStream();
            List<string> missing = [];
            using (var zip = new ZipArchive(passing, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var (name, make) in papers)
                {
                    if (await make(cancel) is { } pdf)
                        Add(zip, $"{slug}-{name}-{siteContext.Language.Tag()}.pdf", pdf);
                    else
                        missing.Add(siteContext.Words.PrintableName(name));
                    await passing.FlushToAsync(answer.Body, cancel);
                    await answer.Body.FlushAsync(cancel);
                }
                if (missing.Count > 0)
                    Add(
                        zip,
                        "LISEZMOI-README.txt",
                        Encoding.UTF8.GetBytes(siteContext.Words.NotInTheArchive(string.Join(", ", missing)) + "\n")
                    );
            }
            await passing.FlushToAsync(answer.Body, cancel);
        }

        private static void Add(ZipArchive zip, string name, byte[] bytes)
        {
            // What is inside a PDF is packed already.
            using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
            entry.Write(bytes);
        }
    }
}
