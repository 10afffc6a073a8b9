using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Registrations;

public sealed partial class CertificateTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_organisers_change_of_a_name_or_a_role_ends_the_certificate_at_once_and_the_next_states_it(Engine engine)
    {
        await using var site = await SiteAsync(engine);
        var first = Assert.Single(await IssueAsync(site)).Number;

        await ApplyAsync(site, new ConfirmRole("o1", "Émilie du Châtelet"), Organiser);
        Assert.Equal(CertificateState.Replaced, (await VerifyAsync(site, first))?.State);
        var second = Assert.Single(await IssueAsync(site));
        Assert.Equal([Role.InvitedTalk, Role.Talk], second.Attestation.Roles);
        Assert.Equal(2, second.Attestation.Titles.Count);

        await ApplyAsync(site, new ChangeDetails(People.Details("Émilie", "de Breteuil")), Organiser);
        Assert.Equal(CertificateState.Replaced, (await VerifyAsync(site, second.Number))?.State);
        var third = Assert.Single(await IssueAsync(site));
        // The roles were confirmed for the earlier name.
        Assert.Equal(("Émilie de Breteuil", Role.Participant), (third.Attestation.Name, Assert.Single(third.Attestation.Roles)));
        Assert.Equal(CertificateState.Genuine, (await VerifyAsync(site, third.Number))?.State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_certificate_of_an_earlier_name_stays_replaced_when_its_owner_erases_the_registration(Engine engine)
    {
        await using var site = await SiteAsync(engine);
        var first = Assert.Single(await IssueAsync(site)).Number;
        await ApplyAsync(site, new ChangeDetails(People.Details("Émilie", "de Breteuil")), Organiser);

        await WithServiceAsync<RegistrationService, ChangeResult>(site, async (service, db) =>
            await service.EraseAsync(
                await db.Registrations.Where(r => r.Number == 1).Select(r => r.Id).SingleAsync(),
                Actor.Participant,
                CancellationToken.None
            )
        );

        Assert.Equal(CertificateState.Replaced, (await VerifyAsync(site, first))?.State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_owner_of_a_certificate_changes_neither_its_name_nor_its_roles(Engine engine)
    {
        await using var site = await SiteAsync(engine);
        var first = Assert.Single(await IssueAsync(site)).Number;

        var result = await ApplyAsync(
            site,
            new ChangeDetails(People.Details("Ada", "Lovelace") with { Presents = "o1", Affiliation = "Elsewhere" }),
            Actor.Participant
        );

        Assert.Equal(ChangeResult.IdentityIsFixed, result);
        var still = Assert.Single(await IssueAsync(site));
        Assert.Equal((first, "Émilie du Châtelet"), (still.Number, still.Attestation.Name));
        Assert.Equal(CertificateState.Genuine, (await VerifyAsync(site, first))?.State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_certificate_ends_when_the_presence_turns_out_to_be_none(Engine engine)
    {
        await using var site = await SiteAsync(engine);
        var first = Assert.Single(await IssueAsync(site)).Number;
        await MarkAbsentOnWednesdayAsync(site);
        await WithServiceAsync<PresenceService, PresenceResult>(site, async (service, db) =>
            await service.CorrectAsync(
                await db.Registrations.Where(r => r.Number == 1).Select(r => r.Id).SingleAsync(),
                ThursdayMorning,
                PresenceCorrection.Absent,
                Organiser,
                CancellationToken.None
            )
        );

        Assert.Empty(await IssueAsync(site));
        Assert.Equal(CertificateState.Replaced, (await VerifyAsync(site, first))?.State);
    }

    private static Task<ChangeResult> ApplyAsync(SiteFactory site, RegistrationCommand command, Actor actor) =>
        WithServiceAsync<RegistrationService, ChangeResult>(site, async (service, db) =>
            await service.ApplyAsync(
                await db.Registrations.Where(r => r.Number == 1).Select(r => r.Id).SingleAsync(),
                command,
                actor,
                CancellationToken.None
            )
        );
}
