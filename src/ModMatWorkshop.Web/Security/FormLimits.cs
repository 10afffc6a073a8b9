using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace ModMatWorkshop.Web.Security;

/// <summary>How many forms one address may send: enough for a laboratory behind one, too few for a program that guesses.</summary>
public static class FormLimits
{
    private const int Forms = 100;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddFormLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = ((int)Window.TotalSeconds / 10).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            HttpMethods.IsPost(http.Request.Method) && !http.Request.Path.StartsWithSegments("/status")
                ? RateLimitPartition.GetSlidingWindowLimiter(Network(http.Connection.RemoteIpAddress), _ => new() { PermitLimit = Forms, Window = Window, SegmentsPerWindow = 10 })
                : RateLimitPartition.GetNoLimiter("reader"));
    });

    /// <summary>Of IPv6 the first 64 bits: the rest a single household has to itself.</summary>
    private static string Network(IPAddress? address) => address switch
    {
        null => "unknown",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.MapToIPv4().ToString(),
    };
}
