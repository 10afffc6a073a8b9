using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Mail;

/// <summary>A fact that needs an SMTP server and an independent verifier of DKIM.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DkimFactAttribute : FactAttribute
{
    public DkimFactAttribute() =>
        Skip = SmtpServer.WhyMissing
            ?? (
                Directory.Exists("/usr/lib/python3/dist-packages/dkim")
                    ? null
                    : "python3-dkim is not installed; run `apt-get install python3-dkim`."
            );
}

/// <summary>Mails are signed with the key of the site.</summary>
public sealed class DkimTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("mm-dkim-").FullName, "key.pem");
    private readonly string _record;

    public DkimTests()
    {
        using var key = RSA.Create(2048);
        File.WriteAllText(_file, key.ExportPkcs8PrivateKeyPem());
        _record = DkimSettings.RecordOf(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    private (string, string?)[] Signing => [("Mail:Dkim:KeyPath", _file), ("Mail:Dkim:Selector", "cle")];

    [DkimFact]
    public async Task A_mail_that_a_server_received_has_a_valid_signature_and_no_byte_of_it_may_change()
    {
        await using var server = await SmtpServer.StartAsync();
        using var host = await MailTestHost.OpenAsync();
        await using (var db = host.Db())
        {
            // Accents, a long line, a picture and a calendar: what relays are asked to keep.
            db.LastGoodFiles.Add(
                new()
                {
                    Name = "mails/confirmed.md",
                    Text =
                        $"---\nsubject: \"{{atelier}} : c’est confirmé {new string('é', 90)}\"\n---\n\n"
                        + $"{new string('à', 600)}\n\n{{practical}}\n\n[Ouvrir]({{lien}})\n",
                }
            );
            await db.SaveChangesAsync();
        }
        await host.PostAsync(MailKind.Confirmed, host.Person("Émilie"));
        await host.PostAsync(MailKind.LinkAgain, host.Person(mailbox: "autre"));
        await host.SendAllAsync(host.Sender([.. MailTestHost.Smtp(server), .. Signing]));
        var received = await server.AllReceivedAsync();

        Assert.Equal(2, received.Count);
        foreach (var mail in received)
        {
            var text = Encoding.Latin1.GetString(mail.Raw);
            Assert.Contains("c=relaxed/relaxed", text, StringComparison.Ordinal);
            Assert.Equal("pass", await VerifyAsync(mail.Raw));
            // What relays do: other spaces in a header, empty lines at the end, a header more.
            Assert.Equal(
                "pass",
                await VerifyAsync(
                    Latin("Received: by mx\r\n" + text.Replace("Subject: ", "subject:  ", StringComparison.Ordinal) + "\r\n\r\n")
                )
            );
            var body = text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 200;
            Assert.Equal("fail", await VerifyAsync(Latin(text[..body] + (text[body] == 'A' ? 'B' : 'A') + text[(body + 1)..])));
            Assert.Equal("fail", await VerifyAsync(Latin(text.Replace("Subject: ", "Subject: x", StringComparison.Ordinal))));
            Assert.Equal("fail", await VerifyAsync(Latin(text.Replace("From: ", "From: x", StringComparison.Ordinal))));
        }

        static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);
    }

    [DkimFact]
    public async Task A_mail_in_the_pickup_folder_is_signed_too()
    {
        using var host = await MailTestHost.OpenAsync();
        await host.PostAsync(MailKind.LinkAgain, host.Person());
        await host.Sender([("Mail:From", "a@atelier.test"), .. Signing]).RunOnceAsync(CancellationToken.None);

        var file = Assert.Single(Directory.GetFiles(host.Folder));
        var text = (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\r\n");
        Assert.Equal("pass", await VerifyAsync(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("Mail:From", "a@autre.test", "Mail:Dkim:Domain is 'atelier.test', but Mail:From is an address of 'autre.test'.")]
    [InlineData("Mail:Dkim:Selector", "a b", "Mail:Dkim names the key 'a b' of 'atelier.test'; they must be names in the DNS, such as")]
    [InlineData(
        "Mail:Dkim:KeyPath",
        "/nowhere/key.pem",
        "Mail:Dkim:KeyPath is '/nowhere/key.pem', which is not a private RSA key in PEM: "
    )]
    [InlineData("Mail:Bounces:Token", "short", "Mail:Bounces:Token is too short; ")]
    [InlineData("Mail:Bounces:Imap:Host", "mail.test", "Mail:Bounces:Imap:Host is set, so Mail:Bounces:Imap:User must name the mailbox.")]
    public async Task An_unusable_setting_stops_the_start_with_a_sentence(string key, string value, string sentence)
    {
        using var host = await MailTestHost.OpenAsync();
        (string, string?)[] settings = [("Mail:From", "a@atelier.test"), ("Mail:Dkim:Domain", "atelier.test"), .. Signing, (key, value)];
        var wrong = Assert.Throws<SettingsException>(() => host.Settings([.. settings.GroupBy(s => s.Item1).Select(s => s.Last())]));

        Assert.StartsWith(sentence, wrong.Message, StringComparison.Ordinal);
    }

    private async Task<string> VerifyAsync(byte[] mail)
    {
        var script = Path.Combine(Repository.Root, "tests/Shared/dkim_verify.py");
        using var python = Process.Start(
            new ProcessStartInfo("/usr/bin/python3", [script, "cle._domainkey.atelier.test", _record])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        await python.StandardInput.BaseStream.WriteAsync(mail);
        python.StandardInput.Close();
        var answer = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        return answer.Trim();
    }
}
