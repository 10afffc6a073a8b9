using System.Globalization;
using System.Threading.RateLimiting;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Pages.Call;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// Limits the forms that one client may send: enough for a laboratory behind one IP address, too few for a program that guesses.
/// </summary>
public static class FormLimits
{
    /// <summary>At the opening, fifty people behind one address get through who need six forms each.</summary>
    private const int OfClient = 300;

    private const int OfNetwork = 3 * OfClient;

    /// <summary>The form of the call keeps a draft and shows a preview as its author types. Such a request creates nothing.</summary>
    private const int DraftsAndPreviews = 1500;

    private static readonly string[] SignInPaths = ["/admin/login", "/admin/password", "/admin/setup"];

    public static IServiceCollection AddFormLimits(this IServiceCollection services) =>
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = ((int)RequestLimiter.Window.TotalSeconds / 10).ToString(
                    CultureInfo.InvariantCulture
                );
                return ValueTask.CompletedTask;
            };
            limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                RequestLimiter.Create(OfClient, OfNetwork, (http, network) => HttpMethods.IsPost(http.Request.Method)
                    && !http.Request.Path.StartsWithSegments("/status")
                    // Its token is a long secret, and a mail to everybody may bounce a hundred times.
                    && !http.Request.Path.StartsWithSegments(Routes.Bounces.Template)
                    && !IsOrganisers(http.Request.Path)
                    && !IsHeartbeat(http)
                    && !IsPartOfCall(http)
                        ? RegistrationToConfirm(http) ?? network
                        : null),
                RequestLimiter.Create(DraftsAndPreviews, 3 * DraftsAndPreviews, (http, network) => IsPartOfCall(http) ? network : null)
            );
        });

    /// <summary>True for pages behind the sign-in, which have no limit. The sign-in pages themselves are limited.</summary>
    private static bool IsOrganisers(PathString path) =>
        (path.StartsWithSegments(Routes.Admin) || path.StartsWithSegments(Routes.CheckIn))
        && !Array.Exists(SignInPaths, signIn => path.StartsWithSegments(signIn));

    private static bool IsPartOfCall(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method)
        && FormReading.IsOfCall(http)
        && http.Request.Headers[SubmissionPageModel.PartHeader] is [{ } part]
        && part != SubmissionPageModel.FirstPart;

    /// <summary>
    /// Heartbeats have no limit: a laboratory behind one IP address sends as many as it has participants. A heartbeat that belongs to no
    /// participant costs almost nothing.
    /// </summary>
    private static bool IsHeartbeat(HttpContext http) =>
        http.Languages().All.Any(language => http.Request.Path.Equals(Routes.Heartbeat(http.Languages(), language)));

    /// <summary>
    /// The registration that a valid link confirms, null for any other form. Confirmations are counted for that registration alone, so
    /// that nobody loses a seat because of other people's forms.
    /// </summary>
    private static string? RegistrationToConfirm(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<PageLanguage>()?.Route == Routes.MyRegistration
        && http.Request.Query["handler"] == "Confirm"
        && http.RequestServices.GetRequiredService<SecretLinks>().Read(http.GetRouteValue("token") as string) is { } link
            ? link.Id.ToString()
            : null;
}
