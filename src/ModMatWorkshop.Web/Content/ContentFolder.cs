using System.Collections.Concurrent;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Content;

/// <summary>Reads a content folder into what the site shows, with every problem of every file.</summary>
public static class ContentFolder
{
    public const string WorkshopFile = "workshop.md";

    /// <summary>The Markdown files of a folder, in order. Symbolic links are not followed: a loop of them would never end.</summary>
    public static IReadOnlyList<string> Files(string root) =>
        [.. Directory.EnumerateFiles(root, "*.md", new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 3,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
        }).Order(StringComparer.Ordinal)];

    public static WorkshopContent Read(string root)
    {
        var problems = new ProblemList();
        if (!Directory.Exists(root))
        {
            problems.Error(new(WorkshopFile), $"There is no folder {root}.", "Set Site:ContentPath to the folder that holds workshop.md.");
            return new() { Problems = problems.InOrder };
        }

        var files = ReadFiles(root, problems);
        if (!files.TryGetValue(WorkshopFile, out var workshopFile))
        {
            problems.Error(new(WorkshopFile), "The file is missing or cannot be read.", "Every content folder has one.");
            return new() { Problems = problems.InOrder };
        }

        var twins = new TwinBodies(files, problems);
        var people = new People(problems);
        var (workshop, looseSlots) = new WorkshopReader(people, twins, problems).Read(workshopFile);
        var sessions = new SessionReader(workshop, people, problems);
        foreach (var file in In("sessions/"))
            sessions.Read(file);
        sessions.ReadLoose(looseSlots);

        var contributions = In("contributions/").AsParallel().AsOrdered()
            .Select(file => new ContributionReader(sessions.Places, people, problems).Read(file))
            .OfType<Contribution>().ToList();
        var pages = new PageReader(twins, problems);
        var content = new WorkshopContent
        {
            Workshop = workshop,
            Sessions = sessions.Sessions,
            Slots = sessions.SlotsInOrder(contributions),
            Contributions = [.. contributions.OrderBy(c => c.Kind).ThenBy(c => c.Number)],
            Pages = [.. In("pages/").Select(pages.ReadPage).OfType<Page>()],
            News = [.. In("news/").Select(pages.ReadNews).OfType<NewsItem>()],
            Persons = people.All,
        };
        twins.RefuseOrphans();
        return content with { Problems = problems.InOrder };

        IEnumerable<SourceFile> In(string folder) =>
            files.Values.Where(f => f.Name.StartsWith(folder, StringComparison.Ordinal) && !TwinBodies.IsTwin(f.Name))
                .OrderBy(f => f.Name, StringComparer.Ordinal);
    }

    private static Dictionary<string, SourceFile> ReadFiles(string root, ProblemList problems)
    {
        var files = new ConcurrentDictionary<string, SourceFile>();
        Parallel.ForEach(Files(root), path =>
        {
            if (SourceFile.Read(root, path, problems) is { } file)
                files[file.Name] = file;
        });
        foreach (var stray in files.Keys.Where(IsStray))
            problems.Error(new(stray), "A file in this place is not read.", "Files stand in sessions/, contributions/, pages/ or news/, beside workshop.md.");
        return new(files);
    }

    private static bool IsStray(string name) =>
        name is not (WorkshopFile or "workshop.en.md")
        && !(name.Count(c => c == '/') == 1 && name.Split('/')[0] is "sessions" or "contributions" or "pages" or "news");
}

/// <summary>The English bodies, <c>name.en.md</c>, each beside its French file.</summary>
public sealed class TwinBodies(IReadOnlyDictionary<string, SourceFile> files, ProblemList problems)
{
    private const string Suffix = ".en.md";
    private readonly HashSet<string> _taken = [];

    public static bool IsTwin(string name) => name.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>The English body of a file; null, with a warning, when there is none.</summary>
    public SourceFile? Of(SourceFile file)
    {
        var name = file.Name[..^".md".Length] + Suffix;
        if (!files.TryGetValue(name, out var twin))
        {
            if (file.Body.Trim().Length > 0)
                problems.Warn(new(file.Name, file.BodyLine), "The body has no English translation.", $"Write it in {name}.");
            return null;
        }
        _taken.Add(name);
        if (twin.FrontMatter is not null)
            problems.Error(new(name), "A translated body has no front matter.", $"The keys stand in {file.Name}, in both languages.");
        return twin;
    }

    public void RefuseOrphans()
    {
        foreach (var name in files.Keys.Where(n => IsTwin(n) && !_taken.Contains(n)))
            problems.Error(new(name), "This translation belongs to no file.", $"It goes with {name[..^Suffix.Length]}.md, which is not there or has no translated body.");
    }
}
