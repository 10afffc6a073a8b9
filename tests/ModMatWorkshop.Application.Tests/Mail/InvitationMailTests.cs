using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Mail;

/// <summary>The mail that invites a guest.</summary>
public sealed class InvitationMailTests
{
    [Theory]
    [InlineData(
        Language.French,
        "Nous vous invitons pour votre exposé : « Engines that weave H₂O ».",
        "Nous vous invitons comme membre du comité d’organisation."
    )]
    [InlineData(
        Language.English,
        "You are invited as a speaker: “Engines that weave H₂O”.",
        "You are invited as a member of the organising committee."
    )]
    public async Task The_mail_names_the_talk_and_the_role_of_the_guest(Language language, string talk, string committee)
    {
        var withParts = await ParagraphsAsync(language, "committee i1");
        var without = await ParagraphsAsync(language, "");

        Assert.Equal([talk, committee], withParts[2..4]);
        Assert.Equal(without, withParts[..2].Concat(withParts[4..]));
    }

    /// <summary>The paragraphs of the text, with ordinary spaces and without the secret link.</summary>
    private static async Task<string[]> ParagraphsAsync(Language language, string parts)
    {
        using var host = await MailTestHost.OpenAsync();
        var invitation = new Invitation
        {
            Id = Guid.NewGuid(),
            Guest = "Ada Lovelace",
            CreatedAt = host.Time.GetUtcNow(),
            Email = "ada@example.org",
            Language = language,
            Parts = parts,
        };
        await using (var db = host.Db())
        {
            db.Invitations.Add(invitation);
            db.Outbox.Add(OutboxMessage.For(invitation, host.Time.GetUtcNow(), "atelier.example"));
            await db.SaveChangesAsync();
        }
        await host.Sender().RunOnceAsync(CancellationToken.None);
        return
        [
            .. Assert
                .Single(host.PickedUpMails())
                .TextBody!.ReplaceLineEndings("\n")
                .Replace('\u00a0', ' ')
                .Replace('\u202f', ' ')
                .Split("\n\n")
                .Where(paragraph => !paragraph.Contains("invitation=", StringComparison.Ordinal)),
        ];
    }
}
