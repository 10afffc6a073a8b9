using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

/// <summary>The options in <c>workshop.md</c>.</summary>
public sealed class OptionTests
{
    private const string Before = "contact: \"atelier@example.org\"\n";

    [Fact]
    public void Every_key_is_read()
    {
        var workshop = Read(
            """
            options:
              - key: dinner
                name: { fr: "Dîner", en: "Dinner" }
                date: 2030-05-07
                start: "19:30"
                end: "23:00"
                where: { fr: "Au port", en: "At the harbour" }
                places: 60
                companions: 2
                price: { fr: "40 € par personne", en: "€40 each" }
                until: 2030-05-01
                for: { attendance: in-person, position: [postdoc, other] }
                caterer: { fr: "Eau plate", en: "Still water" }
              - { key: tour, name: { fr: "Visite", en: "Tour" } }
            questions:
              - { key: bus, kind: yes-no, label: { fr: "Bus ?", en: "Bus?" }, when: { option: tour } }
            """
        ).Workshop!;
        var dinner = workshop.Options[0];

        Assert.Equal(
            new WorkshopOption("dinner", new("Dîner", "Dinner"))
            {
                Date = new(2030, 5, 7),
                Start = new(19, 30),
                End = new(23, 0),
                Where = new("Au port", "At the harbour"),
                Places = 60,
                Companions = 2,
                Price = new("40 € par personne", "€40 each"),
                Until = new(2030, 5, 1),
                Attendance = Attendance.InPerson,
                Positions = dinner.Positions,
                CatererNote = new("Eau plate", "Still water"),
            },
            dinner with
            {
                Price = new(dinner.Price!.Fr!.Replace('\u00A0', ' '), dinner.Price.En),
            }
        );
        Assert.Equal("Postdoc Other", string.Join(' ', dinner.Positions));
        Assert.Equal(new WorkshopOption("tour", new("Visite", "Tour")) { Positions = workshop.Options[1].Positions }, workshop.Options[1]);
        Assert.Equal("tour", workshop.Questions[0].When!.Option);
        Assert.Equal(["dinner_option", "tour_option"], workshop.Fields.Options.Select(f => f.Key));
    }

    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            { "{ name: A }", "The key `key` is missing.", "Il manque la clé `key`." },
            { "{ key: A b, name: A }", "`A b` is not a slug.", "`A b` ne convient pas comme nom (`slug`)." },
            { "{ key: a }", "The key `name` is missing.", "Il manque la clé `name`." },
            { "{ key: a, name: A, companions: 5 }", "`companions` is at most 4.", "`companions` est au plus 4." },
            { "{ key: a, name: A, start: \"19:30\" }", "The option has an hour, but no day.", "L’option a une heure, mais pas de jour." },
            {
                "{ key: a, name: A, date: 2030-05-07, end: \"19:30\" }",
                "The option ends, but it does not start.",
                "L’option a une fin, mais pas de début."
            },
            {
                "{ key: a, name: A, date: 2030-05-07, until: 2030-05-08 }",
                "People may choose the option after it has taken place.",
                "On peut choisir l’option après qu’elle a eu lieu."
            },
            { "{ key: a, name: A, for: { position: king } }", "There is no position `king`.", "Il n’y a pas de situation `king`." },
            { "{ key: a, name: A, for: { role: x } }", "The key `role` is unknown here.", "La clé `role` est inconnue ici." },
            { "{ key: a, name: A, colour: red }", "The key `colour` is unknown here.", "La clé `colour` est inconnue ici." },
            { "{ key: a, name: A }, { key: a, name: B }", "Two options have the key `a`.", "Deux options ont la clé `a`." },
        };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_in_both_languages_and_at_its_line(string options, string english, string french)
    {
        var problem = Assert.Single(Read($"options: [{options}]").Problems, p => p.Severity == Severity.Error);

        Assert.Equal(english, problem.Message.In(Language.English));
        Assert.Equal(french, problem.Message.In(Language.French).Replace('\u00A0', ' ').Replace('\u202F', ' '));
        Assert.Equal(("workshop.md", true), (problem.File, problem.Line > 2));
    }

    [Fact]
    public void There_are_at_most_twenty_options_and_texts_have_a_length()
    {
        var many = string.Join(", ", Enumerable.Range(1, 21).Select(i => $"{{ key: a{i}, name: A }}"));

        Assert.Equal(
            ["There are more than 20 options.", "`price` is longer than 200 characters."],
            new[] { many, $"{{ key: a, name: A, price: \"{new string('x', 201)}\" }}" }.Select(options =>
                Assert.Single(Read($"options: [{options}]").Problems, p => p.Severity == Severity.Error).Message.In(Language.English)
            )
        );
    }

    [Fact]
    public void A_question_can_depend_only_on_an_option_that_exists() =>
        Assert.Equal(
            "No option has the key `dinner`.",
            Assert
                .Single(Read("questions: [{ key: a, kind: text, label: A, when: { option: dinner } }]").Problems, p =>
                    p.Severity == Severity.Error
                )
                .Message.In(Language.English)
        );

    [Fact]
    public void The_editor_writes_the_keys_of_an_option_in_their_order()
    {
        var edit = new FileEdit("---\nacronym: A\nvenue: { name: B }\noptions:\n  - key: a\n---\n");
        edit.Set("options.0.places", "60");
        edit.Set("options.0.name.fr", "Un");
        edit.Set("options.0.for.attendance", "remote");

        Assert.Equal(
            "---\nacronym: A\nvenue: { name: B }\noptions:\n  - key: a\n    name: { fr: \"Un\" }\n    places: 60\n"
                + "    for: { attendance: remote }\n---\n",
            edit.Text
        );
    }

    private static WorkshopContent Read(string options)
    {
        using var content = new ContentSample();
        content.Replace("workshop.md", Before, $"{Before}{options}\n");
        return ContentFolder.Read(content.Folder);
    }
}
