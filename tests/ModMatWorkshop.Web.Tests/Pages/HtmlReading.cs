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
