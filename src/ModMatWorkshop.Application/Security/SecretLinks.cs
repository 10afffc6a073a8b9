using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Security;

/// <summary>
/// The tokens in secret links: an id, a generation and 128 bits of HMAC, as 46 characters of base64url. Tokens are not stored, so a stolen
/// database opens no registration. A new generation revokes earlier links.
/// </summary>
public sealed class SecretLinks(SiteKey key)
{
    private const int SignedBytes = 18;
    private const int TokenBytes = 34;

    public string Of(Registration registration) => Create("registration", registration.Id, registration.Generation);

    /// <summary>
    /// The token for confirming a new address. It opens the registration and proves that its owner reads mail at that address.
    /// </summary>
    public string OfNewAddress(Registration registration) =>
        Create($"address {registration.NewEmail}", registration.Id, registration.Generation);

    public string OfInvitation(Guid id) => Create("invitation", id, 0);

    /// <summary>The registration and generation in a token; null if its signature is wrong.</summary>
    public (Guid Id, int Generation)? Read(string? token) => Read("registration", token);

    public bool IsOfNewAddress(string? token, Registration registration) =>
        registration.NewEmail is { } address
        && Read($"address {address}", token) is { } read
        && read == (registration.Id, registration.Generation);

    /// <summary>The id in a token, whose signature is not verified.</summary>
    public static Guid? IdIn(string? token)
    {
        Span<byte> bytes = stackalloc byte[TokenBytes];
        return Decode(token, bytes) ? new Guid(bytes[..16]) : null;
    }

    public Guid? ReadInvitation(string? token) => Read("invitation", token)?.Id;

    private string Create(string purpose, Guid id, int generation)
    {
        Span<byte> bytes = stackalloc byte[SignedBytes];
        id.TryWriteBytes(bytes);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[16..], (ushort)generation);
        return Base64Url.EncodeToString([.. bytes, .. key.Sign(purpose, bytes)]);
    }

    private (Guid Id, int Generation)? Read(string purpose, string? token)
    {
        Span<byte> bytes = stackalloc byte[TokenBytes];
        return
            Decode(token, bytes) && CryptographicOperations.FixedTimeEquals(bytes[SignedBytes..], key.Sign(purpose, bytes[..SignedBytes]))
            ? (new Guid(bytes[..16]), BinaryPrimitives.ReadUInt16BigEndian(bytes[16..]))
            : null;
    }

    // This overload returns a status. The simpler ones throw on characters outside the alphabet.
    private static bool Decode(string? token, Span<byte> bytes) =>
        token is { Length: 46 }
        && Base64Url.DecodeFromChars(token, bytes, out _, out var written) == OperationStatus.Done
        && written == TokenBytes;
}
