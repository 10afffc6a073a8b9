using System.Net;
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
}
