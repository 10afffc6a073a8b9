using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

public static class Arrival
{
    /// <summary>
    /// Waits until the browser is at a path of the site and its scripts have run. Not with WaitForURLAsync, which times out when the load
    /// event has already fired. The timeout is long because the first page after a start is slow.
    /// </summary>
    public static async Task WaitForAddressAsync(IPage page, string path)
    {
        await Assertions.Expect(page).ToHaveURLAsync(path, new() { Timeout = 60_000 });
        await LoadedAsync(page);
    }

    /// <summary>Waits until the browser has left an address and loaded the next page completely.</summary>
    public static async Task WaitForOtherAddressAsync(IPage page, string address)
    {
        await Assertions.Expect(page).Not.ToHaveURLAsync(address, new() { Timeout = 60_000 });
        await LoadedAsync(page);
    }

    /// <summary>Asks the page, because WaitForLoadStateAsync now and then waits for an event that has already fired.</summary>
    private static Task<IJSHandle> LoadedAsync(IPage page) =>
        page.WaitForFunctionAsync("() => document.readyState === 'complete'", null, new() { Timeout = 60_000 });
}
