using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Data;
using ModMatWorkshop.Web.Exports;
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
            // Written before the first page leaves: no archive without its line.
            await trail.WriteAsync(OrganiserSignIn.ActorOf(http), "exported all papers", result: $"zip, {visit.Language.Tag()}", cancel: cancel);
            return new Archive(printing, visit, (await visit.WorkshopAsync()).Slug);
        });
    }

    private static async Task<IResult> SendAsync(AdminPaper paper, string folder, HttpContext http, Printing printing, AuditTrail trail, Visit visit, CancellationToken cancel)
    {
        var page = $"{folder}/{paper.Name}{http.Request.QueryString}";
        var file = $"{(await visit.WorkshopAsync()).Slug}-{paper.Name}-{visit.Language.Tag()}.pdf";
        if (paper.IsPublic)
            return PaperAnswer.Of(await printing.KeptPdfAsync(paper.Name, cancel), file, page, printing.IsPossible);
        if (await printing.DocumentAsync(paper.Name, http.Request.Query, cancel) is not { } document)
            return Results.NotFound();
        var pdf = await printing.PdfAsync(document, cancel);
        if (pdf is not null)
            await trail.WriteAsync(OrganiserSignIn.ActorOf(http), Action(paper.Name), result: string.Create(CultureInfo.InvariantCulture, $"pdf, {document.People} people"), cancel: cancel);
        return PaperAnswer.Personal(http, pdf, file, page, printing.IsPossible);
    }

    private static string Action(string paper) => paper switch
    {
        "badges" => "exported the badges",
        "sign-in" => "exported the sign-in sheets",
        "certificates" => "exported the certificates",
        _ => $"exported the {paper} report",
    };

    /// <summary>Each paper is sent as soon as it is made, so that the browser shows how far it is.</summary>
    private sealed class Archive(Printing printing, Visit visit, string slug) : IResult
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
                var all = await printing.MayCertifyAsync(cancel) ? AdminPapers.All : AdminPapers.All.Where(p => p.Name != "certificates");
                foreach (var paper in all)
                {
                    if (await MakeAsync(paper, cancel) is { } pdf)
                        Add(zip, $"{slug}-{paper.Name}-{visit.Language.Tag()}.pdf", pdf);
                    else
                        missing.Add(visit.Words.PaperName(paper.Name));
                    await passing.PassOnAsync(answer.Body, cancel);
                    await answer.Body.FlushAsync(cancel);
                }
                if (missing.Count > 0)
                    Add(zip, "LISEZMOI-README.txt", Encoding.UTF8.GetBytes(visit.Words.NotInTheArchive(string.Join(", ", missing)) + "\n"));
            }
            await passing.PassOnAsync(answer.Body, cancel);
        }

        private async Task<byte[]?> MakeAsync(AdminPaper paper, CancellationToken cancel) =>
            paper.IsPublic ? await printing.KeptPdfAsync(paper.Name, cancel)
            : await printing.DocumentAsync(paper.Name, QueryCollection.Empty, cancel) is { } document ? await printing.PdfAsync(document, cancel)
            : null;

        private static void Add(ZipArchive zip, string name, byte[] bytes)
        {
            // What is inside a PDF is packed already.
            using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
            entry.Write(bytes);
        }
    }
}
