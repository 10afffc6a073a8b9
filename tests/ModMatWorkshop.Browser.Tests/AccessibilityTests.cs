using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>
/// Accessibility of one page of each kind, in one language, colour scheme and size. <see cref="EveryPageTests"/> has all of them.
/// </summary>
[Collection(nameof(Chromium))]
public sealed class AccessibilityTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("/", Reader.Phone, ColorScheme.Dark)]
    [InlineData("/en/programme", Reader.Phone, ColorScheme.Light)]
    [InlineData("/resumes", Reader.Desktop, ColorScheme.Dark)]
    [InlineData("/en/abstracts?kind=oral&place=remote", Reader.Phone, ColorScheme.Light)]
    [InlineData("/resumes/p3", Reader.Phone, ColorScheme.Dark)]
    [InlineData("/en/abstracts/o1", Reader.Desktop, ColorScheme.Light)]
    [InlineData("/posters", Reader.Phone, ColorScheme.Light)]
    [InlineData("/en/speakers", Reader.Desktop, ColorScheme.Dark)]
    [InlineData("/intervenants/julien-lam", Reader.Phone, ColorScheme.Light)]
    [InlineData("/en/search?q=learning", Reader.Desktop, ColorScheme.Dark)]
    [InlineData("/infos-pratiques", Reader.Desktop, ColorScheme.Light)]
    [InlineData("/en/news", Reader.Phone, ColorScheme.Dark)]
    [InlineData("/livret", Reader.Desktop, ColorScheme.Light)]
    [InlineData("/en/privacy", Reader.Phone, ColorScheme.Dark)]
    [InlineData("/resumes/o99", Reader.Desktop, ColorScheme.Light)]
    public Task Axe_reports_no_violation(string path, int width, ColorScheme colours) =>
        chromium.VisitAsync(path, async page => Faults.None(await Axe.ViolationsAsync(page)), Reader.On(width, colours));

    [BrowserTheory]
    [InlineData("/programme", Reader.Desktop, ColorScheme.Dark)]
    [InlineData("/en", Reader.Desktop, ColorScheme.Light)]
    public Task Axe_reports_no_violation_during_a_talk(string path, int width, ColorScheme colours) =>
        chromium.VisitAsync(
            path,
            async page => Faults.None(await Axe.ViolationsAsync(page)),
            Reader.On(width, colours),
            Chromium.DuringTheFirstTalk
        );

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task The_text_of_an_abstract_has_enhanced_contrast(ColorScheme colours) =>
        chromium.VisitAsync(
            "/resumes/p3",
            async page => Faults.None(await Axe.LowContrastAsync(page.Locator("#abstract"))),
            Reader.On(Reader.Desktop, colours)
        );
}
