using System.Buffers.Text;
using System.Security.Cryptography;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>Random secrets.</summary>
public static class RandomToken
{
    /// <summary>128 random bits as 22 characters of base64url.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>A random <see cref="DigitCode"/>.</summary>
    public static string NewDigits() => RandomNumberGenerator.GetString("0123456789", DigitCode.Digits);
}
