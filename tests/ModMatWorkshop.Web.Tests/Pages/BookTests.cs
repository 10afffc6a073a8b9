using System.Diagnostics;
using System.Net;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>A fact about the printed book; without the programs that make and read it, it is shown as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PaperFactAttribute : FactAttribute
{
    public PaperFactAttribute() => Skip = WhyMissing;

    public static string? WhyMissing { get; } = FindMissing();

    private static string? FindMissing()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var missing = new[] { (Program: "weasyprint", Package: "weasyprint"), (Program: "pdftotext", Package: "poppler-utils") }.Where(p => !folders.Any(f => File.Exists(Path.Combine(f, p.Program)))).ToList();
        return missing.Count == 0 ? null : $"Not on this machine: {string.Join(", ", missing.Select(p => p.Program))}; `apt-get install {string.Join(' ', missing.Select(p => p.Package))}` brings it.";
    }
}

public sealed class BookTests(BookTests.PrintedBook book) : IClassFixture<BookTests.PrintedBook>
{
    /// <summary>Paper takes seconds to make: once is enough.</summary>
    public sealed class PrintedBook : SiteFactory, IAsyncLifetime
    {
        public byte[] Pdf { get; private set; } = [];

        public HttpResponseMessage Answer { get; private set; } = new();

        public async Task InitializeAsync()
        {
            if (PaperFactAttribute.WhyMissing is not null)
                return;
            Answer = await CreateClient().GetAsync("/livret.pdf");
            Pdf = await Answer.Content.ReadAsByteArrayAsync();
        }

        Task IAsyncLifetime.DisposeAsync() => base.DisposeAsync().AsTask();
    }

    [PaperFact]
    public async Task The_book_of_abstracts_is_a_pdf_with_every_title_and_every_author()
    {
        var text = Letters(await TextOfAsync(book.Pdf));
        var page = await book.CreateClient().ReadAsync("/livret");

        Assert.Equal(
            (HttpStatusCode.OK, "application/pdf", "modmat-2021-livret.pdf"),
            (book.Answer.StatusCode, book.Answer.Content.Headers.ContentType?.ToString(), book.Answer.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal(32, page.QuerySelectorAll("article h3").Length);
        Assert.Equal([], page.SeenAll("article h3").Where(title => !text.Contains(Letters(title), StringComparison.Ordinal)));
        Assert.Equal([], page.SeenAll("article .byline span").Where(author => !text.Contains(Letters(author), StringComparison.Ordinal)));
    }

    [PaperFact]
    public async Task The_book_is_made_once_and_then_kept()
    {
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(book.DataPath, "papers")));
        Assert.Equal(book.Pdf, await File.ReadAllBytesAsync(kept));
        await File.WriteAllTextAsync(kept, "what was kept");

        Assert.Equal("what was kept", await book.CreateClient().GetStringAsync("/livret.pdf"));
        Assert.Equal([kept], Directory.GetFiles(Path.Combine(book.DataPath, "papers")));
    }

    [Theory]
    [InlineData("/livret?pdf=missing", "Le PDF ne peut pas être produit sur ce serveur : la page du livret s’imprime tout aussi bien.")]
    [InlineData("/en/book?pdf=missing", "The PDF cannot be made on this server: the page of the book prints just as well.")]
    [InlineData("/en/book", "")]
    public async Task The_page_explains_why_there_is_no_pdf(string address, string explanation) =>
        Assert.Equal(explanation, (await book.CreateClient().ReadAsync(address)).Seen(".notice"));

    [Fact]
    public async Task Where_the_printer_is_missing_the_page_is_offered_instead()
    {
        await using var server = await SiteProcess.ServeAsync(path: "");
        using var answer = await server.Reader.GetAsync("/en/book.pdf");

        Assert.Equal((HttpStatusCode.Redirect, "/en/book?pdf=missing"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(["/livret.bib?lang=en"], (await server.Reader.ReadAsync("/en/book")).AttributeOfAll("main .actions a", "href"));
        Assert.Contains("weasyprint is missing: apt-get install weasyprint", await server.Reader.GetStringAsync("/readyz"), StringComparison.Ordinal);
    }

    /// <summary>What remains of a text when lines are broken, words hyphenated and digits lowered.</summary>
    private static string Letters(string text) => string.Concat(Folding.Words(text));

    private static async Task<string> TextOfAsync(byte[] pdf)
    {
        using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", "-", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var text = reader.StandardOutput.ReadToEndAsync();
        await reader.StandardInput.BaseStream.WriteAsync(pdf);
        reader.StandardInput.Close();
        await reader.WaitForExitAsync();
        return await text;
    }
}
