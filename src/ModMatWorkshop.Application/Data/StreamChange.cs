namespace ModMatWorkshop.Application.Data;

/// <summary>
/// The stream of a session as an organiser has set it. It overrides the content, and has its own table because an import replaces the
/// content's rows.
/// </summary>
public sealed class StreamChange
{
    public required int SessionNumber { get; init; }

    /// <summary>Null if the session has no stream, even if the content has one.</summary>
    public string? Url { get; set; }
}
