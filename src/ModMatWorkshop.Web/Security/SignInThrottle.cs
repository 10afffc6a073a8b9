using System.Buffers.Text;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// How often one may try. Tries are counted by account and source together, where the source is a network, or a browser in which this
/// account has signed in before; who comes from such a
/// browser is counted for themselves, whatever strangers do. For the others, tries on one account and tries from one network count together
/// too. After the free ones each failure doubles the
/// wait, up to an hour; nothing is ever locked for good. The decision is 0014.
/// </summary>
public sealed class SignInThrottle(WorkshopDb db, SiteKey key, TimeProvider realTime)
{
    public const int FreeAttempts = 5;
    public const int FreeAttemptsOfUnknownBrowsers = 30;
    private const int MaxDoublings = 7;
    private static readonly TimeSpan InitialWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MaxWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <summary>Writes the try down before anything is compared: a hundred at once do not slip past the count.</summary>
    /// <param name="what">The account, by its address or another name; who does not exist is counted the same.</param>
    /// <param name="browser">The number of a browser in which this account has signed in before.</param>
    public async Task<Attempt> BeginAsync(string what, string? browser, HttpContext http, CancellationToken cancel)
    {
        var now = realTime.GetUtcNow();
        var attempt = new SignInAttempt
        {
            At = now,
            Account = AccountOf(what),
            Source = browser ?? Networks.ClientPrefix(http.Connection.RemoteIpAddress),
            IsKnown = browser is not null,
        };
        db.SignInAttempts.Add(attempt);
        await db.SaveChangesAsync(cancel);
        var since = now - Memory;
        var before = await db
            .SignInAttempts.AsNoTracking()
            .Where(t => t.At > since && t.Id != attempt.Id && (t.Account == attempt.Account || t.Source == attempt.Source))
            .ToListAsync(cancel);

        var wait = WaitAfter(before.Where(t => t.Account == attempt.Account && t.Source == attempt.Source), FreeAttempts, now);
        if (!attempt.IsKnown)
            wait = new[]
            {
                wait,
                WaitAfter(before.Where(t => t.Account == attempt.Account && !t.IsKnown), FreeAttemptsOfUnknownBrowsers, now),
                WaitAfter(before.Where(t => t.Source == attempt.Source), FreeAttemptsOfUnknownBrowsers, now),
            }.Max();
        if (wait > TimeSpan.Zero)
            // What is not even compared does not make the wait longer.
            await db.SignInAttempts.Where(t => t.Id == attempt.Id).ExecuteDeleteAsync(cancel);
        db.Entry(attempt).State = EntityState.Detached;
        return new(attempt, wait);
    }

    /// <summary>It was the owner: what failed before from there is forgotten.</summary>
    public Task SucceedAsync(Attempt attempt, CancellationToken cancel) =>
        db.SignInAttempts.Where(t => t.Account == attempt.Row.Account && t.Source == attempt.Row.Source).ExecuteDeleteAsync(cancel);

    /// <summary>What counts no more.</summary>
    public static IQueryable<SignInAttempt> Expired(WorkshopDb db, DateTimeOffset realNow)
    {
        var since = realNow - Memory;
        return db.SignInAttempts.Where(t => t.At <= since);
    }

    private string AccountOf(string what) => Base64Url.EncodeToString(key.Sign("sign-in try", Encoding.UTF8.GetBytes(what)));

    private static TimeSpan WaitAfter(IEnumerable<SignInAttempt> failures, int free, DateTimeOffset now)
    {
        var (count, last) = failures.Aggregate((0, DateTimeOffset.MinValue), (so, t) => (so.Item1 + 1, t.At > so.Item2 ? t.At : so.Item2));
        if (count < free)
            return TimeSpan.Zero;
        var wait = InitialWait * (1 << Math.Min(count - free, MaxDoublings));
        var left = last + (wait < MaxWait ? wait : MaxWait) - now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <param name="Wait">Zero for a try that may be made.</param>
    public sealed record Attempt(SignInAttempt Row, TimeSpan Wait);
}
