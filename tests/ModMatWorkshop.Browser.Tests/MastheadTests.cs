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

    [BrowserTheory]
    [InlineData("/programme")]
    [InlineData("/intervenants")]
    [InlineData("/en/abstracts")]
    [InlineData("/en/speakers")]
    public async Task On_a_phone_the_menu_is_one_row_at_every_time_and_on_every_page(string path)
    {
        foreach (var at in new[] { Chromium.BeforeTheWorkshop, Chromium.DuringTheFirstTalk, Chromium.LongAfter })
            await chromium.VisitAsync(
                path,
                async page =>
                {
                    foreach (var width in new[] { 320, Reader.Phone, 412 })
                    {
                        await page.SetViewportSizeAsync(width, 740);
                        Assert.Equal(
                            (at, width, "1 of 5, 1 of 4"),
                            (
                                at,
                                width,
                                await page.EvaluateAsync<string>(
                                    """
                                    () => ['body > header > nav li', 'body > header > a, body > header > ul > li'].map((parts) => {
                                      const boxes = [...document.querySelectorAll(parts)].map((part) => part.getBoundingClientRect());
                                      const inside = boxes.filter((box) => box.left >= 0 && box.right <= innerWidth);
                                      const rows = new Set(boxes.map((box) => Math.round((box.top + box.bottom) / 20)));
                                      return `${rows.size} of ${inside.length}`;
                                    }).join(', ')
                                    """
                                )
                            )
                        );
                    }
                },
                Reader.On(Reader.Phone),
                at
            );
    }
}
