using AngleSharp.Html.Parser;
using MimeKit;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Tests.Mail;

/// <summary>What organisers write to many, as it falls into the pickup folder.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData(Language.French, "Salle changée, Ada", "Bonjour Ada Lovelace,", "/mon-inscription/")]
    [InlineData(Language.English, "Another room, Ada", "Hello Ada Lovelace,", "/en/my-registration/")]
    public async Task Each_reads_it_in_their_language_as_text_and_HTML_with_their_own_link(
        Language language,
        string subject,
        string hello,
        string link
    )
    {
        using var office = await MailTestHost.OpenAsync();
        var person = office.Person(language: language);
        var mail = await SendAsync(office, Both(), person);

        Assert.Equal(
            (subject, language.Tag(), person.Email),
            (Plain(mail.Subject!), mail.Body!.Headers[HeaderId.ContentLanguage], mail.To.ToString())
        );
        Assert.StartsWith(hello + "\n\n", Plain(mail.TextBody!), StringComparison.Ordinal);
        var html = new HtmlParser().ParseDocument(mail.HtmlBody!);
        Assert.Equal(["strong"], html.QuerySelectorAll("strong").Select(e => e.LocalName));
        Assert.Equal(2, html.QuerySelectorAll("ul li").Length);
        Assert.Contains("– http", mail.TextBody, StringComparison.Ordinal);
        // The layout of every mail, with its signature.
        Assert.Contains("\n-- \nAtelier 2030", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(html.Links, a => a.GetAttribute("href")!.StartsWith(MailTestHost.Site + link, StringComparison.Ordinal));
        Assert.DoesNotContain("{", mail.TextBody + html.Body!.TextContent, StringComparison.Ordinal);
        await using var db = office.Db();
        Assert.DoesNotContain("registration/", db.Messages.Single().BodyFr + db.Messages.Single().BodyEn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public async Task A_hostile_name_stays_text(Language language)
    {
        const string Hostile = "<script>alert(1)</script> [x](http://evil.test) **gros** {link}\r\nBcc: all@evil.test";
        using var office = await MailTestHost.OpenAsync();
        var mail = await SendAsync(office, Both(), office.Person(Hostile, language));

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
    public async Task Who_reads_the_language_that_it_was_not_written_in_gets_the_other(Language written, Language reader)
    {
        using var office = await MailTestHost.OpenAsync();
        var message = Both();
        if (written == Language.French)
            message.BodyEn = "";
        else
            message.SubjectFr = "";

        var mail = await SendAsync(office, message, office.Person(language: reader));

        Assert.Equal(written.Tag(), mail.Body!.Headers[HeaderId.ContentLanguage]);
        Assert.StartsWith(written == Language.French ? "Bonjour" : "Hello", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_an_address_that_nobody_has_confirmed_no_name_is_written()
    {
        using var office = await MailTestHost.OpenAsync();
        var mail = await SendAsync(office, Both(), office.Person("Viagra", then: person => person.FollowRemotely()));

        Assert.DoesNotContain("Viagra", mail.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("La salle est", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_goes_to_the_organiser_with_a_link_that_opens_nothing()
    {
        using var office = await MailTestHost.OpenAsync();
        var person = office.Person();
        var mail = await SendAsync(office, Both(), person, to: "grace@example.org");

        Assert.Equal(("grace@example.org", "[Essai] Salle changée, Ada"), (mail.To.ToString(), Plain(mail.Subject!)));
        Assert.Contains($"{MailTestHost.Site}/mon-inscription/***", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotMatch("mon-inscription/[A-Za-z0-9_-]{46}", mail.ToString());
    }

    [Fact]
    public async Task While_it_is_paused_nothing_of_it_is_sent()
    {
        using var office = await MailTestHost.OpenAsync();
        var (message, other) = (Both(), Both());
        message.State = MessageState.Paused;
        await PostAsync(office, message, office.Person());
        await PostAsync(office, other, office.Person());
        await office.Sender().RunOnceAsync(CancellationToken.None);
        Assert.Equal([MailState.Waiting, MailState.Sent], (await office.MessagesAsync()).Select(m => m.State));

        await using (var db = office.Db())
        {
            db.Messages.Single(m => m.Id == message.Id).State = MessageState.Sending;
            await db.SaveChangesAsync();
        }
        await office.Sender().RunOnceAsync(CancellationToken.None);
        Assert.Equal([MailState.Sent, MailState.Sent], (await office.MessagesAsync()).Select(m => m.State));
    }

    [Theory]
    [InlineData(false, MailState.Skipped)]
    [InlineData(true, MailState.Sent)]
    public async Task Who_has_cancelled_since_is_not_written_to_unless_it_is_for_them(bool toCancelled, MailState state)
    {
        using var office = await MailTestHost.OpenAsync();
        var message = Both();
        message.ToCancelled = toCancelled;
        await PostAsync(
            office,
            message,
            office.Person(then: person =>
            {
                person.Confirm(office.Time.GetUtcNow());
                person.Cancel(office.Time.GetUtcNow());
            })
        );
        await office.Sender().RunOnceAsync(CancellationToken.None);

        Assert.Equal([state], (await office.MessagesAsync()).Select(m => m.State));
    }

    [Theory]
    [InlineData("{prenom}", "UnknownName {prenom}")]
    [InlineData("{given-name} {Link} {{name}}", "UnknownName {Link}")]
    [InlineData("[x](javascript:alert(1))", "Link javascript:alert(1)")]
    [InlineData("[x](//evil.test)", "Link //evil.test")]
    [InlineData("[x](https://evil.test/{name})", "Link https://evil.test/{name}")]
    [InlineData("![x](https://evil.test/a.png)", "Image https://evil.test/a.png")]
    [InlineData("[x]({link}) [y](https://example.org) <mailto:a@b.fr>, https://example.org/a, a < b", "")]
    [InlineData("", "")]
    public void What_cannot_be_sent_is_said(string body, string faults) =>
        Assert.Equal(faults, string.Join(", ", MessageText.Errors("", body).Select(f => $"{f.Kind} {f.What}")));

    [Fact]
    public void A_text_nested_without_end_is_refused() =>
        Assert.Equal([MessageErrorKind.TooDeep], MessageText.Errors("", new string('>', 20_000)).Select(f => f.Kind));

    [Fact]
    public void What_organisers_type_is_never_raw_HTML()
    {
        var letter = MessageText.Fill(
            "S",
            "<script>alert(1)</script> <b onclick=x>b</b>\n\n# Title\n\n1. one\n2. two\n\n> said\n\n    code\n\nhttps://example.org {link}",
            Values,
            new Words(Language.English)
        );

        var html = new HtmlParser().ParseDocument(letter.Html);
        Assert.Empty(html.QuerySelectorAll("script, [onclick], h1"));
        Assert.Equal(["https://example.org", "https://modmat.test/x"], html.Links.Take(2).Select(a => a.GetAttribute("href")));
        Assert.StartsWith(
            "<script>alert(1)</script> <b onclick=x>b</b>\n\nTITLE\n\n1. one\n2. two\n\n> said\n\n    code\n\nhttps://example.org "
                + "https://modmat.test/x\n\n-- \n",
            letter.Text,
            StringComparison.Ordinal
        );
    }

    private static Dictionary<string, string?> Values =>
        MessageText
            .Names.Append("contact")
            .ToDictionary(name => name, string? (name) => name is "link" or "site" ? "https://modmat.test/x" : name);

    private static Message Both() =>
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

    private static async Task<MimeMessage> SendAsync(MailTestHost office, Message message, Registration person, string? to = null)
    {
        var posted = await PostAsync(office, message, person, to);
        await office.Sender().RunOnceAsync(CancellationToken.None);
        return Assert.Single(office.Picked(), mail => mail.MessageId == posted.MessageId);
    }

    private static async Task<OutboxMessage> PostAsync(MailTestHost office, Message message, Registration person, string? to = null)
    {
        await using var db = office.Db();
        db.Registrations.Add(person);
        db.Messages.Add(message);
        await db.SaveChangesAsync();
        var posted = OutboxMessage.For(
            person,
            MailKind.Message,
            $"{message.Id}",
            office.Time.GetUtcNow(),
            "atelier.example",
            message.Id,
            to
        );
        db.Outbox.Add(posted);
        await db.SaveChangesAsync();
        return posted;
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
