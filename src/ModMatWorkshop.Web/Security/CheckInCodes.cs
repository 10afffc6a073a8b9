using System.Threading.RateLimiting;

namespace ModMatWorkshop.Web.Security;

/// <summary>Counts the wrong check-in codes of each account, so that nobody finds tickets by guessing.</summary>
public sealed class CheckInCodes(SiteSettings settings) : IDisposable
{
    /// <summary>Enough for the typing errors of a whole morning.</summary>
    private const int WrongCodes = 30;

    private readonly PartitionedRateLimiter<HttpContext>? _wrong = settings.RateLimits
        ? RequestLimiter.Create(WrongCodes, http => http.User.Identity?.Name ?? "")
        : null;

    /// <summary>False after too many wrong codes; the code is then not looked up.</summary>
    public bool TryAcquire(HttpContext http) => _wrong?.AttemptAcquire(http, 0).IsAcquired ?? true;

    public void CountWrong(HttpContext http) => _wrong?.AttemptAcquire(http, 1).Dispose();

    public void Dispose() => _wrong?.Dispose();
}
