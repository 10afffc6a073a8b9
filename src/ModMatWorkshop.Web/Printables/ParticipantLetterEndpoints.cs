using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Pages;

namespace ModMatWorkshop.Web.Printables;

/// <summary>Serves the letters to participants as PDF, behind the secret link of a confirmed registration.</summary>
public static class ParticipantLetterEndpoints
{
    public static void MapParticipantLetters(this WebApplication app)
    {
        foreach (var letter in PrintableList.Letters)
        foreach (var language in Enum.GetValues<Language>())
            app.MapRead(
                    letter.Route.Template(WorkshopLanguages.Default, language) + ".pdf",
                    (
                        string token,
                        HttpContext http,
                        SecretLinks links,
                        SiteContext siteContext,
                        PrintableService printing,
                        CancellationToken cancel
                    ) => SendAsync(letter, token, http, links, siteContext, printing, cancel)
                )
                .WithMetadata(new PageLanguage(letter.Route, language));
    }

    /// <returns>Null when the link opens no registration that the letter is for, or when the letter is not available yet.</returns>
    public static async Task<PrintableDocument?> DocumentAsync(
        Letter letter,
        string token,
        SecretLinks links,
        PrintableRequest request,
        CancellationToken cancel
    )
    {
        if (links.Read(token) is not { } read)
            return null;
        var mayBeCancelled = letter.OutlivesCancellation;
        var registration = await request
            .Db.Registrations.AsNoTracking()
            .SingleOrDefaultAsync(
                r =>
                    r.Id == read.Id
                    && r.Generation == read.Generation
                    && (r.Status == RegistrationStatus.Confirmed || mayBeCancelled && r.Status == RegistrationStatus.Cancelled),
                cancel
            );
        return registration is null ? null : await letter.ReadAsync(registration, request, cancel);
    }

    private static async Task<IResult> SendAsync(
        Letter letter,
        string token,
        HttpContext http,
        SecretLinks links,
        SiteContext siteContext,
        PrintableService printing,
        CancellationToken cancel
    )
    {
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        if (
            links.Read(token) is not { } read
            || await DocumentAsync(letter, token, links, printing.Request(http.Request.Query), cancel) is not { } document
        )
            return Results.NotFound();
        var file = $"{(await siteContext.WorkshopAsync()).Slug}-{letter.Name}.pdf";
        var result = await printing.LetterAsync(document, read.Id, cancel);
        return PdfResults.Personal(http, result, file, siteContext.Path(letter.Route, token));
    }
}
