namespace ModMatWorkshop.Content;

/// <summary>
/// Chooses a version of each file: the one in the folder or, if that has an error, the last good one. Files that have both and do not
/// agree with each other are held back together, so that what is chosen has no error that the last good versions do not have.
/// </summary>
/// <param name="current">The texts in the folder, by name; null for a file that cannot be read.</param>
/// <param name="lastGood">The last good texts, by name.</param>
/// <param name="pictures">The last good versions of pictures that cannot be shown, by their name in the folder.</param>
internal sealed class FileVersions(
    string root,
    IReadOnlyDictionary<string, string?> current,
    IReadOnlyDictionary<string, string> lastGood,
    ContributionMemory? memory,
    IReadOnlyDictionary<string, byte[]>? pictures = null
)
{
    /// <summary>By name without the folder.</summary>
    private readonly Dictionary<string, byte[]?> _pictures = (pictures ?? new Dictionary<string, byte[]>()).ToDictionary(
        p => Path.GetFileName(p.Key),
        p => (byte[]?)p.Value
    );

    private readonly HashSet<string> _changed =
    [
        .. current
            .Keys.Union(lastGood.Keys)
            .Where(name => current.GetValueOrDefault(name) is not { } text || lastGood.GetValueOrDefault(name) != text),
    ];

    private WorkshopContent? _allLastGood;

    /// <param name="problems">The problems of reading the texts.</param>
    /// <param name="keepTimetable">See <see cref="ContentFolder.ReadWithFallback"/>.</param>
    public WorkshopContent Choose(ProblemList problems, bool keepTimetable)
    {
        var folder = Read([], problems, []);
        if (!folder.HasErrors && !keepTimetable)
            return folder;
        // An error in a file that has not changed comes from a change elsewhere: in the timetable, or in any other file.
        Func<string, bool>[] suspects = keepTimetable
            ? [ContentFolder.IsTimetable, _ => true]
            : [_ => false, ContentFolder.IsTimetable, _ => true];
        var (content, waiting) = suspects.Select(ReadWithout).First(choice => !HasNewError(choice.Content));
        var broken = folder.Problems.Where(p => p.Severity == Severity.Error).Select(p => p.File).ToHashSet();
        return (content.CanBeImported ? content : folder) with
        {
            Problems = folder.Problems,
            Waiting =
            [
                .. waiting
                    .Select(name => new WaitingFile(name, ReasonOf(name, broken, keepTimetable), lastGood.ContainsKey(name)))
                    .Concat(broken.Where(ContentFileName.IsPicture).Select(WaitingPicture))
                    .OrderBy(file => file.Name, StringComparer.Ordinal),
            ],
            CanBeImported = content.CanBeImported,
        };
    }

    /// <summary>Holds back the changes of the suspects, and then of each file with an error, until no such file is left.</summary>
    private (WorkshopContent Content, HashSet<string> Waiting) ReadWithout(Func<string, bool> suspects)
    {
        var waiting = _changed.Where(name => suspects(name) || current.TryGetValue(name, out var text) && text is null).ToHashSet();
        for (; ; )
        {
            var content = Read(waiting, new(), _pictures);
            var more = WithError(content, waiting);
            if (more.Count == 0)
                return (content, waiting);
            waiting.UnionWith(more);
        }
    }

    /// <summary>
    /// The changed files that have an error or are missing. Only without any, those of a timetable that contradicts itself.
    /// </summary>
    private HashSet<string> WithError(WorkshopContent content, HashSet<string> waiting)
    {
        var candidates = _changed.Except(waiting).ToHashSet();
        var errors = content.Problems.Where(p => p.Severity == Severity.Error).ToList();
        var files = errors.Select(p => p.IsContradiction ? p.MissingFile : p.File).OfType<string>().Where(candidates.Contains).ToHashSet();
        if (files.Contains(ContentFolder.WorkshopFile))
            files.UnionWith(candidates.Where(ContentFolder.IsTimetable));
        else if (files.Count == 0 && errors.Any(p => p.IsContradiction))
            // Without any version of workshop.md there is no site, and the sessions may be all that is wrong.
            files.UnionWith(
                candidates.Where(name =>
                    ContentFolder.IsTimetable(name) && (name != ContentFolder.WorkshopFile || lastGood.ContainsKey(name))
                )
            );
        return files;
    }

    /// <summary>
    /// Whether the content has an error that the last good versions do not have. They have errors when a file that they name was deleted
    /// from <c>materials/</c>, or when this build of the program is stricter than the one that imported them.
    /// </summary>
    private bool HasNewError(WorkshopContent content) =>
        content.HasErrors
        && content
            .Problems.Where(p => p.Severity == Severity.Error)
            .Except((_allLastGood ??= Read(_changed, new(), _pictures)).Problems)
            .Any();

    private WorkshopContent Read(HashSet<string> waiting, ProblemList problems, Dictionary<string, byte[]?> pictures)
    {
        var texts = current
            .Keys.Union(waiting)
            .ToDictionary(name => name, name => waiting.Contains(name) ? lastGood.GetValueOrDefault(name) : current[name]);
        var settled = texts.Keys.Where(name => waiting.Contains(name) || !_changed.Contains(name)).ToHashSet();
        return ContentFolder.Read(root, texts, settled, problems, memory, pictures);
    }

    private WaitingFile WaitingPicture(string name) => new(name, WaitReason.Error, _pictures.ContainsKey(Path.GetFileName(name)));

    private WaitReason ReasonOf(string name, HashSet<string> broken, bool keepTimetable) =>
        broken.Contains(name) ? WaitReason.Error
        : keepTimetable && ContentFolder.IsTimetable(name) ? WaitReason.Decision
        : !current.ContainsKey(name) ? WaitReason.Deleted
        : ContentFolder.IsTimetable(name) ? WaitReason.Timetable
        : WaitReason.OtherFile;
}
