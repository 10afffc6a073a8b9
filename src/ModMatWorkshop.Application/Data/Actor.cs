using System.Globalization;

namespace ModMatWorkshop.Application.Data;

/// <summary>
/// The origin of an action, for the audit log. It contains no name or address, so that the log stays unchanged when a person is erased.
/// </summary>
/// <param name="Name"><c>participant</c>, <c>author</c>, <c>site</c>, <c>command line</c>, <c>folder</c>, <c>stranger</c>,
/// or <c>organiser 3</c>.</param>
/// <param name="From">The network of the request: its IP address without the part that identifies one machine. Null without a
/// request.</param>
public sealed record Actor(string Name, string? From = null)
{
    public static readonly Actor Participant = new("participant");

    /// <summary>The author of a submission to the call.</summary>
    public static readonly Actor Author = new("author");
    public static readonly Actor Site = new("site");
    public static readonly Actor CommandLine = new("command line");

    /// <summary>Whoever changes files in the content folder without the site.</summary>
    public static readonly Actor Folder = new("folder");
    private const string OrganiserPrefix = "organiser ";

    /// <summary>The number of the organiser in the name of an actor; null for somebody else.</summary>
    public static int? OrganiserIn(string name) =>
        name.StartsWith(OrganiserPrefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(OrganiserPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>True for everybody with an account: organisers and helpers.</summary>
    public bool IsOrganiser => Name.StartsWith(OrganiserPrefix, StringComparison.Ordinal);
}
