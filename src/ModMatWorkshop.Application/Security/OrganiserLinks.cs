using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Security;

/// <summary>
/// The one-time links that lead into an account: an id, an end, and 128 bits of HMAC over both and the account's security stamp. Nothing of
/// them is stored; the password that is set
/// with one changes the stamp, and so ends every link to that account.
/// </summary>
public sealed class OrganiserLinks(SiteKey key)
{
    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7);
    public static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(2);
    private const int Signed = 20;
    private const int Length = 36;

    /// <summary>
    /// The path of the page on which the first organiser sets themselves up: the same for all instances, and dead as soon as there is an
    /// organiser.
    /// </summary>
    public string ToSetup() => $"/admin/setup?token={Base64Url.EncodeToString(key.Sign("setup", []))}";

    public bool IsSetup(string? token) =>
        token is { Length: 22 }
        && CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.UTF8.GetBytes(token),
            System.Text.Encoding.UTF8.GetBytes(Base64Url.EncodeToString(key.Sign("setup", [])))
        );

    /// <summary>The path of the page on which a password is set.</summary>
    public string ToPassword(Organiser organiser, DateTimeOffset until)
    {
        Span<byte> bytes = stackalloc byte[Signed];
        organiser.Id.TryWriteBytes(bytes);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[16..], (uint)until.ToUnixTimeSeconds());
        return $"/admin/password?token={Base64Url.EncodeToString([.. bytes, .. key.Sign(Purpose(organiser), bytes)])}";
    }

    /// <summary>The account that a token says it is for: nothing is proved by it.</summary>
    public static Guid? IdIn(string? token)
    {
        Span<byte> bytes = stackalloc byte[Length];
        return Decode(token, bytes) ? new Guid(bytes[..16]) : null;
    }

    public bool IsGood(string? token, Organiser organiser, DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[Length];
        return Decode(token, bytes)
            && CryptographicOperations.FixedTimeEquals(bytes[Signed..], key.Sign(Purpose(organiser), bytes[..Signed]))
            && now.ToUnixTimeSeconds() < BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]);
    }

    private static string Purpose(Organiser organiser) => $"password {organiser.SecurityStamp}";

    private static bool Decode(string? token, Span<byte> bytes) =>
        token is { Length: 48 }
        && Base64Url.DecodeFromChars(token, bytes, out _, out var written) == OperationStatus.Done
        && written == Length;
}
