using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content.Editing;

/// <summary>Why a posted value is not put into the files.</summary>
public enum PersonFault
{
    Missing,
    TooLong,

    /// <summary>Somebody else has changed the same value meanwhile, or it is gone.</summary>
    Changed,
}

/// <summary>
/// The form of a person, and the changes that it makes in all files that name them. A posted form has each value as it was shown too, so
/// that only what the organiser has changed is put into the files as they are now.
/// </summary>
public sealed class PersonEdit
{
    /// <summary>What the name of a hidden input with the value as it was shown begins with.</summary>
    public const string Was = "was:";

    private readonly NamedPeople _people;
    private readonly NamedPerson _person;
    private readonly WorkshopLanguages _languages;
    private readonly Dictionary<string, string> _before;
    private readonly Dictionary<string, string> _shown = [];

    public PersonEdit(NamedPeople people, NamedPerson person, WorkshopLanguages languages)
    {
        (_people, _person, _languages, Fields) = (people, person, languages, PersonForm.FieldsOf(person));
        _before = person.Places.Select(p => p.File).Distinct().ToDictionary(f => f, f => people[f].Text);
        foreach (var field in Fields)
            if (field.Key == PersonForm.Name)
                _shown[field.Key] = person.Name;
            else
                foreach (var (name, language) in NamesOf(field))
                    _shown[name] = Targets(field).Select(place => ShownAt(place, field, language)).FirstOrDefault(t => t.Length > 0) ?? "";
    }

    public IReadOnlyList<PersonField> Fields { get; }

    /// <summary>The values of the files, by the name of the input.</summary>
    public IReadOnlyDictionary<string, string> Shown => _shown;

    /// <summary>The new texts of the files that have changed, by name.</summary>
    public IReadOnlyDictionary<string, string> Changed =>
        _before.Where(f => _people[f.Key].Text != f.Value).ToDictionary(f => f.Key, f => _people[f.Key].Text);

    /// <summary>The inputs of a field, that of the first language first.</summary>
    public IEnumerable<(string Name, Language? Language)> NamesOf(PersonField field) =>
        field.Field.IsBilingual ? _languages.All.Select(l => ($"{field.Key}.{l.Tag()}", (Language?)l)) : [(field.Key, null)];

    /// <summary>Whether a form has what was shown beside what was typed.</summary>
    public static bool IsWhole(IReadOnlyDictionary<string, string> posted) =>
        posted.ContainsKey(PersonForm.Name) && posted.ContainsKey(Was + PersonForm.Name);

    /// <summary>The name that a posted form asks for.</summary>
    public string NameIn(IReadOnlyDictionary<string, string> posted) =>
        ChangedIn(posted).Contains(PersonForm.Name) ? Clean(posted[PersonForm.Name]).Replace('\n', ' ') : _person.Name;

    /// <summary>Puts what an organiser has changed into the files. With a fault, nothing changes.</summary>
    /// <param name="slug">The slug that the person keeps, or that of the person whose page they share from now on.</param>
    /// <param name="dropsSlug">Whether a slug is removed from the files that the new name gives anyway.</param>
    public IReadOnlyList<(string Input, PersonFault Fault)> Apply(
        IReadOnlyDictionary<string, string> posted,
        string slug,
        bool dropsSlug = true
    )
    {
        var changed = ChangedIn(posted);
        var faults = changed.Select(name => (name, FaultOf(name, posted))).Where(f => f.Item2 is not null).ToList();
        if (faults.Count > 0)
            return [.. faults.Select(f => (f.name, f.Item2!.Value))];
        foreach (var field in Fields.Where(f => f.Key != PersonForm.Name && NamesOf(f).Any(n => changed.Contains(n.Name))))
        foreach (var place in Targets(field))
            Put(place, field, input => changed.Contains(input) ? posted[input] : _shown[input]);
        var name = NameIn(posted);
        foreach (var place in _person.Places.Where(p => p.Name != name))
            Edit(place).Set(place.Path, name);
        if (!changed.Contains(PersonForm.Family))
            AgreeOnFamily(name);
        PutSlug(name, slug, dropsSlug);
        return [];
    }

    /// <summary>Where a value is changed: where it is given, or else where it may be.</summary>
    private IEnumerable<PersonPlace> Targets(PersonField field)
    {
        if (field.Place is { } only)
            return [only];
        var isOfSpeaker = field.Key is PersonForm.Portrait or PersonForm.Bio;
        var possible = _person.Places.Where(p => isOfSpeaker ? p.Speaks : p.IsDescribed).ToList();
        var given = possible.Where(p => !IsAbsent(p, field.Field.Key)).ToList();
        // Portrait and lines count for all places, and the family name is given everywhere or nowhere.
        return field.Key == PersonForm.Family || given.Count == 0 ? possible.Take(isOfSpeaker ? 1 : int.MaxValue) : given;
    }

    private bool IsAbsent(PersonPlace place, string key) =>
        Edit(place) is var edit && place.Entry!.Value.Add(key) is var path && edit.Value(path) is null && !edit.HasParts(path);

    private string ShownAt(PersonPlace place, PersonField field, Language? language) =>
        Clean(new FormEdit(Edit(place), _languages).Shown(field.Field, place.Entry!.Value.Add(field.Field.Key), language));

    private void Put(PersonPlace place, PersonField field, Func<string, string> typed)
    {
        var path = place.Entry!.Value.Add(field.Field.Key).ToString();
        var form = new FileForm([new("person", new(""), [field.Field with { Key = path }])]);
        new FormEdit(Edit(place), _languages).Apply(form, name => typed(field.Key + name[path.Length..]));
    }

    /// <summary>Gives the family name everywhere or nowhere, if the places do not agree on it.</summary>
    private void AgreeOnFamily(string name)
    {
        var described = _person.Places.Where(p => p.IsDescribed).ToList();
        if (described.Select(p => new PersonName(name, p.Family).Family).Distinct().Count() < 2)
            return;
        foreach (var place in described)
            Edit(place).Set(place.Entry!.Value.Add(PersonForm.Family), _person.Family);
    }

    /// <summary>The address of the page stays, also under another name.</summary>
    private void PutSlug(string name, string slug, bool dropsSlug)
    {
        var follows = PersonCollector.SlugOf(name) == slug;
        foreach (var place in _person.Places.Where(p => p.MayHaveSlug))
            if (!follows)
                Edit(place).Set(place.Entry!.Value.Add(PersonForm.Slug), slug);
            else if (place.OwnSlug is not null && (dropsSlug && name != _person.Name || place.OwnSlug != slug))
                Edit(place).Set(place.Entry!.Value.Add(PersonForm.Slug), dropsSlug ? null : slug);
    }

    private FileEdit Edit(PersonPlace place) => _people[place.File];

    private static HashSet<string> ChangedIn(IReadOnlyDictionary<string, string> posted) =>
        [
            .. posted
                .Where(p =>
                    !p.Key.StartsWith(Was, StringComparison.Ordinal)
                    && posted.TryGetValue(Was + p.Key, out var was)
                    && Clean(p.Value) != Clean(was)
                )
                .Select(p => p.Key),
        ];

    private PersonFault? FaultOf(string name, IReadOnlyDictionary<string, string> posted)
    {
        var typed = Clean(posted[name]);
        if (!_shown.TryGetValue(name, out var now) || now != Clean(posted[Was + name]) && now != typed)
            return PersonFault.Changed;
        if (typed.Length == 0 && name == PersonForm.Name)
            return PersonFault.Missing;
        var field = Fields.First(f => NamesOf(f).Any(n => n.Name == name)).Field;
        return typed.Length > field.MaxLength ? PersonFault.TooLong : null;
    }

    private static string Clean(string text) => ScalarText.Clean(text).Trim();
}
