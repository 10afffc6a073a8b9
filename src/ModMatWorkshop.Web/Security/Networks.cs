using System.Net;
using System.Net.Sockets;

namespace ModMatWorkshop.Web.Security;

/// <summary>Shortens IP addresses to networks.</summary>
public static class Networks
{
    /// <summary>One IPv4 address, or the first 64 bits of an IPv6 address: one household usually has the whole /64.</summary>
    public static string ClientPrefix(IPAddress? address) => Cut(address, 32, 64);

    /// <summary>The first 24 bits (IPv4) or 48 bits (IPv6). It does not identify a machine, so the log may contain it.</summary>
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
