using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Printables;

/// <summary>
/// Serves the printables as PDF, one by one or all in one archive. For organisers only, by the default policy of <c>/admin</c>.
/// </summary>
public static class PrintableEndpoints
{
    public static void MapPrintables(this WebApplication app)
    {
        foreach (var folder in new[] { Printable.Folder, Report.Folder })
            app.MapGetLazily(
                folder + "/{name}.pdf",
                (
                    string name,
                    HttpContext http,
                    PrintableService printing,
                    AuditTrail trail,
                    SiteContext siteContext,
                    CancellationToken cancel
                ) =>
                    PrintableList.Find(name) is { } known
                    && known.Page(WorkshopLanguages.Default, Language.French).StartsWith(folder + "/", StringComparison.Ordinal)
                        ? SendAsync(known, folder, http, printing, trail, siteContext, cancel)
                        : Task.FromResult(Results.NotFound())
            );

        app.MapGetLazily(
            Printable.Folder + "/{set}.zip",
            (
                string set,
                HttpContext http,
                PrintableService printing,
                AuditTrail trail,
                SiteContext siteContext,
                CancellationToken cancel
            ) => set == "all" ? SendAllAsync(http, printing, trail, siteContext, cancel) : Task.FromResult(Results.NotFound())
        );
    }

    private static async Task<IResult> SendAllAsync(
        HttpContext http,
        PrintableService printing,
        AuditTrail trail,
        SiteContext siteContext,
        CancellationToken cancel
    )
    {
        if (!printing.IsPossible)
            return Results.Redirect(Printable.Folder);
        var (printables, slug) = (await InTheArchiveAsync(printing, cancel), (await siteContext.WorkshopAsync()).Slug);
        if (!PrintProgress.IsFor(http))
        {
            await WriteAsync();
            return Zip(i => async ending => await (await PrepareAsync(printables[i], printing, ending)).Make(ending));
        }
        return await PrintProgress.GetOrShowProgressAsync(
            http,
            KeyOf(http, $"all {siteContext.Language}"),
            "all",
            Printable.Folder,
            isCached: false,
            async () =>
            {
                await WriteAsync();
                return await PrepareAsync(printables, printing, cancel);
            },
            run => Task.FromResult<IResult>(Zip(i => _ => run.ResultOf(i)))
        );

        ZipResult Zip(Func<int, Func<CancellationToken, Task<PrintResult>>> resultOf) =>
            new([.. printables.Select((p, i) => (p, resultOf(i)))], siteContext, slug);

        // Written to the audit log before the first byte is sent, so that no archive leaves without an entry.
        Task WriteAsync() =>
            trail.WriteAsync(
                OrganiserSignIn.ActorOf(http),
                "exported all printables",
                result: $"zip, {siteContext.Language.Tag()}",
                cancel: cancel
            );
    }

    private static async Task<IResult> SendAsync(
        Printable printable,
        string folder,
        HttpContext http,
        PrintableService printing,
        AuditTrail trail,
        SiteContext siteContext,
        CancellationToken cancel
    )
    {
        var page = $"{folder}/{printable.Name}{http.Request.QueryString.Without(PrintProgress.Key)}";
        var file = $"{(await siteContext.WorkshopAsync()).Slug}-{printable.Name}-{siteContext.Language.Tag()}.pdf";
        if (printable.IsPublic)
            return await PdfResults.CachedAsync(http, printing, printable, file, page, cancel);
        if (printing.IsPossible && PrintProgress.IsFor(http))
            return await PrintProgress.GetOrShowProgressAsync(
                http,
                KeyOf(http, $"{page} {siteContext.Language}"),
                printable.Name,
                page,
                isCached: false,
                async () =>
                    await printing.DocumentAsync(printable, http.Request.Query, cancel) is { } asked
                        ? [await printing.PrepareAsync(asked)]
                        : null,
                async run => await HandOverAsync(await run.ResultOf(0), run.Jobs[0].People)
            );
        return await printing.DocumentAsync(printable, http.Request.Query, cancel) is { } document
            ? await HandOverAsync(await (await printing.PrepareAsync(document)).Make(cancel), document.People)
            : Results.NotFound();

        async Task<IResult> HandOverAsync(PrintResult printed, int people)
        {
            var result = string.Create(CultureInfo.InvariantCulture, $"pdf, {people} people");
            if (printed.Pdf is not null)
                await trail.WriteAsync(OrganiserSignIn.ActorOf(http), printable.AuditAction, result: result, cancel: cancel);
            return PdfResults.Personal(http, printed, file, page);
        }
    }

    /// <summary>Includes the account, so that only the account that started the run receives names.</summary>
    private static string KeyOf(HttpContext http, string what) => $"{OrganiserSignIn.IdOf(http.User)} {what}";

    private static async Task<IReadOnlyList<Printable>> InTheArchiveAsync(PrintableService printing, CancellationToken cancel)
    {
        List<Printable> ready = [];
        foreach (var printable in PrintableList.All)
            if (await printable.IsReadyAsync(printing.Request(QueryCollection.Empty), cancel))
                ready.Add(printable);
        return ready;
    }

    private static async Task<IReadOnlyList<PrintJob>> PrepareAsync(
        IReadOnlyList<Printable> printables,
        PrintableService printing,
        CancellationToken cancel
    )
    {
        var jobs = new List<PrintJob>();
        foreach (var printable in printables)
            jobs.Add(await PrepareAsync(printable, printing, cancel));
        return jobs;
    }

    private static async Task<PrintJob> PrepareAsync(Printable printable, PrintableService printing, CancellationToken cancel) =>
        printable.IsPublic ? await printing.PrepareAsync(printable, printing.Version)
        : await printing.DocumentAsync(printable, QueryCollection.Empty, cancel) is { } document ? await printing.PrepareAsync(document)
        : new(printable.Name, 0, _ => Task.FromResult(PrintResult.Failed));

    /// <summary>Sends each PDF as soon as it is made, so that a client sees the progress.</summary>
    private sealed class ZipResult(
        IReadOnlyList<(Printable Printable, Func<CancellationToken, Task<PrintResult>> Make)> pdfs,
        SiteContext siteContext,
        string slug
    ) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var (response, cancel) = (httpContext.Response, httpContext.RequestAborted);
            response.ContentType = "application/zip";
            response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{slug}-{siteContext.Language.Tag()}.zip\"";
            response.Headers[HeaderNames.CacheControl] = "no-store";
            await response.StartAsync(cancel);

            // ZipArchive writes synchronously, which the response does not allow.
            using var passing = new AsyncForwardingStream();
            List<string> missing = [];
            using (var zip = new ZipArchive(passing, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var (printable, make) in pdfs)
                {
                    if ((await make(cancel)).Pdf is { } pdf)
                        Add(zip, $"{slug}-{printable.Name}-{siteContext.Language.Tag()}.pdf", pdf);
                    else
                        missing.Add(printable.Title(siteContext.Words));
                    await passing.FlushToAsync(response.Body, cancel);
                    await response.Body.FlushAsync(cancel);
                }
                if (missing.Count > 0)
                {
                    var text = siteContext.Words.NotInTheArchive(string.Join(", ", missing));
                    Add(
                        zip,
                        siteContext.Languages.Has(Language.French) ? "LISEZMOI-README.txt" : "README.txt",
                        Encoding.UTF8.GetBytes(text + "\n")
                    );
                }
            }
            await passing.FlushToAsync(response.Body, cancel);
        }

        private static void Add(ZipArchive zip, string name, byte[] bytes)
        {
            // A PDF is already compressed.
            using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
            entry.Write(bytes);
        }
    }
}
