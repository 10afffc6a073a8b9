using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>A stranger takes the name and the talk of a speaker, on the evening of the last day or before.</summary>
public sealed class CertificateAttackTests
{
    private const string AfterTheEnd = "2021-09-24T18:00";

    [Fact]
    public async Task A_stranger_who_was_present_takes_neither_the_name_nor_the_talk_of_a_speaker_after_the_event()
    {
        await using var site = await SiteAsync(AfterTheEnd, People.Details("Eve", "Stranger"), isPresent: true);
        var (own, speaker) = await TakeNameAndTalkAsync(site);
        using var reader = site.CreateClient();

        var certificate = await reader.ReadAsync($"{own}/attestation");
        Assert.Equal("Eve Stranger", certificate.Seen(".certificate-name"));
        Assert.Equal("Rôle Participation", certificate.Seen(".certificate-roles"));
        Assert.Empty(certificate.QuerySelectorAll(".certificate-title"));
        foreach (var letter in new[] { "invitation", "confirmation" })
        {
            var text = (await reader.ReadAsync($"{own}/{letter}")).QuerySelector("article.letter")!.TextContent;
            Assert.Contains("Eve Stranger", text, StringComparison.Ordinal);
            Assert.DoesNotContain(speaker.Name, text, StringComparison.Ordinal);
            Assert.DoesNotContain(speaker.Title, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_registration_without_presence_that_takes_a_name_after_the_event_gets_neither_a_certificate_nor_a_letter_in_it()
    {
        await using var site = await SiteAsync("2021-09-25T09:00", People.Details("Eve", "Stranger"), isPresent: false);
        var (own, speaker) = await TakeNameAndTalkAsync(site);
        using var reader = site.CreateClient();

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await reader.GetAsync($"{own}/attestation")).StatusCode);
        var letter = (await reader.ReadAsync($"{own}/invitation")).QuerySelector("article.letter")!.TextContent;
        Assert.Contains("Eve Stranger", letter, StringComparison.Ordinal);
        Assert.DoesNotContain(speaker.Name, letter, StringComparison.Ordinal);
        Assert.DoesNotContain(speaker.Title, letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_who_registers_under_the_name_of_a_speaker_gets_no_role_on_badge_and_letters()
    {
        await using var site = await SiteAsync("2021-09-21T18:00", People.Details("Eve", "Stranger"), isPresent: true);
        var (own, speaker) = await TakeNameAndTalkAsync(site, isBeforePresence: true);
        using var organiser = await site.SignedInAsync();
        using var reader = site.CreateClient();

        Assert.Equal(["Participation"], (await organiser.ReadAsync("/admin/printables/badges")).SeenAll(".badge-role"));
        foreach (var letter in new[] { "invitation", "confirmation" })
            Assert.DoesNotContain(
                speaker.Title,
                (await reader.ReadAsync($"{own}/{letter}")).QuerySelector("article.letter")!.TextContent,
                StringComparison.Ordinal
            );
    }

    /// <summary>Saves the own page with the name and the code of the speaker of I1.</summary>
    /// <returns>The address of the own page, and the speaker with the title of the talk.</returns>
    private static async Task<(string Own, (string Name, string Title) Speaker)> TakeNameAndTalkAsync(
        SiteFactory site,
        bool isBeforePresence = false
    )
    {
        if (isBeforePresence)
            await DbAsync(site, db => db.Presences.ExecuteDeleteAsync());
        var speaker = await DbAsync(site, db => db.Contributions.AsNoTracking().SingleAsync(c => c.Code == "i1"));
        var person = await DbAsync(site, db => db.Registrations.AsNoTracking().SingleAsync(r => r.Number == 1));
        var own = $"/mon-inscription/{site.Services.GetRequiredService<SecretLinks>().Of(person)}";
        var cut = speaker.SpeakerName.LastIndexOf(' ');
        using var stranger = new RegistrationClient(site);
        await stranger.OpenAsync(own);
        await stranger
            .Forge("given-name", speaker.SpeakerName[..cut])
            .Forge("family-name", speaker.SpeakerName[(cut + 1)..])
            .Forge("presents", "i1")
            .DoAsync("save");
        Assert.Equal(System.Net.HttpStatusCode.OK, stranger.Status);
        return (own, (speaker.SpeakerName, speaker.Title));
    }

    private static async Task<SiteFactory> SiteAsync(string now, RegistrationDetails details, bool isPresent)
    {
        var site = new SiteFactory { RehearseFrom = now };
        await DbAsync(site, async db =>
        {
            await db.PutInAsync([People.Person(1, details, People.Seat(1), People.Confirmed)]);
            if (!isPresent)
                return 0;
            var presence = new Presence
            {
                RegistrationId = await db.Registrations.Select(r => r.Id).SingleAsync(),
                Date = People.Wednesday,
                Half = Domain.Programme.HalfDay.Afternoon,
            };
            presence.CheckIn(new(2021, 9, 22, 10, 50, 0, TimeSpan.Zero), "organiser 2");
            db.Presences.Add(presence);
            return await db.SaveChangesAsync();
        });
        return site;
    }

    private static async Task<T> DbAsync<T>(SiteFactory site, Func<WorkshopDb, Task<T>> use)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<WorkshopDb>());
    }
}
