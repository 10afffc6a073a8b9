using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Mail;

/// <summary>The mail to somebody who joins the waiting list. A seat may be free then, for those who come first.</summary>
public sealed class WaitingListMailTests
{
    private static readonly DateTimeOffset Start = new(2030, 3, 30, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Language.French, "elle est proposée dans l’ordre", "les places libres sont données à l’accueil")]
    [InlineData(Language.English, "we offer it in the order", "free seats are given out at the desk")]
    public async Task Before_the_start_it_announces_offers_and_from_then_on_it_sends_people_to_the_desk(
        Language language,
        string offers,
        string desk
    )
    {
        var before = await TextAsync(language, Start.AddSeconds(-1));
        var after = await TextAsync(language, Start);

        Assert.Equal((true, false), (Says(before, offers), Says(before, desk)));
        Assert.Equal((false, true), (Says(after, offers), Says(after, desk)));
        Assert.DoesNotMatch("complète|plus de place|full|no seat", before + after);
    }

    private static bool Says(string text, string sentence) => text.Contains(sentence, StringComparison.Ordinal);

    private static async Task<string> TextAsync(Language language, DateTimeOffset now)
    {
        using var host = await MailTestHost.OpenAsync();
        host.Time.SetUtcNow(now);
        var person = host.Person(language: language, then: person =>
        {
            person.Confirm(now);
            person.JoinWaitingList(1);
        });
        return (await host.SendAsync(MailKind.WaitingList, person)).TextBody!.Replace('\u00a0', ' ').Replace('\u202f', ' ');
    }
}
