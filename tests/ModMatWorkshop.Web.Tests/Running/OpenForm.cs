using AngleSharp.Html.Parser;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>The token and cookies of the opened registration form. Any number of registrations can be sent with them.</summary>
internal sealed record OpenForm(string Token, string Cookie)
{
    public static async Task<OpenForm> ReadAsync(HttpClient reader)
    {
        using var response = await reader.GetAsync("/inscription");
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        return new(
            page.QuerySelector("input[name=form-token]")!.GetAttribute("value")!,
            string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]))
        );
    }

    /// <param name="presents">The code of a contribution that the person claims; empty for none.</param>
    public HttpRequestMessage Of(string email, string presents = "") =>
        new(HttpMethod.Post, "/inscription")
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["form-token"] = Token,
                    ["given-name"] = "Ada",
                    ["family-name"] = "Lovelace",
                    ["email"] = email,
                    ["affiliation"] = "LAAS-CNRS",
                    ["position"] = "Postdoc",
                    ["attendance"] = "in-person",
                    ["half-days"] = "all",
                    ["presents"] = presents,
                    ["key"] = email,
                }
            ),
            Headers = { { "Cookie", Cookie } },
        };
}
