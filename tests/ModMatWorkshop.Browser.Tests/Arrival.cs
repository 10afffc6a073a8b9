using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

public static class Arrival
{
    /// <summary>
    /// Waits until the browser is at a path of the site. Not with WaitForURLAsync: it also waits for the load event, and times out when
    /// that event has already fired. The timeout is long because the first page after a start is slow.
    /// </summary>
    public static Task WaitForAddressAsync(IPage page, string path) =>
        Assertions.Expect(page).ToHaveURLAsync(path, new() { Timeout = 60_000 });

    /// <summary>Waits until the browser has left an address and loaded the next page completely.</summary>
    public static async Task WaitForOtherAddressAsync(IPage page, string address)
    {
        await Assertions.Expect(page).Not.ToHaveURLAsync(address, new() { Timeout = 60_000 });
        while (await page.EvaluateAsync<string>("document.readyState") != "complete")
            await Task.Delay(20);
    }
}
