namespace ModMatWorkshop.Application.Data;

/// <summary>What an organiser has typed into a form of the content and not saved. Erased with the account.</summary>
public sealed class ContentDraft
{
    /// <summary>The longest draft, in characters of its fields together.</summary>
    public const int MaxLength = 200_000;

    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public required Guid OrganiserId { get; init; }

    /// <summary>What the form edits: a file such as <c>contributions/o3.md</c>, <c>people/ada-quill</c> or <c>timetable</c>.</summary>
    public required string File { get; init; }

    /// <summary>The fields of the form, by name.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; set; }

    /// <summary>Real time of the last change.</summary>
    public required DateTimeOffset At { get; set; }
}
