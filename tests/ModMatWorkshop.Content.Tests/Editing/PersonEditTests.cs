using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests.Editing;

/// <summary>What the form of a person changes in the files that name them, line by line.</summary>
public class PersonEditTests
{
    public static TheoryData<string> Workshops() => [Repository.Content, Repository.Minimal, Repository.TwoRooms];

    [Fact]
    public void Everybody_is_found_in_all_places_that_name_them() =>
        Assert.Equal(
            [
                "contributions/o3.md Author authors.0.name",
                "contributions/o3.md Speaker speaker",
                "sessions/session-2.md Chair chair",
                "sessions/session-3.md SlotSpeaker slots.1.speakers.1.name",
                "sessions/session-3.md Moderator slots.1.moderator",
                "workshop.md Committee committee.2.name",
            ],
            Person(Texts(Repository.TwoRooms), "solveig-aas").Places.Select(p => $"{p.File} {p.Kind} {p.Path}")
        );

    [Fact]
    public void Another_name_changes_these_values_and_keeps_the_address() =>
        Assert.Equal(
            [
                """contributions/o3.md -speaker: "Solveig Aas" """.TrimEnd(),
                """contributions/o3.md -  - { name: "Solveig Aas", affiliations: [1] }""",
                """contributions/o3.md +speaker: "Solveig Aas-Berg" """.TrimEnd(),
                """contributions/o3.md +  - { name: "Solveig Aas-Berg", person: solveig-aas, affiliations: [1] }""",
                """sessions/session-2.md -chair: "Solveig Aas" """.TrimEnd(),
                """sessions/session-2.md +chair: "Solveig Aas-Berg" """.TrimEnd(),
                """sessions/session-3.md moderator: "Solveig Aas-Berg", """
                    + """speakers: [{ name: "Ingrid Vaara", lab: "Taiga Lab", town: "Oulu" }, """
                    + """{ name: "Solveig Aas-Berg", person: solveig-aas, lab: "Fjord College", town: "Bergen" }, "Tomás Quiroga"] }""",
                """workshop.md -  - { name: "Solveig Aas", affiliation: "Fjord College" }""",
                """workshop.md +  - { name: "Solveig Aas-Berg", person: solveig-aas, affiliation: "Fjord College" }""",
            ],
            Changes(Texts(Repository.TwoRooms), Renamed(Texts(Repository.TwoRooms), "solveig-aas", "Solveig Aas-Berg"))
        );

    [Theory, MemberData(nameof(Workshops))]
    public void Each_person_who_is_renamed_and_named_again_leaves_the_same_bytes(string folder)
    {
        var texts = Texts(folder);
        foreach (var person in NamedPeople.In(texts).All)
        {
            var renamed = Renamed(texts, person.Slug, "Zoë Other");
            Assert.Equal(
                person.Places.Select(p => p.File).Distinct().Order(StringComparer.Ordinal),
                texts.Keys.Where(f => texts[f] != renamed[f]).Order(StringComparer.Ordinal)
            );
            var now = Assert.Single(NamedPeople.In(renamed).All, p => p.Name == "Zoë Other");
            Assert.Equal(person.Places.Select(p => (p.File, p.Path)), now.Places.Select(p => (p.File, p.Path)));
            Assert.Equal(person.Places.Any(p => p.MayHaveSlug) ? person.Slug : "zoe-other", now.Slug);
            Assert.Equal(texts, Renamed(renamed, now.Slug, person.Name));
        }
    }

    [Fact]
    public void The_address_of_the_page_stays_for_readers()
    {
        using var content = new ContentSample(Repository.TwoRooms);
        foreach (var (file, text) in Renamed(Texts(content.Folder), "solveig-aas", "Solveig Aas-Berg"))
            content.Write(file, text);
        var read = ContentFolder.Read(content.Folder);
        Assert.Equal([], read.Problems.Where(p => p.Severity == Severity.Error));
        Assert.Equal(
            ("solveig-aas", true, true),
            Assert.Single(read.Persons, p => p.Name == "Solveig Aas-Berg") is var p ? (p.Slug, p.Speaks, p.IsAuthor) : default
        );
        Assert.Equal("solveig-aas", read.Slots.Single(s => s.Slug == "panel-data").SpeakerSlug);
    }

    [Theory]
    [InlineData("orcid", "0000-0002-1825-0097")]
    [InlineData("family", "Aas")]
    [InlineData("portrait", "aas.jpg")]
    [InlineData("bio.en", "She measures: \"snow\".")]
    [InlineData("contributions/o3:author:printed", "S. Aas")]
    [InlineData("contributions/o3:author:affiliations", "1, 2")]
    [InlineData("contributions/o3:speaker:town", "Oslo")]
    [InlineData("sessions/session-3:slotspeaker:lab", "Other Lab")]
    [InlineData("workshop:committee:affiliation", "Other College")]
    public void A_value_that_is_given_and_taken_back_leaves_the_same_bytes(string input, string value)
    {
        var texts = Texts(Repository.TwoRooms);
        var (given, before) = Edited(texts, "solveig-aas", input, value);
        Assert.NotEqual(texts, given);
        Assert.Equal(texts, Edited(given, "solveig-aas", input, before).Texts);
    }

    [Theory]
    [InlineData("orcid", "contributions/o3.md workshop.md")]
    [InlineData("family", "contributions/o3.md workshop.md")]
    [InlineData("portrait", "contributions/o3.md")]
    [InlineData("contributions/o3:author:printed", "contributions/o3.md")]
    [InlineData("workshop:committee:printed", "workshop.md")]
    public void A_value_goes_where_it_belongs(string input, string files)
    {
        var texts = Texts(Repository.TwoRooms);
        var given = Edited(texts, "solveig-aas", input, "Aas").Texts;
        Assert.Equal(files, string.Join(' ', texts.Keys.Where(f => texts[f] != given[f]).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Two_spellings_become_one()
    {
        var texts = Texts(Repository.TwoRooms);
        var mistaken = texts.ToDictionary();
        mistaken["workshop.md"] = texts["workshop.md"].Replace("name: \"Solveig Aas\"", "name: \"Solveig  Aas\"", StringComparison.Ordinal);
        Assert.Equal(["Solveig Aas", "Solveig  Aas"], Person(mistaken, "solveig-aas").Spellings);
        Assert.Equal(texts, Edited(mistaken, "solveig-aas", "orcid", "").Texts);
    }

    [Fact]
    public void Somebody_else_s_change_of_another_value_stays_and_of_the_same_value_is_a_fault()
    {
        var texts = Texts(Repository.TwoRooms);
        var form = Form(texts, "solveig-aas");
        var theirs = Renamed(Edited(texts, "solveig-aas", "orcid", "0000-0002-1825-0097").Texts, "solveig-aas", "Solveig Aas-Berg");

        form["contributions/o3:author:printed"] = "S. Aas";
        var (both, faults) = Applied(theirs, "solveig-aas", form);
        Assert.Equal([], faults);
        Assert.Equal(
            """  - { name: "Solveig Aas-Berg", person: solveig-aas, orcid: "0000-0002-1825-0097", affiliations: [1], printed: "S. Aas" }""",
            both["contributions/o3.md"].Split('\n').Single(l => l.Contains("Aas-Berg", StringComparison.Ordinal) && l.StartsWith(' '))
        );

        form["name"] = "S. Aas";
        var (none, refused) = Applied(theirs, "solveig-aas", form);
        Assert.Equal([("name", PersonFault.Changed)], refused);
        Assert.Equal(theirs, none);
    }

    [Theory]
    [InlineData("name", "  ", PersonFault.Missing)]
    [InlineData("name", 201, PersonFault.TooLong)]
    [InlineData("orcid", 41, PersonFault.TooLong)]
    public void A_value_that_cannot_be_is_a_fault_and_nothing_changes(string input, object value, PersonFault fault)
    {
        var texts = Texts(Repository.TwoRooms);
        var form = Form(texts, "solveig-aas");
        form[input] = value is int length ? new string('a', length) : (string)value;
        form["contributions/o3:author:printed"] = "S. Aas";
        var (after, faults) = Applied(texts, "solveig-aas", form);
        Assert.Equal([(input, fault)], faults);
        Assert.Equal(texts, after);
    }

    [Fact]
    public void A_place_that_is_gone_is_a_fault()
    {
        var texts = Texts(Repository.TwoRooms);
        var form = Form(texts, "solveig-aas");
        form["contributions/o3:author:printed"] = "S. Aas";
        texts.Remove("contributions/o3.md");
        Assert.Equal([("contributions/o3:author:printed", PersonFault.Changed)], Applied(texts, "solveig-aas", form).Faults);
    }

    [Fact]
    public void One_page_for_two_people_gives_up_the_address_of_one()
    {
        var texts = Texts(Repository.TwoRooms);
        var people = NamedPeople.In(texts);
        var edit = new PersonEdit(people, people.Find("ravi-chandran")!, new(Language.English));
        var form = Form(texts, "ravi-chandran");
        form["name"] = "Solveig Aas";
        Assert.Equal([], edit.Apply(form, "solveig-aas"));
        foreach (var (file, text) in edit.Changed)
            texts[file] = text;
        Assert.Null(NamedPeople.In(texts).Find("ravi-chandran"));
        Assert.DoesNotContain("person:", string.Concat(texts.Values), StringComparison.Ordinal);
    }

    private static NamedPerson Person(IReadOnlyDictionary<string, string> texts, string slug) => NamedPeople.In(texts).Find(slug)!;

    private static Dictionary<string, string> Texts(string folder) =>
        ContentFolder.Files(folder).ToDictionary(f => Path.GetRelativePath(folder, f), File.ReadAllText);

    private static Dictionary<string, string> Renamed(IReadOnlyDictionary<string, string> texts, string slug, string name) =>
        Edited(texts, slug, "name", name).Texts;

    /// <summary>The form as it is shown.</summary>
    private static Dictionary<string, string> Form(IReadOnlyDictionary<string, string> texts, string slug) =>
        Editing(texts, slug).Shown.SelectMany(s => new[] { s, new(PersonEdit.Was + s.Key, s.Value) }).ToDictionary();

    private static (Dictionary<string, string> Texts, string Before) Edited(
        IReadOnlyDictionary<string, string> texts,
        string slug,
        string input,
        string value
    )
    {
        var form = Form(texts, slug);
        var before = form[input];
        form[input] = value;
        var (after, faults) = Applied(texts, slug, form);
        Assert.Equal([], faults);
        return (after, before);
    }

    private static (Dictionary<string, string> Texts, IReadOnlyList<(string Input, PersonFault Fault)> Faults) Applied(
        IReadOnlyDictionary<string, string> texts,
        string slug,
        Dictionary<string, string> form
    )
    {
        var edit = Editing(texts, slug);
        var faults = edit.Apply(form, slug);
        return (texts.ToDictionary(t => t.Key, t => edit.Changed.GetValueOrDefault(t.Key, t.Value)), faults);
    }

    private static PersonEdit Editing(IReadOnlyDictionary<string, string> texts, string slug)
    {
        var people = NamedPeople.In(texts);
        return new(people, people.Find(slug)!, new(Language.English));
    }

    /// <summary>The lines that differ; of a long line, the end that differs.</summary>
    private static List<string> Changes(Dictionary<string, string> before, Dictionary<string, string> after) =>
        [
            .. before
                .Keys.Order(StringComparer.Ordinal)
                .SelectMany(file =>
                {
                    var (old, now) = (before[file].Split('\n'), after[file].Split('\n'));
                    if (old.Except(now).ToList() is [{ Length: > 140 }] && now.Except(old).Single() is var line)
                        return [$"{file} {line[line.IndexOf("moderator", StringComparison.Ordinal)..]}"];
                    return old.Except(now).Select(l => $"{file} -{l}").Concat(now.Except(old).Select(l => $"{file} +{l}"));
                }),
        ];
}
