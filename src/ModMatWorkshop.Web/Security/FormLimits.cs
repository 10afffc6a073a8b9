using System.Globalization;
using System.Threading.RateLimiting;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// Limits the forms that one client may send: enough for a laboratory behind one IP address, too few for a program that guesses.
/// </summary>
public static class FormLimits
{
    private const int Forms = 100;
    private static readonly string[] SignInPaths = ["/admin/login", "/admin/password", "/admin/setup"];
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddFormLimits(this IServiceCollection services) =>
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = ((int)Window.TotalSeconds / 10).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                HttpMethods.IsPost(http.Request.Method)
                && !http.Request.Path.StartsWithSegments("/status")
                && !IsOrganisers(http.Request.Path)
                && !IsHeartbeat(http.Request.Path)
                    ? RateLimitPartition.GetSlidingWindowLimiter(Networks.ClientPrefix(http.Connection.RemoteIpAddress), _ => new()
                        {
                            PermitLimit = Forms,
                            Window = Window,
                            SegmentsPerWindow = 10,
                        })
                    : RateLimitPartition.GetNoLimiter("reader")
            );
        });

    /// <summary>True for pages behind the sign-in, which have no limit. The sign-in pages themselves are limited.</summary>
    private static bool IsOrganisers(PathString path) =>
        (path.StartsWithSegments(Routes.Admin) || path.StartsWithSegments(Routes.CheckIn))
        && !Array.Exists(SignInPaths, signIn => path.StartsWithSegments(signIn));

    /// <summary>
    /// Heartbeats have no limit: a laboratory behind one IP address sends as many as it has participants. A heartbeat that belongs to no
    /// participant costs almost nothing.
    /// </summary>
    private static bool IsHeartbeat(PathString path) =>
        Array.Exists(Enum.GetValues<Language>(), language => path.Equals(Routes.Heartbeat(language)));
}
