namespace ModMatWorkshop.Browser.Tests;

[Collection(nameof(Chromium))]
public sealed class FirstVisitTests(Chromium chromium)
{
    [BrowserFact]
    public Task The_programme_has_its_thirty_slots_without_script() => chromium.VisitAsync(
        "/programme",
        async page => Assert.Equal(30, await page.Locator("[id][data-kind]").CountAsync()),
        new() { JavaScriptEnabled = false });

    [BrowserFact]
    public Task The_switch_of_the_language_stays_on_the_page() => chromium.VisitAsync("/resumes/o1", async page =>
    {
        await page.Locator("[data-switch-language]").ClickAsync();
        await page.WaitForURLAsync("**/en/abstracts/o1");

        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
    });
}
