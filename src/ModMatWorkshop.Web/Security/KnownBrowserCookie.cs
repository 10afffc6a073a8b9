using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using ModMatWorkshop.Application.Security;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// Remembers in a browser whose account was signed in to there, so that tries of strangers never count against its owner. It opens nothing,
/// and holds neither name nor address: the account,
/// a number for this browser, and 128 bits of HMAC.
/// </summary>
public sealed class KnownBrowserCookie(SiteKey key)
{
    private const string Name = "__Host-known";
    private const int Signed = 24;
    private const int Length = 40;
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    /// <summary>The number of the browser; null where this account has not been signed in to.</summary>
    public string? NumberFor(Guid organiser, HttpContext http)
    {
        Span<byte> bytes = stackalloc byte[Length];
        return
            http.Request.Cookies[Name] is { Length: 54 } text
            && Base64Url.DecodeFromChars(text, bytes, out _, out var written) == OperationStatus.Done
            && written == Length
            && CryptographicOperations.FixedTimeEquals(bytes[Signed..], key.Sign("known browser", bytes[..Signed]))
            && new Guid(bytes[..16]) == organiser
            ? Convert.ToHexStringLower(bytes[16..Signed])
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
