using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Security;

/// <summary>
/// The numbers of certificates and what is sealed under them. A number is 100 bits of HMAC, made again from the registration for as long as
/// that exists, and stored nowhere:
/// the database holds its hash, to find a certificate by, and what the paper says, under a key that is made of the number and the site key.
/// So a number cannot be guessed,
/// nothing can be read without the paper, and nobody who writes into the database makes a paper that is genuine.
/// </summary>
public sealed class CertificateProtector(SiteKey key)
{
    /// <summary>Without letters that are read as digits, and without U.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int Letters = 20;
    private const int Group = 4;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>As it stands on the paper: <c>7K3M-Q0ZD-…</c>, five groups of four.</summary>
    public string NumberOf(Guid registration, int issue)
    {
        var bytes = key.Derive($"certificate {issue}", registration.ToByteArray());
        return string.Join('-', bytes.Take(Letters).Select(b => Alphabet[b & 31]).Chunk(Group).Select(letters => new string(letters)));
    }

    /// <summary>A number as somebody types it, in the form in which it is printed; null for what cannot be one.</summary>
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
        return letters.Length == Letters && letters.All(c => Alphabet.Contains(c, StringComparison.Ordinal))
            ? string.Join('-', letters.Chunk(Group).Select(group => new string(group)))
            : null;
    }

    public static byte[] HashOf(string number) => SHA256.HashData(Encoding.ASCII.GetBytes(number));

    public byte[] Seal(string number, Attestation attestation)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(attestation);
        var sealedText = new byte[NonceBytes + TagBytes + text.Length];
        RandomNumberGenerator.Fill(NonceIn(sealedText));
        using var seal = SealOf(number);
        seal.Encrypt(NonceIn(sealedText), text, TextIn(sealedText), TagIn(sealedText));
        return sealedText;
    }

    /// <summary>What the paper of this number says; null when the seal is broken.</summary>
    public Attestation? Open(string number, Certificate certificate)
    {
        if (certificate.Sealed.Length <= NonceBytes + TagBytes)
            return null;
        var text = new byte[TextIn(certificate.Sealed).Length];
        using var seal = SealOf(number);
        try
        {
            seal.Decrypt(NonceIn(certificate.Sealed), TextIn(certificate.Sealed), TagIn(certificate.Sealed), text);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        return JsonSerializer.Deserialize<Attestation>(text);
    }

    private AesGcm SealOf(string number) => new(key.Derive("certificate seal", Encoding.ASCII.GetBytes(number)), TagBytes);

    private static Span<byte> NonceIn(byte[] all) => all.AsSpan(0, NonceBytes);

    private static Span<byte> TagIn(byte[] all) => all.AsSpan(NonceBytes, TagBytes);

    private static Span<byte> TextIn(byte[] all) => all.AsSpan(NonceBytes + TagBytes);
}
