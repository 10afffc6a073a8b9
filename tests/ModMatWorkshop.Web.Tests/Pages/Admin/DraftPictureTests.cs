using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using SkiaSharp;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Pictures are kept in the shared draft, seen in the preview, and released with it.</summary>
public sealed class DraftPictureTests : IDisposable
{
    private const string Pictures = "/admin/content/images";
    private const string Draft = "/admin/content/draft";
    private const string Page = "/en/contact";
    private readonly ContentSample _content = new(Repository.Content);
    private readonly SiteFactory _site;

    public DraftPictureTests()
    {
        _content.Write("images/house.png", Photographs.TwoHalves(400, 200, SKEncodedImageFormat.Png));
        _content.Write("pages/contact.en.md", "![A house](house.png)\n");
        _site = new SiteFactory { ContentPath = _content.Folder, RehearseFrom = "2021-08-01T12:00:00+02:00" };
    }

    public void Dispose()
    {
        _site.Dispose();
        _content.Dispose();
    }

    [Fact]
    public async Task A_picture_that_is_replaced_while_a_draft_is_open_goes_into_it_and_is_released_with_it()
    {
        var (before, after) = (_content.PathOf("images/house.png"), Photographs.TwoHalves(100, 300, SKEncodedImageFormat.Png));
        var old = await File.ReadAllBytesAsync(before);
        using var visitor = _site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl });
        using var organiser = await _site.SignedInAsync(language: Language.English);
        Assert.Equal(["", "keep"], await ActionsAsync(organiser, $"{Pictures}/house.png", "#replace"));
        (await organiser.PressAsync("/admin/content/news/2021-09-01-programme", "keep", "form", ("title.en", "Another title"))).Dispose();
        Assert.Equal(["keep", "live"], await ActionsAsync(organiser, $"{Pictures}/house.png", "#replace"));
        Assert.Equal(["keep", "live"], await ActionsAsync(organiser, Pictures, "#add-picture"));

        Assert.Equal(
            (HttpStatusCode.Redirect, $"{Pictures}/house.png?done=kept"),
            await UploadAsync(organiser, $"{Pictures}/house.png", "#replace [data-action=keep]", after)
        );
        Assert.Equal(old, await File.ReadAllBytesAsync(before));
        Assert.Equal(after, await organiser.GetByteArrayAsync($"{Pictures}/house.png/file"));
        Assert.Equal("100 × 300 pixels", (await organiser.ReadAsync($"{Pictures}/house.png")).Seen(".lead").Split(',')[0]);
        Assert.Equal((400, 200), await ShownAsync(visitor));
        Assert.Equal((400, 200), await ShownAsync(organiser));
        var draft = await organiser.ReadAsync(Draft);
        Assert.Equal(2, draft.QuerySelectorAll("[data-draft-file='images/house.png'] img").Length);

        (await organiser.PressAsync(Draft, "preview")).Dispose();
        Assert.Equal((100, 300), await ShownAsync(organiser));
        Assert.Equal((400, 200), await ShownAsync(visitor));

        (await organiser.PressAsync($"{Draft}?ask=release", "release", "[data-ask]")).Dispose();
        Assert.Equal(after, await File.ReadAllBytesAsync(before));
        Assert.Equal((100, 300), await ShownAsync(visitor));
        Assert.Equal(
            [ContentVersionState.Written, ContentVersionState.Released, ContentVersionState.Written],
            await _site.InDatabaseAsync(db =>
                db.ContentFileVersions.Where(v => v.Name == "images/house.png").OrderBy(v => v.Id).Select(v => v.State).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task A_new_picture_and_the_page_that_shows_it_are_released_together()
    {
        using var visitor = _site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl });
        using var organiser = await _site.SignedInAsync(language: Language.English);
        Assert.Equal(
            (HttpStatusCode.Redirect, $"{Pictures}/new.png?done=kept"),
            await UploadAsync(
                organiser,
                Pictures,
                "#add-picture [data-action=keep]",
                Photographs.TwoHalves(120, 60, SKEncodedImageFormat.Png),
                "new.png"
            )
        );
        Assert.False(File.Exists(_content.PathOf("images/new.png")));
        Assert.Equal("Shared draft", (await organiser.ReadAsync(Pictures)).Seen("[data-picture='new.png'] [data-in-draft]"));
        using var kept = await PostTranslationAsync(organiser, "![A house](house.png)\n\n![New](new.png)\n");
        Assert.Equal((HttpStatusCode.Redirect, "/admin/content/pages/contact?saved=draft"), kept.StatusAndLocation());
        Assert.Equal(["pages/contact.en.md"], (await organiser.ReadAsync($"{Pictures}/new.png")).SeenAll("[data-shown-in]"));
        Assert.DoesNotContain("new.png", await visitor.GetStringAsync(Page), StringComparison.Ordinal);

        (await organiser.PressAsync(Draft, "preview")).Dispose();
        Assert.Equal((120, 60), await ShownAsync(organiser, "New"));
        (await organiser.PressAsync($"{Draft}?ask=release", "release", "[data-ask]")).Dispose();
        Assert.Equal((120, 60), await ShownAsync(visitor, "New"));
    }

    [Fact]
    public async Task A_picture_that_becomes_live_meanwhile_is_a_conflict_until_somebody_chooses()
    {
        const string Address = $"{Pictures}/house.png";
        using var organiser = await _site.SignedInAsync(language: Language.English);
        await UploadAsync(organiser, Address, "#replace [data-action=keep]", Photographs.TwoHalves(10, 20, SKEncodedImageFormat.Png));
        var live = Photographs.TwoHalves(30, 20, SKEncodedImageFormat.Png);
        _content.Write("images/house.png", live);
        Assert.Single((await organiser.ReadAsync(Address)).QuerySelectorAll("[data-conflict]"));
        using var refused = await organiser.PressAsync($"{Draft}?ask=release", "release", "[data-ask]");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(live, await File.ReadAllBytesAsync(_content.PathOf("images/house.png")));

        var chosen = Photographs.TwoHalves(50, 20, SKEncodedImageFormat.Png);
        Assert.Equal(
            (HttpStatusCode.Redirect, $"{Address}?done=kept"),
            await UploadAsync(organiser, Address, "#replace [data-action=keep]", chosen)
        );
        Assert.Empty((await organiser.ReadAsync(Address)).QuerySelectorAll("[data-conflict]"));
        using var released = await organiser.PressAsync($"{Draft}?ask=release", "release", "[data-ask]");
        Assert.Equal((HttpStatusCode.Redirect, $"{Draft}?done=released"), released.StatusAndLocation());
        Assert.Equal(chosen, await File.ReadAllBytesAsync(_content.PathOf("images/house.png")));
    }

    private static async Task<string[]> ActionsAsync(HttpClient browser, string address, string form) =>
        [.. (await browser.ReadAsync(address)).QuerySelectorAll($"main {form} button").Select(b => b.GetAttribute("data-action") ?? "")];

    /// <summary>The pixels of a picture on a page.</summary>
    private static async Task<(int Width, int Height)> ShownAsync(HttpClient browser, string words = "A house")
    {
        var page = await browser.ReadAsync(Page);
        var source = page.QuerySelector($"main img[alt='{words}']")!.GetAttribute("srcset")!.Split(", ")[^1].Split(' ')[0];
        using var picture = SKBitmap.Decode(await browser.GetByteArrayAsync(source));
        return (picture.Width, picture.Height);
    }

    private static async Task<(HttpStatusCode Status, string? Location)> UploadAsync(
        HttpClient browser,
        string address,
        string button,
        byte[] file,
        string name = "house.png"
    )
    {
        var page = await browser.ReadAsync(address);
        var pressed = (IHtmlButtonElement)page.QuerySelector($"main {button}")!;
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", name } };
        foreach (var field in pressed.Form!.QuerySelectorAll("input:not([type=file])"))
            form.Add(new StringContent(((IHtmlInputElement)field).Value), field.GetAttribute("name")!);
        using var answer = await browser.PostAsync(pressed.Target(), form);
        return answer.StatusAndLocation();
    }

    private static async Task<HttpResponseMessage> PostTranslationAsync(HttpClient browser, string text)
    {
        const string Address = "/admin/content/pages/contact";
        var form = (IHtmlFormElement)(await browser.ReadAsync(Address)).QuerySelector("main form[data-editor]")!;
        var fields = form.QuerySelectorAll("input, select, textarea")
            .ToDictionary(
                c => c.GetAttribute("name")!,
                c =>
                    c is IHtmlTextAreaElement area ? area.Value
                    : c is IHtmlSelectElement list ? list.Value ?? ""
                    : ((IHtmlInputElement)c).Value
            );
        fields["translation"] = text;
        return await browser.PostAsync($"{Address}?handler=Keep", new FormUrlEncodedContent(fields));
    }
}
