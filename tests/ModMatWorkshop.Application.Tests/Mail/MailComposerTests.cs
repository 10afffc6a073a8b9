using AngleSharp.Html.Parser;
using Ical.Net;
using MimeKit;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Tests.Call;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Mail;

public sealed partial class MailComposerTests
{
    internal static IEnumerable<MailKind> ToParticipants =>
        Enum.GetValues<MailKind>()
            .Where(kind => kind is not (MailKind.Invitation or MailKind.Message))
            .Except(OrganiserMailTests.All)
            .Except(SubmissionMailTests.All);

    public static TheoryData<MailKind, Language> AllMails
    {
        get
        {
            var all = new TheoryData<MailKind, Language>();
            foreach (var kind in ToParticipants)
            foreach (var language in Enum.GetValues<Language>())
                all.Add(kind, language);
            return all;
        }
    }

    private const string Map = "https://www.openstreetmap.org/search?query=1%2C%20rue%20des%20Essais%2C%2031000%20Toulouse%2C%20FR";

    [Theory]
    [MemberData(nameof(AllMails))]
    public async Task Every_mail_has_the_same_words_in_text_and_HTML_and_links_only_to_this_site(MailKind kind, Language language)
    {
        using var host = await MailTestHost.OpenAsync();
        var mail = await host.SendAsync(kind, Addressee(host, kind, language));

        Assert.DoesNotContain("{", mail.Subject + mail.TextBody, StringComparison.Ordinal);
        Assert.StartsWith(language == Language.French ? "Atelier 2030\u00A0: " : "Atelier 2030: ", mail.Subject, StringComparison.Ordinal);
        Assert.Equal(language.Tag(), mail.Body!.Headers[HeaderId.ContentLanguage]);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);

        var html = new HtmlParser().ParseDocument(mail.HtmlBody!);
        Assert.Equal((language.Tag(), mail.Subject), (html.DocumentElement.GetAttribute("lang"), html.Title));
        // The only image is the ticket, which the mail carries.
        Assert.Empty(html.QuerySelectorAll("script, link, iframe, form, [src]:not(img[src^='cid:']), [style*=url]"));
        Assert.All(html.QuerySelectorAll("img"), image => Assert.NotEqual("", image.GetAttribute("alt")));
        Assert.DoesNotContain("{", html.Body!.TextContent, StringComparison.Ordinal);
        var links = html.Links.Select(a => a.GetAttribute("href")!).ToList();
        Assert.All(links, link =>
            Assert.True(link is "mailto:atelier@example.org" or Map || link.StartsWith(MailTestHost.Site, StringComparison.Ordinal), link)
        );
        Assert.Contains(links, link =>
            link.StartsWith(
                MailTestHost.Site + (language == Language.French ? "/mon-inscription/" : "/en/my-registration/"),
                StringComparison.Ordinal
            )
        );
        Assert.All(links.Where(link => link.StartsWith("http", StringComparison.Ordinal)), link =>
            Assert.Contains($"<{link}>", mail.TextBody, StringComparison.Ordinal)
        );
        var withoutMap = mail.HtmlBody!.Replace(Map, "", StringComparison.Ordinal);
        Assert.Equal(withoutMap.Split("://").Length, withoutMap.Split(MailTestHost.Site).Length);

        // The same words, apart from addresses and spaces.
        Assert.Equal(
            Words(html.Body.TextContent),
            Words(
                System.Text.RegularExpressions.Regex.Replace(
                    mail.TextBody!,
                    "<http[^>]+>|^-- $",
                    "",
                    System.Text.RegularExpressions.RegexOptions.Multiline
                )
            )
        );

        static string Words(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    [Theory]
    [MemberData(nameof(AllMails))]
    public async Task A_mail_of_a_workshop_of_ten_lines_leaves_out_what_it_does_not_know(MailKind kind, Language language)
    {
        using var content = new ContentSample(Repository.Minimal);
        foreach (var file in new[] { "workshop.md", "sessions/session-1.md" })
            content.Write(file, content.Read(file).Replace("2027-03-18", "2030-03-30", StringComparison.Ordinal));
        using var host = await MailTestHost.OpenWithAsync(content);
        var mail = await host.SendAsync(kind, Addressee(host, kind, language));

        Assert.StartsWith(language == Language.French ? "Grains 2030\u00A0: " : "Grains 2030: ", mail.Subject, StringComparison.Ordinal);
        var html = new HtmlParser().ParseDocument(mail.HtmlBody!);
        Assert.DoesNotContain(html.QuerySelectorAll("h1, h2, h3, p, li, a"), e =>
            e.TextContent.Trim().Length == 0 && e.QuerySelector("img") is null
        );
        foreach (var mark in new[] { "{", "à compléter", "to be completed", ", ,", ": ." })
            Assert.DoesNotContain(mark, mail.Subject + mail.TextBody + html.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(html.Links, link => link.GetAttribute("href")!.StartsWith("mailto:", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllMails))]
    public async Task A_hostile_name_is_shown_as_text(MailKind kind, Language language)
    {
        const string Hostile = "<script>alert(1)</script> [x](http://evil.test) **gros** {link}\r\nBcc: all@evil.test";
        using var host = await MailTestHost.OpenAsync();
        var mail = await host.SendAsync(kind, Addressee(host, kind, language, Hostile));

        var html = new HtmlParser().ParseDocument(mail.HtmlBody!);
        Assert.Empty(html.QuerySelectorAll("script"));
        Assert.DoesNotContain(html.Links, link => link.GetAttribute("href")!.Contains("evil", StringComparison.Ordinal));
        Assert.DoesNotContain(html.QuerySelectorAll("strong"), strong => strong.TextContent.Contains("gros", StringComparison.Ordinal));
        Assert.Empty(mail.Bcc);
        Assert.DoesNotContain(mail.Headers, header => header.Value.Contains("evil", StringComparison.Ordinal));
        // These addresses may be unconfirmed, or somebody else's by now: anybody could use the name to write to them.
        var isUnconfirmed =
            kind
            is MailKind.ConfirmAddress
                or MailKind.HoldReminder
                or MailKind.LinkAgain
                or MailKind.ConfirmNewAddress
                or MailKind.AddressChanged
                or MailKind.AlreadyRegistered;
        const string Literal = "<script>alert(1)</script> [x](http://evil.test) **gros** {link}  Bcc: all@evil.test";
        Assert.Equal(!isUnconfirmed, mail.TextBody!.Contains(Literal, StringComparison.Ordinal));
        Assert.Equal(!isUnconfirmed, html.Body!.TextContent.Contains(Literal, StringComparison.Ordinal));
        Assert.Equal(!isUnconfirmed, mail.TextBody!.Contains("evil", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_mail_says_which_place_is_held_and_until_when()
    {
        using var host = await MailTestHost.OpenAsync();
        var mail = await host.SendAsync(MailKind.ConfirmAddress, Addressee(host, MailKind.ConfirmAddress, Language.French));

        Assert.Contains(
            "Ce qui vous est réservé\u00A0: une place à distance, et un rang sur la liste d’attente de la salle.",
            mail.TextBody,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "gardée jusqu’au mardi 1er janvier 2030 à 15\u202Fh\u202F00 (heure de Paris).",
            mail.TextBody,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_lapsed_hold_is_not_mentioned()
    {
        using var host = await MailTestHost.OpenAsync();
        await host.PostAsync(
            MailKind.ConfirmAddress,
            host.Person(then: person =>
            {
                person.AssignSeat(1, false);
                person.HoldPlaceUntil(host.Time.GetUtcNow().AddHours(2));
                person.ReleasePlace();
            })
        );
        await host.Sender().RunOnceAsync(CancellationToken.None);

        Assert.DoesNotMatch("gardée jusqu|réservé", Assert.Single(host.PickedUpMails()).TextBody);
    }

    [Fact]
    public async Task The_reminder_differs_for_seat_holders_and_remote_participants()
    {
        using var host = await MailTestHost.OpenAsync();
        var seated = (await host.SendAsync(MailKind.Reminder, host.Person(language: Language.English))).TextBody;
        var remote = (await host.SendAsync(MailKind.Reminder, host.Person(language: Language.English, then: p =>
                {
                    p.FollowRemotely();
                    p.Confirm(host.Time.GetUtcNow());
                }))).TextBody;

        Assert.Contains("starts on Saturday 30 March 2030 at 9:00 (Paris time).", seated, StringComparison.Ordinal);
        Assert.Contains("The room. Blue room", seated, StringComparison.Ordinal);
        Assert.Contains($"Practical information <{MailTestHost.Site}/en/practical-info>", seated, StringComparison.Ordinal);
        Assert.DoesNotContain("/en/live", seated, StringComparison.Ordinal);
        Assert.DoesNotContain("Blue room", remote, StringComparison.Ordinal);
        Assert.Contains($"the live page <{MailTestHost.Site}/en/live>", remote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailKind.Confirmed)]
    [InlineData(MailKind.Reminder)]
    public async Task The_half_days_of_the_person_are_attached_as_a_calendar(MailKind kind)
    {
        using var host = await MailTestHost.OpenAsync();
        var mail = await host.SendAsync(kind, host.Person());

        var part = Assert.IsType<TextPart>(Assert.Single(mail.Attachments));
        Assert.Equal(("text/calendar", "utf-8", "atelier-2030.ics"), (part.ContentType.MimeType, part.ContentType.Charset, part.FileName));
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        var calendar = Calendar.Load(System.Text.Encoding.UTF8.GetString(bytes.ToArray()))!;
        // Without the visit, which is on the next day, and without the coffee break, which this person has not chosen.
        Assert.Equal(["i1@atelier.example", "o1@atelier.example"], calendar.Events.Select(e => e.Uid).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_new_address_gets_the_mail_that_confirms_it()
    {
        using var host = await MailTestHost.OpenAsync();
        var mail = await host.SendAsync(MailKind.ConfirmNewAddress, Addressee(host, MailKind.ConfirmNewAddress, Language.French));

        Assert.Equal("nouvelle@labo.example", mail.To.ToString());
    }

    public static TheoryData<MailKind> Kinds => [.. ToParticipants];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_mail_that_is_no_longer_true_is_skipped(MailKind kind)
    {
        using var host = await MailTestHost.OpenAsync();
        var person = Addressee(host, kind, Language.French);
        if (kind is MailKind.ConfirmAddress or MailKind.HoldReminder)
            person.Confirm(host.Time.GetUtcNow());
        else if (kind is MailKind.Cancelled)
            person.Begin(person.Details, Attendance.InPerson, "another", host.Time.GetUtcNow());
        else if (kind is MailKind.ConfirmNewAddress)
        {
            Assert.True(EmailAddress.TryParse("nouvelle@labo.example", out var address));
            person.ChangeAddress(address);
        }
        else if (kind is MailKind.AddressChanged)
            host.Time.Advance(TimeSpan.FromDays(2));
        else
            person.Cancel(host.Time.GetUtcNow());
        await host.PostAsync(kind, person);
        await host.Sender().RunOnceAsync(CancellationToken.None);

        // Cancelled participants can still ask for their link.
        Assert.Equal(kind is MailKind.LinkAgain ? MailState.Sent : MailState.Skipped, Assert.Single(await host.MessagesAsync()).State);
        Assert.Equal(kind is MailKind.LinkAgain ? 1 : 0, host.PickedUpMails().Count);
    }

    [Theory]
    [InlineData(MailKind.Offer, 49)]
    [InlineData(MailKind.HoldReminder, 2)]
    [InlineData(MailKind.OfferReminder, 48)]
    [InlineData(MailKind.Reminder, 24 * 100)]
    [InlineData(MailKind.DayBefore, 24 * 100)]
    public async Task A_mail_that_comes_too_late_is_skipped(MailKind kind, int hours)
    {
        using var host = await MailTestHost.OpenAsync();
        await host.PostAsync(kind, Addressee(host, kind, Language.French));
        host.Time.Advance(TimeSpan.FromHours(hours));
        await host.Sender().RunOnceAsync(CancellationToken.None);

        Assert.Equal(MailState.Skipped, Assert.Single(await host.MessagesAsync()).State);
    }
}
