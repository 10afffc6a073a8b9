using System.Text;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Mails;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Mail;

/// <summary>Mails in the words of the organisers.</summary>
public sealed class OwnMailTests
{
    private const string Own = "---\nsubject: { fr: \"Bienvenue {prénom}\", en: \"Welcome {given-name}\" }\n---\n\n";

    public static TheoryData<MailKind> Kinds => [.. MailPlaceholders.Kinds];

    public static TheoryData<MailKind> ToParticipants => [.. MailComposerTests.ToParticipants];

    /// <summary>The file of a mail with its built-in text.</summary>
    private static (string Text, string Translation) BuiltIn(MailKind kind)
    {
        var (fr, en) = (MailTemplate.BuiltIn(kind, Language.French), MailTemplate.BuiltIn(kind, Language.English));
        return ($"---\nsubject: {{ fr: \"{fr.Subject}\", en: \"{en.Subject}\" }}\n---\n\n{fr.Body}\n", en.Body + "\n");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_built_in_text_passes_the_check_of_own_words(MailKind kind)
    {
        var problems = new ProblemList();
        var (text, translation) = BuiltIn(kind);
        var read = MailReader.Read(kind, text, translation, WorkshopLanguages.Default, problems);

        Assert.Equal([], problems.InOrder);
        Assert.NotNull(read);
        Assert.Equal(
            MailList.Find(kind) is RegistrationMail { IsPractical: true },
            MailPlaceholders.For(kind).Any(p => p.Name == MailPlaceholders.Practical)
        );
    }

    [Theory]
    [MemberData(nameof(ToParticipants))]
    public async Task Own_words_equal_to_the_built_in_text_give_the_same_mail_with_every_placeholder_known(MailKind kind)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            using var host = await MailTestHost.OpenAsync();
            var builtIn = await host.SendAsync(kind, MailComposerTests.Addressee(host, kind, language));
            using var other = await MailTestHost.OpenAsync();
            var (text, translation) = BuiltIn(kind);
            await KeepAsync(other, kind, text, translation);
            var own = await other.SendAsync(kind, MailComposerTests.Addressee(other, kind, language));
            // Each placeholder once more, so that the composer must know it.
            using var third = await MailTestHost.OpenAsync();
            var all = string.Concat(
                MailPlaceholders.For(kind).Where(p => p.Name != MailPlaceholders.Practical).Select(p => $"\n\n{p.Name} {{{p.Name}}}")
            );
            await KeepAsync(third, kind, text + all, translation + all);
            var full = await third.SendAsync(kind, MailComposerTests.Addressee(third, kind, language));

            Assert.Equal(builtIn.Subject, own.Subject);
            Assert.Equal(Words(builtIn.TextBody!), Words(own.TextBody!));
            Assert.NotEqual(Words(builtIn.TextBody!), Words(full.TextBody!));
            Assert.DoesNotContain(
                "{",
                full.TextBody + own.TextBody + own.HtmlBody![own.HtmlBody!.IndexOf("<body", StringComparison.Ordinal)..],
                StringComparison.Ordinal
            );
        }

        static string Words(string text) =>
            string.Concat(
                System
                    .Text.RegularExpressions.Regex.Replace(text, "<http[^>]+>|http\\S+|[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]", "")
                    .Where(c => !char.IsWhiteSpace(c))
            );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_wrong_placeholder_is_refused_with_file_and_line_and_the_built_in_text_is_sent(Engine engine)
    {
        using var content = new ContentSample();
        content.Write("mails/confirmed.md", Own + "Bonjour {prenom},\n\n[Ouvrir]({link})\n");
        content.Write("mails/confirmed.en.md", "Hello\n\n[Open]({link})\n");
        using var host = await MailTestHost.OpenAsync(engine);
        var refused = await ImportAsync(host, content);
        var first = await host.SendAsync(MailKind.Confirmed, host.Person());

        Assert.StartsWith(
            "mails/confirmed.md:5:9 error: The placeholder {prenom} is unknown in this mail. Known placeholders: {link}, {name},",
            Assert.Single(refused.Content!.Problems, p => p.Severity == Severity.Error).ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal("Atelier 2030\u00A0: votre inscription est confirmée", first.Subject);

        content.Write("mails/confirmed.md", Own + "Bonjour {prénom},\n\n[Ouvrir]({link})\n");
        Assert.False((await ImportAsync(host, content)).HasErrors);
        var second = await host.SendAsync(MailKind.Confirmed, host.Person("Émilie"));
        Assert.Equal("Bienvenue Émilie", second.Subject);
        Assert.StartsWith("Bonjour Émilie,\n\nOuvrir\n<https://atelier.test/mon-inscription/", second.TextBody, StringComparison.Ordinal);

        // The last good words stay while a later version has a mistake.
        content.Write("mails/confirmed.md", Own + "Bonjour,\n");
        Assert.True((await ImportAsync(host, content)).HasErrors);
        Assert.Equal("Bienvenue Émilie", (await host.SendAsync(MailKind.Confirmed, host.Person("Émilie"))).Subject);

        content.Delete("mails/confirmed.md");
        content.Delete("mails/confirmed.en.md");
        await ImportAsync(host, content);
        Assert.Equal(first.Subject, (await host.SendAsync(MailKind.Confirmed, host.Person())).Subject);
    }

    [Fact]
    public async Task Words_that_this_program_would_refuse_are_not_sent_although_they_were_imported_once()
    {
        using var host = await MailTestHost.OpenAsync();
        await KeepAsync(host, MailKind.Confirmed, Own + "{gone}\n\n[Ouvrir]({link})\n", null);

        Assert.StartsWith("Atelier 2030", (await host.SendAsync(MailKind.Confirmed, host.Person())).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_translation_the_built_in_text_of_that_language_is_sent()
    {
        using var host = await MailTestHost.OpenAsync();
        await KeepAsync(host, MailKind.Confirmed, Own + "Bonjour.\n\n[Ouvrir]({link})\n", null);

        Assert.Equal("Bienvenue Ada", (await host.SendAsync(MailKind.Confirmed, host.Person())).Subject);
        Assert.Equal(
            "Atelier 2030: your registration is confirmed",
            (await host.SendAsync(MailKind.Confirmed, host.Person(language: Language.English))).Subject
        );
    }

    [Fact]
    public async Task What_people_type_stays_text_in_own_words_and_cannot_add_headers()
    {
        using var host = await MailTestHost.OpenAsync();
        await KeepAsync(host, MailKind.Confirmed, Own + "# Bonjour {nom}\n\n- {prénom} **{nom}** [{nom}]({link})\n", null);
        var mail = await host.SendAsync(
            MailKind.Confirmed,
            host.Person("<script>x</script> [y](http://evil.test) {link}\r\nBcc: evil@evil.test")
        );

        Assert.Empty(mail.Bcc);
        Assert.DoesNotContain('\n', mail.Subject!);
        Assert.DoesNotContain("<script", mail.HtmlBody, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"http://evil", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("[y](http://evil.test) {link}", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("<h2>Bonjour", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sender_signature_and_attachments_are_those_of_the_workshop()
    {
        using var content = new ContentSample();
        content.Replace(
            "workshop.md",
            "contact: \"atelier@example.org\"",
            """
            contact: "atelier@example.org"
            mail:
              from: { fr: "Comité de l’atelier", en: "Workshop committee" }
              reply_to: comite@example.org
              signature: { fr: "Le comité\n{link} <b>", en: "The committee" }
              attachments:
                - { file: plan.pdf, mails: [confirmed] }
            """
        );
        content.Write("materials/plan.pdf", "%PDF-1.7 plan");
        using var host = await MailTestHost.OpenWithAsync(content);
        await KeepAsync(host, MailKind.Confirmed, Own + "Bonjour.\n\n[Ouvrir]({link})\n", null);
        var person = host.Person();
        var messages = await host.PostAsync(MailKind.Confirmed, person);
        messages = [.. messages, .. await host.PostAsync(MailKind.LinkAgain, person)];
        await host.Sender(("Site:ContentPath", content.Folder), ("Mail:From", "Site <site@atelier.test>"))
            .RunOnceAsync(CancellationToken.None);
        var mails = messages.Select(m => host.PickedUpMails().Single(mail => mail.MessageId == m.MessageId)).ToList();

        Assert.All(mails, mail =>
        {
            Assert.Equal("\"Comité de l’atelier\" <site@atelier.test>", mail.From.ToString().Replace("=?", "", StringComparison.Ordinal));
            Assert.Equal("comite@example.org", mail.ReplyTo.ToString());
            Assert.EndsWith("\n-- \nLe comité\n{link} <b>\n", mail.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.Contains(
                "Le comité<br>{link} &lt;b&gt;",
                mail.HtmlBody!.Replace(" /", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
            Assert.Null(mail.Headers[HeaderId.ListUnsubscribe]);
        });
        var plan = mails[0].Attachments.OfType<MimePart>().Single(a => a.FileName == "plan.pdf");
        Assert.Equal(("application/pdf", "%PDF-1.7 plan"), (plan.ContentType.MimeType, TextOf(plan)));
        Assert.DoesNotContain(mails[1].Attachments, a => a.ContentType.MimeType == "application/pdf");
    }

    [Fact]
    public async Task An_attachment_that_is_gone_does_not_stop_the_mail()
    {
        using var content = new ContentSample();
        content.Replace(
            "workshop.md",
            "contact: \"atelier@example.org\"",
            "contact: \"atelier@example.org\"\nmail: { attachments: [{ file: plan.pdf, mails: [confirmed] }] }"
        );
        content.Write("materials/plan.pdf", "%PDF-1.7 plan");
        using var host = await MailTestHost.OpenWithAsync(content);
        content.Delete("materials/plan.pdf");
        await host.PostAsync(MailKind.Confirmed, host.Person());
        await host.Sender(("Site:ContentPath", content.Folder)).RunOnceAsync(CancellationToken.None);

        Assert.Single(host.PickedUpMails());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Only_mails_to_confirmed_addresses_have_what_people_typed(MailKind kind)
    {
        var isUnconfirmed =
            kind
            is MailKind.ConfirmAddress
                or MailKind.HoldReminder
                or MailKind.LinkAgain
                or MailKind.ConfirmNewAddress
                or MailKind.AddressChanged
                or MailKind.AlreadyRegistered;
        var names = MailPlaceholders.For(kind).Select(p => p.Name).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Equal(!isUnconfirmed && MailList.Find(kind) is RegistrationMail, names.Intersect(MessageText.UserSuppliedNames).Any());
        Assert.Equal(kind, MailPlaceholders.OfFileStem(MailPlaceholders.FileStem(kind)));
    }

    private static string TextOf(MimePart part)
    {
        using var stream = new MemoryStream();
        part.Content!.DecodeTo(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<ContentImportResult> ImportAsync(MailTestHost host, ContentSample content)
    {
        await using var db = host.Db();
        return await new ContentImportTransaction(db, host.Time).RunAsync(content.Folder, null, CancellationToken.None);
    }

    /// <summary>Writes the words as an import leaves them.</summary>
    private static async Task KeepAsync(MailTestHost host, MailKind kind, string text, string? translation)
    {
        await using var db = host.Db();
        var file = MailReader.FileOf(kind);
        await db.LastGoodFiles.Where(f => f.Name.StartsWith("mails/")).ExecuteDeleteAsync();
        db.LastGoodFiles.Add(new() { Name = file, Text = text });
        if (translation is not null)
            db.LastGoodFiles.Add(new() { Name = file.Replace(".md", ".en.md", StringComparison.Ordinal), Text = translation });
        await db.SaveChangesAsync();
    }
}
