using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Mail;

public sealed class SiteMailTests
{
    [Fact]
    public async Task A_signal_starts_the_sender_and_a_developer_can_read_the_mail_in_the_browser()
    {
        await using var site = new SiteFactory { Environment = Environments.Development };
        using var browser = site.CreateClient();
        using var host = await MailTestHost.OpenAsync();
        Assert.Contains("Nothing yet", await browser.GetStringAsync("/dev/mail"), StringComparison.Ordinal);

        var person = host.Person("<b>Ada</b>");
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
            db.Registrations.Add(person);
            db.Outbox.Add(OutboxMessage.For(person, MailKind.Confirmed, "1", TimeProvider.System.GetUtcNow(), "atelier.example"));
            await db.SaveChangesAsync();
        }
        site.Services.GetRequiredService<OutboxSignal>().Set();
        var watch = Stopwatch.StartNew();
        while (await CountAsync(browser, "waiting") > 0)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
            await Task.Delay(20);
        }

        var page = await browser.GetStringAsync("/dev/mail");
        Assert.Contains("lectrice1@labo.example", page, StringComparison.Ordinal);
        Assert.Contains("Bonjour &lt;b&gt;Ada&lt;/b&gt;,", page, StringComparison.Ordinal);
        Assert.Matches(@"<a href=""https://modmat\.test/mon-inscription/[A-Za-z0-9_-]{46}"">", page);
        Assert.Equal(0, await CountAsync(browser, "failed"));
    }

    [Fact]
    public async Task Outside_Development_the_mail_page_does_not_exist_and_failed_mail_does_not_affect_readiness()
    {
        await using var site = new SiteFactory();
        using var browser = site.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/dev/mail")).StatusCode);

        using var host = await MailTestHost.OpenAsync();
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var failed = OutboxMessage.For(host.Person(), MailKind.Confirmed, "1", TimeProvider.System.GetUtcNow(), "atelier.example");
        failed.State = MailState.Failed;
        db.Outbox.Add(failed);
        await db.SaveChangesAsync();

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/readyz")).StatusCode);
        Assert.Equal((0, 1), (await CountAsync(browser, "waiting"), await CountAsync(browser, "failed")));
    }

    private static async Task<int> CountAsync(HttpClient browser, string state) =>
        (await browser.ReadHealthAsync()).GetProperty("mail").GetProperty(state).GetInt32();
}
