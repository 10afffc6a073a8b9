using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>After the workshop, with and without a contact address in the content.</summary>
public sealed class ContactTests
{
    private static readonly Actor Organiser = new("organiser 1");

    [Fact]
    public async Task Without_a_contact_address_no_participant_is_asked_to_write()
    {
        using var content = new ContentCopy();
        await using var site = new SiteFactory { RehearseFrom = "2021-09-25T10:00", ContentPath = content.Path };

        Assert.Equal(
            [
                "Aucune présence n’a été relevée à votre nom.",
                "Les organisateurs ne l’ont pas confirmé.",
                "Votre nom et ce que vous présentez ne changent plus : votre présence est enregistrée, ou l’atelier est terminé. "
                    + "Le reste se modifie ici.",
                "Les organisateurs ont révoqué votre attestation.",
            ],
            await SentencesAsync(site, Language.French)
        );
    }

    [Fact]
    public async Task With_a_contact_address_participants_are_asked_to_write_to_it()
    {
        using var content = new ContentCopy();
        content.Edit("workshop.md", "contact: \"à compléter\"", "contact: \"atelier@example.org\"");
        await using var site = new SiteFactory { RehearseFrom = "2021-09-25T10:00", ContentPath = content.Path };

        Assert.Equal(
            [
                "No attendance was recorded for you. If this is a mistake, write to us: atelier@example.org",
                "The organisers did not confirm it. If this is a mistake, write to us: atelier@example.org",
                "Your name and what you present no longer change: your attendance is recorded, or the workshop is over. "
                    + "You can change everything else here. To correct your name or what you present, write to us: atelier@example.org",
                "The organisers have revoked your certificate. If this is a mistake, write to us: atelier@example.org",
            ],
            await SentencesAsync(site, Language.English)
        );
    }

    /// <summary>What Eve reads, who was absent and whose claim was refused, then what Ada reads, whose certificate was revoked.</summary>
    private static async Task<string[]> SentencesAsync(SiteFactory site, Language language)
    {
        using var reader = site.CreateClient();
        var eve = People.Person(1, People.Details("Eve", "Stranger") with { Presents = "o1" }, People.Seat(1), People.Confirmed, r =>
            r.Decide([new("o1", NameKey.Of(r.Details), false, true, Organiser.Name, r.CreatedAt)])
        );
        var ada = People.Person(2, People.Details("Ada", "Lovelace"), People.Seat(2), People.Confirmed);
        await site.InDbAsync(async db =>
        {
            await db.PutInAsync([eve, ada]);
            return true;
        });
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services
            .GetRequiredService<PresenceService>()
            .CorrectAsync(ada.Id, People.HalfDays[0], PresenceCorrection.InPerson, Organiser, CancellationToken.None);
        var certificates = services.GetRequiredService<CertificateService>();
        Assert.Single(await certificates.IssueAsync(2, Organiser, CancellationToken.None));
        Assert.True(await certificates.RevokeAsync(2, Organiser, CancellationToken.None));

        var links = services.GetRequiredService<SecretLinks>();
        var ofEve = await reader.ReadAsync(Routes.MyRegistration.Path(WorkshopLanguages.Default, language, links.Of(eve)));
        var ofAda = await reader.ReadAsync(Routes.MyRegistration.Path(WorkshopLanguages.Default, language, links.Of(ada)));
        return
        [
            ofEve.Seen("#h-certificate + p"),
            ofEve.Seen("[data-role-state=refused] small"),
            ofEve.Seen("[data-identity-fixed]"),
            ofAda.Seen("#h-certificate + p"),
        ];
    }
}
