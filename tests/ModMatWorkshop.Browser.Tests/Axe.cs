using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The rules of axe-core: WCAG 2.2 A and AA, and what it holds to be good practice.</summary>
public static class Axe
{
    private const string Rules = """{ type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }""";
    private const string ContrastOfLongReading = """{ type: "rule", values: ["color-contrast-enhanced"] }""";

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>One line for each place that breaks a rule: the rule, where, and the element.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await BringAsync(page);
        return await page.EvaluateAsync<string[]>(Run("document", Rules));
    }

    /// <summary>Places in a region whose contrast is below 7:1 (AAA).</summary>
    public static async Task<IReadOnlyList<string>> FaintTextAsync(ILocator region)
    {
        await BringAsync(region.Page);
        return await region.EvaluateAsync<string[]>(Run("region", ContrastOfLongReading));
    }

    /// <summary>Once for a page: the script is longer than all of the site's.</summary>
    private static async Task BringAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Script);
    }

    private static string Run(string where, string only) =>
        $$"""
            async region => {
              const { violations } = await axe.run({{where}}, { runOnly: {{only}}, resultTypes: ["violations"] });
              return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help} | ${node.target} | ${node.html}`));
            }
            """;
}
