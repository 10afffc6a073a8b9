using System.Buffers.Text;
using System.Security.Cryptography;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>128 random bits as 22 characters of base64url.</summary>
internal static class RandomToken
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
