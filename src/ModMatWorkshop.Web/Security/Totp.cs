using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace ModMatWorkshop.Web.Security;

/// <summary>Six-digit codes that last 30 seconds (TOTP, RFC 6238, HMAC-SHA1, as all authenticator applications use).</summary>
public static class Totp
{
    private const int Seconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / Seconds;

    // The standard requires SHA-1. Its known weakness concerns signatures, not HMAC.
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as applications implement it.")]
    public static string Code(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> message = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(message, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, message, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The 30-second step of a code. Accepts the adjacent steps, because clocks differ a little; null when no step matches.
    /// </summary>
    public static long? StepOf(string code, ReadOnlySpan<byte> secret, DateTimeOffset now)
    {
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
            if (
                CryptographicOperations.FixedTimeEquals(
                    System.Text.Encoding.UTF8.GetBytes(code),
                    System.Text.Encoding.UTF8.GetBytes(Code(secret, step))
                )
            )
                found = step;
        return found;
    }

    /// <summary>Base32 without padding, as authenticator applications expect.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        int held = 0,
            bits = 0;
        foreach (var one in bytes)
        {
            (held, bits) = (held << 8 | one, bits + 8);
            for (; bits >= 5; bits -= 5)
                text.Append(Base32[held >> (bits - 5) & 31]);
            held &= (1 << bits) - 1;
        }
        if (bits > 0)
            text.Append(Base32[held << (5 - bits) & 31]);
        return text.ToString();
    }

    /// <summary>The <c>otpauth:</c> URI in the QR code for an authenticator application.</summary>
    public static string Uri(string issuer, string account, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(account)}"
        + $"?secret={Text(secret)}&issuer={System.Uri.EscapeDataString(issuer)}";
}
