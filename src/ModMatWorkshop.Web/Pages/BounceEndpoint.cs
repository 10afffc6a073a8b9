using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using ModMatWorkshop.Application.Mail.Bounces;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Mails;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// Takes reports about mails that came back, from a mail server or a provider: the notice itself, or a line of JSON. Without a token in
/// the settings, the address does not exist.
/// </summary>
public static class BounceEndpoint
{
    private const int MaxText = 1000;

    public static void MapBounces(this WebApplication app) =>
        app.MapPostLazily(Routes.Bounces.Template, ReportAsync).AllowAnonymous().DisableAntiforgery();

    /// <param name="MessageId">With or without angle brackets.</param>
    /// <param name="Action"><c>failed</c> or <c>delayed</c>; by default the first.</param>
    /// <param name="Status"><c>5.1.1</c></param>
    private sealed record Report(string? MessageId, string? Action, string? Status, string? Reason);

    private static async Task<IResult> ReportAsync(HttpContext http, SiteSettings settings, BounceService bounces, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (settings.Mail.Bounces.Token is not { } token)
            return Results.NotFound();
        if (!IsAllowed(http, token))
            return Results.Unauthorized();
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = BounceNotice.MaxBytes;
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancel);
        if (body.Length > BounceNotice.MaxBytes)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        body.Position = 0;
        var notice =
            MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.MediaType == "message/rfc822"
                ? BounceNotice.Read(body)
                : NoticeIn(body);
        return notice is null
            ? Results.BadRequest(new { error = "This is neither a delivery status notification nor JSON with messageId and status." })
            : Results.Json(new { news = await bounces.RecordAsync(notice, cancel) });
    }

    private static BounceNotice? NoticeIn(MemoryStream body)
    {
        try
        {
            var report = JsonSerializer.Deserialize<Report>(body.ToArray(), JsonSerializerOptions.Web);
            return
                report is { MessageId: { Length: > 0 and < MaxText } id }
                && BounceRules.KindOf(report.Action ?? "failed", report.Status) is { } kind
                ? BounceNotice.Of(kind, $"{report.Status} {report.Reason}", [id])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsAllowed(HttpContext http, string token) =>
        AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var given)
        && given is { Parameter: { } typed }
        && given.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Hash(typed), Hash(token));

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
