namespace ModMatWorkshop.Application.Data;

/// <summary>Who does something, as the audit log says it: never by name or address, so that to erase somebody changes no line.</summary>
/// <param name="Name"><c>participant</c>, <c>site</c>, <c>command line</c>, <c>stranger</c>, or <c>organiser 3</c>.</param>
/// <param name="From">The network that the request came from, without the part that tells one machine from the next; null where there was
/// none.</param>
public sealed record Actor(string Name, string? From = null)
{
    public static readonly Actor Participant = new("participant");
    public static readonly Actor Site = new("site");
    public static readonly Actor CommandLine = new("command line");
}
