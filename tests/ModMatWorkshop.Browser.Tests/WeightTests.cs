using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The size of a page and its files, for phones with a slow network.</summary>
[Collection(nameof(Chromium))]
public sealed class WeightTests(Chromium chromium)
{
    private const int Kilobyte = 1000;

    [BrowserTheory]
    [InlineData("/programme", 24)]
    [InlineData("/en/programme", 24)]
    [InlineData("/resumes/p3", 14)]
    [InlineData("/en/abstracts/o3", 14)]
    public Task A_page_with_its_style_sheet_and_script_stays_below_its_limit(string path, int kilobytes) =>
        chromium.VisitAsync("/robots.txt", async page =>
        {
            ConcurrentQueue<IResponse> responses = [];
            page.Response += (_, response) => responses.Enqueue(response);
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

            var sizes = new Dictionary<string, int>();
            foreach (var response in responses.Where(response => response.Request.ResourceType is "document" or "stylesheet" or "script"))
                sizes[response.Request.ResourceType] =
                    sizes.GetValueOrDefault(response.Request.ResourceType) + CompressedSize(await response.BodyAsync());

            Assert.Equal(["document", "script", "stylesheet"], sizes.Keys.Order());
            Assert.True(sizes.Values.Sum() <= kilobytes * Kilobyte, $"{path} takes {sizes.Values.Sum()} bytes: {string.Join(", ", sizes)}");
        });

    /// <summary>CheckPagesAsync itself reports requests to other hosts.</summary>
    [BrowserFact]
    public async Task No_page_sends_a_request_to_another_host_and_only_forms_set_a_cookie() =>
        Faults.None(await chromium.CheckPagesAsync(PageKind.All.SelectMany(kind => kind.Paths), async page =>
            {
                var hasForm = await page.Locator("form[method=post]").CountAsync() > 0;
                var cookies = await page.Context.CookiesAsync();
                await page.Context.ClearCookiesAsync();
                return [.. cookies.Where(cookie => !hasForm || cookie.Name != "__Host-form").Select(cookie => $"the cookie {cookie.Name}")];
            }));

    private static int CompressedSize(byte[] body)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, packed, out var size, quality: 11, window: 22)
            ? size
            : throw new InvalidOperationException("The buffer for Brotli is too small.");
    }
}
