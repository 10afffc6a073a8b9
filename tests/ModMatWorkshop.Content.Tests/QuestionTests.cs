using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

/// <summary>The questions and positions in <c>workshop.md</c>.</summary>
public sealed class QuestionTests
{
    private const string Before = "contact: \"atelier@example.org\"\n";

    [Fact]
    public void A_workshop_without_questions_has_the_built_in_fields() =>
        Assert.Same(RegistrationFields.BuiltIn, Read("").Workshop!.Fields);

    [Fact]
    public void Every_key_is_read()
    {
        var workshop = Read(
            """
            positions:
              - { key: professor, name: { fr: "Professeur", en: "Professor" } }
            questions:
              - key: size
                kind: choice
                label: { fr: "Taille du tee-shirt", en: "T-shirt size" }
                short: { fr: "Taille", en: "Size" }
                help: { fr: "Coupe droite.", en: "Regular fit." }
                required: true
                choices:
                  - s = petit | small
                  - XL
                when: { attendance: in-person, position: [professor, other] }
                purpose: { fr: "les tee-shirts", en: "for the T-shirts" }
                erased: after-workshop
                shown: [list, badge]
              - { key: visa, kind: number, label: { fr: "Âge", en: "Age" }, least: 1, most: 99.5, erased: 2030-05-01, only: organiser,
                  when: { question: size, answer: [xl] } }
              - { key: conduct, kind: consent, label: { fr: "J’accepte.", en: "I agree." }, version: 2021-09, required: true }
              - { key: poster, kind: file, label: { fr: "Affiche", en: "Poster" }, megabytes: 8, shown: [list] }
            """
        ).Workshop!;
        var (size, visa, conduct) = (workshop.Questions[0], workshop.Questions[1], workshop.Questions[2]);

        Assert.Equal([new OwnPosition("professor", new("Professeur", "Professor"))], workshop.Positions);
        Assert.Equal(
            ("size_choice", "T-shirt size", "Size", "Regular fit.", true, "for the T-shirts", true, FieldUse.List | FieldUse.Badge),
            (
                size.Id,
                size.Label.En,
                size.ShortLabel!.En,
                size.Help!.En,
                size.IsRequired,
                size.Purpose!.En,
                size.IsErasedAfterWorkshop,
                size.Shown
            )
        );
        Assert.Equal([new("s", new("petit", "small")), new("xl", new("XL", "XL"))], size.Choices);
        Assert.Equal((Attendance.InPerson, "professor Other"), (size.When!.Attendance, string.Join(' ', size.When.Positions)));
        Assert.Equal(
            ("visa_number", 1m, 99.5m, new DateOnly(2030, 5, 1), OrganiserRoles.Organiser, "size", "xl"),
            (visa.Id, visa.AtLeast, visa.AtMost, visa.ErasedOn, visa.OnlyFor, visa.When!.Question, Assert.Single(visa.When.Answers))
        );
        Assert.Equal(("conduct_consent_2021-09", FieldUse.Export), (conduct.Id, conduct.Shown));
        Assert.Equal(
            ("poster_file", 8 << 20, FieldUse.List),
            (workshop.Questions[3].Id, workshop.Questions[3].MaxFile, workshop.Questions[3].Shown)
        );
    }

    public static TheoryData<string, string, string?> Mistakes =>
        new()
        {
            { "{ kind: text, label: A }", "The key `key` is missing.", "Il manque la clé `key`." },
            { "{ key: A b, kind: text, label: A }", "`A b` is not a slug.", "`A b` ne convient pas comme nom (`slug`)." },
            {
                "{ key: a, kind: radio, label: A }",
                "`kind` is not one of: text, long-text, choice, choices, yes-no, number, date, country, consent, file.",
                null
            },
            { "{ key: a, kind: text }", "The key `label` is missing.", "Il manque la clé `label`." },
            {
                "{ key: a, kind: choice, label: A }",
                "A question of this kind has 1 to 60 choices.",
                "Une question de ce genre a de 1 à 60 choix."
            },
            { "{ key: a, kind: choice, label: A, choices: [日本] }", "The choice `日本` has no key.", "Le choix `日本` n’a pas de clé." },
            { "{ key: a, kind: choice, label: A, choices: [b, B] }", "Two choices have the key `b`.", "Deux choix ont la clé `b`." },
            {
                "{ key: a, kind: text, label: A, choices: [b] }",
                "Only the kinds `choice` and `choices` have choices.",
                "Seuls les genres `choice` et `choices` ont des choix."
            },
            {
                "{ key: a, kind: text, label: A, least: 1 }",
                "Only the kind `number` has a smallest and a largest answer.",
                "Seul le genre `number` a une plus petite et une plus grande réponse."
            },
            {
                "{ key: a, kind: number, label: A, least: 3, most: 2 }",
                "`most` is smaller than `least`.",
                "`most` est plus petit que `least`."
            },
            {
                "{ key: a, kind: text, label: A, version: 2 }",
                "Only the kind `consent` has a version.",
                "Seul le genre `consent` a une version."
            },
        };

    public static TheoryData<string, string, string?> MoreMistakes =>
        new()
        {
            { "{ key: a, kind: consent, label: A, version: 2.1 }", "`2.1` is not a version.", "`2.1` n’est pas une version." },
            { "{ key: a, kind: text, label: A, shown: [web] }", "There is no place `web`.", "Il n’y a pas d’endroit `web`." },
            {
                "{ key: a, kind: text, label: A, shown: [badge], only: organiser }",
                "Answers that only one role sees appear on no list, badge or sheet.",
                "Des réponses vues d’un seul rôle ne figurent sur aucune liste, aucun badge, aucune feuille."
            },
            {
                "{ key: a, kind: text, label: A, erased: never }",
                "`erased` is not a date that exists.",
                "`erased` n’est pas une date qui existe."
            },
            { "{ key: a, kind: text, label: A, when: {} }", "The condition says nothing.", "La condition ne dit rien." },
            {
                "{ key: a, kind: text, label: A, when: { position: king } }",
                "There is no position `king`.",
                "Il n’y a pas de situation `king`."
            },
            {
                "{ key: a, kind: text, label: A, when: { question: b } }",
                "No earlier question has the key `b`.",
                "Aucune question précédente n’a la clé `b`."
            },
            {
                "{ key: a, kind: text, label: A, when: { attendance: remote, answer: b } }",
                "The condition names an answer, but no question.",
                "La condition nomme une réponse, mais pas de question."
            },
            {
                "{ key: a, kind: text, label: A, megabytes: 3 }",
                "Only the kind `file` has a largest size.",
                "Seul le genre `file` a une taille maximale."
            },
            {
                "{ key: a, kind: file, label: A, megabytes: 11 }",
                "A file may have 1 to 10 megabytes.",
                "Un fichier peut avoir de 1 à 10 mégaoctets."
            },
            {
                "{ key: a, kind: file, label: A, shown: [list, door] }",
                "A file can appear in the list and the export alone, by its name.",
                "Un fichier ne figure que dans la liste et l’export, par son nom."
            },
            {
                string.Join(", ", Enumerable.Range(1, 6).Select(n => $"{{ key: a{n}, kind: file, label: A }}")),
                "There are more than 5 questions that ask for a file.",
                "Plus de 5 questions demandent un fichier."
            },
            {
                "{ key: travel-support, kind: text, label: A }",
                "`travel-support` is the key of a question about travel support.",
                "`travel-support` est la clé d’une question sur l’aide au voyage."
            },
            { "{ key: a, kind: text, label: A, colour: red }", "The key `colour` is unknown here.", "La clé `colour` est inconnue ici." },
            {
                "{ key: a, kind: yes-no, label: A }, { key: b, kind: text, label: B, when: { question: a, answer: maybe } }",
                "`a` has no answer `maybe`.",
                "`a` n’a pas de réponse `maybe`."
            },
            {
                "{ key: a, kind: text, label: A }, { key: b, kind: text, label: B, when: { question: a, answer: c } }",
                "The answer to `a` is not one of several.",
                "La réponse à `a` n’est pas à choisir parmi plusieurs."
            },
            {
                "{ key: a, kind: text, label: A }, { key: a, kind: date, label: B }",
                "Two questions have the key `a`.",
                "Deux questions ont la clé `a`."
            },
        };

    [Theory, MemberData(nameof(Mistakes)), MemberData(nameof(MoreMistakes))]
    public void A_mistake_is_told_in_both_languages_and_at_its_line(string questions, string english, string? french)
    {
        var problem = Assert.Single(Read($"questions: [{questions}]").Problems, p => p.Severity == Severity.Error);

        Assert.Equal(english, problem.Message.In(Language.English));
        if (french is not null)
            Assert.Equal(french, problem.Message.In(Language.French).Replace('\u00A0', ' ').Replace('\u202F', ' '));
        Assert.Equal(("workshop.md", true), (problem.File, problem.Line > 2));
    }

    [Fact]
    public void The_editor_writes_the_keys_of_a_question_in_their_order()
    {
        var edit = new FileEdit("---\nacronym: A\nvenue: { name: B }\nquestions:\n  - key: a\n---\n");
        edit.Set("questions.0.label.fr", "Un");
        edit.Set("questions.0.kind", "text");
        edit.Set("questions.0.when.attendance", "remote");

        Assert.Equal(
            "---\nacronym: A\nvenue: { name: B }\nquestions:\n  - key: a\n    kind: text\n    label: { fr: \"Un\" }\n"
                + "    when: { attendance: remote }\n---\n",
            edit.Text
        );
    }

    private static WorkshopContent Read(string questions)
    {
        using var content = new ContentSample();
        content.Replace("workshop.md", Before, $"{Before}{questions}\n");
        return ContentFolder.Read(content.Folder);
    }
}
