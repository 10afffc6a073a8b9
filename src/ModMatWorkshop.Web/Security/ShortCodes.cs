using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Security;

public enum ShortCodeResult
{
    Right,
    Wrong,

    /// <summary>Not compared, because of too many wrong codes.</summary>
    TooMany,
}

/// <summary>
/// The short code that an organiser reads out. It opens <c>/direct</c> for one day to people who lost their link. The cookie is signed for
/// the code and the day, so that it ends when the code changes or the day is over.
/// </summary>
/// <remarks>
/// Wrong codes are counted by client and network, and in all, against guesses from many networks. The last limit must not let a stranger
/// close the stream to everybody, so beyond it each network still has a few wrong codes of its own. See docs/security.md.
/// </remarks>
public sealed class ShortCodes(SiteKey key, SiteSettings settings) : IDisposable
{
    private const string Cookie = "__Host-code";
    private const int WrongOfClient = 20;
    private const int WrongOfNetwork = 3 * WrongOfClient;
    private const int WrongInAll = 500;
    private const int WrongOfNetworkBeyond = 5;

    private readonly PartitionedRateLimiter<HttpContext>? _wrong = settings.RateLimits
        ? RequestLimiter.Create(WrongOfClient, WrongOfNetwork, (_, network) => network)
        : null;

    private readonly Lock _oneAtATime = new();
    private readonly Dictionary<string, int> _wrongByNetwork = [];
    private int _wrongInAll;
    private string? _countedCode;

    /// <summary>Compares a typed code with that of today in constant time, and counts a wrong one.</summary>
    public ShortCodeResult Check(HttpContext http, string? typed, WorkshopState state, DateOnly today)
    {
        // Simultaneous guesses must not avoid the limits.
        lock (_oneAtATime)
        {
            if (!MayGuess(http, state.ShortCode))
                return ShortCodeResult.TooMany;
            if (IsCorrect(typed, state, today))
                return ShortCodeResult.Right;
            CountWrong(http);
            return ShortCodeResult.Wrong;
        }
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

    /// <summary>What was counted for another code says nothing about this one.</summary>
    private bool MayGuess(HttpContext http, string? code)
    {
        if (_countedCode != code)
        {
            (_countedCode, _wrongInAll) = (code, 0);
            _wrongByNetwork.Clear();
        }
        return _wrong is null
            || _wrong.AttemptAcquire(http, 0).IsAcquired
                && (_wrongInAll < WrongInAll || _wrongByNetwork.GetValueOrDefault(NetworkOf(http)) < WrongOfNetworkBeyond);
    }

    private bool IsCorrect(string? typed, WorkshopState state, DateOnly today) =>
        state is { ShortCode: { } code, ShortCodeDay: { } day }
        && day == today
        && CryptographicOperations.FixedTimeEquals(
            key.Sign("short code", Bytes(DigitCode.Read(typed) ?? "")),
            key.Sign("short code", Bytes(code))
        );

    private void CountWrong(HttpContext http)
    {
        _wrong?.AttemptAcquire(http, 1).Dispose();
        _wrongInAll++;
        var network = NetworkOf(http);
        _wrongByNetwork[network] = _wrongByNetwork.GetValueOrDefault(network) + 1;
    }

    private static string NetworkOf(HttpContext http) => Networks.CoarsePrefix(http.Connection.RemoteIpAddress);

    private string Token(WorkshopState state) =>
        Base64Url.EncodeToString(
            key.Sign(
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
