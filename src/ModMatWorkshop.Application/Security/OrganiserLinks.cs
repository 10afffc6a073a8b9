using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Security;

/// <summary>
/// One-time links to an account. A token contains the account's id, an expiry time and 128 bits of an HMAC over both and the account's
/// security stamp. Nothing is stored. A new password changes the stamp, which invalidates all links to the account.
/// </summary>
public sealed class OrganiserLinks(SiteKey key)
{
    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7);
    public static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(2);
    private const int SignedBytes = 20;
    private const int TokenBytes = 36;

    /// <summary>
    /// The path of the page on which the first organiser creates an account. It is the same for all instances, and invalid once an
    /// organiser exists.
    /// </summary>
    public string SetupPath() => $"/admin/setup?token={Base64Url.EncodeToString(key.Sign("setup", []))}";

    public bool IsSetupToken(string? token) =>
        token is { Length: 22 }
        && CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.UTF8.GetBytes(token),
            System.Text.Encoding.UTF8.GetBytes(Base64Url.EncodeToString(key.Sign("setup", [])))
        );

    /// <summary>The path of the page for setting a password.</summary>
    public string PasswordPath(Organiser organiser, DateTimeOffset until)
    {
        Span<byte> bytes = stackalloc byte[SignedBytes];
        organiser.Id.TryWriteBytes(bytes);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[16..], (uint)until.ToUnixTimeSeconds());
        return $"/admin/password?token={Base64Url.EncodeToString([.. bytes, .. key.Sign(Purpose(organiser), bytes)])}";
    }

    /// <summary>The account id in a token. The token is not verified; see <see cref="IsValid"/>.</summary>
    public static Guid? IdIn(string? token)
    {
        Span<byte> bytes = stackalloc byte[TokenBytes];
        return Decode(token, bytes) ? new Guid(bytes[..16]) : null;
    }

    public bool IsValid(string? token, Organiser organiser, DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[TokenBytes];
        return Decode(token, bytes)
            && CryptographicOperations.FixedTimeEquals(bytes[SignedBytes..], key.Sign(Purpose(organiser), bytes[..SignedBytes]))
            && now.ToUnixTimeSeconds() < BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]);
    }

    private static string Purpose(Organiser organiser) => $"password {organiser.SecurityStamp}";

    private static bool Decode(string? token, Span<byte> bytes) =>
        token is { Length: 48 }
        && Base64Url.DecodeFromChars(token, bytes, out _, out var written) == OperationStatus.Done
        && written == TokenBytes;
}
