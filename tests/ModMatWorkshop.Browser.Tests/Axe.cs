using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The rules of axe-core: WCAG 2.2 A and AA, and what it holds to be good practice.</summary>
public static class Axe
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    private static readonly AxeRunOptions ContrastOfLongReading = new() { RunOnly = new() { Type = "rule", Values = ["color-contrast-enhanced"] } };

    /// <summary>One line for each place that breaks a rule: the rule, where, and the element.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page) => Sentences(await page.RunAxe(Rules));

    /// <summary>Places in a region whose contrast is below 7:1 (AAA).</summary>
    public static async Task<IReadOnlyList<string>> FaintTextAsync(ILocator region) => Sentences(await region.RunAxe(ContrastOfLongReading));

    private static List<string> Sentences(AxeResult result) =>
        [.. from rule in result.Violations
            from node in rule.Nodes
            select $"{rule.Id}: {rule.Help} | {node.Target} | {node.Html}"];
}
