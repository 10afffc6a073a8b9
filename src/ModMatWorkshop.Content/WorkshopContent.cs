using System.Security.Cryptography;
using System.Text.Json;
using ModMatWorkshop.Content.Formulas;
using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>
/// The content folder, read and checked. With <see cref="ContentFolder.ReadWithFallback"/>, it consists of the last good version of each
/// file. <see cref="Workshop"/> is null if there is none.
/// </summary>
public sealed record WorkshopContent
{
    public Workshop? Workshop { get; init; }

    public IReadOnlyList<Session> Sessions { get; init; } = [];

    /// <summary>The stream addresses of sessions, only for the table of broadcasts.</summary>
    public IReadOnlyList<Broadcast> Broadcasts { get; init; } = [];

    /// <summary>In chronological order.</summary>
    public IReadOnlyList<Slot> Slots { get; init; } = [];

    /// <summary>Sorted by kind and number.</summary>
    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    public IReadOnlyList<Person> Persons { get; init; } = [];

    public IReadOnlyList<Page> Pages { get; init; } = [];

    public IReadOnlyList<NewsItem> News { get; init; } = [];

    /// <summary>The files of pictures to serve, by name.</summary>
    public IReadOnlyList<PictureFile> Images { get; init; } = [];

    /// <summary>The problems of the folder as it is.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The formulas in all texts.</summary>
    public IReadOnlyList<Formula> Formulas { get; init; } = [];

    /// <summary>The text of each file that was used, by name.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>The files of which the version in the folder is not used, sorted by name.</summary>
    public IReadOnlyList<WaitingFile> Waiting { get; init; } = [];

    /// <summary>False if the site can only stay as it is: no version of the workshop and its timetable is free of errors.</summary>
    public bool CanBeImported { get; init; }

    public bool HasErrors => Problems.Any(p => p.Severity == Severity.Error);

    /// <summary>Equal for two contents with the same texts of <c>workshop.md</c> and of all sessions.</summary>
    public string TimetableHash =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes(
                    Texts.Where(t => ContentFolder.IsTimetable(t.Key)).OrderBy(t => t.Key, StringComparer.Ordinal)
                )
            )
        );
}

/// <summary>A file of which readers do not see the version in the folder.</summary>
/// <param name="HasLastGood">Whether readers see an earlier version. Otherwise they see nothing of the file.</param>
public sealed record WaitingFile(string Name, WaitReason Reason, bool HasLastGood);

public enum WaitReason
{
    /// <summary>The file has an error.</summary>
    Error,

    /// <summary>The timetable contradicts itself, or <c>workshop.md</c> has an error.</summary>
    Timetable,

    /// <summary>The timetable changes half-days with answers, and waits until an organiser agrees.</summary>
    Decision,

    /// <summary>The file was deleted, but another file needs it.</summary>
    Deleted,

    /// <summary>An error in another file goes away without the change of this one.</summary>
    OtherFile,
}
