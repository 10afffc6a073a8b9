using System.IO.Compression;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>The progress page of a PDF.</summary>
[Trait("Category", "prove")]
public sealed class PrintProgressTests : IAsyncLifetime
{
    private WaitingRenderer renderer = null!;

    private HttpClient Reader => renderer.Site.Reader;

    public async Task InitializeAsync() => renderer = await WaitingRenderer.ServeAsync();

    public async Task DisposeAsync() => await renderer.DisposeAsync();

    [Theory]
    [InlineData(
        "/livret.pdf",
        "/livret",
        "Livret des résumés",
        "Le PDF se prépare. Il se téléchargera automatiquement dans quelques secondes."
    )]
    [InlineData("/en/book.pdf", "/en/book", "Book of abstracts", "The PDF is being made. It downloads automatically in a few seconds.")]
    [InlineData(
        "/programme.pdf?lang=en",
        "/en/programme",
        "Programme on one sheet",
        "The PDF is being made. It downloads automatically in a few seconds."
    )]
    public async Task A_browser_sees_the_progress_page_and_then_gets_the_PDF(string address, string page, string title, string sentence)
    {
        var progress = address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "progress=yes";
        using (var first = await RequestAsync(address))
            Assert.Equal(
                (HttpStatusCode.Redirect, progress, "no-store"),
                (first.StatusCode, first.Headers.Location?.OriginalString, first.Headers.CacheControl?.ToString())
            );

        var waiting = await PageAsync(progress);
        Assert.Equal(("running", title, sentence), (StateOf(waiting), waiting.Seen("main h1"), waiting.Seen("#progress > p")));
        Assert.Equal(
            (1, false, page),
            (
                waiting.QuerySelectorAll("progress").Length,
                waiting.QuerySelector("progress")!.HasAttribute("value"),
                waiting.QuerySelector("#progress + p a")!.GetAttribute("href")
            )
        );
        Assert.Equal("<meta http-equiv=\"refresh\" content=\"2\">", waiting.QuerySelector("noscript")!.InnerHtml);

        renderer.LetRendererFinish();
        var ready = await HtmlReading.EventuallyAsync(() => PageAsync(progress), now => StateOf(now) == "done");
        Assert.Equal(
            (address, $"<meta http-equiv=\"refresh\" content=\"0; url={address.Replace("&", "&amp;", StringComparison.Ordinal)}\">"),
            (ready.QuerySelector("#progress")!.GetAttribute("data-then"), ready.QuerySelector("noscript")!.InnerHtml)
        );
        using var pdf = await RequestAsync(address);
        Assert.Equal(
            (HttpStatusCode.OK, "application/pdf", "%PDF-1.7 /Type /Page"),
            (pdf.StatusCode, pdf.Content.Headers.ContentType?.ToString(), await pdf.Content.ReadAsStringAsync())
        );
        Assert.Single(renderer.Kept);
    }

    [Fact]
    public async Task A_client_that_does_not_ask_for_HTML_waits_and_concurrent_requests_share_one_PDF()
    {
        var programs = Enumerable.Range(0, 5).Select(_ => Reader.GetAsync("/livret.pdf")).ToList();
        var people = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => RequestAsync("/livret.pdf")));
        Assert.All(people, person => Assert.Equal("/livret.pdf?progress=yes", person.Headers.Location?.OriginalString));
        Assert.All(programs, program => Assert.False(program.IsCompleted));

        renderer.LetRendererFinish();
        foreach (var answer in await Task.WhenAll(programs))
            Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal(["made"], renderer.Made);
    }

    [Fact]
    public async Task A_cancelled_request_does_not_cancel_the_PDF()
    {
        using var leaving = new CancellationTokenSource();
        var request = RequestAsync("/livret.pdf", leaving.Token);
        await HtmlReading.EventuallyAsync(() => Task.FromResult(renderer.Made), made => made.Length == 1);
        await leaving.CancelAsync();
        // On a slow machine, the redirect may have arrived before the cancellation.
        await request.ContinueWith(_ => { }, TaskScheduler.Default);

        renderer.LetRendererFinish();
        await HtmlReading.EventuallyAsync(() => Task.FromResult(renderer.Kept), kept => kept.Length == 1);
        Assert.Equal(["made"], renderer.Made);
    }

    [Fact]
    public async Task After_a_failure_the_progress_page_redirects_to_the_page_and_the_next_request_tries_again()
    {
        using (await RequestAsync("/livret.pdf"))
            renderer.Break();
        renderer.LetRendererFinish();
        using var redirect = await HtmlReading.EventuallyAsync(
            () => RequestAsync("/livret.pdf?progress=yes"),
            answer => answer.StatusCode == HttpStatusCode.Redirect
        );
        Assert.Equal("/livret?pdf=failed", redirect.Headers.Location?.OriginalString);
        Assert.Equal([], renderer.Kept);

        renderer.Repair();
        using var again = await RequestAsync("/livret.pdf");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (again.StatusCode, again.Content.Headers.ContentType?.ToString()));
        Assert.Equal(["made", "made"], renderer.Made);
    }

    [Fact]
    public async Task A_quick_PDF_is_served_at_once_and_without_a_print_run_the_progress_page_says_so()
    {
        Assert.Equal(
            ("none", "Le préparer"),
            (StateOf(await PageAsync("/livret.pdf?progress=yes")), (await PageAsync("/livret.pdf?progress=yes")).Seen("#progress a"))
        );
        Assert.Equal([], renderer.Made);

        renderer.LetRendererFinish();
        using var quick = await RequestAsync("/livret.pdf");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (quick.StatusCode, quick.Content.Headers.ContentType?.ToString()));
    }

    [PdfFact]
    public async Task The_archive_shows_its_progress_only_to_the_organiser_who_asked_and_is_served_once()
    {
        using var content = new ContentSample();
        await using var workshop = new SiteFactory { ContentPath = content.Folder, RehearseFrom = "2030-03-29T09:00" };
        using var grace = await workshop.SignedInAsync();
        using var ada = await workshop.SignedInAsync();
        foreach (var browser in new[] { grace, ada })
            browser.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        const string Progress = "/admin/printables/all.zip?lang=en&progress=yes";

        using (var asked = await grace.GetAsync("/admin/printables/all.zip?lang=en"))
            Assert.Equal((HttpStatusCode.Redirect, Progress), (asked.StatusCode, asked.Headers.Location?.OriginalString));
        var page = await grace.ReadAsync(Progress);
        Assert.Equal(("running", "9"), (StateOf(page), page.QuerySelector("progress")!.GetAttribute("max")));
        Assert.Equal(
            ["book", "programme-a4", "programme-a3", "poster-labels", "badges", "sign-in", "reception", "caterer", "funder"],
            page.AttributeOfAll("#progress li", "data-printable")
        );
        Assert.Equal("none", StateOf(await ada.ReadAsync(Progress)));

        var counts = new List<int>();
        await HtmlReading.EventuallyAsync(
            () => grace.ReadAsync(Progress),
            now =>
            {
                if (now.QuerySelector("progress")?.GetAttribute("value") is { } done)
                {
                    counts.Add(int.Parse(done, null));
                    Assert.Equal(
                        (counts[^1], counts[^1] < 9 ? 1 : 0),
                        (
                            now.QuerySelectorAll("#progress li[data-state=done]").Length,
                            now.QuerySelectorAll("#progress li[data-state=running]").Length
                        )
                    );
                    Assert.Equal($"{done} of 9", now.Seen("#progress label"));
                }
                return StateOf(now) == "done";
            }
        );
        Assert.Equal(counts.Order(), counts);
        Assert.Equal("none", StateOf(await ada.ReadAsync(Progress)));

        await ArchiveHasAsync(grace, page.AttributeOfAll("#progress li", "data-printable"));
        Assert.Equal("none", StateOf(await grace.ReadAsync(Progress)));
        Assert.Single(await workshop.LogAsync(), line => line.Contains("exported all printables", StringComparison.Ordinal));
        Assert.Equal(
            ["book", "poster-labels", "programme-a3", "programme-a4"],
            Directory
                .GetFiles(Path.Combine(workshop.DataPath, "printables"))
                .Select(file => Path.GetFileName(file).Split("-en-")[0])
                .Order(StringComparer.Ordinal)
        );
    }

    private static async Task ArchiveHasAsync(HttpClient reader, IEnumerable<string?> printables)
    {
        using var archive = await reader.GetAsync("/admin/printables/all.zip?lang=en");
        using var zip = new ZipArchive(await archive.Content.ReadAsStreamAsync());
        Assert.Equal(
            (HttpStatusCode.OK, "application/zip", "no-store"),
            (archive.StatusCode, archive.Content.Headers.ContentType?.ToString(), archive.Headers.CacheControl?.ToString())
        );
        Assert.Equal(printables.Select(name => $"atelier-2030-{name}-en.pdf"), zip.Entries.Select(entry => entry.FullName));
    }

    private Task<HttpResponseMessage> RequestAsync(string address, CancellationToken cancel = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        return Reader.SendAsync(request, cancel);
    }

    private async Task<IHtmlDocument> PageAsync(string address)
    {
        using var answer = await RequestAsync(address);
        Assert.Equal(
            (HttpStatusCode.OK, "text/html; charset=utf-8", "no-store"),
            (answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), answer.Headers.CacheControl?.ToString())
        );
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }

    private static string? StateOf(IHtmlDocument page) => page.QuerySelector("#progress")?.GetAttribute("data-state");
}
