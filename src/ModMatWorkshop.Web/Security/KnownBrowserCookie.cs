using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using ModMatWorkshop.Application.Security;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// Remembers which account signed in from this browser, so that failed attempts of strangers do not lock out its owner. The cookie grants
/// no access. It contains the account's id, a number for the browser and 128 bits of HMAC, but no name and no address.
/// </summary>
public sealed class KnownBrowserCookie(SiteKey key)
{
    private const string Name = "__Host-known";
    private const int SignedBytes = 24;
    private const int TokenBytes = 40;
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    /// <summary>The number of the browser; null when this account has not signed in from it.</summary>
    public string? NumberFor(Guid organiser, HttpContext http)
    {
        Span<byte> bytes = stackalloc byte[TokenBytes];
        return
            http.Request.Cookies[Name] is { Length: 54 } text
            && Base64Url.DecodeFromChars(text, bytes, out _, out var written) == OperationStatus.Done
            && written == TokenBytes
            && CryptographicOperations.FixedTimeEquals(bytes[SignedBytes..], key.Sign("known browser", bytes[..SignedBytes]))
            && new Guid(bytes[..16]) == organiser
            ? Convert.ToHexStringLower(bytes[16..SignedBytes])
            : null;
    }

    public void Remember(Guid organiser, HttpContext http)
    {
        byte[] bytes =
        [
            .. organiser.ToByteArray(),
            .. NumberFor(organiser, http) is { } number ? Convert.FromHexString(number) : RandomNumberGenerator.GetBytes(8),
        ];
        http.Response.Cookies.Append(
            Name,
            Base64Url.EncodeToString([.. bytes, .. key.Sign("known browser", bytes)]),
            new()
            {
                HttpOnly = true,
                Secure = true,
                SameSite = SameSiteMode.Lax,
                Path = "/",
                MaxAge = Lasts,
                IsEssential = true,
            }
        );
    }
}
