using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>Requests pages and reads their text and attributes.</summary>
internal static class HtmlReading
{
    public static async Task<IHtmlDocument> ReadAsync(this HttpClient reader, string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await reader.GetAsync(address);
        Assert.Equal((status, "text/html; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The text, with one ordinary space for each run of white space or line break.</summary>
    public static string Seen(this INode? node) =>
        string.Join(
            ' ',
            string.Concat(
                    (node?.GetDescendants() ?? []).Select(n =>
                        n switch
                        {
                            IText text => text.Data,
                            IHtmlBreakRowElement => " ",
                            _ => "",
                        }
                    )
                )
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    public static string Seen(this IParentNode page, string selector) => page.QuerySelector(selector).Seen();

    public static string[] SeenAll(this IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(e => e.Seen())];

    /// <summary>The headings with nothing below them before the next heading of their level. Side by side, each has a column.</summary>
    public static IEnumerable<string> HeadingsAboveNothing(IDocument page) =>
        page.QuerySelectorAll("h2, h3, h4")
            .Where(heading =>
                heading.Closest("header, footer, nav, template, [hidden], [data-column]") is null && !IsAboveSomething(heading)
            )
            .Select(heading => heading.OuterHtml);

    private static bool IsAboveSomething(IElement heading)
    {
        var last = heading;
        while (last is { NextElementSibling: null, ParentElement: { LocalName: "div" } around })
            last = around;
        for (var next = last.NextElementSibling; next is not null; next = next.NextElementSibling)
            if (next.LocalName is ['h', var level] && char.IsAsciiDigit(level) && level <= heading.LocalName[1])
                return false;
            else if (next.TextContent.Trim().Length > 0 || next.QuerySelector("img, svg, input") is not null)
                return true;
        return false;
    }

    /// <summary>The address to which a button sends its form.</summary>
    public static string Target(this IHtmlButtonElement button) =>
        button.GetAttribute("formaction") ?? button.Form!.GetAttribute("action")!;

    public static string[] AttributeOfAll(this IParentNode page, string selector, string name) =>
        [.. page.QuerySelectorAll(selector).Select(e => e.GetAttribute(name) ?? "")];

    /// <summary>Repeats a request until the result is as expected, for work that the site does in the background.</summary>
    public static async Task<T> EventuallyAsync<T>(Func<Task<T>> request, Func<T, bool> isExpected)
    {
        var deadline = Environment.TickCount64 + 120_000;
        while (true)
        {
            var result = await request();
            if (isExpected(result))
                return result;
            Assert.True(Environment.TickCount64 < deadline, "The expected result did not come within two minutes.");
            await Task.Delay(50);
        }
    }
}
