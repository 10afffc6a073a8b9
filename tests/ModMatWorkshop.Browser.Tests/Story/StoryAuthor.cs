using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests.Story;

/// <summary>What an author does in a browser.</summary>
public static class StoryAuthor
{
    private const string ReadPeople = """
        () => [
          [...document.querySelectorAll('[data-author]')].map((author) => {
            const value = (name) => author.querySelector(`[name^="${name}"]`).value;
            const numbers = author.querySelectorAll('[name^="at-"]');
            const at = numbers.length === 1 && numbers[0].type === 'text' ? numbers[0].value.replaceAll(' ', '')
              : [...numbers].filter((box) => box.checked).map((box) => box.value).join(',');
            return `${value('given-')} ${value('family-')}`.trim() + at;
          }).join(', '),
          ...[...document.querySelectorAll('[data-affiliation] input')].map((input) => input.value),
        ].join(' | ')
        """;

    /// <returns>What the form did otherwise than it should, one line each.</returns>
    public static async Task<IReadOnlyList<string>> SubmitAsync(IPage page, StoryAbstract one)
    {
        List<string> faults = [];
        await page.GotoAsync(one.IsFrench ? "/appel" : "/en/call");
        await page.Locator("#email").FillAsync(one.Email);
        await page.Locator("#title").FillAsync(one.Title);
        await page.Locator($"[name=kind][value={one.Wish}]").CheckAsync();
        await page.Locator($"[name=topics][value={(one.Number % 3 == 0 ? "potentials" : "rare-events")}]").CheckAsync();
        if (one.Byline.Pasted(one.Paste) is { } pasted)
        {
            await page.Locator("details:has(#pasted) summary").ClickAsync();
            await page.Locator("#pasted").FillAsync(pasted);
            await page.RunAndWaitForResponseAsync(() => page.Locator("button[value=paste]").ClickAsync(), IsRows);
            await Assertions.Expect(page.Locator("#pasted")).ToHaveValueAsync("", new() { Timeout = 5000 });
        }
        else
            await TypePeopleAsync(page, one);
        if (await page.EvaluateAsync<string>(ReadPeople) is var people && people != one.Byline.Shown)
        {
            faults.Add($"{one.Number}, pasted {one.Paste}:\n  {people}\n  {one.Byline.Shown}");
            return faults;
        }
        if (one.Byline.Authors.Count > 1)
            await page.Locator($"[name=presenter][value='{one.Presenter}']").CheckAsync();
        await page.Locator($"[name=language][value={(one.Text.StartsWith("Nous", StringComparison.Ordinal) ? "fr" : "en")}]").CheckAsync();
        await PasteAbstractAsync(page, one);
        await page.Locator("#references").FillAsync(one.References);
        await page.Locator("#keywords").FillAsync(one.Number % 2 == 0 ? "grains, cold metals" : "");
        await page.Locator("#message").FillAsync(one.Number % 10 == 0 ? "Please not on Monday." : "");
        await page.Locator("#agreed").CheckAsync();
        await page.Locator("[data-action=submit]").ClickAsync();
        await page.Locator("[data-submission=submitted], [role=alert]").First.WaitForAsync();
        if (await page.Locator("[data-submission=submitted]").CountAsync() == 0)
            faults.Add($"{one.Number} is not submitted: {await page.Locator("[role=alert]").First.InnerTextAsync()}");
        return faults;
    }

    private static async Task TypePeopleAsync(IPage page, StoryAbstract one)
    {
        var (authors, affiliations) = one.Byline;
        for (var i = 0; i < affiliations.Count; i++)
        {
            if (i > 0)
                await AddRowAsync(page, "affiliation-add", $"#affiliation-{i}");
            await page.Locator($"#affiliation-{i}").FillAsync(affiliations[i]);
        }
        for (var i = 0; i < authors.Count; i++)
        {
            if (i > 0)
                await AddRowAsync(page, "author-add", $"#family-{i}");
            await page.Locator($"#given-{i}").FillAsync(authors[i].Given);
            await page.Locator($"#family-{i}").FillAsync(authors[i].Family);
            if (i == one.Presenter)
                await page.Locator($"#orcid-{i}").FillAsync(StoryPeople.Orcid(one.Number));
            var marks = one.Byline.MarksOf(authors[i]).ToList();
            if (await page.Locator($"input[type=text]#at-{i}, input:not([type])#at-{i}").CountAsync() > 0)
                await page.Locator($"#at-{i}").FillAsync(string.Join(", ", marks));
            else
                foreach (var mark in marks)
                    await page.Locator($"[name=at-{i}][value='{mark}']").CheckAsync();
        }
    }

    private static async Task AddRowAsync(IPage page, string operation, string row)
    {
        await page.Locator($"button[value={operation}]").ClickAsync();
        await page.Locator(row).WaitForAsync();
    }

    private static async Task PasteAbstractAsync(IPage page, StoryAbstract one)
    {
        await page.Locator("#abstract").FillAsync(one.Text);
        if (one.IsCleaned)
            await page.RunAndWaitForResponseAsync(
                () => page.EvaluateAsync("document.getElementById('abstract').dispatchEvent(new Event('paste', { bubbles: true }))"),
                response => response.Url.Contains("handler=Clean", StringComparison.Ordinal)
            );
    }

    private static bool IsRows(IResponse response) => response.Url.Contains("handler=Rows", StringComparison.Ordinal);

    /// <summary>Confirms the address behind the link of the mail.</summary>
    public static async Task ConfirmAddressAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.Locator("[data-action=confirm]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-action=confirm]")).ToHaveCountAsync(0);
    }

    /// <summary>One press: the author comes, or presents remotely.</summary>
    /// <returns>The text that the author was shown as the one that counts.</returns>
    public static async Task<string> AnswerAsync(IPage page, string link, bool isRemote)
    {
        await page.GotoAsync(link);
        await page.Locator(isRemote ? "[data-action=come-remotely]" : "[data-action=come]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-answer=confirmed]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[data-registered]")).ToHaveCountAsync(1);
        return await page.Locator("#preview article > div[lang]").InnerTextAsync();
    }
}
