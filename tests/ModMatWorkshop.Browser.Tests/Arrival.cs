using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

public static class Arrival
{
    /// <summary>
    /// Until the browser stands at an address of the site. WaitForURLAsync waits for the event of loading besides, which may have come
    /// before it listens: then it waits for nothing until its time is over.
    /// The first page of a site that has just started takes its time.
    /// </summary>
    public static Task AtAsync(IPage page, string path) => Assertions.Expect(page).ToHaveURLAsync(path, new() { Timeout = 60_000 });

    /// <summary>Until the browser stands at another address than it did, and has all of the page.</summary>
    public static async Task ElsewhereAsync(IPage page, string address)
    {
        await Assertions.Expect(page).Not.ToHaveURLAsync(address, new() { Timeout = 60_000 });
        while (await page.EvaluateAsync<string>("document.readyState") != "complete")
            await Task.Delay(20);
    }
}
