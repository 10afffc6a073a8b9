using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Application.Content;

/// <summary>Whose page somebody has who gets a name that another person has.</summary>
public enum SharedName
{
    /// <summary>The organiser has not said.</summary>
    Unknown,

    /// <summary>It is one person, with one page.</summary>
    OnePerson,

    /// <summary>They are two, and each keeps a page.</summary>
    TwoPeople,
}

/// <summary>What a posted form of a person would change.</summary>
/// <param name="Faults">By input. With one, nothing would change.</param>
/// <param name="Namesake">Another person of the new name, if the organiser has not said who is meant; null otherwise.</param>
/// <param name="Conflict">A file whose lines have changed in the shared draft and live; null for none.</param>
/// <param name="Files">The files that would change, as they are now and with their new text.</param>
public sealed record PersonChange(
    IReadOnlyList<(string Input, PersonFault Fault)> Faults,
    NamedPerson? Namesake,
    string? Conflict,
    IReadOnlyList<(OpenedFile File, string Text)> Files
)
{
    public bool CanBeSaved => Faults.Count == 0 && Namesake is null && Conflict is null;
}

/// <param name="Edit">Null if nothing was tried.</param>
/// <param name="Undo">What <see cref="ContentUndo.UndoAsync"/> needs; null if nothing was saved.</param>
/// <param name="Slug">The slug of the person after the save.</param>
public sealed record PersonOutcome(PersonChange Change, EditOutcome? Edit, string? Undo, string Slug);

/// <summary>All people that the content names, as it is in the shared draft, and changes of one of them in all places at once.</summary>
public sealed class PeopleService(ContentEditor editor, SharedDraft draft, ContentImporter importer, ContentChangeCheck check)
{
    public async Task<(NamedPeople People, IReadOnlyList<Problem> Problems)> ReadAsync(CancellationToken cancel)
    {
        var content = await ContentAsync(cancel);
        return (NamedPeople.In(content.Texts), content.Problems);
    }

    /// <summary>What a posted form would change.</summary>
    public async Task<PersonChange?> PreviewAsync(
        string slug,
        IReadOnlyDictionary<string, string> posted,
        SharedName shared,
        WorkshopLanguages languages,
        CancellationToken cancel
    ) => (await ChangeAsync(slug, posted, shared, languages, cancel))?.Change;

    /// <summary>Puts what an organiser has changed into all files, live or in the shared draft.</summary>
    /// <returns>Null if nobody has the slug any more.</returns>
    public async Task<PersonOutcome?> SaveAsync(
        string slug,
        IReadOnlyDictionary<string, string> posted,
        SharedName shared,
        WorkshopLanguages languages,
        SaveTarget target,
        Actor by,
        CancellationToken cancel
    )
    {
        // The database may be a moment behind the folder.
        await importer.ImportAsync(cancel);
        if (await ChangeAsync(slug, posted, shared, languages, cancel) is not var (change, place))
            return null;
        if (!change.CanBeSaved)
            return new(change, null, null, slug);
        var changes = change.Files.Select(f => new FileChange(f.File.Name, f.Text, f.File.Version, f.File.Live)).ToList();
        var outcome = changes.Count == 0 ? EditOutcome.Of(EditResult.Unchanged) : await editor.SaveAsync(by, changes, target, cancel);
        if (outcome.Result != EditResult.Saved)
            return new(change, outcome, null, slug);
        var isReleased = target == SaveTarget.Live && change.Files.Any(f => f.File.Draft is not null);
        var undo = isReleased
            ? null
            : await ContentUndo.OfAsync(changes, target == SaveTarget.Live ? OpenLiveAsync : editor.OpenAsync, cancel);
        return new(change, outcome, undo, await SlugAtAsync(place, cancel) ?? slug);

        Task<OpenedFile?> OpenLiveAsync(string name, CancellationToken token) => editor.OpenLiveAsync(name, token);
    }

    /// <summary>
    /// The slug of the person whom the content names at a place. The slug of somebody who is named only as a chair follows from the name.
    /// </summary>
    /// <returns>Null if it names nobody there.</returns>
    public async Task<string?> SlugAtAsync(PersonPlace place, CancellationToken cancel) =>
        NamedPeople
            .In((await ContentAsync(cancel)).Texts)
            .All.FirstOrDefault(p => p.Places.Any(other => (other.File, other.Path) == (place.File, place.Path)))
            ?.Slug;

    private async Task<(PersonChange Change, PersonPlace Place)?> ChangeAsync(
        string slug,
        IReadOnlyDictionary<string, string> posted,
        SharedName shared,
        WorkshopLanguages languages,
        CancellationToken cancel
    )
    {
        var texts = (await ContentAsync(cancel)).Texts.ToDictionary();
        if (NamedPeople.In(texts).Find(slug) is not { } found)
            return null;
        // Opened files have every byte, and the version that the change is based on.
        var opened = new Dictionary<string, OpenedFile>();
        foreach (var name in found.Places.Select(p => p.File).Distinct())
            if (await editor.OpenAsync(name, cancel) is { } file)
                (opened[name], texts[name]) = (file, file.Text);
        if (NamedPeople.In(texts) is var people && people.Find(slug) is not { } person)
            return null;
        var edit = new PersonEdit(people, person, languages);
        var conflict = opened.Values.FirstOrDefault(f => f.Draft?.Conflict is not null)?.Name;
        var namesake = NamesakeOf(people, person, edit.NameIn(posted));
        var kept = namesake is not null && shared == SharedName.OnePerson ? namesake.Slug : person.Slug;
        var faults = edit.Apply(posted, kept);
        var changed = edit.Changed;
        if (person.Places.Any(p => p.OwnSlug == kept) && await WarnsMoreAsync(changed, kept, cancel))
        {
            people = NamedPeople.In(texts);
            edit = new(people, people.Find(slug)!, languages);
            edit.Apply(posted, kept, dropsSlug: false);
            changed = edit.Changed;
        }
        return (
            new(
                faults,
                shared == SharedName.Unknown ? namesake : null,
                conflict,
                [
                    .. changed
                        .Where(c => opened.ContainsKey(c.Key))
                        .OrderBy(c => c.Key, StringComparer.Ordinal)
                        .Select(c => (opened[c.Key], c.Value)),
                ]
            ),
            person.Places[0]
        );
    }

    /// <summary>Somebody else who has the name already, so that only the organiser knows whether they are one person.</summary>
    private static NamedPerson? NamesakeOf(NamedPeople people, NamedPerson person, string name) =>
        name == person.Name || !person.Places.Any(p => p.MayHaveSlug)
            ? null
            : people.All.FirstOrDefault(p => p.Slug != person.Slug && p.Spellings.Contains(name));

    /// <summary>Whether the check takes the person for two people, once the slug that the name gives anyway is gone.</summary>
    private async Task<bool> WarnsMoreAsync(IReadOnlyDictionary<string, string> changed, string slug, CancellationToken cancel)
    {
        var files = new Dictionary<string, byte[]?>(SharedDraft.ContentOf(await draft.FilesAsync(cancel)));
        var known = Warnings(check.Read(files));
        foreach (var (name, text) in changed)
            files[name] = ContentEditor.BytesOf(text);
        return Warnings(check.Read(files)) > known;

        int Warnings(WorkshopContent content) =>
            NamedPeople.In(content.Texts) is var people && people.Find(slug) is { } person
                ? people.ProblemsOf(person, content.Problems.Where(p => p.Severity == Severity.Warning)).Count
                : 0;
    }

    private async Task<WorkshopContent> ContentAsync(CancellationToken cancel) =>
        check.Read(SharedDraft.ContentOf(await draft.FilesAsync(cancel)));
}
