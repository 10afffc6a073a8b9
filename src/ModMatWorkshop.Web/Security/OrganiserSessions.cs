using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// The sessions of organisers. The cookie contains only a random key, which each request looks up in the database, so that a sign-out takes
/// effect at once on every instance.
/// </summary>
public sealed class OrganiserSessions(WorkshopDb db, TimeProvider realTime)
{
    public const string Cookie = "__Host-organiser";
    public static readonly TimeSpan IdleTimeout = TimeSpan.FromHours(2);
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan SeenInterval = TimeSpan.FromMinutes(1);

    /// <summary>The session and account of a key; null when the key is unknown or has expired.</summary>
    public async Task<(OrganiserSession Session, Organiser Organiser)?> FindAsync(string key, CancellationToken cancel)
    {
        var (now, hash) = (realTime.GetUtcNow(), HashOf(key));
        var found = await db
            .OrganiserSessions.AsNoTracking()
            .Where(s => s.Key == hash)
            .Join(db.Organisers.AsNoTracking(), s => s.OrganiserId, o => o.Id, (session, organiser) => new { session, organiser })
            .SingleOrDefaultAsync(cancel);
        if (
            found is null
            || found.organiser.DisabledAt is not null
            || found.session.EndsAt <= now
            || found.session.SeenAt + IdleTimeout <= now
        )
            return null;
        if (now - found.session.SeenAt > SeenInterval)
        {
            await db
                .OrganiserSessions.Where(s => s.Id == found.session.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), cancel);
            await db
                .Organisers.Where(o => o.Id == found.organiser.Id)
                .ExecuteUpdateAsync(o => o.SetProperty(x => x.LastSeenAt, now), cancel);
        }
        return (found.session, found.organiser);
    }

    /// <summary>Starts a session with a new key and ends the earlier session of this browser. Saves.</summary>
    public async Task BeginAsync(Organiser organiser, bool isStrong, HttpContext http, CancellationToken cancel)
    {
        await EndAsync(http, cancel);
        var now = realTime.GetUtcNow();
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        db.OrganiserSessions.Add(
            new()
            {
                Key = HashOf(key),
                OrganiserId = organiser.Id,
                CreatedAt = now,
                SeenAt = now,
                EndsAt = now + MaxLifetime,
                Network = Networks.CoarsePrefix(http.Connection.RemoteIpAddress),
                Device = UserAgentParser.Of(http.Request.Headers.UserAgent.ToString()),
                IsStrong = isStrong,
            }
        );
        await db.SaveChangesAsync(cancel);
        http.Response.Cookies.Append(Cookie, key, Options());
    }

    /// <summary>Signs this browser out and deletes the session, so that a copy of the cookie does not work either.</summary>
    public async Task EndAsync(HttpContext http, CancellationToken cancel)
    {
        if (http.Request.Cookies[Cookie] is not { } key)
            return;
        var hash = HashOf(key);
        await db.OrganiserSessions.Where(s => s.Key == hash).ExecuteDeleteAsync(cancel);
        http.Response.Cookies.Delete(Cookie, Options());
    }

    /// <param name="exceptSession">The session that remains; null for none.</param>
    public Task<int> EndAllAsync(Guid organiser, long? exceptSession, CancellationToken cancel) =>
        db.OrganiserSessions.Where(s => s.OrganiserId == organiser && s.Id != exceptSession).ExecuteDeleteAsync(cancel);

    /// <summary>Sessions that have expired.</summary>
    public static IQueryable<OrganiserSession> Ended(WorkshopDb db, DateTimeOffset realNow)
    {
        var idleSince = realNow - IdleTimeout;
        return db.OrganiserSessions.Where(s => s.EndsAt <= realNow || s.SeenAt <= idleSince);
    }

    private static string HashOf(string key) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    // Secure on http too: only loopback uses http, and browsers trust it. Lax, so that the cookie is sent when a link in a mail is opened.
    private static CookieOptions Options() =>
        new()
        {
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            IsEssential = true,
        };
}
