using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Mail;

/// <summary>The mail about changes of the programme, as it arrives. Everybody here attends the morning of 30 March.</summary>
public sealed class ProgrammeNewsMailTests
{
    private static readonly DateTimeOffset Ten = new(2030, 3, 30, 9, 0, 0, TimeSpan.Zero);

    private static readonly ProgrammeItem Talk = new("o1", Localized.Same("Iron"))
    {
        IsContribution = true,
        Place = new(new(2030, 3, 30), Ten, Ten.AddMinutes(30)),
        HalfDay = new(new(2030, 3, 30), HalfDay.Morning),
        Speakers = ["Grace Hopper"],
    };

    private static readonly ProgrammeItem Poster = new("p1", Localized.Same("Cobalt"))
    {
        IsContribution = true,
        Speakers = ["Marie Curie"],
    };

    [Fact]
    public async Task What_concerns_the_reader_comes_first_and_two_versions_are_told_as_one()
    {
        var text = await SendAsync(
            Language.English,
            new([new(Talk, Talk with { Place = Later(Talk) })], []),
            new([new(Talk with { Place = Later(Talk) }, Talk with { Cancelled = true }), new(Poster, null)], [])
        );

        Assert.StartsWith(
            """
            Hello Ada Lovelace,

            The programme of Atelier 2030 has changed. This is what concerns you.

            O1 is cancelled (Saturday 30 March; “Iron”; Grace Hopper)

            The other changes:

            P1 is no longer in the programme (“Cobalt”; Marie Curie)

            The current programme is on the site <https://atelier.test/en/programme>, with everything that has changed
            """.ReplaceLineEndings("\n"),
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_other_changes_the_mail_does_not_announce_any()
    {
        var text = await SendAsync(Language.French, new ProgrammeChanges([new(Talk, Talk with { Cancelled = true })], []));

        Assert.Contains(
            "O1 n’aura pas lieu (samedi 30 mars ; « Iron » ; Grace Hopper)\n\nLe programme à jour est sur le site",
            text,
            StringComparison.Ordinal
        );
    }

    private static ProgrammePlace Later(ProgrammeItem item) =>
        item.Place! with
        {
            Start = item.Place.Start.AddHours(1),
            End = item.Place.End.AddHours(1),
        };

    /// <returns>The plain text of the mail about some versions, with ordinary spaces.</returns>
    private static async Task<string> SendAsync(Language language, params ProgrammeChanges[] versions)
    {
        using var host = await MailTestHost.OpenAsync();
        var person = host.Person(language: language);
        var message = new Message
        {
            Key = Guid.NewGuid(),
            CreatedBy = "organiser 1",
            At = host.Time.GetUtcNow(),
            State = MessageState.Sending,
            UpToVersion = versions.Length,
            SubjectFr = "Programme",
            BodyFr = "-",
            SubjectEn = "Programme",
            BodyEn = "-",
        };
        await using (var db = host.Db())
        {
            db.Registrations.Add(person);
            db.Messages.Add(message);
            foreach (var (changes, i) in versions.Select((changes, i) => (changes, i)))
                db.ProgrammeVersions.Add(
                    new()
                    {
                        Number = i + 1,
                        At = host.Time.GetUtcNow(),
                        Changes = changes,
                    }
                );
            await db.SaveChangesAsync();
            db.Outbox.Add(
                OutboxMessage.For(person, MailKind.Message, $"{message.Id}", host.Time.GetUtcNow(), "atelier.example", message.Id)
            );
            await db.SaveChangesAsync();
        }
        await host.Sender().RunOnceAsync(CancellationToken.None);
        return Assert.Single(host.PickedUpMails()).TextBody!.Replace('\u00A0', ' ').Replace('\u202F', ' ').ReplaceLineEndings("\n");
    }
}
