using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// Remembers on this device whose secret link was opened here, for <c>/direct</c> alone: its value is the token of the link, so that
/// whatever
/// revokes the link ends the cookie too.
/// </summary>
public static class ParticipantCookie
{
    private const string Name = "__Host-participant";

    /// <summary>Until the day after the workshop is over by the site's clock; later than that, until the browser is closed.</summary>
    /// <param name="siteNow">The hour on the site's clock. A rehearsal shifts it, so only its distance to the end says how long a browser
    /// is to keep the cookie.</param>
    public static void Set(HttpContext http, string token, Workshop workshop, DateTimeOffset siteNow)
    {
        var options = Options();
        var left = new DateTimeOffset(workshop.End.AddDays(2), TimeOnly.MinValue, TimeSpan.Zero) - siteNow;
        if (left > TimeSpan.Zero)
            options.MaxAge = left;
        http.Response.Cookies.Append(Name, token, options);
    }

    public static string? TokenOf(HttpContext http) => http.Request.Cookies[Name];

    public static void Remove(HttpContext http) => http.Response.Cookies.Delete(Name, Options());

    // Secure on http too: only loopback speaks it, which browsers trust.
    private static CookieOptions Options() =>
        new()
        {
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Lax,
            Path = "/",
        };
}
