using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

[Collection(nameof(Chromium))]
public sealed class AnchorTests(Chromium chromium)
{
    private const string Covered = """
        async (targets) => {
          const covered = [];
          for (const target of document.querySelectorAll(targets)) {
            location.hash = target.id;
            await new Promise(requestAnimationFrame);
            const text = target.querySelector('h1, h2, h3, a, time') ?? target;
            const box = text.getClientRects()[0];
            const onTop = box && document.elementFromPoint(box.left + 2, box.top + box.height / 2);
            if (!onTop || !(target.contains(onTop) || onTop.contains(target) && onTop.id === 'main'))
              covered.push(`${target.id} by ${onTop?.outerHTML.slice(0, 60)}`);
          }
          return covered;
        }
        """;

    [BrowserTheory]
    [InlineData("/programme", Reader.Desktop, "[data-kind], section[id^=d-]")]
    [InlineData("/programme", Reader.Phone, "[data-kind], section[id^=d-]")]
    [InlineData("/resumes", Reader.Phone, "main li[id]")]
    [InlineData("/posters", Reader.Desktop, "main li[id]")]
    [InlineData("/en/abstracts/p3", Reader.Phone, "main li[id], figure")]
    [InlineData("/livret", Reader.Phone, "main article")]
    public Task A_link_to_a_part_of_a_page_shows_that_part_uncovered(string path, int width, string targets) =>
        chromium.VisitAsync(path, async page => Faults.None(await page.EvaluateAsync<string[]>(Covered, targets)), Reader.On(width));

    [BrowserFact]
    public Task The_time_on_an_abstract_links_to_its_row_in_the_programme() => chromium.VisitAsync("/resumes/o15", async page =>
        {
            await page.Locator("main header a:has(time)").ClickAsync();

            await Assertions.Expect(page).ToHaveURLAsync("/programme#o15");
            await Assertions.Expect(page.Locator("#o15")).ToBeInViewportAsync(new() { Ratio = 1 });
        });
}
