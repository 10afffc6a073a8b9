using System.Net;
using System.Net.Sockets;

namespace ModMatWorkshop.Web.Security;

/// <summary>Networks out of addresses.</summary>
public static class Networks
{
    /// <summary>One machine, or of IPv6 the first 64 bits: the rest a single household has to itself.</summary>
    public static string ClientPrefix(IPAddress? address) => Cut(address, 32, 64);

    /// <summary>Where somebody was, without the part that tells one machine from the next: it may stand in a log.</summary>
    public static string CoarsePrefix(IPAddress? address) => Cut(address, 24, 48);

    private static string Cut(IPAddress? address, int bitsOf4, int bitsOf6)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bits = address.AddressFamily == AddressFamily.InterNetwork ? bitsOf4 : bitsOf6;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(bits / 8).Clear();
        return $"{new IPAddress(bytes)}/{bits}";
    }
}
