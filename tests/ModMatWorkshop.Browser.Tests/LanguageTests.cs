using ModMatWorkshop.Browser.Tests.Pages;

namespace ModMatWorkshop.Browser.Tests;

[Collection(nameof(Chromium))]
public sealed class LanguageTests(Chromium chromium)
{
    [BrowserFact]
    public Task The_switch_stays_on_the_page_with_what_was_asked_of_it() =>
        chromium.VisitAsync("/resumes?kind=oral&place=remote", async page =>
        {
            var abstracts = new AbstractsPage(page);

            await abstracts.SwitchLanguageAsync();
            Assert.Equal("/en/abstracts?kind=oral&place=remote", abstracts.Address);
            Assert.Equal("en", await abstracts.LanguageAsync());
            Assert.Equal(["o1", "o10", "o17", "o18"], await abstracts.CodesAsync());

            await abstracts.SwitchLanguageAsync();
            Assert.Equal("/resumes?kind=oral&place=remote", abstracts.Address);
            Assert.Equal("fr", await abstracts.LanguageAsync());
        });

    [BrowserFact]
    public async Task Every_kind_of_page_has_its_twin_behind_the_switch()
    {
        var twins = new Dictionary<string, string>();
        Faults.None(await chromium.CheckPagesAsync(PageKind.All.Select(kind => kind.French).Except(["/resumes/o99"]), async page =>
            {
                var french = new SitePage(page);
                var address = french.Address;
                await french.SwitchLanguageAsync();
                twins[address] = french.Address;
                return [];
            }));

        Assert.Equal(PageKind.All.Where(kind => kind.Name != "not-found").ToDictionary(kind => kind.French, kind => kind.English), twins);
    }

    [BrowserFact]
    public async Task No_line_of_French_can_begin_with_a_sign() =>
        Faults.None(await chromium.CheckPagesAsync(PageKind.All.Select(kind => kind.French), async page => await page.EvaluateAsync<string[]>(
                    """
                    () => {
                      const found = [];
                      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                        const loose = text.data.match(/.{0,30}(?: [:;!?»]|« ).{0,10}/);
                        if (loose && text.parentElement.closest('[lang]').lang === 'fr') found.push(loose[0]);
                      }
                      return found;
                    }
                    """
                )));
}
