using System.Buffers.Text;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// Limits sign-in attempts (decision 0014). Attempts are counted by account and source together. The source is a network, or a browser in
/// which this account has signed in before. Attempts from such a browser are counted alone, so that strangers cannot lock out the owner.
/// All other attempts also count per account and per network. After the free attempts, each failure doubles the wait, up to an hour; there
/// is no permanent lock.
/// </summary>
public sealed class SignInThrottle(WorkshopDb db, SiteKey key, TimeProvider realTime)
{
    public const int FreeAttempts = 5;
    public const int FreeAttemptsOfUnknownBrowsers = 30;
    private const int MaxDoublings = 7;
    private static readonly TimeSpan InitialWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MaxWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan AttemptLifetime = TimeSpan.FromDays(1);

    /// <summary>Records the attempt before the password is compared, so that simultaneous attempts cannot avoid the limit.</summary>
    /// <param name="what">The account, by its address or another name. Unknown accounts are counted in the same way.</param>
    /// <param name="browser">The number of a browser in which this account has signed in before; null for other browsers.</param>
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
        var since = now - AttemptLifetime;
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
            // A throttled attempt is not compared, so it must not lengthen the wait.
            await db.SignInAttempts.Where(t => t.Id == attempt.Id).ExecuteDeleteAsync(cancel);
        db.Entry(attempt).State = EntityState.Detached;
        return new(attempt, wait);
    }

    /// <summary>Deletes the failed attempts of this account from this source, because its owner has signed in.</summary>
    public Task SucceedAsync(Attempt attempt, CancellationToken cancel) =>
        db.SignInAttempts.Where(t => t.Account == attempt.Row.Account && t.Source == attempt.Row.Source).ExecuteDeleteAsync(cancel);

    /// <summary>Attempts that are too old to count.</summary>
    public static IQueryable<SignInAttempt> Expired(WorkshopDb db, DateTimeOffset realNow)
    {
        var since = realNow - AttemptLifetime;
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

    /// <param name="Wait">Zero when the attempt may go on.</param>
    public sealed record Attempt(SignInAttempt Row, TimeSpan Wait);
}
