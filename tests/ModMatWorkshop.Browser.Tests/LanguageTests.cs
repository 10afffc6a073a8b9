using ModMatWorkshop.Browser.Tests.Pages;

namespace ModMatWorkshop.Browser.Tests;

[Collection(nameof(Chromium))]
public sealed class LanguageTests(Chromium chromium)
{
    [BrowserFact]
    public Task The_language_switch_keeps_the_page_and_its_filters() => chromium.VisitAsync("/resumes?kind=oral&place=remote", async page =>
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

    [Trait("Category", "prove")]
    [BrowserFact]
    public async Task The_language_switch_leads_to_the_same_page_in_the_other_language()
    {
        var translations = new Dictionary<string, string>();
        Faults.None(await chromium.CheckPagesAsync(PageKind.All.Select(kind => kind.French).Except(["/resumes/o99"]), async page =>
            {
                var french = new SitePage(page);
                var address = french.Address;
                await french.SwitchLanguageAsync();
                translations[address] = french.Address;
                return [];
            }));

        Assert.Equal(
            PageKind.All.Where(kind => kind.Name != "not-found").ToDictionary(kind => kind.French, kind => kind.English),
            translations
        );
    }

    [BrowserFact]
    public async Task French_punctuation_is_joined_to_its_word_by_a_no_break_space() =>
        Faults.None(
            await chromium.CheckPagesAsync(PageKind.All.Select(kind => kind.French), async page => await page.EvaluateAsync<string[]>(
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
                ))
        );
}
