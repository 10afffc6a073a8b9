using System.Globalization;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>
/// Serves the files that answer questions, one by one or all those of a question, to organisers who see its answers. Each download has a
/// line in the audit log before its first byte is sent.
/// </summary>
public static class AnswerFileDownloads
{
    public const string MediaType = "application/pdf";

    public static string Address(int number, RegistrationField field) =>
        string.Create(CultureInfo.InvariantCulture, $"{IndexModel.Address}/{number}/file/{field.Key}");

    /// <param name="query">Of the list: the same people.</param>
    public static string AddressOfAll(RegistrationField field, string query) => $"{IndexModel.Address}/files/{field.Key}.zip{query}";

    public static void MapAnswerFileDownloads(this WebApplication app)
    {
        app.MapGetLazily($"{IndexModel.Address}/{{number:int}}/file/{{question}}", SendOneAsync);
        app.MapGetLazily($"{IndexModel.Address}/files/{{question}}.zip", SendAllAsync);
    }

    private static async Task<IResult> SendOneAsync(
        int number,
        string question,
        HttpContext http,
        WorkshopDb db,
        AuditTrail trail,
        SiteContext siteContext,
        CancellationToken cancel
    )
    {
        if (await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Number == number, cancel) is not { } registration)
            return Results.NotFound();
        var fields = (await siteContext.WorkshopAsync()).Fields.For(OrganiserSignIn.RolesOf(http.User)).WithFormer(registration.Details);
        if (
            fields.Find(question) is not { Kind: FieldKind.File } field
            || FileAnswer.Of(field.Get(registration.Snapshot())) is not { } answer
            || await AnswerFileService.ReadAsync(db, registration.Id, answer.Id, cancel) is not { } bytes
        )
            return Results.NotFound();
        await trail.WriteAsync(OrganiserSignIn.ActorOf(http), "downloaded a file", number, result: field.Key, cancel: cancel);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(bytes, MediaType, answer.Name);
    }

    private static async Task<IResult> SendAllAsync(
        string question,
        HttpContext http,
        WorkshopDb db,
        AuditTrail trail,
        SiteContext siteContext,
        CancellationToken cancel
    )
    {
        var workshop = await siteContext.WorkshopAsync();
        if (workshop.Fields.For(OrganiserSignIn.RolesOf(http.User)).Find(question) is not { Kind: FieldKind.File } field)
            return Results.NotFound();
        var query = AttendeeQuery.Read(new(http.Request.Query));
        var all = await query
            .In(db)
            .Select(r => new
            {
                r.Id,
                r.Number,
                r.Details.Answers,
            })
            .ToListAsync(cancel);
        var people = all.Select(r => (r.Id, r.Number, File: FileAnswer.Of(r.Answers.Find(field.Key)?.Value ?? "")!))
            .Where(r => r.File is not null)
            .ToList();
        await trail.WriteAsync(
            OrganiserSignIn.ActorOf(http),
            "exported the files of a question",
            result: string.Create(CultureInfo.InvariantCulture, $"{field.Key}, {people.Count} files"),
            cancel: cancel
        );
        return new ZipOfFiles(people, db, $"{workshop.Slug}-{field.Question!.Key}.zip");
    }

    /// <summary>Has one file in memory at a time, however many there are.</summary>
    private sealed class ZipOfFiles(IReadOnlyList<(Guid Id, int Number, FileAnswer File)> people, WorkshopDb db, string name) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var (response, cancel) = (httpContext.Response, httpContext.RequestAborted);
            response.ContentType = "application/zip";
            response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{name}\"";
            response.Headers[HeaderNames.CacheControl] = "no-store";
            await response.StartAsync(cancel);
            // ZipArchive writes synchronously, which the response does not allow.
            using var passing = new AsyncForwardingStream();
            using (var zip = new ZipArchive(passing, ZipArchiveMode.Create, leaveOpen: true))
                foreach (var (id, number, file) in people)
                {
                    if (await AnswerFileService.ReadAsync(db, id, file.Id, cancel) is not { } bytes)
                        continue;
                    var entry = zip.CreateEntry(
                        string.Create(CultureInfo.InvariantCulture, $"{number:0000} {file.Name}"),
                        CompressionLevel.NoCompression
                    );
                    await using (var open = entry.Open())
                        open.Write(bytes);
                    await passing.FlushToAsync(response.Body, cancel);
                }
            await passing.FlushToAsync(response.Body, cancel);
        }
    }
}
