using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>Collects all people that the content names. One name is one person; two spellings that give one slug are reported.</summary>
public sealed class PersonCollector(ImageReader images, ProblemList problems)
{
    private const string SlugHint = "Lower-case letters, digits and hyphens: `person: jane-doe`.";

    private readonly ConcurrentQueue<Mention> _mentions = [];
    private readonly ConcurrentQueue<Description> _descriptions = [];

    /// <summary>All people, sorted by family name. Reports people with more than one spelling.</summary>
    /// <param name="settled">The files that are as on the site. The others must spell a person as these do.</param>
    public IReadOnlyList<Person> All(IReadOnlySet<string> settled)
    {
        // In the order of the files, not in that of the threads that read them.
        var descriptions = _descriptions.OrderBy(d => d.Place.File, StringComparer.Ordinal).ThenBy(d => d.Place.Line).ToLookup(d => d.Slug);
        return
        [
            .. _mentions
                .GroupBy(m => m.Slug)
                .Select(mentions => Person(mentions, [.. descriptions[mentions.Key]], settled))
                .OrderBy(p => p.SortKey, StringComparer.Ordinal)
                .ThenBy(p => p.Slug, StringComparer.Ordinal),
        ];
    }

    public void Add(PersonCollector others)
    {
        foreach (var mention in others._mentions)
            _mentions.Enqueue(mention);
        foreach (var description in others._descriptions)
            _descriptions.Enqueue(description);
        NamesPicture |= others.NamesPicture;
    }

    /// <summary>Whether a person is to have a portrait, which depends on a file of <c>images/</c>.</summary>
    public bool NamesPicture { get; private set; }

    /// <summary>Reads name, family, person, orcid and printed from the fields, adds the person and returns the name and slug.</summary>
    public (PersonName Name, string Slug, string? Orcid) Add(
        Fields fields,
        PersonRole role,
        string? committeeAffiliation = null,
        IReadOnlyList<Affiliation>? affiliations = null
    )
    {
        var name = new PersonName(fields.RequiredPlainText("name"), FamilyIn(fields));
        WarnOfName(fields, name);
        var slug = fields.Text("person") ?? SlugOf(name.Full);
        var orcid = fields.Text("orcid");
        if (slug.Length == 0 && name.Full.Length > 0)
            fields.Error("name", $"`{name.Full}` cannot be turned into an address.", "Give the person a slug: `person: jane-doe`.");
        else if (slug.Length > 0 && !Slug.IsValid(slug))
            fields.Error("person", $"`{slug}` cannot be used in an address.", SlugHint);
        _mentions.Enqueue(
            new(slug, name, role, fields.PlaceOfKey("name"), fields.Text("printed"), orcid, committeeAffiliation)
            {
                Affiliations = affiliations ?? (committeeAffiliation is null ? [] : [new(committeeAffiliation)]),
                HasOwnSlug = fields.Has("person"),
            }
        );
        return (name, slug, orcid);
    }

    /// <summary>Adds a speaker whose name is a plain text.</summary>
    internal string Add(NamedSpeaker speaker)
    {
        var slug = speaker.OwnSlug ?? SlugOf(speaker.Name);
        if (slug.Length == 0)
            problems.Error(speaker.Place, $"`{speaker.Name}` cannot be turned into an address.", "Write the name in letters.");
        else if (!Slug.IsValid(slug))
            problems.Error(speaker.PlaceOfSlug, $"`{slug}` cannot be used in an address.", SlugHint);
        _mentions.Enqueue(new(slug, new(speaker.Name), PersonRole.Speaker, speaker.Place) { HasOwnSlug = speaker.OwnSlug is not null });
        Describe(slug, speaker);
        return slug;
    }

    /// <summary>Adds the portrait and the lines about a person.</summary>
    internal void Describe(string slug, NamedSpeaker speaker)
    {
        NamesPicture |= speaker.Portrait is not null;
        var portrait = speaker.Portrait is { } name ? images.Find(name, PictureUse.Portrait, speaker.PlaceOfPortrait) : null;
        if (portrait is not null || speaker.Bio is not null)
            _descriptions.Enqueue(new(slug, speaker.Place, portrait, speaker.Bio));
    }

    private Person Person(IEnumerable<Mention> ofOneAddress, IReadOnlyList<Description> descriptions, IReadOnlySet<string> settled)
    {
        // Files are read concurrently. Sort by file, so that the reference spelling does not depend on the order of threads.
        var mentions = ofOneAddress
            .OrderByDescending(m => settled.Contains(m.Place.File))
            .ThenBy(m => m.Place.File, StringComparer.Ordinal)
            .ThenBy(m => m.Place.Line)
            .ThenBy(m => m.Place.Column)
            .ToList();
        var (slug, name) = (mentions[0].Slug, mentions[0].Name);
        var orcid = mentions.Find(m => m.Orcid is not null)?.Orcid;
        foreach (var meeting in mentions.Where(m => m.Slug.Length > 0))
        {
            if (meeting.Name.Full != name.Full)
                problems.Error(
                    meeting.Place,
                    $"`{meeting.Name.Full}` is written `{name.Full}` elsewhere.",
                    "One name is one person: keep one spelling, and put the other under `printed`."
                );
            else if (meeting.Name.Family != name.Family)
                problems.Error(
                    meeting.Place,
                    $"The family name of `{name.Full}` is `{name.Family}` elsewhere.",
                    "Give `family` everywhere or nowhere."
                );
            if (meeting.Orcid is not null && meeting.Orcid != orcid)
                problems.Error(meeting.Place, $"The ORCID of `{name.Full}` is `{orcid}` elsewhere.", "A person has one ORCID.");
        }
        Namesakes.Warn(mentions, problems);
        var roles = mentions.Aggregate(default(PersonRole), (all, m) => all | m.Role);
        return new()
        {
            Slug = slug,
            Name = name.Full,
            Family = name.Family,
            SortKey = name.SortKey,
            OtherNames = [.. mentions.Select(m => m.Printed).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            CommitteeAffiliation = mentions.Find(m => m.CommitteeAffiliation is not null)?.CommitteeAffiliation,
            IsAuthor = roles.HasFlag(PersonRole.Author),
            Speaks = roles.HasFlag(PersonRole.Speaker),
            Orcid = orcid,
            Portrait = descriptions.FirstOrDefault(d => d.Portrait is not null)?.Portrait,
            Bio = descriptions.FirstOrDefault(d => d.Bio is not null)?.Bio,
        };
    }

    /// <summary>A name in other letters gets a slug that says nothing, but stays the same: <c>p-</c> and ten hexadecimal digits.</summary>
    internal static string SlugOf(string name)
    {
        var slug = Slug.From(name);
        return Folding.Fold(name).All(c => char.IsAscii(c) || !char.IsLetter(c))
            ? slug
            : $"p-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Folding.Fold(name))))[..10]}";
    }

    private static void WarnOfName(Fields fields, PersonName name)
    {
        if (name.Title is { } title)
            fields.Warn("name", $"`{title.TrimEnd(',')}` is not part of a name.", "Write the name alone.");
        else if (name.Suffix.Length == 0 && name.Full.Contains(',', StringComparison.Ordinal))
            fields.Warn("name", $"`{name.Full}` has a comma.", "Write the name as it is read: `Ada Lovelace`.");
        else if (name.IsUncertain && !fields.Has("family"))
            fields.Warn(
                "name",
                $"The family name of `{name.Full}` is taken to be `{name.Family}`.",
                $"Say so, or correct it: `family: \"{name.Family}\"`."
            );
    }

    private static string? FamilyIn(Fields fields)
    {
        if (fields.Text("family") is not { } family)
            return null;
        var name = fields.RequiredText("name");
        if (name.EndsWith(family, StringComparison.Ordinal) || new PersonName(name, family).Given.Length > 0)
            return family;
        fields.Error("family", $"`{family}` is not the end of the name.", "The family name is the last part of the name.");
        return null;
    }

    private sealed record Description(string Slug, SourceLocation Place, Picture? Portrait, Localized? Bio);

    [Flags]
    public enum PersonRole
    {
        Author = 1,
        Speaker = 2,
        Committee = 4,
    }

    internal sealed record Mention(
        string Slug,
        PersonName Name,
        PersonRole Role,
        SourceLocation Place,
        string? Printed = null,
        string? Orcid = null,
        string? CommitteeAffiliation = null
    )
    {
        public IReadOnlyList<Affiliation> Affiliations { get; init; } = [];

        /// <summary>Whether the content gives the slug, which says who is meant.</summary>
        public bool HasOwnSlug { get; init; }
    }
}
