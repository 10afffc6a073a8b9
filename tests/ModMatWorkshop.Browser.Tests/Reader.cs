using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>Who is reading: on what size of screen, in which colours, where, with or without script.</summary>
public static class Reader
{
    public const int Phone = 360;
    public const int Tablet = 768;
    public const int Desk = 1280;

    public static BrowserNewContextOptions On(int width, ColorScheme colours = ColorScheme.Light) =>
        new()
        {
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = colours,
        };

    public static BrowserNewContextOptions WithoutScript(int width = Desk) => new(On(width)) { JavaScriptEnabled = false };

    public static BrowserNewContextOptions In(string zone) => new(On(Desk)) { TimezoneId = zone };

    /// <summary>As a reader does whose browser is set to larger letters: what is measured in them grows, the screen does not.</summary>
    public static Task EnlargeTextAsync(IPage page, int percent) =>
        page.EvaluateAsync("percent => document.documentElement.style.fontSize = `${percent}%`", percent);
}
