using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The controls of a page, and the order in which the Tab key reaches them.</summary>
public static class Keyboard
{
    /// <summary>An element that received the focus, with its position in CSS pixels and whether the focus is visible.</summary>
    public sealed record Stop
    {
        public string Name { get; init; } = "";

        public double Top { get; init; }

        public double Bottom { get; init; }

        public bool HasOutline { get; init; }

        public bool IsCovered { get; init; }
    }

    private const string Names = """
        const text = (element) => element.ariaLabel || element.labels?.[0]?.textContent || element.textContent
          || element.getAttribute('href');
        const name = (element) => `${element.localName} ${text(element).trim().replace(/\s+/g, ' ')}`;
        """;

    private const string Listen = $$"""
        () => {
          {{Names}}
          window.stops = [];
          document.addEventListener('focusin', ({ target }) => {
            const box = target.getBoundingClientRect();
            const style = getComputedStyle(target);
            const line = target.getClientRects()[0];
            const onTop = document.elementFromPoint((line.left + line.right) / 2, (line.top + line.bottom) / 2);
            window.stops.push({
              name: name(target),
              top: box.top + scrollY,
              bottom: box.bottom + scrollY,
              hasOutline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                && style.outlineColor !== getComputedStyle(document.documentElement).backgroundColor,
              isCovered: !(target.contains(onTop) || onTop?.contains(target) || target.labels?.[0]?.contains(onTop)),
            });
          });
        }
        """;

    private const string Reachable = $$"""
        () => {
          {{Names}}
          return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
            .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled)
            .map(name);
        }
        """;

    // Measures the bounding box, not each line: a link over two lines is one target. Links in a sentence are exempt.
    private const string Small = $$"""
        () => {
          {{Names}}
          const inSentence = (element) => {
            const display = getComputedStyle(element).display;
            const around = element.parentElement.closest('p, li, td, dd, figcaption, h1, h2, h3, blockquote, div');
            return display === 'inline' && element.parentElement.closest('p, figcaption, blockquote, li') !== null
              && around.textContent.trim().length > element.textContent.trim().length;
          };
          return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
            .filter((element) => element.checkVisibility({ visibilityProperty: true })
              && [element, element.parentElement].every((e) => getComputedStyle(e).clipPath === 'none') && !inSentence(element))
            .map((element) => [element, element.getBoundingClientRect()])
            .filter(([, box]) => Math.round(box.width) < 24 || Math.round(box.height) < 24)
            .map(([element, box]) => `${name(element)}: ${Math.round(box.width)} by ${Math.round(box.height)}`);
        }
        """;

    /// <summary>Every visible control and link, in document order.</summary>
    public static async Task<IReadOnlyList<string>> ControlsAsync(IPage page) => await page.EvaluateAsync<string[]>(Reachable);

    /// <summary>Presses the Tab key several times.</summary>
    public static async Task<IReadOnlyList<Stop>> PressTabAsync(IPage page, int times)
    {
        await page.EvaluateAsync(Listen);
        for (var i = 0; i < times; i++)
            await page.Keyboard.PressAsync("Tab");
        return await page.EvaluateAsync<Stop[]>("() => window.stops");
    }

    /// <summary>Targets below 24 by 24 CSS pixels (WCAG 2.2, 2.5.8), except links in a sentence.</summary>
    public static async Task<IReadOnlyList<string>> SmallTargetsAsync(IPage page) => await page.EvaluateAsync<string[]>(Small);
}
