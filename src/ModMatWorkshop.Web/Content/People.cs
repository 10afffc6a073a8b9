using System.Collections.Concurrent;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Content;

/// <summary>Everybody whom the content names, gathered while it is read. One name is one person; two spellings of one address are a slip.</summary>
public sealed class People(ProblemList problems)
{
    private readonly ConcurrentDictionary<string, Known> _known = new();

    public IReadOnlyList<Person> All =>
        [.. _known.Values.Select(k => k.ToPerson()).OrderBy(p => p.SortKey, StringComparer.Ordinal).ThenBy(p => p.Slug, StringComparer.Ordinal)];

    /// <summary>Reads name, family, person, orcid and printed from the fields, and answers with the person's name and address.</summary>
    public (PersonName Name, string Slug, string? Orcid) Meet(Fields fields, Role role, string? committeeAffiliation = null)
    {
        var name = new PersonName(fields.RequiredText("name"), FamilyIn(fields));
        var slug = fields.Text("person") ?? Slug.From(name.Full);
        var orcid = fields.Text("orcid");
        if (!Slug.IsValid(slug) && name.Full.Length > 0)
            fields.Error(fields.Has("person") ? "person" : "name", $"`{slug}` cannot stand in an address.", "Give the person a slug of their own: `person: jane-doe`.");
        Meet(name, slug, role, fields.PlaceOfKey("name"), fields.Text("printed"), orcid, committeeAffiliation);
        return (name, slug, orcid);
    }

    /// <summary>A speaker named in a text of its own; empty names were reported before.</summary>
    public string Meet(string name, Role role, Place place)
    {
        var person = new PersonName(name);
        var slug = Slug.From(name);
        Meet(person, slug, role, place, null, null, null);
        return slug;
    }

    private void Meet(PersonName name, string slug, Role role, Place place, string? printed, string? orcid, string? committeeAffiliation)
    {
        if (name.Full.Length == 0)
            return;
        var known = _known.GetOrAdd(slug, _ => new(slug, name));
        lock (known)
        {
            if (known.Name.Full != name.Full)
                problems.Error(place, $"`{name.Full}` is written `{known.Name.Full}` elsewhere.", "One name is one person: keep one spelling, and the other under `printed`.");
            else if (known.Name.Family != name.Family)
                problems.Error(place, $"The family name of `{name.Full}` is `{known.Name.Family}` elsewhere.", "Give `family` everywhere or nowhere.");
            known.Roles |= role;
            known.CommitteeAffiliation ??= committeeAffiliation;
            known.Orcid ??= orcid;
            if (printed is not null)
                known.OtherNames.Add(printed);
        }
    }

    private static string? FamilyIn(Fields fields)
    {
        if (fields.Text("family") is not { } family)
            return null;
        if (fields.RequiredText("name").EndsWith(family, StringComparison.Ordinal))
            return family;
        fields.Error("family", $"`{family}` is not the end of the name.", "The family name is the last part of the name.");
        return null;
    }

    [Flags]
    public enum Role
    {
        Author = 1,
        Speaker = 2,
        Committee = 4,
    }

    private sealed class Known(string slug, PersonName name)
    {
        public PersonName Name => name;

        public Role Roles { get; set; }

        public string? CommitteeAffiliation { get; set; }

        public string? Orcid { get; set; }

        public SortedSet<string> OtherNames { get; } = new(StringComparer.Ordinal);

        public Person ToPerson() => new()
        {
            Slug = slug,
            Name = name.Full,
            Family = name.Family,
            SortKey = name.SortKey,
            OtherNames = [.. OtherNames],
            CommitteeAffiliation = CommitteeAffiliation,
            IsAuthor = Roles.HasFlag(Role.Author),
            Speaks = Roles.HasFlag(Role.Speaker),
            Orcid = Orcid,
        };
    }
}
