namespace ModMatWorkshop.Application.Data;

/// <summary>
/// What an organiser has set instead of the content's stream of a session. In a table of its own: an import replaces what the content says
/// and leaves this.
/// </summary>
public sealed class StreamChange
{
    public required int SessionNumber { get; init; }

    /// <summary>Null when the session is not streamed, whatever its file says.</summary>
    public string? Url { get; set; }
}
