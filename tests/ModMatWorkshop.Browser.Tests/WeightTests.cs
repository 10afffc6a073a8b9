using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>What a phone with one bar of network has to fetch.</summary>
[Collection(nameof(Chromium))]
public sealed class WeightTests(Chromium chromium)
{
    private const int Kilobyte = 1000;

    [BrowserTheory]
    [InlineData("/programme", 24)]
    [InlineData("/en/programme", 24)]
    [InlineData("/resumes/p3", 14)]
    [InlineData("/en/abstracts/o3", 14)]
    public Task A_page_with_its_style_and_script_is_light(string path, int kilobytes) => chromium.VisitAsync("/robots.txt", async page =>
        {
            ConcurrentQueue<IResponse> answers = [];
            page.Response += (_, answer) => answers.Enqueue(answer);
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

            var weights = new Dictionary<string, int>();
            foreach (var answer in answers.Where(answer => answer.Request.ResourceType is "document" or "stylesheet" or "script"))
                weights[answer.Request.ResourceType] =
                    weights.GetValueOrDefault(answer.Request.ResourceType) + Brotli(await answer.BodyAsync());

            Assert.Equal(["document", "script", "stylesheet"], weights.Keys.Order());
            Assert.True(
                weights.Values.Sum() <= kilobytes * Kilobyte,
                $"{path} weighs {weights.Values.Sum()} B: {string.Join(", ", weights)}"
            );
        });

    /// <summary>A walk reports every request to another host by itself.</summary>
    [BrowserFact]
    public async Task No_page_leaves_a_cookie_or_asks_another_host_for_anything_but_a_form_its_own() =>
        Faults.None(await chromium.CheckPagesAsync(PageKind.All.SelectMany(kind => kind.Paths), async page =>
            {
                var hasForm = await page.Locator("form[method=post]").CountAsync() > 0;
                var cookies = await page.Context.CookiesAsync();
                await page.Context.ClearCookiesAsync();
                return [.. cookies.Where(cookie => !hasForm || cookie.Name != "__Host-form").Select(cookie => $"the cookie {cookie.Name}")];
            }));

    private static int Brotli(byte[] body)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, packed, out var weight, quality: 11, window: 22)
            ? weight
            : throw new InvalidOperationException("Brotli found no room.");
    }
}
