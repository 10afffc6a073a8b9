using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>The running program with an SMTP server. Its socket threads also run continuations, so mail must not block requests.</summary>
[Trait("Category", "prove")]
public sealed class MailTests
{
    private const int People = 40;

    [SmtpFact]
    public async Task Each_registration_gets_one_encrypted_mail_while_other_requests_are_answered()
    {
        using var certificate = new TestCertificate();
        await using var server = await SmtpServer.StartAsync(certificate: certificate);
        await using var site = await SiteProcess.ServeAsync(
            [
                "--RateLimits:Enabled=false",
                "--Clock:RehearseFrom=2021-09-01T09:00",
                "--Mail:EvenInRehearsal=true",
                "--Mail:From=atelier@atelier.test",
                "--Mail:Smtp:Host=localhost",
                $"--Mail:Smtp:Port={server.Port}",
                $"--Mail:Smtp:User={SmtpServer.User}",
                $"--Mail:Smtp:Password={SmtpServer.Password}",
            ],
            authorities: certificate.CertificateFile
        );
        var form = await OpenForm.ReadAsync(site.Reader);
        await Parallel.ForEachAsync(Enumerable.Range(0, People), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, cancel) =>
        {
            using var request = form.Of($"p{i}@example.org");
            using var response = await site.Reader.SendAsync(request, cancel);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        });
        while (server.Received.Count < People)
            using (var page = await site.Reader.GetAsync("/programme"))
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        var received = await server.AllReceivedAsync();
        Assert.Equal(
            Enumerable.Range(0, People).Select(i => $"p{i}@example.org").Order(StringComparer.Ordinal),
            received.Select(t => Assert.Single(t.To)).Order(StringComparer.Ordinal)
        );
        Assert.All(received, t => Assert.True(t.Encrypted));
    }

    [SmtpFact]
    public async Task A_mail_that_was_being_sent_when_the_process_was_killed_is_sent_once_as_soon_as_it_starts_again()
    {
        var data = Directory.CreateTempSubdirectory("modmat-mail-");
        await using var server = await SmtpServer.StartAsync();
        string[] settings =
        [
            $"--Site:DataPath={data.FullName}",
            "--Clock:RehearseFrom=2021-09-01T09:00",
            "--Mail:EvenInRehearsal=true",
            "--Mail:From=atelier@atelier.test",
            "--Mail:Smtp:Host=localhost",
            $"--Mail:Smtp:Port={server.Port}",
            "--Mail:Smtp:Security=none",
        ];
        await server.BehaveAsync("slow 600");
        await using (var killed = await SiteProcess.ServeAsync(settings))
        {
            var form = await OpenForm.ReadAsync(killed.Reader);
            using var request = form.Of("ada@example.org");
            Assert.Equal(HttpStatusCode.OK, (await killed.Reader.SendAsync(request)).StatusCode);
            await using var db = DatabaseTemplates.Open(Engine.Sqlite, $"Data Source={Path.Combine(data.FullName, "workshop.db")}");
            while (await db.Outbox.AllAsync(m => m.Tries == 0))
                await Task.Yield();
            killed.Kill();
        }
        await server.BehaveAsync("well");

        await using var site = await SiteProcess.ServeAsync(settings);
        var since = Stopwatch.StartNew();
        while (server.Received.IsEmpty)
        {
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(30), "The mail waits until the claim expires.");
            await Task.Yield();
        }

        site.Terminate();
        await site.EndedAsync();
        Assert.Equal("ada@example.org", Assert.Single(Assert.Single(await server.AllReceivedAsync()).To));
        data.Delete(recursive: true);
    }
}
