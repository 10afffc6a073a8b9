using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// Who is signed in where. The cookie holds a random key and nothing else; what it means is asked of the database at each request, so that
/// a sign-out is final at once, on every instance.
/// </summary>
public sealed class OrganiserSessions(WorkshopDb db, TimeProvider realTime)
{
    public const string Cookie = "__Host-organiser";
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly TimeSpan Touch = TimeSpan.FromMinutes(1);

    /// <summary>Whose key this is; null when it opens nothing, or no more.</summary>
    public async Task<(OrganiserSession Session, Organiser Organiser)?> FindAsync(string key, CancellationToken cancel)
    {
        var (now, hash) = (realTime.GetUtcNow(), HashOf(key));
        var found = await db
            .OrganiserSessions.AsNoTracking()
            .Where(s => s.Key == hash)
            .Join(db.Organisers.AsNoTracking(), s => s.OrganiserId, o => o.Id, (session, organiser) => new { session, organiser })
            .SingleOrDefaultAsync(cancel);
        if (found is null || found.organiser.DisabledAt is not null || found.session.EndsAt <= now || found.session.SeenAt + Idle <= now)
            return null;
        if (now - found.session.SeenAt > Touch)
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

    /// <summary>A session with a key of its own, in the place of the one that this browser had. Saves.</summary>
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
                EndsAt = now + Longest,
                Network = Networks.CoarsePrefix(http.Connection.RemoteIpAddress),
                Device = UserAgentParser.Of(http.Request.Headers.UserAgent.ToString()),
                IsStrong = isStrong,
            }
        );
        await db.SaveChangesAsync(cancel);
        http.Response.Cookies.Append(Cookie, key, Options());
    }

    /// <summary>Signs this browser out: the key that it held opens nothing any more, wherever a copy of it may lie.</summary>
    public async Task EndAsync(HttpContext http, CancellationToken cancel)
    {
        if (http.Request.Cookies[Cookie] is not { } key)
            return;
        var hash = HashOf(key);
        await db.OrganiserSessions.Where(s => s.Key == hash).ExecuteDeleteAsync(cancel);
        http.Response.Cookies.Delete(Cookie, Options());
    }

    /// <param name="but">The session that goes on; null for none.</param>
    public Task<int> EndAllAsync(Guid organiser, long? but, CancellationToken cancel) =>
        db.OrganiserSessions.Where(s => s.OrganiserId == organiser && s.Id != but).ExecuteDeleteAsync(cancel);

    /// <summary>Those that open nothing any more.</summary>
    public static IQueryable<OrganiserSession> Ended(WorkshopDb db, DateTimeOffset realNow)
    {
        var idleSince = realNow - Idle;
        return db.OrganiserSessions.Where(s => s.EndsAt <= realNow || s.SeenAt <= idleSince);
    }

    private static string HashOf(string key) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    // Secure on http too: only loopback speaks it, which browsers trust. Lax, so that a link in a mail finds one signed in.
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
