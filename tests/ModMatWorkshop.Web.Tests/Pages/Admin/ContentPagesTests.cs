using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;
using SkiaSharp;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>The content as things, its history and its pictures, in the browser.</summary>
public sealed class ContentPagesTests : IAsyncLifetime, IDisposable
{
    private const string Page = "pages/contact.md";
    private readonly ContentCopy _content = new();
    private SiteFactory _site = null!;
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        _site = new() { RehearseFrom = OpenSite.Start, ContentPath = _content.Path };
        _browser = await _site.SignedInAsync(language: Language.English);
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    public void Dispose() => _content.Dispose();

    [Fact]
    public async Task The_overview_leads_to_the_form_of_every_thing_and_to_the_line_of_every_problem()
    {
        _content.Edit("contributions/o7.md", "kind: oral", "kind: aural");
        await ImportAsync();
        var page = await _browser.ReadAsync("/admin/content");

        Assert.Equal(
            ["kind-invited", "kind-oral", "kind-poster", "sessions", "pages", "news", "mails"],
            page.QuerySelectorAll("[data-group]").Select(g => g.GetAttribute("data-group"))
        );
        Assert.Equal(
            Enumerable.Range(1, 18).Select(n => $"/admin/content/contributions/o{n}"),
            page.QuerySelectorAll("[data-group=kind-oral] [data-thing] a").Select(a => a.GetAttribute("href"))
        );
        var talk = page.QuerySelector("[data-thing='/admin/content/contributions/o7']")!;
        Assert.Equal(("O7", "1 error"), (talk.Seen("b"), talk.Seen(".state")));
        Assert.Equal(
            "/admin/content/contributions/o7?file=contributions%2Fo7.md&line=3",
            page.QuerySelector("tr[data-problem=error] a")!.GetAttribute("href")
        );
        // Two touches: the kind, and the talk.
        Assert.Equal("Contributed talks", page.Seen(".content-jump a[href='#kind-oral']"));
        Assert.Equal("Contributed talks", page.Seen("#kind-oral"));
    }

    [Fact]
    public async Task The_history_shows_what_changed_by_words_and_brings_a_version_back()
    {
        var before = Read(Page);
        _content.Add(Page, before + "\nWrite to us in the morning.\n");
        await ImportAsync();
        _content.Add(Page, before + "\nWrite to us in the evening.\n");
        await ImportAsync();

        var history = await _browser.ReadAsync($"/admin/content/history?file={Page}");
        Assert.Equal(["found in the folder " + Page], history.SeenAll("[data-version]").Distinct());
        Assert.Equal(3, history.QuerySelectorAll("[data-save]").Length);
        var address = history.QuerySelector("[data-version] a")!.GetAttribute("href")!;
        var version = await _browser.ReadAsync(address);
        Assert.Equal(("[removed: morning]", "[added: evening]"), (version.Seen("del"), version.Seen("ins")));
        Assert.Equal("This is the current version.", version.Seen("[data-current]"));

        using var back = await _browser.PressAsync(version.QuerySelector("a[rel=prev]")!.GetAttribute("href")!, "bring-back");
        Assert.Equal((HttpStatusCode.Redirect, $"/admin/content/history?file=pages%2Fcontact.md&done=back"), back.StatusAndLocation());
        Assert.Equal(before + "\nWrite to us in the morning.\n", Read(Page));
        history = await _browser.ReadAsync(back.Headers.Location!.OriginalString);
        Assert.Equal("Grace Hopper", history.Seen("[data-save] b"));
        Assert.Equal("brought back " + Page, history.Seen("[data-version]"));
        Assert.Equal("brought content back", (await _site.OrganiserLogAsync())[^1].Split(" | ")[0]);
    }

    [Fact]
    public async Task A_version_does_not_come_back_over_what_the_organiser_has_not_seen()
    {
        _content.Add(Page, Read(Page) + "\nMore.\n");
        await ImportAsync();
        var history = await _browser.ReadAsync($"/admin/content/history?file={Page}");
        var first = history.QuerySelectorAll("[data-version] a")[^1].GetAttribute("href")!;
        var page = await _browser.ReadAsync(first);
        var last = Read(Page) + "\nEven more.\n";
        _content.Add(Page, last);

        using var back = await _browser.PostAsync(first, Form(page, ("basis", page.QuerySelector("[name=basis]")!.GetAttribute("value")!)));
        Assert.Equal(HttpStatusCode.Conflict, back.StatusCode);
        Assert.StartsWith(
            "Nothing was saved: somebody else has changed this file",
            (await back.PageAsync()).Seen("[data-fault]"),
            StringComparison.Ordinal
        );
        Assert.Equal(last, Read(Page));
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync("/admin/content/history/99999")).StatusCode);
    }

    [Fact]
    public async Task A_picture_is_added_shown_cropped_and_deleted_and_every_version_is_kept()
    {
        using var added = await UploadAsync("/admin/content/images", Photographs.TwoHalves(400, 200), "Le Plan (final).JPG");
        Assert.Equal((HttpStatusCode.Redirect, "/admin/content/images/le-plan-final.jpg?done=added"), added.StatusAndLocation());
        const string Address = "/admin/content/images/le-plan-final.jpg";
        Assert.Equal("Shown nowhere", (await _browser.ReadAsync(Address)).Seen("[data-unused]"));

        using var cropped = await _browser.PressAsync(Address, "", "#crop", ("shape", "1-1"), ("position", "start"), ("reduce", ""));
        Assert.Equal((HttpStatusCode.Redirect, Address + "?done=cropped"), cropped.StatusAndLocation());
        using (var picture = SKBitmap.Decode(await _browser.GetByteArrayAsync(Address + "/file")))
        {
            Assert.Equal((200, 200), (picture.Width, picture.Height));
            Assert.True(picture.GetPixel(190, 100).Red > 200);
        }

        _content.Add(Page, Read(Page) + "\n![A map](le-plan-final.jpg)\n");
        await ImportAsync();
        Assert.Equal(["pages/contact.md"], (await _browser.ReadAsync(Address)).SeenAll("[data-shown-in]"));
        _content.Edit(Page, "\n![A map](le-plan-final.jpg)\n", "");
        await ImportAsync();
        using var deleted = await _browser.PressAsync(Address, "", "#delete");
        Assert.Equal((HttpStatusCode.Redirect, "/admin/content/images?deleted=le-plan-final.jpg"), deleted.StatusAndLocation());
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync(Address)).StatusCode);
        Assert.Equal(
            ["deleted", "edited", "created"],
            (await _browser.ReadAsync("/admin/content/history?file=images/le-plan-final.jpg")).SeenAll("[data-version] span")
        );
    }

    [Theory]
    [InlineData("photo.png", "no picture", "The file is not PNG.")]
    [InlineData("photo.exe", "MZ", "This file is no picture: it must be PNG, JPEG, WebP or SVG.")]
    [InlineData(
        "../../x.svg",
        "<html/>",
        "The picture cannot be used. Its outermost element is not <svg xmlns=\"http://www.w3.org/2000/svg\">."
    )]
    public async Task What_is_no_picture_is_refused_with_a_sentence(string name, string content, string sentence)
    {
        using var refused = await UploadAsync("/admin/content/images", System.Text.Encoding.UTF8.GetBytes(content), name);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(sentence, (await refused.PageAsync()).Seen("[data-fault]"), StringComparison.Ordinal);
        Assert.Equal(
            ["way-en.svg", "way.svg"],
            Directory.EnumerateFiles(Path.Combine(_content.Path, "images")).Select(Path.GetFileName).Order()
        );
    }

    [Fact]
    public async Task A_drawing_in_the_history_cannot_run_a_script()
    {
        _content.Add("images/way.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script>alert(1)</script></svg>");
        await ImportAsync();
        var history = await _browser.ReadAsync("/admin/content/history?file=images/way.svg");
        using var picture = await _browser.GetAsync(history.QuerySelector("[data-version] a")!.GetAttribute("href") + "/picture");
        Assert.Equal(
            "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'none'; frame-ancestors 'none'",
            picture.Headers.GetValues("Content-Security-Policy").Single()
        );
    }

    [Fact]
    public async Task What_an_organiser_typed_is_kept_until_it_is_thrown_away()
    {
        const string Draft = "/admin/content/unsaved?file=contributions/o7.md";
        var page = await _browser.ReadAsync("/admin/content");
        using var kept = await _browser.PostAsync(Draft, Form(page, ("title", "À la main"), ("body", "Un texte.")));
        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);
        Assert.Equal(
            "À la main|Un texte.",
            await _site.InDatabaseAsync(async db =>
            {
                var fields = (await db.ContentDrafts.SingleAsync()).Fields;
                return $"{fields["title"]}|{fields["body"]}";
            })
        );
        Assert.Equal("contributions/o7.md", (await _browser.ReadAsync("/admin/content")).Seen("[data-draft] a"));

        using var withoutToken = await _browser.PostAsync(Draft, new FormUrlEncodedContent([new("title", "x")]));
        Assert.Equal(HttpStatusCode.BadRequest, withoutToken.StatusCode);
        using var tooLong = await _browser.PostAsync(Draft, Form(page, ("body", new string('x', ContentDraft.MaxLength))));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLong.StatusCode);

        using var gone = await _browser.PostAsync("/admin/content/unsaved/discard?file=contributions/o7.md", Form(page));
        Assert.Equal((HttpStatusCode.Redirect, "/admin/content/contributions/o7"), gone.StatusAndLocation());
        Assert.Empty((await _browser.ReadAsync("/admin/content")).QuerySelectorAll("[data-draft]"));
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(_content.Path, name));

    private Task<ContentImportResult> ImportAsync() => _site.Services.GetRequiredService<ContentImporter>().ImportAsync(default);

    private async Task<HttpResponseMessage> UploadAsync(string address, byte[] file, string name)
    {
        var page = await _browser.ReadAsync(address);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector($"main input[name={FormToken.Field}]")!.GetAttribute("value")!), FormToken.Field },
            { new StringContent(""), "name" },
            {
                new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } },
                "file",
                name
            },
        };
        return await _browser.PostAsync(address, form);
    }

    private static FormUrlEncodedContent Form(IHtmlDocument page, params (string Name, string Value)[] fields) =>
        new(
            fields
                .Append((FormToken.Field, page.QuerySelector($"input[name={FormToken.Field}]")!.GetAttribute("value")!))
                .Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2))
        );
}
