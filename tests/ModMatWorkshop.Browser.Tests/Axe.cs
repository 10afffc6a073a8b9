using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The rules of axe-core for WCAG 2.2 A and AA, and its best practices.</summary>
public static class Axe
{
    private const string Rules = """{ type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }""";
    private const string EnhancedContrast = """{ type: "rule", values: ["color-contrast-enhanced"] }""";

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>One line for each element that breaks a rule: the rule, the selector and the HTML.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await LoadAsync(page);
        return await page.EvaluateAsync<string[]>(Run("document", Rules));
    }

    /// <summary>Elements of a region whose contrast is below 7:1 (AAA).</summary>
    public static async Task<IReadOnlyList<string>> LowContrastAsync(ILocator region)
    {
        await LoadAsync(region.Page);
        return await region.EvaluateAsync<string[]>(Run("region", EnhancedContrast));
    }

    /// <summary>Loads the script once for each page: it is large.</summary>
    private static async Task LoadAsync(IPage page)
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
