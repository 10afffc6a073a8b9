using Microsoft.EntityFrameworkCore;
using MimeKit;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Mail;

/// <summary>Mails of a workshop in English alone, to somebody who registered in French.</summary>
public sealed class OneLanguageMailTests
{
    public static TheoryData<MailKind> Kinds => [.. MailComposerTests.ToParticipants];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_mail_is_in_the_language_of_the_workshop_and_links_to_its_addresses(MailKind kind)
    {
        using var host = await MailTestHost.OpenAsync();
        await using (var db = host.Db())
            await db.Workshops.ExecuteUpdateAsync(w => w.SetProperty(x => x.Languages, new WorkshopLanguages(Language.English)));
        var mail = await host.SendAsync(kind, MailComposerTests.Addressee(host, kind, Language.French));

        Assert.Equal("en", mail.Body!.Headers[HeaderId.ContentLanguage]);
        Assert.StartsWith("Atelier 2030: ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"{MailTestHost.Site}/my-registration/", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain($"{MailTestHost.Site}/en", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("mon-", mail.TextBody, StringComparison.Ordinal);
    }
}
