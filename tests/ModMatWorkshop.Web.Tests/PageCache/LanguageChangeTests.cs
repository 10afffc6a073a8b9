using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.PageCache;

/// <summary>The languages of the workshop change while the site runs.</summary>
public class LanguageChangeTests
{
    [Fact]
    public async Task A_cached_page_of_the_former_languages_is_not_served_again()
    {
        using var content = new ContentSample(Repository.TwoRooms);
        await using var site = new SiteFactory { ContentPath = content.Folder };
        var reader = site.CreateClient();

        Assert.Equal("/ en, /en to /, /fr to /, /programme en, /abstracts en, /resumes to /abstracts", await SeenAsync());
        await ChangeAsync("[en]", "[fr]");
        Assert.Equal("/ fr, /en to /, /fr to /, /programme fr, /abstracts to /resumes, /resumes fr", await SeenAsync());
        await ChangeAsync("[fr]", "[fr, en]");
        Assert.Equal("/ fr, /en en, /fr to /, /programme fr, /abstracts to /en/abstracts, /resumes fr", await SeenAsync());
        await ChangeAsync("[fr, en]", "[en, fr]");
        Assert.Equal("/ en, /en to /, /fr fr, /programme en, /abstracts en, /resumes to /fr/resumes", await SeenAsync());

        async Task ChangeAsync(string from, string to)
        {
            content.Replace("workshop.md", $"languages: {from}", $"languages: {to}");
            Assert.False((await site.Services.GetRequiredService<ContentImporter>().ImportAsync(default)).HasErrors);
        }

        // Each address twice: the second answer may come from the cache.
        async Task<string> SeenAsync()
        {
            var seen = new List<string>();
            foreach (var address in new[] { "/", "/en", "/fr", "/programme", "/abstracts", "/resumes" })
            {
                var answers = new[] { await LanguageOfAsync(address), await LanguageOfAsync(address) };
                seen.Add($"{address} {Assert.Single(answers.Distinct())}");
            }
            return string.Join(", ", seen);
        }

        async Task<string?> LanguageOfAsync(string address)
        {
            using var answer = await reader.GetAsync(address);
            return answer.Headers.Location is { } moved
                ? $"to {moved}"
                : (await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync())).DocumentElement.GetAttribute(
                    "lang"
                );
        }
    }
}
