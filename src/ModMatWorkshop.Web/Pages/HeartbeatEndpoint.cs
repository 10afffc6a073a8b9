using System.Net.Mime;
using Microsoft.AspNetCore.Antiforgery;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// Records that a participant has the stream page open. Hundreds of pages send a heartbeat every few minutes, so this renders nothing, uses
/// the cached programme and keeps its transaction short.
/// </summary>
public static class HeartbeatEndpoint
{
    public static void MapHeartbeats(this WebApplication app)
    {
        foreach (var language in Enum.GetValues<Language>())
            app.MapPostLazily(Routes.Heartbeat(WorkshopLanguages.Default, language), RecordHeartbeatAsync)
                .AllowAnonymous()
                .WithMetadata(new PageLanguage(Routes.Live, language));
    }

    private static async Task<IResult> RecordHeartbeatAsync(
        HttpContext http,
        WorkshopDb db,
        SiteContext siteContext,
        SecretLinks links,
        PresenceService presenceService,
        StreamPageStamp stamps,
        IAntiforgery antiforgery,
        CancellationToken cancel
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        // Trust Sec-Fetch-Site, which a page cannot forge. Older browsers do not send it and need the form's token.
        if (http.Request.Headers["Sec-Fetch-Site"] != "same-origin" && !await antiforgery.IsRequestValidAsync(http))
            return Nothing(StatusCodes.Status400BadRequest);
        var participant = await ParticipantCookie.ConfirmedRegistrationAsync(http, db, links, cancel);
        if (participant is { } id)
            await presenceService.RecordHeartbeatAsync(
                id,
                await siteContext.CachedAsync(source => PresenceService.HalfDayHoursAsync(source, CancellationToken.None)),
                http.Request.HasFormContentType
                    ? stamps.OpenedAt((await http.Request.ReadFormAsync(cancel))[StreamPageStamp.Field], id)
                    : null,
                cancel
            );
        // A form without script returns to its page; the script needs no body.
        if (http.Request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html, StringComparison.Ordinal))
            return Results.LocalRedirect(siteContext.Path(Routes.Live));
        return participant is null ? Nothing(StatusCodes.Status403Forbidden) : Results.NoContent();
    }

    /// <summary>An empty response with a media type, so that the middleware does not replace it by an error page.</summary>
    private static IResult Nothing(int status) => Results.Text("", MediaTypeNames.Text.Plain, statusCode: status);
}
