using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>Browser options: screen width in CSS pixels, colour scheme, time zone, with or without script.</summary>
public static class Reader
{
    public const int Phone = 360;
    public const int Tablet = 768;
    public const int Desktop = 1280;

    public static BrowserNewContextOptions On(int width, ColorScheme colours = ColorScheme.Light) =>
        new()
        {
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = colours,
        };

    public static BrowserNewContextOptions WithoutScript(int width = Desktop) => new(On(width)) { JavaScriptEnabled = false };

    public static BrowserNewContextOptions In(string zone) => new(On(Desktop)) { TimezoneId = zone };

    /// <summary>Sets the root font size, like the browser setting: lengths in rem and em grow, the screen does not.</summary>
    public static Task EnlargeTextAsync(IPage page, int percent) =>
        page.EvaluateAsync("percent => document.documentElement.style.fontSize = `${percent}%`", percent);
}
