using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Security;

/// <summary>
/// The tokens in the secret links: an id, a generation and 128 bits of HMAC, as 46 characters of base64url. Nothing of them is stored, so a
/// stolen
/// database opens no registration; a generation that has passed revokes them.
/// </summary>
public sealed class SecretLinks(SiteKey key)
{
    private const int Signed = 18;
    private const int Length = 34;

    public string Of(Registration registration) => Make("registration", registration.Id, registration.Generation);

    /// <summary>Opens the registration that is to take a new address, and proves that the new address is read.</summary>
    public string OfNewAddress(Registration registration) =>
        Make($"address {registration.NewEmail}", registration.Id, registration.Generation);

    public string OfInvitation(Guid id) => Make("invitation", id, 0);

    /// <summary>What a token opens; null for one that was not made here.</summary>
    public (Guid Id, int Generation)? Read(string? token) => Read("registration", token);

    public bool IsOfNewAddress(string? token, Registration registration) =>
        registration.NewEmail is { } address
        && Read($"address {address}", token) is { } read
        && read == (registration.Id, registration.Generation);

    /// <summary>The id in a token that may be made up: nothing is proved by it.</summary>
    public static Guid? IdIn(string? token)
    {
        Span<byte> bytes = stackalloc byte[Length];
        return Decode(token, bytes) ? new Guid(bytes[..16]) : null;
    }

    public Guid? ReadInvitation(string? token) => Read("invitation", token)?.Id;

    private string Make(string purpose, Guid id, int generation)
    {
        Span<byte> bytes = stackalloc byte[Signed];
        id.TryWriteBytes(bytes);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[16..], (ushort)generation);
        return Base64Url.EncodeToString([.. bytes, .. key.Sign(purpose, bytes)]);
    }

    private (Guid Id, int Generation)? Read(string purpose, string? token)
    {
        Span<byte> bytes = stackalloc byte[Length];
        return Decode(token, bytes) && CryptographicOperations.FixedTimeEquals(bytes[Signed..], key.Sign(purpose, bytes[..Signed]))
            ? (new Guid(bytes[..16]), BinaryPrimitives.ReadUInt16BigEndian(bytes[16..]))
            : null;
    }

    // The other way to decode throws at a sign that is none of the alphabet.
    private static bool Decode(string? token, Span<byte> bytes) =>
        token is { Length: 46 }
        && Base64Url.DecodeFromChars(token, bytes, out _, out var written) == OperationStatus.Done
        && written == Length;
}
