using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Text;

/// <summary>Nobody is asked to write to an address that is not known.</summary>
public sealed partial class ContactTests
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Only_sentences_that_end_with_the_contact_address_ask_people_to_write(Language language) =>
        Assert.Equal(
            [
                nameof(Words.ChairAsksForLink),
                nameof(Words.IfMistakenWriteToUs),
                nameof(Words.PresenterWriteToUs),
                nameof(Words.SeatForPresenterWriteToUs),
                nameof(Words.ToCorrectIdentityWriteToUs),
                nameof(Words.WriteToUs),
            ],
            typeof(Words)
                .GetProperties()
                .Where(p =>
                    p.PropertyType == typeof(string) && p.GetValue(new Words(language)) is string text && AsksToWrite().IsMatch(text)
                )
                .Select(p => p.Name)
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData(Language.French, "Quelque chose n’est pas juste ? Écrivez à atelier@example.org avant de la transmettre")]
    [InlineData(Language.English, "Is anything wrong? Write to atelier@example.org before you pass it on")]
    public async Task The_mail_about_the_certificate_asks_people_to_write_only_to_a_known_address(Language language, string asks)
    {
        using var host = await MailTestHost.OpenAsync();
        var known = await host.SendAsync(MailKind.CertificateReady, host.Person(language: language));
        await using (var db = host.Db())
            await db.Workshops.ExecuteUpdateAsync(w => w.SetProperty(x => x.Contact, (string?)null));
        var unknown = await host.SendAsync(MailKind.CertificateReady, host.Person(language: language));

        Assert.Contains(asks, known.TextBody!.Replace('\u202f', ' ').Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.DoesNotMatch(AsksToWrite(), unknown.TextBody);
    }

    [GeneratedRegex(
        "écrivez-(nous|leur)|(écrivez|signalez|demandez)[^.]* (à|aux) (organis|comité)|écrivez à [^ ]+@|dites-le-nous|contactez"
            + "|write to (us|them|the |[^ ]+@)|tell us|let us know|contact (us|them|the organisers)|ask the organisers",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AsksToWrite();
}
