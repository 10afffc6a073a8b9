using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

/// <summary>The call for abstracts in <c>workshop.md</c>.</summary>
public sealed class CallTests
{
    private const string Open = "opens: 2029-10-01, closes: 2029-11-30";

    private const string Before = "contact: \"atelier@example.org\"\n";

    [Fact]
    public void A_workshop_without_a_call_has_none() => Assert.Null(Read("").Workshop!.Call);

    [Fact]
    public void Two_dates_are_a_whole_call()
    {
        var call = Read("call: { opens: 2029-10-01, closes: 2029-11-30 }").Workshop!.Call!;

        Assert.Equal(
            ("2029-09-30T22:00Z", "2029-11-30T23:00Z", "oral poster", 2500, 0, "fr en", false, null, new DateOnly(2030, 6, 29)),
            (
                $"{call.Opens:yyyy-MM-dd'T'HH:mm'Z'}",
                $"{call.Closes:yyyy-MM-dd'T'HH:mm'Z'}",
                string.Join(' ', call.Kinds),
                call.Length,
                call.Figures,
                string.Join(' ', call.Languages.Select(l => l.Tag())),
                call.IsBlind,
                call.AnsweredBy,
                call.ErasedOn
            )
        );
    }

    [Fact]
    public void Every_key_is_read()
    {
        var call = Read(
            """
            call:
              opens: 2029-10-01 09:00
              closes: "2029-11-30 18:00"
              kinds: [poster, oral]
              topics:
                - { key: methods, name: { fr: "Méthodes", en: "Methods" } }
              length: 1500
              figures: 2
              languages: [en]
              blind: true
              answers: 2029-12-20
              remind-after: 10
              reminders: 3
              erased: 2030-09-01
              text: { fr: "Venez **nombreux**.", en: "Do **come**." }
            """
        ).Workshop!.Call!;

        Assert.Equal(
            ("07:00 17:00", "poster oral", "methods Methods", 1500, 2, true, "<p>Do <strong>come</strong>.</p>"),
            (
                $"{call.Opens:HH:mm} {call.Closes:HH:mm}",
                string.Join(' ', call.Kinds),
                $"{call.Topics[0].Key} {call.Topics[0].Name.En}",
                call.Length,
                call.Figures,
                call.IsBlind,
                call.TextHtml!.En!.Trim()
            )
        );
        Assert.Equal((new DateOnly(2029, 12, 20), new DateOnly(2030, 9, 1)), (call.AnsweredBy, call.ErasedOn));
        Assert.Equal((10, 3), (call.RemindAfter, call.Reminders));
    }

    [Theory]
    [InlineData("{ closes: 2029-11-30 }", "The key `opens` is missing.", "Il manque la clé `opens`.")]
    [InlineData("{ opens: 2029-12-01, closes: 2029-11-30 }", "The call closes before it opens.", "L’appel ferme avant d’ouvrir.")]
    [InlineData(
        "{ opens: soon, closes: 2029-11-30 }",
        "`opens` is not a day that exists, with or without an hour.",
        "`opens` n’est pas un jour qui existe, avec ou sans heure."
    )]
    [InlineData(
        "{ opens: 2029-01-01, closes: 2029-03-25 02:30 }",
        "At 02:30 that day, the clocks change: there is no such hour.",
        "Ce jour-là, 02:30 n’existe pas : on change d’heure."
    )]
    [InlineData("{ opens: 2029-10-01, closes: 2029-11-30, kinds: [talk] }", "There is no kind `talk`.", "Il n’y a pas de genre `talk`.")]
    [InlineData("{ " + Open + ", kinds: [oral, oral] }", "The kind `oral` is named twice.", "Le genre `oral` est nommé deux fois.")]
    [InlineData(
        "{ opens: 2029-10-01, closes: 2029-11-30, topics: [{ key: a, name: A }, { key: a, name: B }] }",
        "Two topics have the key `a`.",
        "Deux thèmes ont la clé `a`."
    )]
    [InlineData(
        "{ opens: 2029-10-01, closes: 2029-11-30, length: 20 }",
        "`length` is not a number from 100 to 20000.",
        "`length` n’est pas un nombre entre 100 et 20000."
    )]
    [InlineData(
        "{ opens: 2029-10-01, closes: 2029-11-30, remind-after: 61 }",
        "`remind-after` is not a number from 1 to 60.",
        "`remind-after` n’est pas un nombre entre 1 et 60."
    )]
    [InlineData("{ " + Open + ", languages: [de] }", "`de` is not a language of the site.", "`de` n’est pas une langue du site.")]
    [InlineData(
        "{ opens: 2029-10-01, closes: 2029-11-30, answers: 2029-11-29 }",
        "Authors would hear before the call has closed.",
        "Les auteurs auraient une réponse avant la fin de l’appel."
    )]
    [InlineData(
        "{ opens: 2029-10-01, closes: 2029-11-30, erased: 2029-11-30 }",
        "The submissions would be erased before the committee has decided.",
        "Les soumissions seraient effacées avant que le comité ait décidé."
    )]
    [InlineData("{ " + Open + ", deadline: 1 }", "The key `deadline` is unknown here.", "La clé `deadline` est inconnue ici.")]
    public void A_mistake_is_told_in_both_languages(string call, string english, string french)
    {
        var problem = Assert.Single(Read($"call: {call}").Problems, p => p.Severity == Severity.Error);

        Assert.Equal(
            (english, french),
            (problem.Message.In(Language.English), problem.Message.In(Language.French).Replace('\u00A0', ' ').Replace('\u202F', ' '))
        );
    }

    [Fact]
    public void The_editor_has_a_field_for_every_key_and_writes_them_in_their_order()
    {
        var edit = new FileEdit("---\nacronym: A\nvenue: { name: B }\n---\n");
        edit.Set("call.closes", "2029-11-30 18:00");
        edit.Set("call.opens", "2029-10-01");

        Assert.Equal("---\nacronym: A\nvenue: { name: B }\ncall: { opens: 2029-10-01, closes: \"2029-11-30 18:00\" }\n---\n", edit.Text);
    }

    private static WorkshopContent Read(string call)
    {
        using var content = new ContentSample();
        content.Replace("workshop.md", Before, $"{Before}{call}\n");
        return ContentFolder.Read(content.Folder);
    }
}
