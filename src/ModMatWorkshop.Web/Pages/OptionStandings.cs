using Microsoft.AspNetCore.WebUtilities;
using ModMatWorkshop.Application.Options;

namespace ModMatWorkshop.Web.Pages;

/// <summary>What a person has of the options, on their own page or on that of the organisers.</summary>
/// <param name="Address">Of the page, whose handlers answer an offer.</param>
public sealed record OptionStandings(IReadOnlyList<OptionStanding> Standings, string Heading, string Css, string Address, TimeZoneInfo Zone)
{
    /// <summary>False where organisers read it.</summary>
    public bool IsForPerson { get; init; }

    public bool CanAnswer { get; init; } = true;

    public string To(string handler) => QueryHelpers.AddQueryString(Address, "handler", handler);
}
