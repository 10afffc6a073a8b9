using System.Globalization;
using AngleSharp.Html.Parser;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>The opened form of the call for one submission, which one person sends again and again.</summary>
/// <param name="Submission">The token that says which submission the form is of.</param>
internal sealed record OpenAbstract(string Email, string Token, string Submission, string Cookie)
{
    public static async Task<OpenAbstract> ReadAsync(HttpClient reader, string email)
    {
        using var response = await reader.GetAsync("/en/call");
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        return new(
            email,
            page.QuerySelector("input[name=form-token]")!.GetAttribute("value")!,
            page.QuerySelector("input[name=form]")!.GetAttribute("value")!,
            string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]))
        );
    }

    /// <param name="number">Counts what the person sends; it is in the title.</param>
    /// <param name="isSubmitted">False to keep a draft.</param>
    public HttpRequestMessage Of(int number, bool isSubmitted) =>
        new(HttpMethod.Post, isSubmitted ? "/en/call?handler=Submit" : "/en/call")
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["form-token"] = Token,
                    ["form"] = Submission,
                    ["email"] = Email,
                    ["title"] = TitleOf(number),
                    ["kind"] = "oral",
                    ["topics"] = "potentials",
                    ["affiliation-0"] = "LAAS-CNRS, Toulouse",
                    ["given-0"] = "Ada",
                    ["family-0"] = "Lovelace",
                    ["at-0"] = "1",
                    ["language"] = "en",
                    ["abstract"] = "We measure the heat of a surface and compare it with what is known.",
                    ["agreed"] = "yes",
                }
            ),
            Headers = { { "Cookie", Cookie } },
        };

    /// <summary>The number in a title; 0 for none.</summary>
    public static int NumberIn(string? title) =>
        title is null ? 0 : int.Parse(title["Version ".Length..], NumberStyles.None, CultureInfo.InvariantCulture);

    private static string TitleOf(int number) => string.Create(CultureInfo.InvariantCulture, $"Version {number}");
}
