using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>Finds content that a reader cannot see by scrolling down only.</summary>
public static class LayoutProbe
{
    // The page clips overflow, so its own width is no measure: this checks the position of each line of text and of each control.
    private const string Probe = """
        () => {
          const wide = document.documentElement.clientWidth;
          // A wide table scrolls in a region of its own, and a menu of one row with its links; the keyboard reaches both.
          const onPurpose = '[aria-hidden=true], .visually-hidden, .print-heading, a[href="#main"]'
            + ', [role=region][tabindex="0"], [data-scrolls]';
          const found = new Set();
          const start = (element) => element.textContent.trim().replace(/\s+/g, ' ').slice(0, 60);
          const say = (element, what) => found.add(`${what}: <${element.localName}> ${start(element)}`);
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            const element = text.parentElement;
            if (!text.data.trim() || element.closest(onPurpose) || !element.checkVisibility({ visibilityProperty: true })) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            for (const box of range.getClientRects())
              if (box.width > 0 && (box.left < -1 || box.right > wide + 1))
                say(element, `outside the screen, ${Math.round(box.left)} to ${Math.round(box.right)} of ${wide}`);
          }
          for (const element of document.body.querySelectorAll('*')) {
            if (element.closest(onPurpose) || element.closest('svg') || !element.checkVisibility()) continue;
            const style = getComputedStyle(element);
            const box = element.getBoundingClientRect();
            if (element.matches('button, input, select, textarea, img, svg, math') && (box.left < -1 || box.right > wide + 1))
              say(element, 'outside the screen');
            // A text field scrolls with its caret, and what is one pixel wide is for screen readers.
            if (element.matches('input, textarea') || box.width <= 1) continue;
            const clips = style.display !== 'inline' && style.overflowX !== 'visible'
              && element !== document.body && element.localName !== 'math';
            if (clips && element.scrollWidth > element.clientWidth + 1)
              say(element, `clipped, ${element.scrollWidth} in ${element.clientWidth}`);
          }
          window.scrollTo(10000, window.scrollY);
          if (window.scrollX !== 0) found.add(`the page scrolls sideways by ${window.scrollX}`);
          window.scrollTo(0, window.scrollY);
          return [...found];
        }
        """;

    /// <summary>One line for each element that is clipped or outside the screen.</summary>
    public static async Task<IReadOnlyList<string>> ClippedElementsAsync(IPage page) => await page.EvaluateAsync<string[]>(Probe);
}
