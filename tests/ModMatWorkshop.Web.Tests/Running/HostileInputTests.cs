using System.Collections.Concurrent;
using System.Diagnostics;
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
using Xunit.Abstractions;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>
/// Everything that nobody should send, to every address, into every field and header, of a stranger and of an organiser, against the
/// program as it runs.
/// </summary>
public sealed partial class HostileInputTests(ITestOutputHelper report)
{
    private const int AtOnce = 6;
    private const long MemoryLimit = 400L << 20;

    /// <summary>Whatever comes back with this tag or attribute as it was sent has not been encoded.</summary>
    private const string Mark = "x1f0e9";

    private static readonly string[] Texts =
    [
        $"<{Mark}>",
        $"\"><{Mark} a=\"",
        $"'><{Mark}>",
        $"</title><{Mark}>",
        $"</textarea><{Mark}>",
        $"<!--><{Mark}>",
        $"\" on{Mark}=\"alert(1)",
        $"' on{Mark}='alert(1)",
        $"javascript:{Mark}",
        $"data:text/html,<{Mark}>",
        $"<svg/onload={Mark}>",
        $"&lt;{Mark}&gt;",
        $"&#60;{Mark}&#62;",
        $"＜{Mark}＞",
        "{{7*7}}",
        "${7*7}",
        "@(7*7)",
        "<%= 7*7 %>",
        "#{7*7}",
        "' OR '1'='1",
        "'; DROP TABLE Registrations; --",
        "\" OR 1=1 --",
        "1) UNION SELECT * FROM Organisers --",
        "admin'--",
        "%' AND 1=randomblob(100000000) --",
        "'||pg_sleep(5)||'",
        "../../../../etc/passwd",
        "..\\..\\..\\windows\\win.ini",
        "....//....//etc/passwd",
        "%2e%2e%2fetc%2fpasswd",
        "/etc/passwd\0.pdf",
        "file:///etc/passwd",
        "//evil.example/",
        "https://evil.example/",
        "\\\\evil.example\\x",
        "/\\evil.example",
        "\0",
        "a\0b",
        "\u0001\u0002\u0008\u001b",
        "\ufeff",
        "\u202e\u202dabc",
        "\u200b\u200d\u2060",
        "\ufffe\uffff",
        "e\u0301\u0301\u0301\u0301",
        new('\u0301', 500),
        "😀😀😀",
        "\ud83d",
        "İıſK",
        "ﷺ",
        "𝕏",
        "Ada\r\nBcc: all@example.org",
        "x\r\nSet-Cookie: a=b",
        "%0d%0aSet-Cookie:a=b",
        "\t\v\f",
        "=1+1",
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "=HYPERLINK(\"http://evil.example\")",
        "-1",
        "0",
        "00",
        "2147483648",
        "-9223372036854775809",
        "99999999999999999999999999",
        "1e309",
        "NaN",
        "0x10",
        "1,5",
        "1.5",
        "٣",
        "true",
        "null",
        "undefined",
        "[]",
        "{}",
        "{\"$ne\":null}",
        "2021-02-30",
        "9999-12-31T23:59:59+14:00",
        "0001-01-01T00:00:00Z",
        "2021-09-22T25:61",
        "24:00",
        "Europe/Nowhere",
        "../Europe/Paris",
        "%",
        "%%",
        "%zz",
        "%u0041",
        "%c0%af",
        "%ed%a0%80",
        "%ff%fe",
        "+",
        "&",
        "?",
        "#",
        ";",
        ",",
        "|",
        "`id`",
        "$(id)",
        "; id",
        "| id",
        "\\",
        "\\u0000",
        "*",
        "^(a+)+$",
        new string('a', 40) + "!",
        "((((((((((((((((((((",
        new string('(', 4000),
        new string('x', 300),
        new string('é', 5000),
        new string('W', 60_000),
        string.Join(' ', Enumerable.Repeat("a", 3000)),
        string.Join(',', Enumerable.Repeat("o1", 3000)),
        "",
        " ",
        "\u00a0",
    ];

    private static readonly string[] Headers =
    [
        "Accept",
        "Accept-Encoding",
        "Accept-Language",
        "Authorization",
        "Content-Type",
        "Cookie",
        "Forwarded",
        "If-Match",
        "If-Modified-Since",
        "If-None-Match",
        "If-Range",
        "Origin",
        "Purpose",
        "Range",
        "Referer",
        "Sec-Fetch-Site",
        "Upgrade",
        "User-Agent",
        "Via",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-HTTP-Method-Override",
        "X-Original-URL",
        "X-Rewrite-URL",
    ];

    private static readonly string[] Cookies =
    [
        "__Host-participant",
        "__Host-organiser",
        "__Host-form",
        "__Host-known",
        "__Host-preview",
        "__Host-code",
        "__Host-second-step",
        "__Host-institution",
        "__Host-institution-nonce",
        "__Host-passkey",
    ];

    private static readonly string[] Paths =
    [
        "/",
        "/en",
        "/programme",
        "/resumes",
        "/resumes/{}",
        "/en/abstracts/{}",
        "/resumes/{}.ics",
        "/resumes/{}.bib",
        "/resumes/{}.ris",
        "/programme/{}.ics",
        "/favoris.ics?codes={}",
        "/posters",
        "/intervenants",
        "/intervenants/{}",
        "/en/speakers/{}",
        "/recherche?q={}",
        "/en/search?q={}&page={}",
        "/programme?tz={}",
        "/programme?zone={}",
        "/programme?jour={}",
        "/programme?day={}",
        "/resumes?page={}",
        "/resumes?session={}",
        "/resumes?language={}&kind={}",
        "/resumes?keyword={}&place={}",
        "/posters?page={}",
        "/participants?page={}",
        "/schedule.json?lang={}",
        "/schedule.xml?lang={}",
        "/programme.pdf?lang={}&x={}",
        "/materials/{}",
        "/css/{}",
        "/{}",
        "/{}/{}",
        "/en/{}",
        "/status/{}",
        "/verification/{}",
        "/verification?number={}&lang={}",
        "/mon-inscription/{}",
        "/en/my-registration/{}",
        "/mon-inscription/{}?handler={}",
        "/mon-inscription/{}/attestation",
        "/mon-inscription/{}/confirmation.pdf",
        "/inscription?invitation={}",
        "/en/registration?guest={}&invite={}",
        "/lien-perdu?email={}",
        "/direct?code={}",
        "/direct/presence?x={}",
        "/admin/login?returnUrl={}",
        "/admin/setup?token={}",
        "/admin/password?token={}&email={}",
        "/check-in/{}",
        "/dev/mail/{}",
        "/?lang={}",
        "/?{}={}",
    ];

    private static readonly string[] Rooms =
    [
        "/admin",
        "/admin/attendees?q={}",
        "/admin/attendees?status={}&place={}&position={}",
        "/admin/attendees?sort={}&desc={}&page={}",
        "/admin/attendees?half-day={}&there={}&country={}",
        "/admin/attendees/export.csv?q={}&needs={}",
        "/admin/attendees/export.xlsx?sort={}",
        "/admin/attendees/{}",
        "/admin/attendees/1?from={}&done={}",
        "/admin/attendees/1/edit?done={}",
        "/admin/attendees/act?do={}&n={}&ids={}&all={}",
        "/admin/attendees/new?x={}",
        "/admin/attendees/import?x={}",
        "/admin/attendees/walkin?x={}",
        "/admin/log?actor={}&action={}&from={}&to={}&page={}",
        "/admin/log?format=csv&actor={}",
        "/admin/mail?state={}&kind={}&page={}",
        "/admin/mail/{}",
        "/admin/presence?q={}&missing={}&open={}",
        "/admin/presence/export.csv?half-day={}",
        "/admin/presence/export.xlsx?q={}",
        "/admin/printables/{}",
        "/admin/printables/{}?number={}&half-day={}&lang={}",
        "/admin/reports/{}",
        "/admin/reports/{}.pdf?lang={}",
        "/admin/batches/{}",
        "/admin/messages/{}",
        "/admin/content?x={}",
        "/admin/settings?done={}",
        "/admin/organisers?done={}",
        "/admin/invitations?done={}",
        "/check-in?q={}",
        "/check-in/walk-in?x={}",
        "/admin/preview?at={}",
        "/check-in?half-day={}",
        "/check-in?half-day=2021-09-22-afternoon&last={}",
    ];

    private static readonly string[] Forms =
    [
        "/inscription",
        "/en/registration",
        "/lien-perdu",
        "/admin/login",
        "/admin/login/forgotten",
        "/direct",
    ];

    private static readonly string[] RoomForms =
    [
        "/admin/account",
        "/admin/account/password",
        "/admin/account/second-factor",
        "/admin/settings",
        "/admin/organisers",
        "/admin/organisers/1",
        "/admin/invitations",
        "/admin/attendees/1",
        "/admin/attendees/1/edit",
        "/admin/attendees/new",
        "/admin/attendees/import",
        "/admin/attendees/walkin",
        "/admin/attendees/act?do=link&ids=1",
        "/admin/content",
        "/admin/preview",
        "/admin/messages/new",
        "/check-in?half-day=2021-09-22-afternoon&q=lovelace",
    ];

    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_hostile_is_a_fault_of_ours_comes_back_as_markup_or_keeps_anybody_waiting(Engine engine)
    {
        var mails = Directory.CreateTempSubdirectory("modmat-hostile-");
        string[] database =
            engine is Engine.Postgres
                ? ["--Database:Provider=postgres", $"--ConnectionStrings:Workshop={PostgresCluster.NewDatabase()}"]
                : [];
        await using var site = await SiteProcess.ServeAsync([
            .. database,
            "--RateLimits:Enabled=false",
            "--Clock:RehearseFrom=2021-09-01T09:00",
            "--Admin:RequireSecondFactor=false",
            $"--Mail:PickupPath={mails.FullName}",
        ]);
        using var reader = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = site.Reader.BaseAddress,
            Timeout = TimeSpan.FromSeconds(30),
        };
        var organiser = await ComeInAsync(site, reader);
        var routes = await RoutesAsync();
        var mine = await RegisterAsync(reader, mails);
        // What is compiled as it goes is compiled before the clock runs.
        foreach (var path in routes.Concat(Paths).Concat(Rooms))
            (await reader.SendAsync(Get(path.Replace("{}", "x", StringComparison.Ordinal), organiser))).Dispose();
        using var program = Process.GetProcessById(site.Id);
        var before = program.WorkingSet64;

        var questions = await QuestionsAsync(reader, organiser, mine, routes);
        var (faults, slowest) = (new ConcurrentBag<string>(), new ConcurrentBag<(TimeSpan Time, string What)>());
        await Parallel.ForEachAsync(questions, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (make, cancel) =>
        {
            using var question = make();
            var rest = question.Content is null ? string.Join(' ', question.Headers) : await question.Content.ReadAsStringAsync(cancel);
            var what = $"{question.Method} {Short(question.RequestUri!.OriginalString)} {Short(rest)}";
            var watch = Stopwatch.StartNew();
            try
            {
                using var answer = await reader.SendAsync(question, cancel);
                var text = await answer.Content.ReadAsStringAsync(cancel);
                slowest.Add((watch.Elapsed, what));
                if ((int)answer.StatusCode >= 500)
                    faults.Add($"{(int)answer.StatusCode}: {what}");
                if (answer.Content.Headers.ContentType?.MediaType == "text/html" && AsItWas().IsMatch(text))
                    faults.Add($"echo: {what}");
                if (answer.Headers.Location is { IsAbsoluteUri: true } to && to.Host is not ("modmat.test" or "127.0.0.1"))
                    faults.Add($"led to {to.Host}: {what}");
                if (
                    answer.Headers.TryGetValues("Set-Cookie", out var cookies)
                    && cookies.Any(c => c.StartsWith("a=b", StringComparison.Ordinal))
                )
                    faults.Add($"cookie: {what}");
            }
            catch (HttpRequestException failure)
            {
                faults.Add($"{failure.Message}: {what}");
            }
        });
        program.Refresh();
        var (slow, which) = slowest.MaxBy(s => s.Time);
        report.WriteLine(
            $"{questions.Count} questions; the slowest took {slow.TotalMilliseconds:0} ms ({which}); {before >> 20} MB before, "
                + $"{program.WorkingSet64 >> 20} MB after"
        );
        foreach (var fault in faults.Order(StringComparer.Ordinal))
            report.WriteLine(fault);

        Assert.Equal([], faults);
        Assert.True(questions.Count >= 5000, $"Only {questions.Count} questions.");
        Assert.True(slow < TimeSpan.FromSeconds(2), $"{slow}: {which}");
        Assert.True(program.WorkingSet64 - before < MemoryLimit, $"{(program.WorkingSet64 - before) >> 20} MB more than before");
        using var still = await reader.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        mails.Delete(recursive: true);
    }

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
