using System.Globalization;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Options;

/// <summary>Accepts the offered places of an option.</summary>
/// <param name="Key">Of the <see cref="WorkshopOption"/>.</param>
public sealed record AcceptOption(string Key) : RegistrationCommand("accepted places of an option");

/// <summary>Declines the offered places of an option, or leaves its waiting list. What is held stays.</summary>
/// <inheritdoc cref="AcceptOption"/>
public sealed record DeclineOption(string Key) : RegistrationCommand("left the line of an option");

/// <summary>Offers of options have lapsed, or freed places are no longer kept.</summary>
public sealed record LapseOptions() : RegistrationCommand("freed places of options")
{
    public const string OfferLapsed = "the offer of an option lapsed";

    /// <summary>Makes the mail about a lapsed offer unique, and names the option: <c>dinner.637660800000000000</c>.</summary>
    public static string CauseOf(OptionPlace lapsed) =>
        string.Create(CultureInfo.InvariantCulture, $"{lapsed.Key}.{lapsed.OfferUntil?.UtcTicks}");

    /// <summary>The key of the option in the cause of a mail.</summary>
    public static string KeyIn(string cause) => cause[(cause.LastIndexOf(':') + 1)..].Split('.')[0];

    /// <summary>The action in the audit log when the site offers places.</summary>
    public const string Offered = "offered places of an option";
}
