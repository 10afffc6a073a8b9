using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Running;

public sealed partial class HostileInputTests
{
    private static async Task<List<Func<HttpRequestMessage>>> RequestsAsync(
        HttpClient reader,
        string organiser,
        string ownPage,
        IReadOnlyList<string> routes
    )
    {
        List<Func<HttpRequestMessage>> requests = [];
        foreach (var text in Texts)
        {
            foreach (var path in Paths)
                requests.Add(() => Get(Filled(path, text), null));
            foreach (var path in routes.Concat(OrganiserPaths))
                requests.Add(() => Get(Filled(path, text), organiser));
            foreach (var header in Headers)
                requests.Add(() => WithHeader(header, text));
            foreach (var cookie in Cookies)
                requests.Add(() => WithHeader("Cookie", $"{cookie}={text}"));
        }
        foreach (var address in Forms.Append(ownPage))
            requests.AddRange(await FormsAsync(reader, address, null, Texts));
        foreach (var address in OrganiserForms)
            requests.AddRange(await FormsAsync(reader, address, organiser, Texts));
        return requests;
    }

    /// <summary>
    /// The addresses of all endpoints of the program, with <c>{}</c> for each parameter; addresses without one get a query. PDFs and ZIP
    /// files without parameters are left out, because they are slow and always the same.
    /// </summary>
    private static async Task<IReadOnlyList<string>> RoutesAsync()
    {
        await using var site = new SiteFactory();
        return
        [
            .. site
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                .Select(e =>
                    "/"
                    + string.Join(
                        '/',
                        e.RoutePattern.PathSegments.Select(segment =>
                            string.Concat(
                                segment.Parts.Select(part =>
                                    part is RoutePatternLiteralPart literal ? literal.Content
                                    : part is RoutePatternSeparatorPart dot ? dot.Content
                                    : "{}"
                                )
                            )
                        )
                    )
                )
                .Select(path => path.Contains("{}", StringComparison.Ordinal) ? path : $"{path}?lang={{}}&{{}}={{}}")
                .Where(path =>
                    !path.Contains(".pdf?", StringComparison.Ordinal)
                    && !path.Contains(".zip?", StringComparison.Ordinal)
                    && !path.Contains("logout", StringComparison.Ordinal)
                )
                .Distinct(),
        ];
    }

    /// <summary>For each field of each form of a page: requests with each text in it and the original values in the others.</summary>
    internal static async Task<IEnumerable<Func<HttpRequestMessage>>> FormsAsync(
        HttpClient reader,
        string address,
        string? organiser,
        IReadOnlyList<string> texts
    )
    {
        using var answer = await reader.SendAsync(Get(address, organiser));
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        var cookies = string.Join(
            "; ",
            new[] { organiser }
                .Concat(answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0]) : [])
                .Where(c => c is not null)
        );
        // Without forms that end the session.
        var forms = page.QuerySelectorAll("main form[method=post]")
            .Where(f =>
                f.GetAttribute("action") is not { } action
                || !action.Contains("logout", StringComparison.Ordinal) && !action.Contains("sessions", StringComparison.Ordinal)
            )
            .ToList();
        Assert.True(forms.Count > 0, $"{address} has no form.");
        return forms.SelectMany(form =>
            TargetsOf(form)
                .SelectMany(to =>
                {
                    var fields = form.QuerySelectorAll("[name]")
                        .Where(f => f.GetAttribute("type") != "file")
                        .Select(f => (Name: f.GetAttribute("name")!, Value: f.GetAttribute("value") ?? f.TextContent.Trim()))
                        .DistinctBy(f => f.Name)
                        .ToList();
                    return fields.SelectMany(field =>
                        texts.Select(text =>
                            (Func<HttpRequestMessage>)(
                                () =>
                                    new(HttpMethod.Post, to)
                                    {
                                        Content = Content(
                                            fields.Select(f => KeyValuePair.Create(f.Name, f.Name == field.Name ? text : f.Value))
                                        ),
                                        Headers = { { "Cookie", cookies } },
                                    }
                            )
                        )
                    );
                })
        );

        IEnumerable<string> TargetsOf(IElement form) =>
            form.QuerySelectorAll("[formaction]")
                .Select(b => b.GetAttribute("formaction")!)
                .DefaultIfEmpty(form.GetAttribute("action") is { Length: > 0 } action ? action : address);

        static HttpContent Content(IEnumerable<KeyValuePair<string, string>> fields) =>
            fields.Any(f => f.Value.Contains('\0', StringComparison.Ordinal))
                ? RegistrationClient.InParts(fields)
                : new FormUrlEncodedContent(fields);
    }

    private static HttpRequestMessage Get(string address, string? cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        return request;
    }

    /// <summary>Without characters that HttpClient does not send. RawRequestTests sends those.</summary>
    private static HttpRequestMessage WithHeader(string name, string text)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/programme?x=1");
        var value = string.Concat(text.Where(c => c is >= ' ' and <= '~')) is var plain && plain.Length > 8000 ? plain[..8000] : plain;
        request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static string Filled(string path, string text)
    {
        var filled = path.Replace("{}", Uri.EscapeDataString(text.Length > 20_000 ? text[..20_000] : text), StringComparison.Ordinal);
        // HttpClient reads an address with two slashes as another host.
        return filled.StartsWith("//", StringComparison.Ordinal) ? $"/%2F{filled[2..]}" : filled;
    }

    private static string Short(string text) => text.Length > 200 ? text[..200] : text;

    [GeneratedRegex($"<{Mark}|<svg/onload={Mark}|[\"'] on{Mark}=|(href|src|action)=[\"']?javascript:{Mark}")]
    private static partial Regex UnencodedEcho();
}
