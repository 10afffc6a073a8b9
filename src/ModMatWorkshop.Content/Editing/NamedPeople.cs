using ModMatWorkshop.Content.PastedTex;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content.Editing;

/// <summary>All people that the files of a content folder name, with every place that names them.</summary>
public sealed class NamedPeople
{
    private readonly Dictionary<string, FileEdit> _files;

    private NamedPeople(Dictionary<string, FileEdit> files)
    {
        _files = files;
        var places = files.AsParallel().AsOrdered().SelectMany(f => PlacesIn(f.Key, f.Value)).ToList();
        // Who chairs or signs is named alone: one person of this name is meant.
        var byName = places.Where(p => p.Slug is not null).ToLookup(p => p.Place.Name, p => p.Slug!);
        All =
        [
            .. places
                .GroupBy(
                    p => p.Slug ?? (byName[p.Place.Name].Distinct().ToList() is [var only] ? only : PersonCollector.SlugOf(p.Place.Name)),
                    p => p.Place
                )
                .Where(p => p.Key.Length > 0)
                .Select(p => new NamedPerson(p.Key, [.. p]))
                .OrderBy(p => new PersonName(p.Name, p.Family).SortKey, StringComparer.Ordinal)
                .ThenBy(p => p.Slug, StringComparer.Ordinal),
        ];
    }

    /// <summary>Sorted by family name.</summary>
    public IReadOnlyList<NamedPerson> All { get; }

    /// <param name="texts">By name. Files that cannot be read are left out.</param>
    public static NamedPeople In(IReadOnlyDictionary<string, string> texts) =>
        new(
            texts
                .AsParallel()
                .Select(t => (t.Key, Edit: MayName(t.Key) ? FileEdit.Open(t.Value) : null))
                .Where(f => f.Edit is { HasFrontMatter: true })
                .OrderBy(f => f.Key, StringComparer.Ordinal)
                .ToDictionary(f => f.Key, f => f.Edit!)
        );

    public NamedPerson? Find(string? slug) => All.FirstOrDefault(p => p.Slug == slug);

    /// <summary>What the check says about a person: another spelling, a namesake, an ORCID that is none.</summary>
    public IReadOnlyList<Problem> ProblemsOf(NamedPerson person, IEnumerable<Problem> problems) =>
        [
            .. problems.Where(problem =>
                _files.GetValueOrDefault(problem.File)?.PathAt(problem.Line, problem.Column) is { } path
                && person.Places.Any(p => p.File == problem.File && p.Has(path))
            ),
        ];

    internal FileEdit this[string file] => _files[file];

    private static bool MayName(string file) => ContentFolder.IsTimetable(file) || ContributionFiles.Has(file);

    /// <summary>The places of a file. The slug is null where only the name tells who is meant.</summary>
    private static IEnumerable<(PersonPlace Place, string? Slug)> PlacesIn(string file, FileEdit edit)
    {
        if (ContributionFiles.Has(file))
            return InContribution(file, edit);
        var places = Items(edit, "committee")
            .Select(entry => Described(file, edit, PersonPlaceKind.Committee, entry))
            .Concat(Items(edit, "slots").SelectMany(slot => InSlot(file, edit, slot)))
            .Concat(Alone(file, edit, PersonPlaceKind.Chair, "chair"));
        if (edit.Value("signatory.name") is { } signatory && !SourceFile.IsPlaceholder(signatory))
            places = places.Concat(Alone(file, edit, PersonPlaceKind.Signatory, "signatory.name"));
        return [.. places.Where(p => p.Place.Name.Length > 0)];
    }

    private static IEnumerable<(PersonPlace Place, string? Slug)> InContribution(string file, FileEdit edit)
    {
        var authors = Items(edit, "authors").Select(entry => Described(file, edit, PersonPlaceKind.Author, entry)).ToList();
        var slugs = authors.DistinctBy(a => a.Place.Name).ToDictionary(a => a.Place.Name, a => a.Slug);
        var speakers = Speakers(file, edit, PersonPlaceKind.Speaker, default)
            .Select(s => (s, slugs.GetValueOrDefault(s.Name) ?? PersonCollector.SlugOf(s.Name)));
        return [.. authors.Concat(speakers.Select(s => (s.s, (string?)s.Item2))).Where(p => p.Item1.Name.Length > 0)];
    }

    private static IEnumerable<(PersonPlace Place, string? Slug)> InSlot(string file, FileEdit edit, FieldPath slot)
    {
        // A slot with a contribution has its speakers.
        var speakers = edit.Value(slot.Add("contribution")) is null
            ? Speakers(file, edit, PersonPlaceKind.SlotSpeaker, slot)
                .Select(s => (Place: s, Slug: (string?)(s.OwnSlug ?? PersonCollector.SlugOf(s.Name))))
                .ToList()
            : [];
        var moderator = Alone(file, edit, PersonPlaceKind.Moderator, slot.Add("moderator"))
            .Select(m => (m.Place, speakers.Find(s => s.Place.Name == m.Place.Name).Slug));
        return [.. speakers, .. moderator, .. Alone(file, edit, PersonPlaceKind.Chair, slot.Add("chair"))];
    }

    private static (PersonPlace Place, string? Slug) Described(string file, FileEdit edit, PersonPlaceKind kind, FieldPath entry)
    {
        var (name, own) = (NameAt(edit, entry.Add("name")), edit.Value(entry.Add("person")));
        var place = new PersonPlace(file, kind, entry.Add("name"), name, entry) { OwnSlug = own, Family = edit.Value(entry.Add("family")) };
        return (place, own ?? PersonCollector.SlugOf(name));
    }

    /// <summary>One speaker, whose keys stand beside it, or a list of speakers.</summary>
    private static IEnumerable<PersonPlace> Speakers(string file, FileEdit edit, PersonPlaceKind kind, FieldPath around)
    {
        var list = around.Add("speakers");
        if (edit.HasParts(list))
            return Items(edit, list).Select(item => Speaker(item.Add("name"), item));
        return NameAt(edit, around.Add("speaker")).Length > 0 ? [Speaker(around.Add("speaker"), around)] : [];

        PersonPlace Speaker(FieldPath path, FieldPath entry) =>
            new(file, kind, path, NameAt(edit, path), entry)
            {
                OwnSlug = kind == PersonPlaceKind.SlotSpeaker ? edit.Value(entry.Add("person")) : null,
            };
    }

    /// <summary>One name, or a list of names.</summary>
    private static IEnumerable<(PersonPlace Place, string? Slug)> Alone(string file, FileEdit edit, PersonPlaceKind kind, FieldPath path) =>
        (edit.Value(path) is not null ? [path] : Items(edit, path)).Select(p =>
            (new PersonPlace(file, kind, p, NameAt(edit, p)), (string?)null)
        );

    private static IEnumerable<FieldPath> Items(FileEdit edit, FieldPath list) => Enumerable.Range(0, edit.Count(list)).Select(list.Add);

    private static string NameAt(FileEdit edit, FieldPath path) => TexText.Plain(edit.Value(path) ?? "").Text.Trim();
}
