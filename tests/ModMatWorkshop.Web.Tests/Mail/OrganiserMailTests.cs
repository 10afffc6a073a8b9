using AngleSharp.Html.Parser;
using MimeKit;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Tests.Mail;

/// <summary>Mails to organisers about their account.</summary>
public sealed class OrganiserMailTests
{
    internal static readonly MailKind[] All =
    [
        MailKind.OrganiserInvitation,
        MailKind.PasswordReset,
        MailKind.PasswordChanged,
        MailKind.SecondFactorChanged,
        MailKind.NewSignIn,
    ];

    public static TheoryData<MailKind> Kinds => [.. All];

    private static Organiser Grace(MailKind kind, Language language = Language.French, OrganiserRole role = OrganiserRole.Organiser) =>
        new()
        {
            Id = Guid.NewGuid(),
            Number = 1,
            Name = "<b>Grace</b>",
            Email = "grace@labo.example",
            NormalizedEmail = "GRACE@LABO.EXAMPLE",
            UserName = "grace@labo.example",
            NormalizedUserName = "GRACE@LABO.EXAMPLE",
            SecurityStamp = "a stamp",
            PasswordHash = kind == MailKind.OrganiserInvitation ? null : "a hash",
            Language = language,
            Role = role,
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_mail_is_written_in_both_languages_and_leads_to_nobody_but_us(MailKind kind)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            using var office = await MailTestHost.OpenAsync();
            await office.PostAsync(kind, Grace(kind, language));
            await office.Sender().RunOnceAsync(CancellationToken.None);

            var mail = Assert.Single(office.Picked());
            Assert.Equal(
                ("grace@labo.example", language.Tag(), "auto-generated"),
                (mail.To.ToString(), mail.Body!.Headers[HeaderId.ContentLanguage], mail.Headers[HeaderId.AutoSubmitted])
            );
            Assert.StartsWith(
                language == Language.French ? "Atelier 2030\u00A0: " : "Atelier 2030: ",
                mail.Subject,
                StringComparison.Ordinal
            );
            Assert.DoesNotContain("{", mail.Subject + mail.TextBody, StringComparison.Ordinal);
            var links = new HtmlParser().ParseDocument(mail.HtmlBody!).Links.Select(a => a.GetAttribute("href")!).ToList();
            Assert.All(links, link =>
                Assert.True(link == "mailto:atelier@example.org" || link.StartsWith(MailTestHost.Site, StringComparison.Ordinal), link)
            );
            // Only who asked for it, or was invited, gets a way in.
            Assert.Equal(
                kind is MailKind.OrganiserInvitation or MailKind.PasswordReset,
                links.Exists(link => link.StartsWith($"{MailTestHost.Site}/admin/password?token=", StringComparison.Ordinal))
            );
        }
    }

    [Fact]
    public async Task The_link_lasts_from_when_it_was_asked_for_however_long_the_mail_has_waited()
    {
        using var office = await MailTestHost.OpenAsync();
        var grace = Grace(MailKind.PasswordReset);
        var asked = await office.PostAsync(MailKind.PasswordReset, grace);
        office.Time.Advance(TimeSpan.FromHours(1));
        await office.Sender().RunOnceAsync(CancellationToken.None);

        var token = Assert.Single(office.Picked()).TextBody!.Split("token=")[1].Split('>')[0];
        var links = new OrganiserLinks(new SiteKey(office.Settings()));
        Assert.True(links.IsGood(token, grace, asked.CreatedAt + TimeSpan.FromMinutes(119)));
        Assert.False(links.IsGood(token, grace, asked.CreatedAt + TimeSpan.FromMinutes(121)));
        grace.SecurityStamp = "another stamp";
        Assert.False(links.IsGood(token, grace, asked.CreatedAt));
    }

    [Theory]
    [InlineData(OrganiserRole.Organiser, "organiser Atelier 2030", "aider")]
    [InlineData(OrganiserRole.Helper, "aider à l’accueil", "organiser Atelier")]
    public async Task An_invitation_says_what_for(OrganiserRole role, string said, string unsaid)
    {
        using var office = await MailTestHost.OpenAsync();
        await office.PostAsync(MailKind.OrganiserInvitation, Grace(MailKind.OrganiserInvitation, role: role));
        await office.Sender().RunOnceAsync(CancellationToken.None);

        var text = Assert.Single(office.Picked()).TextBody;
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.DoesNotContain(unsaid, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailKind.OrganiserInvitation, "accepted")]
    [InlineData(MailKind.OrganiserInvitation, "late")]
    [InlineData(MailKind.PasswordReset, "late")]
    [InlineData(MailKind.PasswordReset, "disabled")]
    [InlineData(MailKind.NewSignIn, "disabled")]
    public async Task What_is_no_longer_true_is_not_sent(MailKind kind, string since)
    {
        using var office = await MailTestHost.OpenAsync();
        var grace = Grace(kind);
        if (since == "accepted")
            grace.PasswordHash = "a hash";
        if (since == "disabled")
            grace.DisabledAt = office.Time.GetUtcNow();
        await office.PostAsync(kind, grace);
        if (since == "late")
            office.Time.Advance(TimeSpan.FromDays(8));
        await office.Sender().RunOnceAsync(CancellationToken.None);

        Assert.Equal((MailState.Skipped, 0), (Assert.Single(await office.MessagesAsync()).State, office.Picked().Count));
    }
}
