using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Exports.Tests;

public sealed class AtomTests
{
    [Fact]
    public void The_feed_has_the_newest_item_first() =>
        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xml:lang="en" xml:base="https://atelier.example/" xmlns="http://www.w3.org/2005/Atom">
              <id>tag:atelier-2021.example,2021-10-29:news/en</id>
              <title>Atelier 2021 – news</title>
              <updated>2021-09-01T00:00:00+02:00</updated>
              <author>
                <name>Atelier 2021</name>
              </author>
              <link rel="self" type="application/atom+xml" href="https://atelier.example/actualites.atom?lang=en" />
              <link rel="alternate" type="text/html" href="https://atelier.example/en/news" />
              <entry>
                <id>tag:atelier-2021.example,2021-09-01:news/en/programme</id>
                <title>The programme &amp; more</title>
                <updated>2021-09-01T00:00:00+02:00</updated>
                <link rel="alternate" type="text/html" href="https://atelier.example/en/news#programme" />
                <content type="html">&lt;p&gt;See &lt;a href="/en/programme"&gt;here&lt;/a&gt;.&lt;/p&gt;</content>
              </entry>
              <entry>
                <id>tag:atelier-2021.example,2021-07-01:news/en/opening</id>
                <title>Registration opens</title>
                <updated>2021-07-01T00:00:00+02:00</updated>
                <link rel="alternate" type="text/html" href="https://atelier.example/en/news#opening" />
                <content type="html">&lt;p&gt;Today.&lt;/p&gt;</content>
              </entry>
            </feed>

            """.ReplaceLineEndings("\n"),
            Write(
                new("opening", new(2021, 7, 1), "Registration opens", "<p>Today.</p>"),
                new("programme", new(2021, 9, 1), "The programme & more\u0007", "<p>See <a href=\"/en/programme\">here</a>.</p>")
            )
        );

    [Fact]
    public void A_feed_without_news_has_the_date_of_the_last_change() =>
        Assert.Contains("<updated>2021-09-01T09:30:00+02:00</updated>", Write(), StringComparison.Ordinal);

    private static string Write(params NewsEntry[] news) =>
        Atom.Write(SampleSchedule.Create().Workshop, news, SampleSchedule.Site, Language.English);
}
