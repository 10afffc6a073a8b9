using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>Pages as a reader meets them.</summary>
internal static class HtmlReading
{
    public static async Task<IHtmlDocument> ReadAsync(this HttpClient reader, string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await reader.GetAsync(address);
        Assert.Equal((status, "text/html; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The text, with one ordinary space wherever the page has any white space or begins a new line.</summary>
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

    /// <summary>The address to which a button sends its form.</summary>
    public static string Target(this IHtmlButtonElement button) =>
        button.GetAttribute("formaction") ?? button.Form!.GetAttribute("action")!;

    public static string[] AttributeOfAll(this IParentNode page, string selector, string name) =>
        [.. page.QuerySelectorAll(selector).Select(e => e.GetAttribute(name) ?? "")];

    /// <summary>Asks again until what is asked for is there: for what the site does in the background.</summary>
    public static async Task<T> EventuallyAsync<T>(Func<Task<T>> ask, Func<T, bool> isThere)
    {
        var deadline = Environment.TickCount64 + 30_000;
        while (true)
        {
            var answer = await ask();
            if (isThere(answer))
                return answer;
            Assert.True(Environment.TickCount64 < deadline, "It did not come within 30 seconds.");
            await Task.Delay(50);
        }
    }
}
