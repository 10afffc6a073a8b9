using System.Net;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Call;

/// <content>Stale forms, hostile values and large ones.</content>
public sealed partial class CallTests
{
    [Fact]
    public async Task A_stale_form_keeps_what_was_typed()
    {
        using var client = await new RegistrationClient(site).OpenAsync("/en/call");
        await client.Fill("email", "stale@example.org").Fill("title", "Typed").Forge("form-token", "wrong").DoAsync("save");

        Assert.Equal((HttpStatusCode.BadRequest, "Typed"), (client.Status, client.Shown()["title"].Single()));
        Assert.Null(await site.SubmissionAsync("stale@example.org"));
    }

    public static TheoryData<string, string> Hostile =>
        new()
        {
            { "title", "<script>alert(1)</script>" },
            { "abstract", "<img src=x onerror=alert(1)> [x](javascript:alert(1))" },
            { "family-0", "\"><script>alert(1)</script>" },
            { "affiliation-0", "{{7*7}}<b>" },
            { "keywords", "=HYPERLINK(1)" },
            { "presenter", "99999999999" },
            { "at-0", "1,2,-1,99999,x" },
            { "kind", "../../etc/passwd" },
            { "seen", "title:zzz broken ::" },
            { "before", "not brotli" },
            { "form", "not a token" },
            { "email", "a@b.c\r\nBcc: x@y.z" },
            { "title", "\u202Eright to left" },
            { "abstract", "a\0b" },
        };

    [Theory, MemberData(nameof(Hostile))]
    public async Task Hostile_values_never_break_the_page(string name, string value)
    {
        using var client = await new RegistrationClient(site).OpenAsync("/en/call");
        foreach (var action in new[] { "preview", "save", "submit" })
        {
            await client.Fill("email", "hostile@example.org").Forge(name, value).DoAsync(action);
            Assert.Contains(client.Status, new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Conflict });
            Assert.Empty(client.Page.QuerySelectorAll("main script, main img, main [onerror], main a[href^=javascript]"));
            if (client.Page.QuerySelector("#submission") is null)
                return;
        }
    }

    [Fact]
    public async Task Two_hundred_authors_are_kept()
    {
        using var client = await new RegistrationClient(site).OpenAsync("/en/call");
        var line = string.Join(", ", Enumerable.Range(0, 200).Select(i => $"A. Name{(char)('a' + i / 26)}{(char)('a' + i % 26)}¹"));
        await client.Fill("email", "many@example.org").Fill("pasted", line + "\n1 LAAS-CNRS, Toulouse").PressAsync("button[value=paste]");
        await client.DoAsync("save");

        Assert.Equal((HttpStatusCode.OK, 200), (client.Status, (await site.SubmissionAsync("many@example.org"))!.Draft.Authors.Count));
    }

    [Fact]
    public async Task A_paste_of_several_hundred_kilobytes_is_refused_with_a_sentence_and_megabytes_too()
    {
        using var client = await new RegistrationClient(site).OpenAsync("/en/call");
        await client.Fill("email", "large@example.org").Fill("abstract", new string('a', 500_000)).DoAsync("save");
        Assert.Equal((HttpStatusCode.BadRequest, 500_000), (client.Status, client.Shown()["abstract"].Single().Length));

        // Kestrel would answer 413; the server of these tests has no limit of its own.
        await client.Fill("abstract", new string('a', 5 << 20)).DoAsync("save");
        Assert.Equal(HttpStatusCode.BadRequest, client.Status);
        Assert.Null(await site.SubmissionAsync("large@example.org"));
    }
}
