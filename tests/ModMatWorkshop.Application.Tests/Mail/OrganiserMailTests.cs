using AngleSharp.Html.Parser;
using MimeKit;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Mail;

/// <summary>Mails to organisers about their accounts.</summary>
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

    private static Organiser Grace(MailKind kind, Language language = Language.French, OrganiserRoles roles = OrganiserRoles.Organiser) =>
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
            Roles = roles,
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_mail_exists_in_both_languages_and_links_only_to_this_site(MailKind kind)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            using var host = await MailTestHost.OpenAsync();
            await host.PostAsync(kind, Grace(kind, language));
            await host.Sender().RunOnceAsync(CancellationToken.None);

            var mail = Assert.Single(host.PickedUpMails());
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
            // Only an invitation and a requested reset contain a link that sets a password.
            Assert.Equal(
                kind is MailKind.OrganiserInvitation or MailKind.PasswordReset,
                links.Exists(link => link.StartsWith($"{MailTestHost.Site}/admin/password?token=", StringComparison.Ordinal))
            );
        }
    }

    [Fact]
    public async Task The_lifetime_of_a_link_starts_with_the_request_and_not_with_the_mail()
    {
        using var host = await MailTestHost.OpenAsync();
        var grace = Grace(MailKind.PasswordReset);
        var asked = await host.PostAsync(MailKind.PasswordReset, grace);
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.Sender().RunOnceAsync(CancellationToken.None);

        var token = Assert.Single(host.PickedUpMails()).TextBody!.Split("token=")[1].Split('>')[0];
        var links = new OrganiserLinks(new SiteKey(host.Settings()));
        Assert.True(links.IsValid(token, grace, asked.CreatedAt + TimeSpan.FromMinutes(119)));
        Assert.False(links.IsValid(token, grace, asked.CreatedAt + TimeSpan.FromMinutes(121)));
        grace.SecurityStamp = "another stamp";
        Assert.False(links.IsValid(token, grace, asked.CreatedAt));
    }

    [Theory]
    [InlineData(OrganiserRoles.Organiser, "Votre rôle : organisation.")]
    [InlineData(OrganiserRoles.Helper, "Votre rôle : accueil.")]
    [InlineData(OrganiserRoles.Programme | OrganiserRoles.Reviewer, "Votre rôle : programme, relecture.")]
    public async Task An_invitation_names_the_roles(OrganiserRoles roles, string expected)
    {
        using var host = await MailTestHost.OpenAsync();
        await host.PostAsync(MailKind.OrganiserInvitation, Grace(MailKind.OrganiserInvitation, roles: roles));
        await host.Sender().RunOnceAsync(CancellationToken.None);

        var text = Assert.Single(host.PickedUpMails()).TextBody;
        Assert.Contains(expected, text!.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailKind.OrganiserInvitation, "accepted")]
    [InlineData(MailKind.OrganiserInvitation, "late")]
    [InlineData(MailKind.PasswordReset, "late")]
    [InlineData(MailKind.PasswordReset, "disabled")]
    [InlineData(MailKind.NewSignIn, "disabled")]
    public async Task A_mail_that_is_no_longer_true_is_skipped(MailKind kind, string since)
    {
        using var host = await MailTestHost.OpenAsync();
        var grace = Grace(kind);
        if (since == "accepted")
            grace.PasswordHash = "a hash";
        if (since == "disabled")
            grace.DisabledAt = host.Time.GetUtcNow();
        await host.PostAsync(kind, grace);
        if (since == "late")
            host.Time.Advance(TimeSpan.FromDays(8));
        await host.Sender().RunOnceAsync(CancellationToken.None);

        Assert.Equal((MailState.Skipped, 0), (Assert.Single(await host.MessagesAsync()).State, host.PickedUpMails().Count));
    }
}
