using AngleSharp.Html.Parser;
using MimeKit;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Mail;

/// <summary>Messages from organisers to many participants, as they arrive in the pickup folder.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData(Language.French, "Salle changée, Ada", "Bonjour Ada Lovelace,", "/mon-inscription/")]
    [InlineData(Language.English, "Another room, Ada", "Hello Ada Lovelace,", "/en/my-registration/")]
    public async Task Each_participant_gets_the_message_in_their_language_with_their_own_link(
        Language language,
        string subject,
        string greeting,
        string link
    )
    {
        using var host = await MailTestHost.OpenAsync();
        var person = host.Person(language: language);
        var mail = await SendAsync(host, InBothLanguages(), person);

        Assert.Equal(
            (subject, language.Tag(), person.Email),
            (Plain(mail.Subject!), mail.Body!.Headers[HeaderId.ContentLanguage], mail.To.ToString())
        );
        Assert.StartsWith(greeting + "\n\n", Plain(mail.TextBody!), StringComparison.Ordinal);
        var html = new HtmlParser().ParseDocument(mail.HtmlBody!);
        Assert.Equal(["strong"], html.QuerySelectorAll("strong").Select(e => e.LocalName));
        Assert.Equal(2, html.QuerySelectorAll("ul li").Length);
        Assert.Contains("– http", mail.TextBody, StringComparison.Ordinal);
        // The signature of every mail.
        Assert.Contains("\n-- \nAtelier 2030", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(html.Links, a => a.GetAttribute("href")!.StartsWith(MailTestHost.Site + link, StringComparison.Ordinal));
        Assert.DoesNotContain("{", mail.TextBody + html.Body!.TextContent, StringComparison.Ordinal);
        await using var db = host.Db();
        Assert.DoesNotContain("registration/", db.Messages.Single().BodyFr + db.Messages.Single().BodyEn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public async Task A_hostile_name_is_shown_as_text(Language language)
    {
        const string Hostile = "<script>alert(1)</script> [x](http://evil.test) **gros** {link}\r\nBcc: all@evil.test";
        using var host = await MailTestHost.OpenAsync();
        var mail = await SendAsync(host, InBothLanguages(), host.Person(Hostile, language));

        var html = new HtmlParser().ParseDocument(mail.HtmlBody!);
        Assert.Empty(html.QuerySelectorAll("script, img"));
        Assert.DoesNotContain(html.Links, link => link.GetAttribute("href")!.Contains("evil", StringComparison.Ordinal));
        Assert.DoesNotContain(html.QuerySelectorAll("strong"), strong => strong.TextContent.Contains("gros", StringComparison.Ordinal));
        Assert.Empty(mail.Bcc);
        Assert.DoesNotContain("\n", mail.Subject, StringComparison.Ordinal);
        const string Literal = "<script>alert(1)</script> [x](http://evil.test) **gros** {link}  Bcc: all@evil.test Lovelace";
        Assert.Contains(Literal, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(Literal, html.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.French, Language.English)]
    [InlineData(Language.English, Language.French)]
    public async Task A_message_in_one_language_goes_to_readers_of_the_other_as_well(Language written, Language reader)
    {
        using var host = await MailTestHost.OpenAsync();
        var message = InBothLanguages();
        if (written == Language.French)
            message.BodyEn = "";
        else
            message.SubjectFr = "";

        var mail = await SendAsync(host, message, host.Person(language: reader));

        Assert.Equal(written.Tag(), mail.Body!.Headers[HeaderId.ContentLanguage]);
        Assert.StartsWith(written == Language.French ? "Bonjour" : "Hello", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_to_an_unconfirmed_address_contains_no_name()
    {
        using var host = await MailTestHost.OpenAsync();
        var mail = await SendAsync(host, InBothLanguages(), host.Person("Viagra", then: person => person.FollowRemotely()));

        Assert.DoesNotContain("Viagra", mail.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("La salle est", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_message_goes_to_the_organiser_without_the_secret_link()
    {
        using var host = await MailTestHost.OpenAsync();
        var person = host.Person();
        var mail = await SendAsync(host, InBothLanguages(), person, to: "grace@example.org");

        Assert.Equal(("grace@example.org", "[Essai] Salle changée, Ada"), (mail.To.ToString(), Plain(mail.Subject!)));
        Assert.Contains($"{MailTestHost.Site}/mon-inscription/***", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotMatch("mon-inscription/[A-Za-z0-9_-]{46}", mail.ToString());
    }

    [Theory]
    [InlineData("Bonjour {given-name},")]
    [InlineData("Bonjour {family-name},")]
    [InlineData("Bonjour {name},")]
    [InlineData("Bonjour {given-name} {family-name},")]
    [InlineData("Bonjour {family-name}, {given-name},")]
    public async Task A_person_with_one_name_is_greeted_by_it(string greeting)
    {
        using var host = await MailTestHost.OpenAsync();
        var message = InBothLanguages();
        (message.SubjectFr, message.BodyFr) = (greeting, greeting);
        var mail = await SendAsync(host, message, host.Person(name: ""));

        Assert.Equal("Bonjour Lovelace,", mail.Subject);
        Assert.StartsWith("Bonjour Lovelace,\n\n", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paused_message_is_not_sent()
    {
        using var host = await MailTestHost.OpenAsync();
        var (message, other) = (InBothLanguages(), InBothLanguages());
        message.State = MessageState.Paused;
        await PostAsync(host, message, host.Person());
        await PostAsync(host, other, host.Person());
        await host.Sender().RunOnceAsync(CancellationToken.None);
        Assert.Equal([MailState.Waiting, MailState.Sent], (await host.MessagesAsync()).Select(m => m.State));

        await using (var db = host.Db())
        {
            db.Messages.Single(m => m.Id == message.Id).State = MessageState.Sending;
            await db.SaveChangesAsync();
        }
        await host.Sender().RunOnceAsync(CancellationToken.None);
        Assert.Equal([MailState.Sent, MailState.Sent], (await host.MessagesAsync()).Select(m => m.State));
    }

    [Theory]
    [InlineData(false, MailState.Skipped)]
    [InlineData(true, MailState.Sent)]
    public async Task A_participant_who_has_cancelled_gets_only_messages_to_cancelled_participants(bool toCancelled, MailState state)
    {
        using var host = await MailTestHost.OpenAsync();
        var message = InBothLanguages();
        message.ToCancelled = toCancelled;
        await PostAsync(
            host,
            message,
            host.Person(then: person =>
            {
                person.Confirm(host.Time.GetUtcNow());
                person.Cancel(host.Time.GetUtcNow());
            })
        );
        await host.Sender().RunOnceAsync(CancellationToken.None);

        Assert.Equal([state], (await host.MessagesAsync()).Select(m => m.State));
    }

    [Theory]
    [InlineData("{prenom}", "UnknownName {prenom}")]
    [InlineData("{given-name} {Link} {{name}}", "UnknownName {Link}")]
    [InlineData("[x](javascript:alert(1))", "Link javascript:alert(1)")]
    [InlineData("[x](//evil.test)", "Link //evil.test")]
    [InlineData("[x](https://evil.test/{name})", "Link https://evil.test/{name}")]
    [InlineData("![x](https://evil.test/a.png)", "Image https://evil.test/a.png")]
    [InlineData("[x]({link}) [y](https://example.org) <mailto:a@b.fr>, https://example.org/a, a < b", "")]
    [InlineData("Bonjour {prénom}, votre [lien]({lien}) pour {atelier} ({lieu})", "")]
    [InlineData("", "")]
    public void Faults_of_a_message_are_reported(string body, string faults) =>
        Assert.Equal(faults, string.Join(", ", MessageText.Errors("", body).Select(f => $"{f.Kind} {f.What}")));

    [Fact]
    public void A_placeholder_has_a_name_in_French_too()
    {
        var values = new Dictionary<string, string?>(MessageText.Names.Select(name => KeyValuePair.Create(name, (string?)name)))
        {
            ["contact"] = null,
            ["link"] = "https://atelier.test/x",
            ["site"] = "https://atelier.test",
        };

        Assert.StartsWith(
            "Bonjour given-name, name : lien <https://atelier.test/x>",
            MessageText.Fill("", "Bonjour {prénom}, {nom} : [lien]({lien})", values, new(Language.French)).Text.Replace('\u00A0', ' '),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_message_that_is_nested_too_deeply_is_refused() =>
        Assert.Equal([MessageErrorKind.TooDeep], MessageText.Errors("", new string('>', 20_000)).Select(f => f.Kind));

    [Fact]
    public void HTML_in_a_message_is_shown_as_text()
    {
        var filled = MessageText.Fill(
            "S",
            "<script>alert(1)</script> <b onclick=x>b</b>\n\n# Title\n\n1. one\n2. two\n\n> said\n\n    code\n\nhttps://example.org {link}",
            Values,
            new Words(Language.English)
        );

        var html = new HtmlParser().ParseDocument(filled.Html);
        Assert.Empty(html.QuerySelectorAll("script, [onclick], h1"));
        Assert.Equal(["https://example.org", "https://modmat.test/x"], html.Links.Take(2).Select(a => a.GetAttribute("href")));
        Assert.StartsWith(
            "<script>alert(1)</script> <b onclick=x>b</b>\n\nTITLE\n\n1. one\n2. two\n\n> said\n\n    code\n\nhttps://example.org "
                + "https://modmat.test/x\n\n-- \n",
            filled.Text,
            StringComparison.Ordinal
        );
    }

    private static Dictionary<string, string?> Values =>
        MessageText
            .Names.Append("contact")
            .ToDictionary(name => name, string? (name) => name is "link" or "site" ? "https://modmat.test/x" : name);

    private static Message InBothLanguages() =>
        new()
        {
            Key = Guid.NewGuid(),
            CreatedBy = "organiser 1",
            At = DateTimeOffset.UnixEpoch,
            State = MessageState.Sending,
            SubjectFr = "Salle changée, {given-name}",
            SubjectEn = "Another room, {given-name}",
            BodyFr = "Bonjour {name},\n\nLa salle est **ailleurs**.\n\n- {link}\n- [le programme]({programme})\n\nAu revoir.",
            BodyEn = "Hello {name},\n\nThe room is **elsewhere**.\n\n- {link}\n- [the programme]({programme})\n\nGood bye.",
        };

    private static async Task<MimeMessage> SendAsync(MailTestHost host, Message message, Registration person, string? to = null)
    {
        var posted = await PostAsync(host, message, person, to);
        await host.Sender().RunOnceAsync(CancellationToken.None);
        return Assert.Single(host.PickedUpMails(), mail => mail.MessageId == posted.MessageId);
    }

    private static async Task<OutboxMessage> PostAsync(MailTestHost host, Message message, Registration person, string? to = null)
    {
        await using var db = host.Db();
        db.Registrations.Add(person);
        db.Messages.Add(message);
        await db.SaveChangesAsync();
        var posted = OutboxMessage.For(person, MailKind.Message, $"{message.Id}", host.Time.GetUtcNow(), "atelier.example", message.Id, to);
        db.Outbox.Add(posted);
        await db.SaveChangesAsync();
        return posted;
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
