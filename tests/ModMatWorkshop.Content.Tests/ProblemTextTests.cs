using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

/// <summary>The report in both languages.</summary>
public class ProblemTextTests
{
    [Theory]
    [MemberData(nameof(ContentCheckTests.Mistakes), MemberType = typeof(ContentCheckTests))]
    public void Every_sentence_of_the_check_has_a_French_one_with_the_same_values(string file, string heading)
    {
        using var content = new ContentSample();
        ContentSpecification.In(file).Single(s => s.Heading == heading).ApplyTo(content);
        var texts = ContentFolder.Read(content.Folder).Problems.SelectMany(p => new[] { p.Message, p.Hint });
        Assert.Equal(
            [],
            texts.SelectMany(t => t.Parts.Prepend(t)).Select(t => t.Sentence).Where(s => s.Length > 0 && FrenchProblems.Of(s) is null)
        );
    }

    [Fact]
    public void A_French_sentence_has_the_values_of_the_English_one()
    {
        Assert.Equal([], FrenchProblems.Sentences.Where(s => !Places(s.Key).SequenceEqual(Places(s.Value))).Select(s => s.Key));

        static IEnumerable<string> Places(string sentence) =>
            Enumerable.Range(0, 10).Select(i => $"{{{i}}}").Where(place => sentence.Contains(place, StringComparison.Ordinal));
    }

    [Fact]
    public void A_sentence_that_has_its_values_already_is_translated_by_its_words() =>
        Assert.Equal("Le dossier /srv/{0} n’existe pas.", FrenchProblems.Of("There is no folder /srv/{0}."));

    [Fact]
    public void The_French_report_quotes_the_same_values_and_sets_French_spaces()
    {
        using var content = new ContentSample();
        content.Replace("workshop.md", "seats: 20", "seats: \"vingt {0} : 'deux'\"");
        content.Replace("contributions/o1.md", "kind: oral", "kind: aural");
        content.Delete("workshop.en.md");

        Assert.Equal(
            """
            contributions/o1.md:3:7 erreur : `kind` n’est pas parmi : invited, oral, poster. Par exemple : `kind: invited`.
            workshop.md:12:8 erreur : `seats` n’est pas un nombre entier. Par exemple : `seats: 50`.
            workshop.md:30:1 avertissement : Le texte n’est pas traduit en anglais. Écrivez la traduction dans workshop.en.md.
            3 contributions, 4 créneaux, 1 exposé à distance, 3 auteurs (3 personnes), 2 affiliations : 2 erreurs, 1 avertissement
            """,
            ContentReport.Of(ContentFolder.Read(content.Folder), Language.French).Replace('\u00A0', ' ').Replace('\u202F', ' ')
        );
    }

    [Fact]
    public void A_value_is_quoted_as_it_is_even_if_it_looks_like_a_place_of_another()
    {
        const string Quoted = "{1} : 'x'";
        ProblemText text = $"`{Quoted}` is written `{"b"}` elsewhere.";

        Assert.Equal("`{1} : 'x'` is written `b` elsewhere.", text.ToString());
        Assert.Equal("`{1} : 'x'` s’écrit `b` ailleurs.", text.In(Language.French));
    }
}
