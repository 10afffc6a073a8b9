using System.Net.Sockets;
using System.Text;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>Malformed and unusual requests, sent as bytes to the listening server.</summary>
public sealed class RawRequestTests(RawRequestTests.ListeningSite site) : IClassFixture<RawRequestTests.ListeningSite>
{
    public sealed class ListeningSite : SiteFactory
    {
        public ListeningSite()
        {
            UseKestrel(0);
            StartServer();
        }
    }

    [Theory]
    [InlineData("/resumes/../../etc/passwd")]
    [InlineData("/resumes/..%2f..%2fetc%2fpasswd")]
    [InlineData("/resumes/%2e%2e%2f")]
    [InlineData("/resumes/%2e%2e%2f%2e%2e%2fcontent/workshop.md")]
    [InlineData("/css/../../content/workshop.md")]
    [InlineData("/css/..%2f..%2fcontent%2fworkshop.md")]
    [InlineData("/css/%5c..%5c..%5cappsettings.json")]
    [InlineData("/../../../../../../../../etc/passwd")]
    [InlineData("/programme/..%2fo1.ics")]
    [InlineData("/resumes/%c0%ae%c0%ae")]
    [InlineData("/%zz")]
    [InlineData("/%")]
    [InlineData("//programme")]
    public async Task A_path_with_traversal_or_bad_escapes_is_not_found(string path) =>
        Assert.Equal("HTTP/1.1 404 Not Found", await StatusAsync($"GET {path} HTTP/1.1"));

    [Theory]
    [InlineData("GET /resumes/o1%00 HTTP/1.1")]
    [InlineData("GET / /programme HTTP/1.1")]
    [InlineData("GET /resumes/\u00e9 HTTP/1.1")]
    [InlineData("GE\u0001T / HTTP/1.1")]
    public async Task A_malformed_request_is_refused(string line) => Assert.Equal("HTTP/1.1 400 Bad Request", await StatusAsync(line));

    [Fact]
    public async Task Another_host_name_is_redirected_to_that_of_the_site()
    {
        var answer = await SendAsync(
            "GET /en/programme?q=%0d%0aa%C3%A9 HTTP/1.1",
            "Host: evil.example",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: https, junk"
        );

        Assert.StartsWith("HTTP/1.1 308 Permanent Redirect", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nLocation: https://modmat.test/en/programme?q=%0d%0aa%C3%A9\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_X_Forwarded_Host_header_never_appears_in_a_page()
    {
        var answer = await SendAsync(
            "GET /en/programme HTTP/1.1",
            "Host: localhost",
            "X-Forwarded-Host: evil.example",
            "X-Original-URL: /contact"
        );

        Assert.StartsWith("HTTP/1.1 200 OK", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", answer, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"https://modmat.test/en/programme\">", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_of_ten_thousand_characters_is_answered()
    {
        Assert.Equal("HTTP/1.1 200 OK", await StatusAsync($"GET /recherche?q={new string('a', 10_000)} HTTP/1.1"));
        Assert.Equal(
            "HTTP/1.1 200 OK",
            await StatusAsync($"GET /recherche?q={string.Concat(Enumerable.Repeat("%E2%82%AC", 10_000))} HTTP/1.1")
        );
        Assert.Equal("HTTP/1.1 200 OK", await StatusAsync($"GET /programme?zone={new string('a', 10_000)} HTTP/1.1"));
    }

    [Fact]
    public async Task A_calendar_of_favourites_takes_at_most_two_hundred_codes()
    {
        var answer = await SendAsync(
            $"GET /favoris.ics?codes={string.Join(',', Enumerable.Range(1, 5_000).Select(n => $"o{n}"))} HTTP/1.1"
        );

        Assert.StartsWith("HTTP/1.1 200 OK", answer, StringComparison.Ordinal);
        Assert.Equal(18, answer.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("o200", answer.ReplaceLineEndings("").Replace("\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("o201", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HEAD_gets_no_body()
    {
        foreach (var path in new[] { "/", "/programme.ics", "/schedule.json", "/rien" })
            Assert.Equal("", (await SendAsync($"HEAD {path} HTTP/1.1")).Split("\r\n\r\n", 2)[1]);
    }

    private async Task<string> StatusAsync(string line) => (await SendAsync(line)).Split("\r\n")[0];

    private async Task<string> SendAsync(string line, params string[] headers)
    {
        var server = site.ClientOptions.BaseAddress;
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        await using var stream = client.GetStream();
        string[] request = [line, .. headers.Length == 0 ? ["Host: localhost"] : headers, "Connection: close", "", ""];
        await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Join("\r\n", request)));
        using var answer = new StreamReader(stream, Encoding.UTF8);
        return await answer.ReadToEndAsync();
    }
}
