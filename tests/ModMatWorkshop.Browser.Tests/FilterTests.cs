using Microsoft.Playwright;
using ModMatWorkshop.Browser.Tests.Pages;

namespace ModMatWorkshop.Browser.Tests;

[Collection(nameof(Chromium))]
public sealed class FilterTests(Chromium chromium)
{
    private static readonly string[] RemoteOrals = ["o1", "o10", "o17", "o18"];

    public static TheoryData<bool> WithAndWithoutScript => [true, false];

    [BrowserTheory]
    [MemberData(nameof(WithAndWithoutScript))]
    public Task Filters_show_only_the_matching_abstracts(bool script) =>
        chromium.VisitAsync(
            "/resumes",
            async page =>
            {
                var abstracts = new AbstractsPage(page);

                await abstracts.ChooseAsync("kind", "oral");
                await abstracts.ChooseAsync("place", "remote");
                await abstracts.PressFilterAsync();

                Assert.Equal(RemoteOrals, await abstracts.CodesAsync());
            },
            Reading(script)
        );

    [BrowserFact]
    public Task The_address_of_a_filtered_list_contains_only_the_chosen_filters() => chromium.VisitAsync("/en/abstracts", async page =>
        {
            var abstracts = new AbstractsPage(page);

            await abstracts.ChooseAsync("session", "2");
            await abstracts.ChooseAsync("language", "en");
            await abstracts.PressFilterAsync();

            Assert.Equal("/en/abstracts?session=2&language=en", abstracts.Address);
        });

    [BrowserTheory]
    [MemberData(nameof(WithAndWithoutScript))]
    public Task Going_back_from_an_abstract_shows_the_filtered_list(bool script) =>
        chromium.VisitAsync(
            "/resumes?kind=oral&place=remote",
            async page =>
            {
                var abstracts = new AbstractsPage(page);

                await abstracts.OpenAsync("o17");
                await abstracts.GoBackAsync();

                Assert.Equal("oral", await abstracts.ChosenAsync("kind"));
                Assert.Equal("remote", await abstracts.ChosenAsync("place"));
                Assert.Equal(RemoteOrals, await abstracts.CodesAsync());
            },
            Reading(script)
        );

    [BrowserFact]
    public Task Going_back_removes_one_filter_at_a_time() => chromium.VisitAsync("/resumes", async page =>
        {
            var abstracts = new AbstractsPage(page);
            await abstracts.ChooseAsync("kind", "oral");
            await abstracts.PressFilterAsync();
            await abstracts.ChooseAsync("place", "remote");
            await abstracts.PressFilterAsync();

            await abstracts.GoBackAsync();

            Assert.Equal("oral", await abstracts.ChosenAsync("kind"));
            Assert.Equal("", await abstracts.ChosenAsync("place"));
            Assert.Equal(Enumerable.Range(1, 18).Select(number => $"o{number}"), await abstracts.CodesAsync());
        });

    private static BrowserNewContextOptions Reading(bool script) => script ? Reader.On(Reader.Desktop) : Reader.WithoutScript();
}
