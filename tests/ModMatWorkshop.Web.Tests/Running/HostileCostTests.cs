using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin.Attendees;
using Xunit.Abstractions;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>Measures the processor time that the running site needs for requests whose work could grow faster than their size.</summary>
[Trait("Category", "prove")]
[Collection(nameof(MeasuredAlone))]
public sealed class HostileCostTests(ITestOutputHelper report)
{
    private const string ImportPage = "/admin/attendees/import";
    private const int HeaderLength = 30_000;
    private const int QueryLength = 100_000;
    private const int FormLength = 900_000;

    /// <summary>Proxies such as nginx and Caddy refuse answers with longer headers.</summary>
    private const int MaxAnswerHeaders = 8000;

    /// <summary>One in so many form requests is sent. It does not divide the number of texts: every text meets many fields.</summary>
    private const int FormStep = 3;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>Long values of headers. Each is sent to a cached page, a page that is not cached, a static file and a PDF.</summary>
    private static readonly (string Header, string Part)[] Headers =
    [
        ("Accept", "text/x;q=0.1, "),
        ("Accept-Encoding", "x;q=0.1, "),
        ("Accept-Language", "x-y;q=0.1, "),
        ("Authorization", "Basic a"),
        ("Cookie", "a=b; "),
        ("Cookie", "__Host-organiser=a; "),
        ("Forwarded", "for=1.2.3.4, "),
        ("If-Match", "\"a\", "),
        ("If-None-Match", "\"a\", "),
        ("If-None-Match", "W/\"a\", "),
        ("If-Modified-Since", "Sat, "),
        ("Range", "0-1,"),
        ("Sec-Fetch-Site", "same-origin, "),
        ("User-Agent", "Mozilla/5.0 ("),
        ("X-Forwarded-For", "192.0.2.1, "),
        ("X-Forwarded-Proto", "https, "),
    ];

    private static readonly string[] Addresses = ["/programme", "/programme?x=1", "/css/site.css", "/programme.pdf"];

    /// <summary>Addresses with a long part in place of <c>{}</c>.</summary>
    private static readonly (string Address, string Part)[] Queries =
    [
        ("/recherche?q={}", "a+"),
        ("/recherche?q={}", "%C3%A9"),
        ("/recherche?{}", "q=a&"),
        ("/recherche?{}", "a&"),
        ("/favoris.ics?codes={}", "o1,"),
        ("/resumes?keyword={}", "a+"),
        ("/programme.pdf?{}", "a&"),
        ("/{}", "a/"),
        ("/{}", "%2F"),
        ("/mon-inscription/{}", "a"),
        ("/admin/attendees?q={}", "a+"),
        ("/admin/attendees?{}", "a&"),
        ("/admin/attendees/act?do=link&ids={}", "1,"),
        ("/admin/attendees/act?do=link&{}", "ids=1&"),
        ("/admin/messages/new?ids={}", "12345,"),
        ("/admin/attendees/export.csv?q={}", "%C3%A9"),
        ("/admin/presence?q={}", "a+"),
        ("/admin/log?actor={}", "a"),
        ("/admin/printables/badges.pdf?{}", "a&"),
    ];

    private static readonly string[] Forms = ["/inscription", "/lien-perdu", "/admin/login", "/admin/login/forgotten", "/direct"];

    private static readonly string[] OrganiserForms =
    [
        ImportPage,
        "/admin/account/password",
        "/admin/settings",
        "/admin/organisers",
        "/admin/invitations",
        "/admin/attendees/1",
        "/admin/attendees/1/edit",
        "/admin/attendees/new",
        "/admin/attendees/act?do=link&ids=1",
        "/admin/preview",
        "/admin/messages/new",
        "/check-in?half-day=2021-09-22-afternoon&q=lovelace",
    ];

    /// <summary>Values of form fields. A message has at most ten thousand characters.</summary>
    private static readonly string[] Texts =
    [
        Repeated("a", FormLength),
        Repeated("é", FormLength / 6),
        Repeated("@", FormLength / 3),
        Repeated("o1 ", FormLength),
        Repeated("a*", 10_000),
        Repeated("[", 5000) + Repeated("](b)", 5000),
        Repeated("{a", 10_000),
        Repeated("> ", 10_000),
    ];

    [Fact]
    public async Task No_hostile_file_header_query_or_form_takes_more_than_a_second_of_one_core()
    {
        var mails = Directory.CreateTempSubdirectory("modmat-hostile-");
        await using var site = await SiteProcess.ServeAsync([
            "--RateLimits:Enabled=false",
            "--Clock:RehearseFrom=2021-09-01T09:00",
            "--Admin:RequireSecondFactor=false",
            $"--Mail:PickupPath={mails.FullName}",
        ]);
        using var reader = new HttpClient(
            new SocketsHttpHandler
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                MaxResponseHeadersLength = 128,
            }
        )
        {
            BaseAddress = site.Reader.BaseAddress,
            Timeout = TimeSpan.FromSeconds(30),
        };
        var organiser = await reader.SignInAsync(site);
        var own = await reader.RegisterAsync(mails);
        await reader.ConfirmAsync(own);

        var costs = new List<(string Name, HttpStatusCode? Status, TimeSpan Cpu, int Headers)>();
        using var program = Process.GetProcessById(site.Id);
        foreach (var (name, create) in await RequestsAsync(reader, organiser, own).ToListAsync())
        {
            // The first request compiles code.
            await SendAsync(reader, create);
            program.Refresh();
            var before = program.TotalProcessorTime;
            var (status, headers) = await SendAsync(reader, create);
            program.Refresh();
            costs.Add((name, status, program.TotalProcessorTime - before, headers));
        }

        report.WriteLine($"{costs.Count} requests; the most expensive:");
        foreach (var (name, status, cpu, _) in costs.OrderByDescending(c => c.Cpu).Take(20))
            report.WriteLine($"{cpu.TotalMilliseconds, 6:0} ms of one core  {(int?)status}  {name}");
        Assert.Equal([], costs.Where(c => c.Status is null or HttpStatusCode.InternalServerError).Select(c => c.Name));
        Assert.Equal([], costs.Where(c => c.Cpu > Limit).Select(c => c.Name));
        Assert.Equal([], costs.Where(c => c.Headers > MaxAnswerHeaders).Select(c => c.Name));
        mails.Delete(recursive: true);
    }

    /// <returns>The status and the length of the headers; no status without an answer in time.</returns>
    private static async Task<(HttpStatusCode? Status, int Headers)> SendAsync(HttpClient reader, Func<HttpRequestMessage> create)
    {
        try
        {
            using var answer = await reader.SendAsync(create());
            return (answer.StatusCode, answer.Headers.ToString().Length);
        }
        catch (TaskCanceledException)
        {
            return (null, 0);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return (HttpStatusCode.OK, int.MaxValue);
        }
    }

    private static async IAsyncEnumerable<(string Name, Func<HttpRequestMessage> Create)> RequestsAsync(
        HttpClient reader,
        string organiser,
        string own
    )
    {
        foreach (var (header, part) in Headers)
        foreach (var address in Addresses)
            yield return ($"{header}: {part}… to {address}", () => WithHeader(address, header, Repeated(part, HeaderLength)));
        foreach (var (address, part) in Queries)
            yield return ($"{part}… in {address}", () =>
                WithHeader(address.Replace("{}", Repeated(part, QueryLength), StringComparison.Ordinal), "Cookie", organiser)
            );

        var (token, cookies) = await OpenAsync(reader, ImportPage, organiser);
        foreach (var (name, bytes, _) in HostileFiles.All.Concat(HostileFiles.Readable))
        {
            var file = bytes();
            yield return ($"a file: {name}", () => Upload(file, token, cookies));
        }

        foreach (var (name, body) in Bodies(token))
            yield return ($"a form: {name}", () =>
                new(HttpMethod.Post, "/inscription")
                {
                    Content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded"),
                    Headers = { { "Cookie", cookies } },
                }
            );
        foreach (
            var (address, cookie) in Forms
                .Append(own)
                .Select(f => (f, (string?)null))
                .Concat(OrganiserForms.Select(f => (f, (string?)organiser)))
        )
        foreach (var create in (await HostileInputTests.FormsAsync(reader, address, cookie, Texts)).Where((_, i) => i % FormStep == 0))
            yield return (await DescribedAsync(create), create);
    }

    private static IEnumerable<(string Name, string Body)> Bodies(string token) =>
        [
            ("200 000 fields", Repeated("a=b&", FormLength)),
            (
                "200 fields",
                string.Concat(Enumerable.Range(0, 190).Select(i => string.Create(CultureInfo.InvariantCulture, $"half-day-{i}=x&"))) + token
            ),
            ("a field with a long name", Repeated("a", FormLength) + "=b"),
            ("a million separators", Repeated("&", FormLength)),
            ("a million signs of equality", Repeated("=", FormLength)),
            ("a million per cent signs", Repeated("%", FormLength)),
        ];

    private static HttpRequestMessage Upload(byte[] file, string token, string cookies) =>
        new(HttpMethod.Post, ImportPage)
        {
            Content = new MultipartFormDataContent
            {
                { new StringContent(token), FormToken.Field },
                { new StringContent("check"), "action" },
                { new ByteArrayContent(file), "file", "list" },
            },
            Headers = { { "Cookie", cookies } },
        };

    private static HttpRequestMessage WithHeader(string address, string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation(header, header == "Range" ? $"bytes={value}" : value);
        return request;
    }

    /// <returns>The form token of the page, and the cookies to send with it.</returns>
    private static async Task<(string Token, string Cookies)> OpenAsync(HttpClient reader, string address, string cookie)
    {
        using var answer = await reader.SendAsync(WithHeader(address, "Cookie", cookie));
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        var set = answer.Headers.TryGetValues("Set-Cookie", out var values) ? values.Select(c => c.Split(';')[0]) : [];
        return (page.QuerySelector($"main input[name={FormToken.Field}]")!.GetAttribute("value")!, string.Join("; ", set.Prepend(cookie)));
    }

    private static async Task<string> DescribedAsync(Func<HttpRequestMessage> create)
    {
        using var request = create();
        var longest = (await request.Content!.ReadAsStringAsync()).Split('&').MaxBy(field => field.Length)!;
        return $"{request.RequestUri} {longest[..Math.Min(40, longest.Length)]}… ({longest.Length})";
    }

    private static string Repeated(string text, int length) => new StringBuilder(length).Insert(0, text, length / text.Length).ToString();
}
