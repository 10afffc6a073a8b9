using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Running;

public sealed partial class HostileInputTests
{
    private static async Task<List<Func<HttpRequestMessage>>> QuestionsAsync(
        HttpClient reader,
        string organiser,
        string mine,
        IReadOnlyList<string> routes
    )
    {
        List<Func<HttpRequestMessage>> questions = [];
        foreach (var text in Texts)
        {
            foreach (var path in Paths)
                questions.Add(() => Get(Filled(path, text), null));
            foreach (var path in routes.Concat(Rooms))
                questions.Add(() => Get(Filled(path, text), organiser));
            foreach (var header in Headers)
                questions.Add(() => WithHeader(header, text));
            foreach (var cookie in Cookies)
                questions.Add(() => WithHeader("Cookie", $"{cookie}={text}"));
        }
        foreach (var address in Forms.Append(mine))
            questions.AddRange(await FormsAsync(reader, address, null));
        foreach (var address in RoomForms)
            questions.AddRange(await FormsAsync(reader, address, organiser));
        return questions;
    }

    /// <summary>
    /// Every address that the program answers, found by asking the program, with <c>{}</c> in the place of each parameter; what has none
    /// gets a query. A paper that has none is only printed again and again.
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

    /// <summary>Every field of every form of a page, of which all others hold what the page had put there.</summary>
    private static async Task<IEnumerable<Func<HttpRequestMessage>>> FormsAsync(HttpClient reader, string address, string? organiser)
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
        // Nobody is signed out by it.
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
                        Texts.Select(text =>
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

    /// <returns>The address of the registration's own page.</returns>
    private static async Task<string> RegisterAsync(HttpClient reader, DirectoryInfo mails)
    {
        var form = await OpenForm.ReadAsync(reader);
        (await reader.SendAsync(form.Of("ada@example.org"))).Dispose();
        var link = await HtmlReading.EventuallyAsync(
            async () =>
                (await Task.WhenAll(mails.GetFiles("*.eml").Select(mail => MimeMessage.LoadAsync(mail.FullName))))
                    .Select(mail => Mine().Match(mail.TextBody!).Value)
                    .FirstOrDefault(found => found.Length > 0),
            found => found is not null
        );
        return link!;
    }

    /// <summary>By the link that a new site prints.</summary>
    /// <returns>The cookie.</returns>
    private static async Task<string> ComeInAsync(SiteProcess site, HttpClient reader)
    {
        var link = Setup().Match(site.Said).Value;
        using var door = await reader.GetAsync(link);
        var page = new HtmlParser().ParseDocument(await door.Content.ReadAsStringAsync());
        using var knock = new HttpRequestMessage(HttpMethod.Post, link)
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["form-token"] = page.QuerySelector("main input[name=form-token]")!.GetAttribute("value")!,
                    ["name"] = "Grace Hopper",
                    ["email"] = "grace@example.org",
                    ["password"] = "un atome et ses voisins",
                }
            ),
            Headers = { { "Cookie", string.Join("; ", door.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])) } },
        };
        using var inside = await reader.SendAsync(knock);
        Assert.Equal(HttpStatusCode.Redirect, inside.StatusCode);
        return string.Join("; ", inside.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Where(c => !c.EndsWith('=')));
    }

    private static HttpRequestMessage Get(string address, string? cookie)
    {
        var question = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie is not null)
            question.Headers.Add("Cookie", cookie);
        return question;
    }

    /// <summary>As far as a client lets it through; what no client sends is in RawRequestTests.</summary>
    private static HttpRequestMessage WithHeader(string name, string text)
    {
        var question = new HttpRequestMessage(HttpMethod.Get, "/programme?x=1");
        var value = string.Concat(text.Where(c => c is >= ' ' and <= '~')) is var plain && plain.Length > 8000 ? plain[..8000] : plain;
        question.Headers.TryAddWithoutValidation(name, value);
        return question;
    }

    private static string Filled(string path, string text)
    {
        var filled = path.Replace("{}", Uri.EscapeDataString(text.Length > 20_000 ? text[..20_000] : text), StringComparison.Ordinal);
        // To a client, two slashes begin another host.
        return filled.StartsWith("//", StringComparison.Ordinal) ? $"/%2F{filled[2..]}" : filled;
    }

    private static string Short(string text) => text.Length > 200 ? text[..200] : text;

    [GeneratedRegex($"<{Mark}|<svg/onload={Mark}|[\"'] on{Mark}=|(href|src|action)=[\"']?javascript:{Mark}")]
    private static partial Regex AsItWas();

    [GeneratedRegex("/mon-inscription/[A-Za-z0-9_-]+")]
    private static partial Regex Mine();

    [GeneratedRegex(@"/admin/setup\?token=[A-Za-z0-9_-]+")]
    private static partial Regex Setup();
}
