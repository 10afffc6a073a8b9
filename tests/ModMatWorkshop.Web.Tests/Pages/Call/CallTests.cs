using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Call;

/// <summary>The page of the call, without script.</summary>
public sealed partial class CallTests(CallSite sites) : IClassFixture<CallSite>
{
    private readonly SiteFactory site = sites.Open;

    [Fact]
    public async Task Without_a_call_there_is_no_page_and_no_link()
    {
        await using var other = new SiteFactory { RehearseFrom = OpenSite.Start };
        using var client = new RegistrationClient(other);

        Assert.Equal(HttpStatusCode.NotFound, (await client.OpenAsync("/appel")).Status);
        Assert.Empty((await client.OpenAsync("/")).Page.QuerySelectorAll("a[href='/appel']"));
        Assert.DoesNotContain("/appel", await client.Http.GetStringAsync("/sitemap.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021-07-31T23:00", "before", false)]
    [InlineData("2021-09-01T09:00", "open", true)]
    [InlineData("2021-09-10T17:00", "open", true)]
    [InlineData("2021-09-10T18:00", "closed", false)]
    public async Task The_form_is_there_while_the_call_is_open(string start, string phase, bool hasForm)
    {
        using var client = await new RegistrationClient(sites.At(start)).OpenAsync("/en/call");

        Assert.Equal(
            (HttpStatusCode.OK, phase, hasForm, hasForm),
            (
                client.Status,
                client.Page.QuerySelector("[data-call]")!.GetAttribute("data-call"),
                client.Page.QuerySelector("#submission") is not null,
                client.Page.QuerySelector(".main-nav a[href='/en/call']") is not null
            )
        );
        Assert.Contains(
            "Friday 10 September 2021 at 18:00 (Paris time)",
            client.Page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_abstract_with_two_affiliations_is_submitted()
    {
        using var client = await new RegistrationClient(site).OpenAsync("/en/call");
        await (await client.FillInAbstractAsync("ada@example.org")).DoAsync("submit");

        Assert.Equal(
            (HttpStatusCode.OK, "submitted"),
            (client.Status, client.Page.QuerySelector("[data-submission]")?.GetAttribute("data-submission"))
        );
        var saved = (await site.SubmissionAsync("ada@example.org"))!;
        Assert.Equal(
            (SubmissionState.Submitted, "The heat of $k_B T$", "Ada|Lovelace (1,2)", "LAAS-CNRS, Toulouse; Uni Köln", " potentials "),
            (saved.State, saved.Sent!.Title, saved.Sent.Authors[0].ToText(), string.Join("; ", saved.Sent.Affiliations), saved.Topics)
        );
        Assert.Equal(["SubmissionReceived"], await MailsAsync(saved.Id));
    }

    [Fact]
    public async Task A_form_that_lacks_something_is_kept_as_a_draft_and_can_be_completed()
    {
        using var client = await new RegistrationClient(site).OpenAsync("/appel");
        await client.Fill("email", "ben@example.org").Fill("title", "Only a title").DoAsync("submit");

        Assert.Equal((HttpStatusCode.BadRequest, "Only a title"), (client.Status, client.Shown()["title"].Single()));
        Assert.Contains("Indiquez votre résumé.", client.Faults);
        var draft = (await site.SubmissionAsync("ben@example.org"))!;
        Assert.Equal((SubmissionState.Draft, "Only a title"), (draft.State, draft.Draft.Title));

        await (await client.FillInAbstractAsync("ben@example.org")).DoAsync("submit");
        Assert.Equal(SubmissionState.Submitted, (await site.SubmissionAsync("ben@example.org"))!.State);
    }

    [Fact]
    public async Task Without_an_address_nothing_is_saved_and_nothing_is_lost()
    {
        using var client = await new RegistrationClient(site).OpenAsync("/en/call");
        await client.Fill("title", "No address").Fill("abstract", "Text").DoAsync("save");

        Assert.Equal(
            (HttpStatusCode.BadRequest, "No address", "Text"),
            (client.Status, client.Shown()["title"].Single(), client.Shown()["abstract"].Single())
        );
        Assert.Equal(["To keep this text, we need an email address."], client.Faults);
    }

    [Fact]
    public async Task Known_and_unknown_addresses_get_the_same_answers()
    {
        using var first = await new RegistrationClient(site).OpenAsync("/en/call");
        await (await first.FillInAbstractAsync("qqknown@example.org")).DoAsync("submit");

        var pages = new List<string>();
        foreach (var email in new[] { "qqknown@example.org", "qqother@example.org" })
        {
            using var client = await new RegistrationClient(site).OpenAsync("/en/call");
            await (await client.FillInAbstractAsync(email)).DoAsync("submit");
            pages.Add(client.Page.QuerySelector("main")!.InnerHtml.Replace(email.Split('@')[0], "…", StringComparison.Ordinal));
            await client.OpenAsync("/en/lost-link");
            await client.Fill("email", email).PressAsync();
            pages.Add(client.Page.QuerySelector("main")!.InnerHtml.Replace(email, "…", StringComparison.Ordinal));
        }

        Assert.Equal(pages[..2], pages[2..]);
    }

    [Fact]
    public async Task A_pasted_line_becomes_rows_and_comes_back_with_one_press()
    {
        using var client = await new RegistrationClient(site).OpenAsync("/en/call");
        await client
            .Fill("title", "Kept")
            .Fill("family-0", "Before")
            .Fill("pasted", "A. Durand¹, B. Müller¹˒²\n1 LAAS-CNRS, Toulouse\n2 Uni Köln")
            .PressAsync("button[value=paste]");

        var shown = client.Shown();
        Assert.Equal(
            ("Kept", "Durand", "Müller", "1,2", "Uni Köln"),
            (
                shown["title"].Single(),
                shown["family-0"].Single(),
                shown["family-1"].Single(),
                string.Join(',', shown["at-1"]),
                shown["affiliation-1"].Single()
            )
        );

        await client.PressAsync("button[value=undo]");
        Assert.Equal(
            ("Kept", "Before", false),
            (client.Shown()["title"].Single(), client.Shown()["family-0"].Single(), client.Shown().Contains("family-1"))
        );
    }

    [Fact]
    public async Task Rows_are_added_moved_and_removed_without_losing_anything()
    {
        using var client = await new RegistrationClient(site).OpenAsync("/en/call");
        await client.Fill("family-0", "A").Fill("abstract", "Text").PressAsync("button[value=author-add]");
        await client.Fill("family-1", "B").Fill("presenter", "1").PressAsync("button[value=author-up-1]");
        Assert.Equal(
            ("B", "A", "0"),
            (client.Shown()["family-0"].Single(), client.Shown()["family-1"].Single(), client.Shown()["presenter"].Single())
        );

        await client.PressAsync("button[value=author-remove-1]");
        Assert.Equal(
            ("B", false, "Text"),
            (client.Shown()["family-0"].Single(), client.Shown().Contains("family-1"), client.Shown()["abstract"].Single())
        );
    }

    [Fact]
    public async Task What_is_pasted_from_LaTeX_is_cleaned_and_comes_back_with_one_press()
    {
        using var client = await new RegistrationClient(site).OpenAsync("/en/call");
        await client.Fill("abstract", @"\textbf{Bold} M\""uller").DoAsync("preview");
        Assert.Equal("**Bold** Müller", client.Shown()["abstract"].Single());
        Assert.Equal("Bold Müller", client.Page.QuerySelector("#preview .abstract-body")!.TextContent.Trim());

        await client.PressAsync("button[value=undo]");
        Assert.Equal(@"\textbf{Bold} M\""uller", client.Shown()["abstract"].Single());
        await client.DoAsync("preview");
        Assert.Equal(@"\textbf{Bold} M\""uller", client.Shown()["abstract"].Single());
    }

    [Fact]
    public async Task A_mistyped_address_is_corrected_in_the_same_form()
    {
        using var client = await new RegistrationClient(site).OpenAsync("/en/call");
        await client.Fill("email", "wrnog@example.org").Fill("title", "Mine").DoAsync("save");
        var old = await site.SubmissionLinkAsync("wrnog@example.org");
        await client.Fill("email", "right@example.org").DoAsync("save");

        Assert.Null(await site.SubmissionAsync("wrnog@example.org"));
        Assert.Equal("Mine", (await site.SubmissionAsync("right@example.org"))!.Draft.Title);
        Assert.Equal(HttpStatusCode.NotFound, (await client.OpenAsync(old)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_the_deadline_a_form_is_refused_and_its_text_is_shown(Engine engine)
    {
        var late = sites.At("2021-09-10T17:01", engine);
        using var client = await new RegistrationClient(late).OpenAsync("/en/call");
        await client.FillInAbstractAsync("late@example.org");
        await using (var scope = late.Services.CreateAsyncScope())
            await scope
                .ServiceProvider.GetRequiredService<SiteClock>()
                .SetAsync(
                    "2021-09-10T18:00",
                    TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
                    scope.ServiceProvider.GetRequiredService<WorkshopDb>(),
                    CancellationToken.None
                );
        await client.DoAsync("submit");

        Assert.Equal((HttpStatusCode.Conflict, Submissions.Abstract), (client.Status, client.Shown()["abstract"].Single()));
        Assert.Null(await late.SubmissionAsync("late@example.org"));
    }

    [Fact]
    public async Task The_script_gets_the_preview_the_rows_and_the_status_alone()
    {
        using var client = await new RegistrationClient(site).OpenAsync("/en/call");
        async Task<string> AskAsync(string handler, string part, params (string, string)[] more)
        {
            var form = (AngleSharp.Html.Dom.IHtmlFormElement)client.Page.QuerySelector("#submission")!;
            client.Fill("email", "script@example.org").Fill("title", "By script");
            var fields = client.Fields(form).Concat(more.Select(m => KeyValuePair.Create(m.Item1, m.Item2)));
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/en/call{handler}")
            {
                Content = new FormUrlEncodedContent(fields),
                Headers = { { "X-Part", part } },
            };
            using var answer = await client.Http.SendAsync(request);
            return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
        }

        var preview = await AskAsync("?handler=Preview", "part");
        Assert.Contains("By script", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", preview, StringComparison.Ordinal);
        Assert.Contains("family-1", await AskAsync("?handler=Rows", "part", ("do", "author-add")), StringComparison.Ordinal);
        // Only a request that counts like a form creates a draft.
        Assert.StartsWith("409", await AskAsync("", "part"), StringComparison.Ordinal);
        Assert.Null(await site.SubmissionAsync("script@example.org"));
        Assert.StartsWith("200", await AskAsync("", "first"), StringComparison.Ordinal);
        Assert.StartsWith("200", await AskAsync("", "part"), StringComparison.Ordinal);
        Assert.Equal("By script", (await site.SubmissionAsync("script@example.org"))!.Draft.Title);
    }

    private async Task<List<string>> MailsAsync(Guid id)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var kinds = await scope
            .ServiceProvider.GetRequiredService<WorkshopDb>()
            .Outbox.Where(m => m.RegistrationId == id)
            .OrderBy(m => m.Id)
            .Select(m => m.Kind)
            .ToListAsync();
        return [.. kinds.Select(k => k.ToString())];
    }
}
