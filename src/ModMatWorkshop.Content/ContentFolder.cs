using System.Collections.Concurrent;
using System.IO.Enumeration;
using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>Reads and checks a content folder. It reports every problem of every file.</summary>
public static class ContentFolder
{
    public const string WorkshopFile = "workshop.md";

    /// <summary>The folder of the files that the site serves unchanged.</summary>
    public const string Materials = "materials";

    /// <summary>The folder of the pictures that the site shows.</summary>
    public const string Images = "images";

    private static readonly EnumerationOptions Places = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 3,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
    };

    /// <summary>The Markdown files of a folder, sorted. Symbolic links are not followed, because they could form a loop.</summary>
    public static IReadOnlyList<string> Files(string root) =>
        [.. Directory.EnumerateFiles(root, "*.md", Places).Order(StringComparer.Ordinal)];

    /// <summary>Whether there is nothing to read: no folder, or none with a Markdown file in it.</summary>
    public static bool IsEmpty(string root) => !Directory.Exists(root) || Files(root).Count == 0;

    /// <summary>
    /// The files directly in <see cref="Materials"/> or <see cref="Images"/>, sorted, whether the content names them or not.
    /// </summary>
    public static IReadOnlyList<FileInfo> FilesIn(string root, string folder) =>
        [
            .. new DirectoryInfo(root)
                .EnumerateFiles("*", Places)
                .Where(file => Path.GetRelativePath(root, file.DirectoryName!) == folder)
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ];

    /// <summary>
    /// A number that changes when a file is added, removed, renamed or written. It uses names, sizes and dates, and opens no file.
    /// </summary>
    public static int Stamp(string root)
    {
        if (!Directory.Exists(root))
            return 0;
        var files = new FileSystemEnumerable<int>(
            root,
            (ref FileSystemEntry entry) =>
                HashCode.Combine(
                    string.GetHashCode(entry.ToSpecifiedFullPath(), StringComparison.Ordinal),
                    entry.LastWriteTimeUtc,
                    entry.Length
                ),
            Places
        )
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory
                && (
                    entry.FileName.EndsWith(".md", StringComparison.Ordinal)
                    || Path.GetFileName(entry.Directory).SequenceEqual(Materials)
                    || Path.GetFileName(entry.Directory).SequenceEqual(Images)
                ),
        };
        // A sum does not depend on the order, which a directory does not guarantee.
        return files.Aggregate(1, (sum, file) => unchecked(sum + file));
    }

    /// <summary>Whether a file is part of the timetable: <c>workshop.md</c> or a session.</summary>
    public static bool IsTimetable(string name) => name == WorkshopFile || name.StartsWith("sessions/", StringComparison.Ordinal);

    /// <summary>The languages of the workshop in a folder, or the default ones if they cannot be read.</summary>
    public static WorkshopLanguages LanguagesOf(string root) =>
        SourceFile.ReadText(WorkshopFile, Path.Combine(root, WorkshopFile), new()) is { } text
            ? LanguageReader.Of(text)
            : WorkshopLanguages.Default;

    /// <summary>The folder as it is, with its errors.</summary>
    public static WorkshopContent Read(string root)
    {
        var problems = new ProblemList();
        return TextsIn(root, problems) is { } texts
            ? Read(root, texts, new HashSet<string>(), problems)
            : new() { Problems = problems.InOrder };
    }

    /// <summary>The folder with the last good version of each file that has an error.</summary>
    /// <param name="lastGood">The text of the last good version of each file, by name.</param>
    /// <param name="memory">What earlier readings gave; null to read every file.</param>
    /// <param name="keepTimetable">True keeps the last good version of the timetable, although the one in the folder may be good.</param>
    /// <param name="pictures">The last good versions of pictures that cannot be shown, by their name in the folder.</param>
    public static WorkshopContent ReadWithFallback(
        string root,
        IReadOnlyDictionary<string, string> lastGood,
        ContributionMemory? memory = null,
        bool keepTimetable = false,
        IReadOnlyDictionary<string, byte[]>? pictures = null
    )
    {
        var problems = new ProblemList();
        return TextsIn(root, problems) is { } texts
            ? new FileVersions(root, texts, lastGood, memory, pictures).Choose(problems, keepTimetable)
            : new() { Problems = problems.InOrder };
    }

    /// <summary>The folder as it would be with other versions of some files. Writes nothing.</summary>
    /// <param name="changes">The new content of files and pictures, by name; null for one that would be gone.</param>
    /// <param name="memory">What earlier readings gave; null to read every file.</param>
    public static WorkshopContent ReadWith(string root, IReadOnlyDictionary<string, byte[]?> changes, ContributionMemory? memory = null)
    {
        var problems = new ProblemList();
        if (TextsIn(root, problems) is not { } texts)
            return new() { Problems = problems.InOrder };
        foreach (var (name, content) in changes.Where(c => ContentFileName.IsText(c.Key)))
            if (content is null)
                texts.TryRemove(name, out _);
            else
                texts[name] = SourceFile.Decode(name, content, problems);
        var pictures = changes.Where(c => ContentFileName.IsPicture(c.Key)).ToDictionary(c => Path.GetFileName(c.Key), c => c.Value);
        return Read(root, texts, new HashSet<string>(), problems, memory, pictures);
    }

    /// <summary>Reads the content from the texts of its files.</summary>
    /// <param name="texts">By name; null for a file whose content is unknown.</param>
    /// <param name="settled">The files that are as on the site.</param>
    /// <param name="pictures">See <see cref="ImageReader"/>.</param>
    internal static WorkshopContent Read(
        string root,
        IReadOnlyDictionary<string, string?> texts,
        IReadOnlySet<string> settled,
        ProblemList problems,
        ContributionMemory? memory = null,
        IReadOnlyDictionary<string, byte[]?>? pictures = null
    )
    {
        var (files, unreadable) = Parse(texts.Where(t => t.Value is null || !ContributionFiles.Has(t.Key)), problems);
        var workshopFile = files.GetValueOrDefault(WorkshopFile);
        if (workshopFile is null && !unreadable.Contains(WorkshopFile))
            problems.Error(new(WorkshopFile), "The file is missing.", "Every content folder needs one.");

        var translations = new TranslatedBodies(LanguageReader.Read(workshopFile, problems), files, unreadable, problems);
        var images = new ImageReader(root, problems, pictures);
        var materials = new MaterialReader(root, images, problems);
        var people = new PersonCollector(images, problems);
        var workshopReader = new WorkshopReader(people, translations, images, materials, problems);
        var (workshop, standaloneSlots) = workshopFile is null ? (null, []) : workshopReader.Read(workshopFile);
        var sessions = new SessionReader(workshop, workshopReader.RoomStreams, people, materials, problems);
        foreach (var file in In("sessions/"))
            sessions.Read(file);
        sessions.ReadStandaloneSlots(standaloneSlots);

        var timetableIsWhole = workshopFile is not null && !unreadable.Any(name => name.StartsWith("sessions/", StringComparison.Ordinal));
        var contributionFiles = new ContributionFiles(texts, workshop, sessions.Places, timetableIsWhole, materials, images);
        var contributions = contributionFiles.Read(memory, unreadable, people, problems);
        var pages = new PageReader(translations, images, problems);
        var content = new WorkshopContent
        {
            Workshop = workshop,
            Sessions = sessions.Sessions,
            Broadcasts = sessions.Broadcasts,
            Slots = sessions.SlotsInOrder(contributions, unreadable),
            Contributions = [.. contributions.OrderBy(c => c.Kind).ThenBy(c => c.Letters, StringComparer.Ordinal).ThenBy(c => c.Number)],
            Pages = [.. In("pages/").Select(pages.ReadPage).OfType<Page>()],
            News = [.. In("news/").Select(pages.ReadNews).OfType<NewsItem>()],
            Persons = people.All(settled),
            Images = images.All,
        };
        new MailReader(translations, problems).Check(In(MailReader.Folder + "/"));
        pages.ReportMissingPages(files.Keys.Union(unreadable));
        translations.ReportOrphans();
        // An unreadable file may name any other, so unused files are unknown.
        if (unreadable.Count == 0)
        {
            materials.ReportUnused();
            images.ReportUnused();
        }
        return content with
        {
            Problems = problems.InOrder,
            Formulas = problems.Formulas,
            Texts = texts.Where(t => t.Value is not null).ToDictionary(t => t.Key, t => t.Value!),
            CanBeImported = workshop is not null && !problems.InOrder.Any(IsOfTimetable),
        };

        IEnumerable<SourceFile> In(string folder) => FilesIn(folder, files.Values);
    }

    private static (Dictionary<string, SourceFile> Files, HashSet<string> Unreadable) Parse(
        IEnumerable<KeyValuePair<string, string?>> texts,
        ProblemList problems
    )
    {
        var parsed = texts
            .AsParallel()
            .Select(t => (Name: t.Key, File: t.Value is null ? null : SourceFile.Parse(t.Key, t.Value, problems)))
            .ToList();
        return (
            parsed.Where(f => f.File is not null).ToDictionary(f => f.Name, f => f.File!),
            parsed.Where(f => f.File is null).Select(f => f.Name).ToHashSet()
        );
    }

    private static IEnumerable<SourceFile> FilesIn(string folder, IEnumerable<SourceFile> files) =>
        files
            .Where(f => f.Name.StartsWith(folder, StringComparison.Ordinal) && TranslatedBodies.LanguageOf(f.Name) is null)
            .OrderBy(f => f.Name, StringComparer.Ordinal);

    /// <summary>Whether a problem of the timetable is such that none of it can be shown.</summary>
    private static bool IsOfTimetable(Problem problem) =>
        problem.Severity == Severity.Error && (problem.IsContradiction || problem.File == WorkshopFile);

    /// <summary>The text of each file in the folder, by name; null for a file that cannot be read. Null without a folder.</summary>
    private static ConcurrentDictionary<string, string?>? TextsIn(string root, ProblemList problems)
    {
        if (!Directory.Exists(root))
        {
            problems.Error(new(WorkshopFile), $"There is no folder {root}.", "Set Site:ContentPath to the folder that holds workshop.md.");
            return null;
        }
        var texts = new ConcurrentDictionary<string, string?>();
        Parallel.ForEach(Files(root), path =>
        {
            var name = Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
            if (!ContentFileName.IsText(name))
                problems.Error(
                    new(name),
                    "Files in this folder are not read.",
                    "Put files in sessions/, contributions/, pages/, news/ or mails/, next to workshop.md."
                );
            else
                texts[name] = SourceFile.ReadText(name, path, problems);
        });
        return texts;
    }
}
