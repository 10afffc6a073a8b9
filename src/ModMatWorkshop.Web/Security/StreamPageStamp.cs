using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// The instant at which the site served a stream page to a person, protected, so that the page can say how long it has been open without
/// being able to claim more.
/// </summary>
public sealed class StreamPageStamp(IDataProtectionProvider protection)
{
    public const string Field = "opened";
    private readonly IDataProtector _protector = protection.CreateProtector("opening of a stream page");

    public string Of(Guid registration, DateTimeOffset now) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{registration:N} {now.UtcTicks}"));

    /// <summary>Null for a missing stamp, a forged one, or one of another person.</summary>
    public DateTimeOffset? OpenedAt(string? stamp, Guid registration)
    {
        if (string.IsNullOrEmpty(stamp))
            return null;
        try
        {
            return
                _protector.Unprotect(stamp).Split(' ') is [var id, var ticks]
                && id == registration.ToString("N")
                && long.TryParse(ticks, CultureInfo.InvariantCulture, out var utc)
                ? new DateTimeOffset(utc, TimeSpan.Zero)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
