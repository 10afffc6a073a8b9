using System.Threading.RateLimiting;

namespace ModMatWorkshop.Web.Security;

/// <summary>Limits requests in any ten minutes.</summary>
internal static class RequestLimiter
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <param name="keyOf">Requests with the same key are counted together; a request with the key null is not counted.</param>
    public static PartitionedRateLimiter<HttpContext> Create(int requests, Func<HttpContext, string?> keyOf) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http =>
            keyOf(http) is { } key ? RateLimitPartition.GetSlidingWindowLimiter(key, _ => new()
                    {
                        PermitLimit = requests,
                        Window = Window,
                        SegmentsPerWindow = 10,
                    }) : RateLimitPartition.GetNoLimiter("")
        );

    /// <summary>
    /// Counts by the client and by its network, which has a larger allowance: one customer may have an IPv6 /48 or /56, and so a new
    /// <see cref="Networks.ClientPrefix"/> for each request.
    /// </summary>
    /// <param name="keyOf">The key of a request from the given network.</param>
    public static PartitionedRateLimiter<HttpContext> Create(int ofClient, int ofNetwork, Func<HttpContext, string, string?> keyOf) =>
        PartitionedRateLimiter.CreateChained(
            Create(ofClient, http => keyOf(http, Networks.ClientPrefix(http.Connection.RemoteIpAddress))),
            Create(ofNetwork, http => keyOf(http, Networks.CoarsePrefix(http.Connection.RemoteIpAddress)))
        );
}
