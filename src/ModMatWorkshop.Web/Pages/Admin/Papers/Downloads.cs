using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Documents;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.PaperPages;

/// <summary>The papers as PDF, one by one or all in one archive. Denied to all but organisers, as everything under <c>/admin</c> that is not opened.</summary>
public static class Downloads
{
    public static void MapPapers(this WebApplication app)
    {
        foreach (var folder in new[] { "/admin/papers", "/admin/reports" })
            app.MapGet(folder + "/{paper}.pdf", (string paper, HttpContext http, Printing printing, AuditTrail trail, Visit visit, CancellationToken cancel) =>
                AdminPapers.Named(paper) is { } known && known.French.Page.StartsWith(folder + "/", StringComparison.Ordinal) ? SendAsync(known, folder, http, printing, trail, visit, cancel) : Task.FromResult(Results.NotFound()));

        app.MapGet("/admin/papers/{set}.zip", async (string set, HttpContext http, Printing printing, AuditTrail trail, Visit visit, CancellationToken cancel) =>
        {
            if (set != "all")
                return Results.NotFound();
            if (!printing.IsPossible)
                return Results.Redirect("/admin/papers");
            var (papers, slug) = (await InTheArchiveAsync(printing, cancel), (await visit.WorkshopAsync()).Slug);
            if (PaperProgress.IsFor(http, printing))
                return await PaperProgress.AnswerAsync(http, KeyOf(http, $"all {visit.Language}"), "all", "/admin/papers", isKept: false,
                    async () =>
                    {
                        await WriteAsync();
                        return await PrepareAsync(papers, printing, cancel);
                    },
                    printout => Task.FromResult<IResult>(new Archive([.. papers.Select((p, i) => (p.Name, (Func<CancellationToken, Task<byte[]?>>)(_ => printout.PdfOf(i))))], visit, slug)));
            await WriteAsync();
            return new Archive([.. papers.Select(p => (p.Name, (Func<CancellationToken, Task<byte[]?>>)(ending => MakeAsync(p, printing, ending))))], visit, slug);

            // Before the first page leaves: no archive without its line.
            Task WriteAsync() => trail.WriteAsync(OrganiserSignIn.ActorOf(http), "exported all papers", result: $"zip, {visit.Language.Tag()}", cancel: cancel);
        });
    }

    private static async Task<IResult> SendAsync(AdminPaper paper, string folder, HttpContext http, Printing printing, AuditTrail trail, Visit visit, CancellationToken cancel)
    {
        var page = $"{folder}/{paper.Name}{http.Request.QueryString.Without(PaperProgress.Key)}";
        var file = $"{(await visit.WorkshopAsync()).Slug}-{paper.Name}-{visit.Language.Tag()}.pdf";
        if (paper.IsPublic)
            return await PaperAnswer.KeptAsync(http, printing, paper.Name, file, page, cancel);
        if (PaperProgress.IsFor(http, printing))
            return await PaperProgress.AnswerAsync(http, KeyOf(http, $"{page} {visit.Language}"), paper.Name, page, isKept: false,
                async () => await printing.DocumentAsync(paper.Name, http.Request.Query, cancel) is { } asked ? [await printing.PrepareAsync(asked)] : null,
                async printout => await HandOverAsync(await printout.PdfOf(0), printout.Jobs[0].People));
        return await printing.DocumentAsync(paper.Name, http.Request.Query, cancel) is { } document
            ? await HandOverAsync(await printing.PdfAsync(document, cancel), document.People)
            : Results.NotFound();

        async Task<IResult> HandOverAsync(byte[]? pdf, int people)
        {
            if (pdf is not null)
                await trail.WriteAsync(OrganiserSignIn.ActorOf(http), Action(paper.Name), result: string.Create(CultureInfo.InvariantCulture, $"pdf, {people} people"), cancel: cancel);
            return PaperAnswer.Personal(http, pdf, file, page, printing.IsPossible);
        }
    }

    /// <summary>What bears names is handed to the one who asked for it.</summary>
    private static string KeyOf(HttpContext http, string what) => $"{OrganiserSignIn.IdOf(http.User)} {what}";

    private static async Task<IReadOnlyList<AdminPaper>> InTheArchiveAsync(Printing printing, CancellationToken cancel) =>
        await printing.MayCertifyAsync(cancel) ? AdminPapers.All : [.. AdminPapers.All.Where(p => p.Name != "certificates")];

    private static async Task<IReadOnlyList<PrintJob>> PrepareAsync(IReadOnlyList<AdminPaper> papers, Printing printing, CancellationToken cancel)
    {
        var (version, jobs) = (printing.Version, new List<PrintJob>());
        foreach (var paper in papers)
            jobs.Add(paper.IsPublic ? await printing.PrepareAsync(paper.Name, version)
                : await printing.DocumentAsync(paper.Name, QueryCollection.Empty, cancel) is { } document ? await printing.PrepareAsync(document)
                : new(paper.Name, 0, _ => Task.FromResult<byte[]?>(null)));
        return jobs;
    }

    private static async Task<byte[]?> MakeAsync(AdminPaper paper, Printing printing, CancellationToken cancel) =>
        paper.IsPublic ? await printing.KeptPdfAsync(paper.Name, printing.Version, cancel)
        : await printing.DocumentAsync(paper.Name, QueryCollection.Empty, cancel) is { } document ? await printing.PdfAsync(document, cancel)
        : null;

    private static string Action(string paper) => paper switch
    {
        "badges" => "exported the badges",
        "sign-in" => "exported the sign-in sheets",
        "certificates" => "exported the certificates",
        _ => $"exported the {paper} report",
    };

    /// <summary>Each paper is sent as soon as it is made, so that a program sees how far it is.</summary>
    private sealed class Archive(IReadOnlyList<(string Name, Func<CancellationToken, Task<byte[]?>> Pdf)> papers, Visit visit, string slug) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var (answer, cancel) = (httpContext.Response, httpContext.RequestAborted);
            answer.ContentType = "application/zip";
            answer.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{slug}-{visit.Language.Tag()}.zip\"";
            answer.Headers[HeaderNames.CacheControl] = "no-store";
            await answer.StartAsync(cancel);

            // A zip is written without waiting, which an answer does not allow.
            using var passing = new PassingStream();
            List<string> missing = [];
            using (var zip = new ZipArchive(passing, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var (name, make) in papers)
                {
                    if (await make(cancel) is { } pdf)
                        Add(zip, $"{slug}-{name}-{visit.Language.Tag()}.pdf", pdf);
                    else
                        missing.Add(visit.Words.PaperName(name));
                    await passing.PassOnAsync(answer.Body, cancel);
                    await answer.Body.FlushAsync(cancel);
                }
                if (missing.Count > 0)
                    Add(zip, "LISEZMOI-README.txt", Encoding.UTF8.GetBytes(visit.Words.NotInTheArchive(string.Join(", ", missing)) + "\n"));
            }
            await passing.PassOnAsync(answer.Body, cancel);
        }

        private static void Add(ZipArchive zip, string name, byte[] bytes)
        {
            // What is inside a PDF is packed already.
            using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
            entry.Write(bytes);
        }
    }
}
