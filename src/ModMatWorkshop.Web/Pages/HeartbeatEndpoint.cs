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
/// An open page of the stream says that it is open. Five hundred of them do so every few minutes: nothing is rendered, the programme is not
/// read again, and the one transaction is short.
/// </summary>
public static class HeartbeatEndpoint
{
    public static void MapHeartbeats(this WebApplication app)
    {
        foreach (var language in Enum.GetValues<Language>())
            app.MapPost(Routes.Heartbeat(language), RecordHeartbeatAsync)
                .AllowAnonymous()
                .WithMetadata(new PageLanguage(Routes.Live, language));
    }

    private static async Task<IResult> RecordHeartbeatAsync(
        HttpContext http,
        WorkshopDb db,
        SiteContext siteContext,
        SecretLinks links,
        PresenceService presenceService,
        IAntiforgery antiforgery,
        CancellationToken cancel
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        // A browser that says where the question comes from is believed; an older one shows the token of the form.
        if (http.Request.Headers["Sec-Fetch-Site"] != "same-origin" && !await antiforgery.IsRequestValidAsync(http))
            return Nothing(StatusCodes.Status400BadRequest);
        var participant = await ParticipantCookie.ConfirmedRegistrationAsync(http, db, links, cancel);
        if (participant is { } id)
            await presenceService.RecordHeartbeatAsync(
                id,
                await siteContext.CachedAsync(kept => PresenceService.HalfDayHoursAsync(kept, CancellationToken.None)),
                cancel
            );
        // The button goes back to its page, which says until when it counts; the script wants no page.
        if (http.Request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html, StringComparison.Ordinal))
            return Results.LocalRedirect(siteContext.Path(Routes.Live));
        return participant is null ? Nothing(StatusCodes.Status403Forbidden) : Results.NoContent();
    }

    /// <summary>With a media type, so that no page is made of it.</summary>
    private static IResult Nothing(int status) => Results.Text("", MediaTypeNames.Text.Plain, statusCode: status);
}
