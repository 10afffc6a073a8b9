using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Security;

/// <summary>
/// Creates the numbers of certificates and encrypts their facts. A number is 100 bits of an HMAC of the registration and is not stored. The
/// database contains its SHA-256, to find a certificate, and the facts, encrypted with a key derived from the number and the site key. So a
/// number cannot be guessed, the facts cannot be read without it, and write access to the database is not enough to forge a certificate.
/// </summary>
public sealed class CertificateProtector(SiteKey key)
{
    /// <summary>Crockford's base 32: without I, L and O, which resemble digits, and without U.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int NumberLength = 20;
    private const int GroupLength = 4;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>The number as printed: <c>7K3M-Q0ZD-…</c>, five groups of four.</summary>
    public string NumberOf(Guid registration, int issue)
    {
        var bytes = key.Derive($"certificate {issue}", registration.ToByteArray());
        return string.Join(
            '-',
            bytes.Take(NumberLength).Select(b => Alphabet[b & 31]).Chunk(GroupLength).Select(letters => new string(letters))
        );
    }

    /// <summary>Converts a typed number to its printed form; null if it is not a number of a certificate.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null or { Length: > 64 })
            return null;
        var letters = typed
            .Where(char.IsAsciiLetterOrDigit)
            .Select(c =>
                char.ToUpperInvariant(c) switch
                {
                    'O' => '0',
                    'I' or 'L' => '1',
                    var letter => letter,
                }
            )
            .ToArray();
        return letters.Length == NumberLength && letters.All(c => Alphabet.Contains(c, StringComparison.Ordinal))
            ? string.Join('-', letters.Chunk(GroupLength).Select(group => new string(group)))
            : null;
    }

    public static byte[] HashOf(string number) => SHA256.HashData(Encoding.ASCII.GetBytes(number));

    public byte[] Encrypt(string number, Attestation attestation)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(attestation);
        var encrypted = new byte[NonceBytes + TagBytes + text.Length];
        RandomNumberGenerator.Fill(NonceIn(encrypted));
        using var cipher = CipherFor(number);
        cipher.Encrypt(NonceIn(encrypted), text, TextIn(encrypted), TagIn(encrypted));
        return encrypted;
    }

    /// <summary>Decrypts the facts of a certificate; null if they do not match the number or were altered.</summary>
    public Attestation? Decrypt(string number, Certificate certificate)
    {
        if (certificate.Sealed.Length <= NonceBytes + TagBytes)
            return null;
        var text = new byte[TextIn(certificate.Sealed).Length];
        using var cipher = CipherFor(number);
        try
        {
            cipher.Decrypt(NonceIn(certificate.Sealed), TextIn(certificate.Sealed), TagIn(certificate.Sealed), text);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        return JsonSerializer.Deserialize<Attestation>(text);
    }

    private AesGcm CipherFor(string number) => new(key.Derive("certificate seal", Encoding.ASCII.GetBytes(number)), TagBytes);

    private static Span<byte> NonceIn(byte[] all) => all.AsSpan(0, NonceBytes);

    private static Span<byte> TagIn(byte[] all) => all.AsSpan(NonceBytes, TagBytes);

    private static Span<byte> TextIn(byte[] all) => all.AsSpan(NonceBytes + TagBytes);
}
