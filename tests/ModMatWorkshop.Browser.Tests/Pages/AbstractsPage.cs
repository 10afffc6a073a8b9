using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests.Pages;

/// <summary>The list of abstracts with its filters.</summary>
public sealed class AbstractsPage(IPage page) : SitePage(page)
{
    private const string Items = "main li:has([data-star])";

    public async Task<IReadOnlyList<string>> CodesAsync() =>
        await Page.Locator(Items).EvaluateAllAsync<string[]>("items => items.map(item => item.id)");

    public async Task<string> ChosenAsync(string filter) => await Filter(filter).InputValueAsync();

    public Task ChooseAsync(string filter, string value) => Filter(filter).SelectOptionAsync(value);

    public Task PressFilterAsync() => FollowAsync(Page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Button));

    public Task OpenAsync(string code) => FollowAsync(Page.Locator($"li#{code}").GetByRole(AriaRole.Link));

    public Task GoBackAsync() => Page.GoBackAsync();

    private ILocator Filter(string name) => Page.Locator($"select[name={name}]");
}
