using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Domain.Programme;

/// <summary>
/// IANA time zones by name, such as <c>Europe/Paris</c>, and <c>UTC</c>. Other names are refused, even if the operating system accepts
/// them.
/// </summary>
public static partial class TimeZones
{
    public static bool TryFind([NotNullWhen(true)] string? name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return name is not null && Shape().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
    }

    [GeneratedRegex(@"\A(UTC|[A-Z][A-Za-z]{1,19}(/[A-Za-z][A-Za-z0-9_+-]{1,29}){1,2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
