namespace ModMatWorkshop.Browser.Tests;

[Collection(nameof(Chromium))]
public sealed class MastheadTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/en")]
    public Task On_a_phone_all_links_of_the_header_are_on_one_row(string path) =>
        chromium.VisitAsync(
            path,
            async page =>
                Assert.Single(
                    (
                        await page.EvaluateAsync<int[]>(
                            """
                            () => [...document.querySelectorAll('body > header > a, body > header > ul > li')]
                              .map((part) => part.getBoundingClientRect())
                              .map((box) => Math.round((box.top + box.bottom) / 20))
                            """
                        )
                    ).Distinct()
                ),
            Reader.On(Reader.Phone)
        );
}
