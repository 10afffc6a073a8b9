using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// Remembers which secret link was opened on this device, for <c>/direct</c> and <c>/mon-inscription</c> only. The value is the token of
/// the link, so that revoking the link ends the cookie too.
/// </summary>
public static class ParticipantCookie
{
    private const string Name = "__Host-participant";

    /// <summary>
    /// The cookie lasts until the day after the workshop on the site's clock; after that day, until the browser is closed.
    /// </summary>
    /// <param name="siteNow">The instant on the site's clock. A rehearsal shifts that clock, so only the distance to the end sets the
    /// cookie's lifetime.</param>
    public static void Set(HttpContext http, string token, Workshop workshop, DateTimeOffset siteNow)
    {
        var options = Options();
        var left = new DateTimeOffset(workshop.End.AddDays(2), TimeOnly.MinValue, TimeSpan.Zero) - siteNow;
        if (left > TimeSpan.Zero)
            options.MaxAge = left;
        http.Response.Cookies.Append(Name, token, options);
    }

    /// <returns>The id of the confirmed registration whose link was opened in this browser; null for none.</returns>
    public static async Task<Guid?> ConfirmedRegistrationAsync(HttpContext http, WorkshopDb db, SecretLinks links, CancellationToken cancel)
    {
        if (links.Read(TokenOf(http)) is not var (id, generation))
            return null;
        var isConfirmed = await db.Registrations.AnyAsync(
            r => r.Id == id && r.Generation == generation && r.Status == RegistrationStatus.Confirmed,
            cancel
        );
        return isConfirmed ? id : null;
    }

    public static string? TokenOf(HttpContext http) => http.Request.Cookies[Name];

    public static void Remove(HttpContext http) => http.Response.Cookies.Delete(Name, Options());

    // Secure on http too: only loopback uses http, and browsers trust it.
    private static CookieOptions Options() =>
        new()
        {
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Lax,
            Path = "/",
        };
}
