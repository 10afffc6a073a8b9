using ModMatWorkshop.Content.Markdown;

namespace ModMatWorkshop.Content.Tests;

public class GuideTests
{
    private const string French = """
        # Guide

        Une introduction : [plus bas](#one-person).

        <a id="the-day"></a>

        ## Le jour même

        ![Une image](img/a.png)
        *Sa légende.*

        Voir [content-format.md](content-format.md) et [le site](https://example.org).

        <a id="one-person"></a>

        ### Une personne

        ```yaml
        # ceci n’est pas un titre
        ```

        | a | b |
        |---|---|
        | `c` | d |
        """;

    [Fact]
    public void A_guide_is_split_at_its_headings_without_pictures_and_files_of_the_repository()
    {
        var guide = Guide.Parse(French, "fr");

        Assert.Equal(
            ("Guide", "<p>Une introduction&nbsp;: <a href=\"#one-person\">plus bas</a>.</p>"),
            (guide.Title, Flat(guide.IntroductionHtml))
        );
        Assert.Equal(
            [
                ("the-day", 2, "Le jour même", "<p>Voir content-format.md et <a href=\"https://example.org\">le site</a>.</p>"),
                (
                    "one-person",
                    3,
                    "Une personne",
                    "<pre tabindex=\"0\"><code class=\"language-yaml\"># ceci n’est pas un titre</code></pre>"
                        + "<div class=\"table-scroll\" tabindex=\"0\"><table><thead><tr><th>a</th><th>b</th></tr></thead>"
                        + "<tbody><tr><td><code>c</code></td><td>d</td></tr></tbody></table></div>"
                ),
            ],
            guide.Chapters.Select(c => (c.Anchor, c.Level, c.Title, Flat(c.Html)))
        );
    }

    [Fact]
    public void A_heading_without_a_named_anchor_has_that_of_GitHub() =>
        Assert.Equal(
            ["à-compléter", "audit-log-outbox-content"],
            Guide.Parse("# G\n\n## “À compléter”\n\n### Audit log, outbox, content\n", "en").Chapters.Select(c => c.Anchor)
        );

    private static string Flat(string html) => html.Replace("\n", "", StringComparison.Ordinal);
}
