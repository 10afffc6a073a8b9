using System.Globalization;
using AngleSharp.Html.Parser;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using SkiaSharp;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>The page of posters, once their files are there.</summary>
public sealed class PosterGalleryTests
{
    private const int Posters = 10;
    private const int MostBytes = 60_000;

    [Fact]
    public async Task Ten_posters_with_first_pages_weigh_at_most_sixty_kilobytes_before_the_lazy_pictures()
    {
        using var content = new ContentCopy();
        for (var number = 1; number <= Posters; number++)
        {
            var stem = string.Create(CultureInfo.InvariantCulture, $"p{number}");
            var file = string.Create(CultureInfo.InvariantCulture, $"{stem}-poster");
            Directory.CreateDirectory(Path.Combine(content.Path, "materials"));
            content.Add($"materials/{file}.pdf", "%PDF-1.7\n");
            await File.WriteAllBytesAsync(
                Path.Combine(content.Path, "images", $"{file}.png"),
                Photographs.TwoHalves(990, 1400, SKEncodedImageFormat.Png)
            );
            var path = Path.Combine(content.Path, "contributions", $"{stem}.md");
            var text = await File.ReadAllTextAsync(path);
            var end = text.IndexOf("\n---\n", 4, StringComparison.Ordinal);
            var item = $"\nmaterials:\n  - {{ kind: poster, file: {file}.pdf, picture: {file}.png }}";
            await File.WriteAllTextAsync(path, text.Insert(end, item));
        }
        await using var site = new SiteFactory { ContentPath = content.Path };
        using var reader = site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl });
        reader.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");

        var html = await reader.GetByteArrayAsync("/en/posters");
        using var plain = site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl });
        var page = await new HtmlParser().ParseDocumentAsync(await plain.GetStringAsync("/en/posters"));
        var loaded = page.QuerySelectorAll("link[rel=stylesheet], script[src], link[rel=preload]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .Concat(page.QuerySelectorAll("img:not([loading=lazy])").Select(i => i.GetAttribute("src")!))
            .ToList();
        var bytes = html.Length;
        foreach (var address in loaded)
            bytes += (await reader.GetByteArrayAsync(address)).Length;

        var pictures = page.QuerySelectorAll(".poster-page img");
        Assert.Equal(Posters, pictures.Length);
        Assert.All(pictures, picture =>
            Assert.Equal(
                (true, true, true, true),
                (
                    picture.HasAttribute("srcset"),
                    picture.HasAttribute("width"),
                    picture.GetAttribute("loading") == "lazy",
                    picture.GetAttribute("alt")!.StartsWith("First page", StringComparison.Ordinal)
                )
            )
        );
        Assert.Equal(Posters, page.QuerySelectorAll(".poster-files a[type='application/pdf']").Length);
        Assert.True(bytes <= MostBytes, $"The page weighs {bytes} bytes: {string.Join(", ", loaded)}");
    }
}
