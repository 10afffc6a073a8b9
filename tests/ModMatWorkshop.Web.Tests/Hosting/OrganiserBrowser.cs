using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>An organiser's browser. It sends the cookies that a cookie container would not send over plain http.</summary>
public sealed partial class OrganiserBrowser
{
    private readonly Dictionary<string, string> _cookies = [];
    private string _token = "";

    /// <summary>Creates the first account, with the link that the process has printed.</summary>
    public async Task SetUpAsync(SiteProcess site)
    {
        var setup = SetupLink().Match(site.AllOutput).Value;
        await ReadTokenAsync(site, setup);
        using var created = await PostAsync(
            site,
            setup,
            new()
            {
                ["name"] = "Ada",
                ["email"] = "ada@example.org",
                ["password"] = OrganiserAccounts.Password,
            }
        );
        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        await ReadTokenAsync(site, "/admin");
    }

    public async Task<HttpResponseMessage> PostAsync(SiteProcess site, string address, Dictionary<string, string> fields)
    {
        fields[FormToken.Field] = _token;
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        return await SendAsync(site, request);
    }

    /// <summary>Brings a version of a content file back.</summary>
    /// <param name="last">The last version of the file.</param>
    public Task<HttpResponseMessage> BringBackAsync(SiteProcess site, long version, long last) =>
        PostAsync(
            site,
            string.Create(CultureInfo.InvariantCulture, $"/admin/content/history/{version}"),
            new() { ["basis"] = last.ToString(CultureInfo.InvariantCulture) }
        );

    private async Task ReadTokenAsync(SiteProcess site, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var answer = await SendAsync(site, request);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        _token = page.QuerySelector($"input[name={FormToken.Field}]")!.GetAttribute("value")!;
    }

    private async Task<HttpResponseMessage> SendAsync(SiteProcess site, HttpRequestMessage request)
    {
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        var answer = await site.Reader.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
            foreach (var cookie in cookies.Select(c => c.Split(';')[0].Split('=', 2)))
                _cookies[cookie[0]] = cookie[1];
        return answer;
    }

    [GeneratedRegex(@"/admin/setup\?token=\S+")]
    private static partial Regex SetupLink();
}
