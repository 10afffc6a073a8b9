using ModMatWorkshop.Content.Formulas;
using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>Reads the files of <c>contributions/</c>. Each gives its own problems and people, so that it need not be read again.</summary>
/// <param name="texts">Of all files of the folder, by name; null for a file whose content is unknown.</param>
/// <param name="workshop">Null if it cannot be read. Only the built-in kinds are known then.</param>
/// <param name="places">The session number for each contribution code that a slot names.</param>
internal sealed class ContributionFiles(
    IReadOnlyDictionary<string, string?> texts,
    Workshop? workshop,
    IReadOnlyDictionary<string, int?> places,
    bool allPlacesAreKnown,
    MaterialReader materials,
    ImageReader images
)
{
    public static bool Has(string name) =>
        name.StartsWith("contributions/", StringComparison.Ordinal) && TranslatedBodies.LanguageOf(name) is null;

    /// <summary>The contributions, sorted by file.</summary>
    /// <param name="memory">What earlier readings gave; null to read every file.</param>
    /// <param name="unreadable">Receives the names of files that cannot be read.</param>
    /// <param name="people">Receives the people.</param>
    /// <param name="problems">Receives the problems.</param>
    public IReadOnlyList<Contribution> Read(
        ContributionMemory? memory,
        HashSet<string> unreadable,
        PersonCollector people,
        ProblemList problems
    )
    {
        memory?.KeepOnly(texts);
        var formulas = FormulaRenderer.Shared.Version;
        var kinds = string.Join('\n', workshop?.Kinds ?? []);
        var files = texts
            .Where(t => t.Value is not null && Has(t.Key))
            .OrderBy(t => t.Key, StringComparer.Ordinal)
            .AsParallel()
            .AsOrdered()
            .Select(t => (Name: t.Key, Read: memory?.Get(t.Key, Source(t.Key, t.Value!)) ?? Keep(t.Key, t.Value!)))
            .ToList();
        foreach (var (name, read) in files)
        {
            problems.Add(read.Problems);
            people.Add(read.People);
            if (read.IsUnreadable)
                unreadable.Add(name);
        }
        return [.. files.Select(f => f.Read.Contribution).OfType<Contribution>()];

        ReadContribution Keep(string name, string text)
        {
            var read = ReadFile(name, text);
            memory?.Add(name, Source(name, text), read);
            return read;
        }

        ContributionSource Source(string name, string text)
        {
            var slug = Path.GetFileNameWithoutExtension(name);
            bool? isInSlot = allPlacesAreKnown ? places.ContainsKey(slug) : null;
            return new(text, workshop?.Languages, kinds, isInSlot, places.GetValueOrDefault(slug), formulas);
        }
    }

    private ReadContribution ReadFile(string name, string text)
    {
        var problems = new ProblemList();
        var people = new PersonCollector(images, problems);
        var file = SourceFile.Parse(name, text, problems);
        var reader = new ContributionReader(
            workshop?.Languages,
            workshop?.Kinds ?? [],
            places,
            allPlacesAreKnown,
            people,
            materials,
            images,
            problems
        );
        var contribution = file is null ? null : reader.Read(file);
        return new(file is null, contribution, reader.NamesPicture || people.NamesPicture, problems, people);
    }
}
