using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Mail;

/// <summary>Mails to people who apply.</summary>
public sealed class ApplicationMailTests
{
    [Theory]
    [InlineData(MailKind.ConfirmAddress, Language.French, "confirmez votre candidature")]
    [InlineData(MailKind.ConfirmAddress, Language.English, "please confirm your application")]
    [InlineData(MailKind.LinkAgain, Language.English, "the link to your application")]
    [InlineData(MailKind.AlreadyRegistered, Language.French, "votre candidature existe déjà")]
    [InlineData(MailKind.ConfirmNewAddress, Language.English, "please confirm your new address")]
    [InlineData(MailKind.AddressChanged, Language.French, "votre candidature a changé d’adresse")]
    [InlineData(MailKind.Cancelled, Language.English, "your application is withdrawn")]
    public async Task A_mail_about_an_application_does_not_speak_of_a_registration(MailKind kind, Language language, string subject)
    {
        using var host = await MailTestHost.OpenAsync();
        var now = host.Time.GetUtcNow();
        var applicant = host.Person(null, language, then: person => Apply(person, kind, now));
        var mail = await host.SendAsync(kind, applicant);
        Assert.EndsWith(subject, mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("inscription à", mail.TextBody, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("your registration", mail.TextBody, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("{", mail.Subject + mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_has_the_reason_as_text_and_the_place_in_words()
    {
        using var host = await MailTestHost.OpenAsync();
        var now = host.Time.GetUtcNow();
        var accepted = host.Person(null, Language.English, then: person =>
        {
            person.MakeApplication(Attendance.InPerson);
            person.Apply(now);
            person.AcceptApplication("See you [there](http://evil.test)", now);
            person.JoinWaitingList(3);
        });
        var mail = await host.SendAsync(MailKind.ApplicationAccepted, accepted);
        Assert.Contains("\nA word from the organisers: See you [there](http://evil.test)\n", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(2, mail.TextBody!.Split("See you").Length);
        Assert.DoesNotContain("href=\"http://evil", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("on the waiting list", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("You have a seat", mail.TextBody, StringComparison.Ordinal);
    }

    private static void Apply(Registration person, MailKind kind, DateTimeOffset now)
    {
        person.MakeApplication(Attendance.InPerson);
        if (kind == MailKind.ConfirmAddress)
            return;
        person.Apply(now);
        Assert.True(EmailAddress.TryParse("nouvelle@labo.example", out var address));
        if (kind == MailKind.ConfirmNewAddress)
            person.RequestAddressChange(address);
        if (kind == MailKind.AddressChanged)
            person.ChangeAddress(address, now.AddDays(2));
        if (kind == MailKind.Cancelled)
            person.Cancel(now);
    }
}
