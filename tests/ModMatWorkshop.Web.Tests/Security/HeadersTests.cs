using System.Globalization;
using System.Net.Http.Headers;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Security;

/// <summary>The security headers of all kinds of responses, and security.txt.</summary>
public sealed class HeadersTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/en/abstracts/o1", 200)]
    [InlineData("/inscription", 200)]
    [InlineData("/direct", 200)]
    [InlineData("/admin/login", 200)]
    [InlineData("/schedule.json", 200)]
    [InlineData("/.well-known/security.txt", 200)]
    [InlineData("/resumes/O1", 301)]
    [InlineData("/admin", 302)]
    [InlineData("/nowhere", 404)]
    [InlineData("/mon-inscription/AAAA", 404)]
    [InlineData("/favicon.svg", 200)]
    public async Task Every_kind_of_response_scores_at_least_120_by_the_rules_of_the_HTTP_Observatory(string address, int status)
    {
        using var reader = site.CreateClient();
        using var response = await reader.GetAsync(address);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.True(Points(response.Headers) >= 120, $"{address}: {Points(response.Headers)}");
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Security_txt_names_the_contact_for_vulnerabilities()
    {
        using var reader = site.CreateClient();
        var fields = (await reader.GetStringAsync("/.well-known/security.txt"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(f => f[0], f => f[1]);

        Assert.Equal(["Contact", "Expires", "Preferred-Languages", "Canonical"], fields.Keys);
        Assert.Equal(
            ("https://modmat.test/contact", "https://modmat.test/.well-known/security.txt"),
            (fields["Contact"], fields["Canonical"])
        );
        Assert.InRange(
            DateTimeOffset.Parse(fields["Expires"], CultureInfo.InvariantCulture),
            DateTimeOffset.UtcNow.AddMonths(5),
            DateTimeOffset.UtcNow.AddYears(1)
        );
    }

    /// <summary>The score by the rules of Mozilla's HTTP Observatory; 0 for anything that it would deduct points for.</summary>
    private static int Points(HttpResponseHeaders headers)
    {
        var policy = Of("Content-Security-Policy")
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(d => d.Split(' ', 2))
            .ToDictionary(d => d[0], d => d.ElementAtOrDefault(1) ?? "");
        var passesAllRules =
            policy.GetValueOrDefault("default-src") == "'none'"
            && !policy.Values.Any(v =>
                v.Contains("unsafe", StringComparison.Ordinal)
                || v.Contains('*', StringComparison.Ordinal)
                || v.Contains("http:", StringComparison.Ordinal)
            )
            && Of("X-Content-Type-Options") == "nosniff"
            && Of("Strict-Transport-Security").Split("max-age=").Last().Split(';')[0] is var age
            && int.TryParse(age, CultureInfo.InvariantCulture, out var seconds)
            && seconds >= 15_768_000
            && Cookies()
                .All(cookie =>
                    cookie.Contains("secure", StringComparison.OrdinalIgnoreCase)
                    && cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase)
                    && cookie.Contains("samesite", StringComparison.OrdinalIgnoreCase)
                );
        return !passesAllRules
            ? 0
            : 100
                + 10
                + (policy.GetValueOrDefault("frame-ancestors") == "'none'" ? 5 : 0)
                + (Of("Referrer-Policy") == "no-referrer" ? 5 : 0)
                + (Of("Cross-Origin-Resource-Policy") == "same-origin" ? 10 : 0)
                + (Of("Cross-Origin-Opener-Policy") == "same-origin" ? 10 : 0)
                + (Of("Cross-Origin-Embedder-Policy") == "require-corp" ? 10 : 0);

        string Of(string name) => headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

        IEnumerable<string> Cookies() => headers.TryGetValues("Set-Cookie", out var values) ? values : [];
    }
}
