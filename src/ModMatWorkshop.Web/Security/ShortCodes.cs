using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// The short code that an organiser reads out. It opens <c>/direct</c> for one day to people who lost their link. The cookie is signed for
/// the code and the day, so that it ends when the code changes or the day is over. Wrong codes are counted by client network: at that
/// rate, guessing takes years.
/// </summary>
public sealed class ShortCodes : IDisposable
{
    private const string Cookie = "__Host-code";
    private const int WrongCodes = 20;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly SiteKey _key;
    private readonly PartitionedRateLimiter<HttpContext>? _wrong;

    public ShortCodes(SiteKey key, SiteSettings settings)
    {
        _key = key;
        if (settings.RateLimits)
            _wrong = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                RateLimitPartition.GetSlidingWindowLimiter(Networks.ClientPrefix(http.Connection.RemoteIpAddress), _ => new()
                    {
                        PermitLimit = WrongCodes,
                        Window = Window,
                        SegmentsPerWindow = 10,
                    })
            );
    }

    /// <summary>False after too many wrong codes from this client; the code is then not compared.</summary>
    public bool TryAcquire(HttpContext http) => _wrong?.AttemptAcquire(http, 0).IsAcquired ?? true;

    /// <summary>Whether this is today's code. Counts wrong codes. Compares in constant time.</summary>
    public bool IsCorrect(HttpContext http, string? typed, WorkshopState state, DateOnly today)
    {
        var right =
            state is { ShortCode: { } code, ShortCodeDay: { } day }
            && day == today
            && CryptographicOperations.FixedTimeEquals(
                _key.Sign("short code", Bytes(DigitCode.Read(typed) ?? "")),
                _key.Sign("short code", Bytes(code))
            );
        if (!right)
            _wrong?.AttemptAcquire(http, 1).Dispose();
        return right;
    }

    public void SetCookie(HttpContext http, WorkshopState state) => http.Response.Cookies.Append(Cookie, Token(state), Options());

    public static bool HasCookie(HttpContext http) => http.Request.Cookies.ContainsKey(Cookie);

    public bool HasValidCookie(HttpContext http, WorkshopState state, DateOnly today) =>
        state.ShortCode is not null
        && state.ShortCodeDay == today
        && http.Request.Cookies[Cookie] is { } token
        && CryptographicOperations.FixedTimeEquals(Bytes(token), Bytes(Token(state)));

    public static void Remove(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options());

    public void Dispose() => _wrong?.Dispose();

    private string Token(WorkshopState state) =>
        Base64Url.EncodeToString(
            _key.Sign(
                "short code of a day",
                Bytes(string.Create(CultureInfo.InvariantCulture, $"{state.ShortCodeDay:yyyy-MM-dd} {state.ShortCode}"))
            )
        );

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static CookieOptions Options() =>
        new()
        {
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Lax,
            Path = "/",
        };
}
