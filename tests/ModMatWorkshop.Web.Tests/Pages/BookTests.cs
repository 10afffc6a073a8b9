using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

public sealed partial class BookTests(BookTests.PrintedBook book) : IClassFixture<BookTests.PrintedBook>
{
    /// <summary>Requests the PDF once, because it takes seconds to make.</summary>
    public sealed class PrintedBook : SiteFactory, IAsyncLifetime
    {
        public byte[] Pdf { get; private set; } = [];

        public HttpResponseMessage Answer { get; private set; } = new();

        public async Task InitializeAsync()
        {
            if (PrintedPdf.WhyUnreadable is not null)
                return;
            Answer = await CreateClient().GetAsync("/livret.pdf");
            Pdf = await Answer.Content.ReadAsByteArrayAsync();
        }

        Task IAsyncLifetime.DisposeAsync() => base.DisposeAsync().AsTask();
    }

    [Theory]
    [InlineData("/resumes/o8", "fig-1")]
    [InlineData("/livret", "b-o8-fig-1")]
    public async Task A_figure_mentioned_in_an_abstract_is_linked(string address, string figure)
    {
        var page = await book.CreateClient().ReadAsync(address);
        Assert.Equal("Fig. 1", page.Seen($"a[href='#{figure}']"));
        Assert.Single(page.QuerySelectorAll($"[id='{figure}']"));
    }

    [Fact]
    public async Task A_talk_outside_the_sessions_has_a_heading_of_its_own()
    {
        using var content = new ContentCopy();
        content.Edit("sessions/session-4.md", "  - { start: \"12:00\", end: \"12:30\", contribution: O18 }\n", "");
        content.Edit(
            "workshop.md",
            "\nslots:\n",
            "\nslots:\n  - { date: 2021-09-24, start: \"12:00\", end: \"12:30\", contribution: O18 }\n"
        );
        await using var site = new SiteFactory { ContentPath = content.Path };

        var page = await site.CreateClient().ReadAsync("/livret");
        var outside = page.QuerySelector("#h-other-talks")!;
        Assert.Equal("Hors session", outside.TextContent);
        Assert.Equal("b-o18", outside.NextElementSibling!.Id);
        Assert.Equal("h-posters", outside.NextElementSibling.NextElementSibling!.Id);
        Assert.Equal("Hors session", page.Seen("a[href='#h-other-talks']"));
    }

    [PdfFact]
    public async Task The_book_of_abstracts_is_a_PDF_with_every_title_and_every_author()
    {
        var text = Letters(await new PrintedPdf(book.Pdf).TextAsync());
        var page = await book.CreateClient().ReadAsync("/livret");

        Assert.Equal(
            (HttpStatusCode.OK, "application/pdf", "modmat-2021-livret.pdf"),
            (
                book.Answer.StatusCode,
                book.Answer.Content.Headers.ContentType?.ToString(),
                book.Answer.Content.Headers.ContentDisposition?.FileName
            )
        );
        Assert.Equal(32, page.QuerySelectorAll("article h3").Length);
        Assert.Equal([], page.SeenAll("article h3").Where(title => !text.Contains(Letters(title), StringComparison.Ordinal)));
        Assert.Equal([], page.SeenAll("article h3 + p span").Where(author => !text.Contains(Letters(author), StringComparison.Ordinal)));
    }

    [PdfFact]
    public async Task No_page_but_the_last_is_nearly_empty()
    {
        // Between the margins of css/printables/book.css, in millimetres.
        const double Top = 24;
        const double Bottom = 297 - 22;
        var words = await new PrintedPdf(book.Pdf).WordsAsync();
        var filled = words
            .Where(w => w.Top > Top - 2 && w.Bottom < Bottom + 2)
            .GroupBy(w => w.Page)
            .ToDictionary(p => p.Key, p => (p.Max(w => w.Bottom) - Top) / (Bottom - Top));
        var last = words.Max(w => w.Page);

        Assert.Equal(Enumerable.Range(1, last), filled.Keys.Order());
        Assert.Equal([], filled.Where(p => p.Key < last && p.Value < 1.0 / 3));
    }

    [PdfFact]
    public async Task The_table_of_contents_gives_the_page_of_every_title()
    {
        var pages = await new PrintedPdf(book.Pdf).PagesAsync();
        var contents = string.Join(
            '\n',
            (await new PrintedPdf(book.Pdf).PagesAsync(inLines: true)).Where(p =>
                p.TrimStart().StartsWith("Méthodes machine-learning pour la modélisation des matériaux", StringComparison.Ordinal)
                && p.Split('\n')[0].Contains("Table des matières", StringComparison.Ordinal)
            )
        );
        var titles = (await book.CreateClient().ReadAsync("/livret"))
            .QuerySelectorAll("article")
            .ToDictionary(a => a.Seen("header p > span"), a => a.Seen("h3"));
        var lines = LineOfContents()
            .Matches(contents)
            .ToDictionary(m => m.Groups["code"].Value, m => int.Parse(m.Groups["page"].Value, CultureInfo.InvariantCulture));

        Assert.Equal(titles.Keys.Order(), lines.Keys.Order());
        Assert.Equal(32, lines.Count);
        Assert.Equal(
            [],
            lines.Where(line => !Letters(pages[line.Value - 1]).Contains(Letters(titles[line.Key]), StringComparison.Ordinal))
        );

        var parts = LineOfPart()
            .Matches(contents)
            .Where(m => !LineOfContents().IsMatch(m.Value))
            .ToDictionary(m => m.Groups["title"].Value.Trim(), m => int.Parse(m.Groups["page"].Value, CultureInfo.InvariantCulture));
        Assert.Equal(
            [
                "Introduction",
                "Programme",
                "Session 1, mercredi 22 septembre, après-midi",
                "Session 2, jeudi 23 septembre, matin",
                "Session 3, jeudi 23 septembre, après-midi",
                "Session 4, vendredi 24 septembre, matin",
                "Posters",
                "Informations pratiques",
                "Index des auteurs",
                "Index des mots-clés",
            ],
            parts.Keys
        );
        Assert.Equal([], parts.Where(part => !pages[part.Value - 1].Contains(part.Key, StringComparison.Ordinal)));
        // The printed page number is that of the sheet.
        Assert.Equal(
            [],
            pages
                .Select((text, i) => (text, Number: i + 1))
                .Skip(1)
                .Where(p => !p.text.Split('\n').Any(l => l.Trim() == p.Number.ToString(CultureInfo.InvariantCulture)))
                .Select(p => p.Number)
        );
    }

    [PdfFact]
    public async Task The_indexes_give_the_pages_of_authors_and_keywords()
    {
        var pages = await new PrintedPdf(book.Pdf).PagesAsync();
        var index = Letters(
            string.Join(
                '\n',
                pages.SkipWhile(p =>
                    !p.Contains("Index des auteurs\n", StringComparison.Ordinal)
                    || p.Contains("Table des matières", StringComparison.Ordinal)
                )
            )
        );
        var page = await book.CreateClient().ReadAsync("/livret");
        foreach (var article in page.QuerySelectorAll("article"))
        {
            var number =
                1
                + Array.FindIndex(pages, p =>
                    p.Split('\n').Any(line => line.StartsWith(article.Seen("header p > span") + " ", StringComparison.Ordinal))
                    && Letters(p).Contains(Letters(article.Seen("h3")), StringComparison.Ordinal)
                    && !p.Contains("Table des matières", StringComparison.Ordinal)
                );
            Assert.True(number > 1, article.Id);
            Assert.Contains(Letters($"{article.Seen("header p > span")}, p. {number}"), index, StringComparison.Ordinal);
        }
        Assert.Equal(
            [],
            page.SeenAll("[aria-labelledby=h-index] li, [aria-labelledby=h-keywords] li")
                .Where(line =>
                    !index.Contains(Letters(line.Split(" I").First().Split(" O").First().Split(" P").First()), StringComparison.Ordinal)
                )
        );
        Assert.True(page.QuerySelectorAll("[aria-labelledby=h-keywords] li").Length > 50);
    }

    [PdfFact]
    public async Task The_PDF_of_the_book_is_small_and_has_bookmarks()
    {
        Assert.InRange(book.Pdf.Length, 100_000, 2_000_000);
        Assert.Equal([(210, 297)], (await new PrintedPdf(book.Pdf).SheetsAsync()).Distinct());
        // Each bookmark has a /Title: the parts, the days of the programme and every contribution.
        Assert.InRange(Regex.Count(System.Text.Encoding.Latin1.GetString(book.Pdf), "/Title"), 45, 70);
    }

    [PdfFact]
    public async Task The_PDF_of_the_book_is_made_once_and_kept_on_disk()
    {
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(book.DataPath, "printables")));
        Assert.Equal(book.Pdf, await File.ReadAllBytesAsync(kept));
        await File.WriteAllTextAsync(kept, "what was kept");

        Assert.Equal("what was kept", await book.CreateClient().GetStringAsync("/livret.pdf"));
        Assert.Equal([kept], Directory.GetFiles(Path.Combine(book.DataPath, "printables")));
    }

    [Theory]
    [InlineData("/livret?pdf=missing", "Le PDF ne peut pas être produit sur ce serveur : cette page s’imprime tout aussi bien.")]
    [InlineData("/en/book?pdf=missing", "This server cannot produce the PDF, but you can print this page.")]
    [InlineData("/en/book", "")]
    public async Task The_page_explains_why_there_is_no_PDF(string address, string explanation) =>
        Assert.Equal(explanation, (await book.CreateClient().ReadAsync(address)).Seen("main [role=status]"));

    [Trait("Category", "prove")]
    [Fact]
    public async Task Without_WeasyPrint_the_page_is_offered_instead_of_the_PDF()
    {
        await using var server = await SiteProcess.ServeAsync([$"--Health:Token={HealthDetails.Token}"], path: "");
        using var answer = await server.Reader.GetAsync("/en/book.pdf");

        Assert.Equal((HttpStatusCode.Redirect, "/en/book?pdf=missing"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(
            ["/livret.bib?lang=en", "/livret.ris?lang=en"],
            (await server.Reader.ReadAsync("/en/book")).AttributeOfAll("main header a", "href")
        );
        Assert.Equal(
            ["/favicon.svg"],
            (await server.Reader.ReadAsync("/en")).AttributeOfAll("link[rel~=icon], meta[property='og:image']", "href")
        );
        Assert.Equal(
            "weasyprint is missing: apt-get install weasyprint",
            (await server.Reader.ReadHealthAsync()).GetProperty("printables").GetString()
        );
    }

    /// <summary>The line of a contribution in the table of contents: code, title, page.</summary>
    [GeneratedRegex(@"^\s*(?<code>[IOP][0-9]+)\s+\S.*?\s(?<page>[0-9]+)\s*$", RegexOptions.Multiline)]
    private static partial Regex LineOfContents();

    [GeneratedRegex(@"^(?<title>\p{L}[^\n]*?)\s{2,}(?<page>[0-9]+)\s*$", RegexOptions.Multiline)]
    private static partial Regex LineOfPart();

    private static string Letters(string text) => PrintedPdf.Letters(text);
}
