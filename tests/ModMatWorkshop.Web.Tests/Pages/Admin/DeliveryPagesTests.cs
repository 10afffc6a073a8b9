using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail.Deliverability;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>The check of delivery, and mails that come back.</summary>
public sealed class DeliveryPagesTests : IDisposable
{
    private const string Token = "un-secret-de-plus-de-trente-deux-signes";
    private const string Delivery = "/admin/mail/delivery";

    private readonly SiteFactory _site = new()
    {
        RehearseFrom = "2021-09-01T09:00",
        More = new Dictionary<string, string?> { ["Mail:Bounces:Token"] = Token, ["Mail:From"] = "Atelier <a@mail.labo.example>" },
    };

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task The_DNS_is_asked_only_when_the_button_is_pressed_and_the_page_says_what_to_write()
    {
        var asked = new List<string>();
        _site.Services.GetRequiredService<DeliveryCheck>().Lookup = (name, _) =>
        {
            asked.Add(name);
            return Task.FromResult<IReadOnlyList<string>?>(
                name switch
                {
                    "mail.labo.example" => ["other", "v=spf1 +all"],
                    "_dmarc.labo.example" => ["v=DMARC1; p=quarantine"],
                    _ => [],
                }
            );
        };
        using var organiser = await OrganiserClient.SignInAsync(_site, Language.English);
        await organiser.OpenAsync(Delivery);
        Assert.Empty(asked);
        Assert.Equal(["none is read"], organiser.Seen("[data-mailbox]"));

        await organiser.PressAsync("[data-action=check]");
        Assert.Equal(["_dmarc.labo.example", "_dmarc.mail.labo.example", "mail.labo.example"], asked.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["SPF Bad", "DKIM Advice", "DMARC Good"],
            organiser
                .Page.QuerySelectorAll("[data-finding]")
                .Select(f => $"{f.GetAttribute("data-finding")} {f.GetAttribute("data-level")}")
        );
    }

    [Fact]
    public async Task A_test_mail_is_sent_and_what_its_receiver_saw_is_read_from_the_topmost_results()
    {
        using var organiser = await OrganiserClient.SignInAsync(_site, Language.English);
        await organiser.OpenAsync(Delivery);
        await organiser.PressAsync("[data-action=test]", ("to", "not an address"));
        Assert.Equal((HttpStatusCode.BadRequest, 1), (organiser.Status, organiser.Page.QuerySelectorAll("[data-tested=failed]").Length));
        await organiser.PressAsync("[data-action=test]", ("to", "grace@labo.example"));
        Assert.Single(organiser.Page.QuerySelectorAll("[data-tested=gone]"));

        await organiser.PressAsync(
            "[data-action=read]",
            (
                "source",
                "Delivered-To: grace@labo.example\nAuthentication-Results: mx.labo.example;\n"
                    + " dkim=pass header.d=labo.example;\n spf=softfail smtp.mailfrom=a@labo.example;\n "
                    + "dmarc=pass header.from=labo.example\n"
                    + "Received: from x\nAuthentication-Results: evil.test;"
                    + " dkim=fail; spf=pass; dmarc=fail\nSubject: <script>\n\nBonjour\n"
            )
        );
        Assert.Equal(["failed (softfail)"], organiser.Seen("[data-result=spf]"));
        Assert.Equal(["passed, signed by labo.example"], organiser.Seen("[data-result=dkim]"));
        Assert.Equal(["passed"], organiser.Seen("[data-result=dmarc]"));
        foreach (var source in new[] { "", "x", new string('a', 250_000), "Authentication-Results: ;;;;\n\n", ": : :\n" })
        {
            await organiser.PressAsync("[data-action=read]", ("source", source));
            Assert.Equal(HttpStatusCode.BadRequest, organiser.Status);
            Assert.Single(organiser.Page.QuerySelectorAll("#unread"));
        }
    }

    [Fact]
    public async Task A_bounce_that_is_reported_is_on_the_person_the_dashboard_and_the_lists_until_the_address_is_corrected()
    {
        var helpers = new OrganiserTestHelpers(_site);
        var email = await helpers.ConfirmedAsync();
        var person = (await _site.RegistrationAsync(email))!;
        var message = await SentAsync(person.Id);

        Assert.Equal(HttpStatusCode.Unauthorized, (await ReportAsync("wrong", "{}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await ReportAsync(Token, "{")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await ReportAsync(Token, """{"messageId":"x\u0000","status":5}""")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await ReportAsync(Token, new string(' ', 2 << 20))).Status);
        Assert.Equal("""{"news":false}""", (await ReportAsync(Token, """{"messageId":"unknown@x","status":"5.1.1"}""")).Text);
        var report = $$"""{"messageId":"<{{message.MessageId}}>","status":"5.1.1","reason":"<b>unknown</b>"}""";
        Assert.Equal("""{"news":true}""", (await ReportAsync(Token, report)).Text);
        Assert.Equal("""{"news":false}""", (await ReportAsync(Token, report)).Text);

        using var organiser = await OrganiserClient.SignInAsync(_site, Language.English);
        await organiser.OpenAsync($"/admin/attendees/{person.Number}");
        Assert.Single(organiser.Page.QuerySelectorAll("[data-bounces]"));
        Assert.EndsWith(
            "5.1.1 <b>unknown</b>",
            organiser.Page.QuerySelector("[data-bounce=Address]")!.TextContent,
            StringComparison.Ordinal
        );
        await organiser.OpenAsync("/admin");
        Assert.Equal(["1"], organiser.Seen("[data-figure=bouncing] dd"));
        await organiser.OpenAsync("/admin/mail?bounced=yes");
        Assert.Equal($"{message.Id}", organiser.Page.QuerySelector("[data-mail]")!.GetAttribute("data-mail"));
        await organiser.OpenAsync("/admin/attendees?bounces=yes");
        Assert.Equal(HttpStatusCode.OK, organiser.Status);
        await organiser.OpenAsync($"/check-in/{Uri.EscapeDataString(person.Ticket)}");
        Assert.Equal(HttpStatusCode.OK, organiser.Status);

        await _site.InDatabaseAsync(db =>
            db.Registrations.Where(r => r.Id == person.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Email, "corrected@labo.example"))
        );
        await organiser.OpenAsync($"/admin/attendees/{person.Number}");
        Assert.Empty(organiser.Page.QuerySelectorAll("[data-bounces]"));
    }

    [Fact]
    public async Task Without_a_token_in_the_settings_there_is_no_such_address()
    {
        using var site = new SiteFactory();
        using var answer = await site.CreateClient().PostAsync("/webhooks/bounces", new StringContent("{}"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>Marks the person's mail as sent, as the sender does.</summary>
    private Task<OutboxMessage> SentAsync(Guid id) =>
        _site.InDatabaseAsync(async db =>
        {
            var message = await db.Outbox.Where(m => m.RegistrationId == id).OrderBy(m => m.Id).LastAsync();
            var address = await db.Registrations.Where(r => r.Id == id).Select(r => r.Email).SingleAsync();
            (message.State, message.SentTo, message.SentAt) = (MailState.Sent, address, message.CreatedAt);
            await db.SaveChangesAsync();
            return message;
        });

    private async Task<(HttpStatusCode Status, string Text)> ReportAsync(string token, string json)
    {
        using var client = _site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/bounces")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
