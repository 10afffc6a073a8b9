namespace ModMatWorkshop.Application.Data;

/// <summary>What an organiser has typed into the form of a content file and not saved. Erased with the account.</summary>
public sealed class ContentDraft
{
    /// <summary>The longest draft, in characters of its fields together.</summary>
    public const int MaxLength = 200_000;

    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public required Guid OrganiserId { get; init; }

    /// <summary>The file that the form edits, such as <c>contributions/o3.md</c>, or <c>contributions/new</c>.</summary>
    public required string File { get; init; }

    /// <summary>The fields of the form, by name.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; set; }

    /// <summary>Real time of the last change.</summary>
    public required DateTimeOffset At { get; set; }
}
