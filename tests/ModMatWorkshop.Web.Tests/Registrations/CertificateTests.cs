using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages;

namespace ModMatWorkshop.Web.Tests.Registrations;

public sealed class CertificateTests
{
    private const string AfterTheEnd = "2021-09-24T18:00";
    private static readonly Actor Organiser = new("organiser 1");
    private static readonly HalfDayId Wednesday = People.HalfDays[0];
    private static readonly HalfDayId ThursdayMorning = People.HalfDays[1];

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_attended_is_certified_what_was_recorded_and_nobody_else_anything(Engine engine)
    {
        await using var site = await SiteAsync(engine);

        var certificate = Assert.Single(await IssueAsync(site));

        Assert.Equal("Émilie du Châtelet", certificate.Attestation.Name);
        Assert.Equal([Role.InvitedTalk], certificate.Attestation.Roles);
        Assert.Equal(
            [
                new(Wednesday.Date, Wednesday.Half, Attendance.InPerson, 240),
                new(ThursdayMorning.Date, ThursdayMorning.Half, Attendance.Remote, 60),
            ],
            certificate.Attestation.HalfDays
        );
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$", certificate.Number);
    }

    [Fact]
    public async Task Before_the_last_half_day_is_over_there_is_nothing_to_certify()
    {
        await using var site = await SiteAsync(Engine.Sqlite, "2021-09-24T11:00");
        Assert.Empty(await IssueAsync(site));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Asked_for_again_it_has_the_same_number_and_what_was_corrected_has_a_new_one(Engine engine)
    {
        await using var site = await SiteAsync(engine);
        var first = Assert.Single(await IssueAsync(site));
        Assert.Equal(first.Number, Assert.Single(await IssueAsync(site)).Number);

        await AtDeskAsync<PresenceService, PresenceResult>(site, async (desk, db) =>
            await desk.CorrectAsync(
                await db.Registrations.Where(r => r.Number == 1).Select(r => r.Id).SingleAsync(),
                Wednesday,
                PresenceCorrection.Absent,
                Organiser,
                CancellationToken.None
            )
        );
        var second = Assert.Single(await IssueAsync(site));

        Assert.NotEqual(first.Number, second.Number);
        Assert.Equal([ThursdayMorning.Date], second.Attestation.HalfDays.Select(h => h.Date));
        Assert.Equal(
            (CertificateState.Replaced, CertificateState.Genuine),
            ((await VerifyAsync(site, first.Number))?.State, (await VerifyAsync(site, second.Number))?.State)
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_instances_that_are_asked_at_once_issue_the_same(Engine engine)
    {
        await using var site = await SiteAsync(
            engine,
            more:
            [
                .. Enumerable
                    .Range(3, 20)
                    .Select(n => People.Person(n, People.Details("Ada", $"Lovelace {n}"), People.Seat(n), People.Confirmed)),
            ]
        );
        foreach (var number in Enumerable.Range(3, 20))
            await PresentAsync(site, number, Wednesday, Organiser);

        var issued = await Task.WhenAll(OnAnInstanceOfItsOwnAsync(), OnAnInstanceOfItsOwnAsync());

        Assert.Equal(21, issued[0].Count);
        Assert.Equal(issued[0].Select(c => c.Number), issued[1].Select(c => c.Number));

        async Task<IReadOnlyList<IssuedCertificate>> OnAnInstanceOfItsOwnAsync()
        {
            await using var scope = site.Services.CreateAsyncScope();
            using var turns = new WriteLock();
            var desk = ActivatorUtilities.CreateInstance<CertificateService>(scope.ServiceProvider, turns);
            return await desk.IssueAsync(null, Organiser, CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_number_is_read_as_people_type_it()
    {
        await using var site = await SiteAsync(Engine.Sqlite);
        var number = Assert.Single(await IssueAsync(site)).Number;
        Assert.All(
            [
                number,
                number.ToLowerInvariant(),
                number.Replace("-", "", StringComparison.Ordinal),
                $" {number.Replace('-', ' ')} ",
                number.Replace('0', 'O').Replace('1', 'l'),
            ],
            typed => Assert.Equal(CertificateState.Genuine, VerifyAsync(site, typed).Result?.State)
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_revoked_is_said_to_be_and_is_not_had_again_until_it_would_say_something_else(Engine engine)
    {
        await using var site = await SiteAsync(engine);
        var number = Assert.Single(await IssueAsync(site)).Number;

        Assert.True(await AtDeskAsync<CertificateService, bool>(site, (desk, _) => desk.RevokeAsync(1, Organiser, CancellationToken.None)));

        Assert.Equal(CertificateState.Revoked, (await VerifyAsync(site, number))?.State);
        Assert.Empty(await IssueAsync(site));
        await AtDeskAsync<PresenceService, PresenceResult>(site, async (desk, db) =>
            await desk.CorrectAsync(
                await db.Registrations.Where(r => r.Number == 1).Select(r => r.Id).SingleAsync(),
                Wednesday,
                PresenceCorrection.Absent,
                Organiser,
                CancellationToken.None
            )
        );
        var corrected = Assert.Single(await IssueAsync(site)).Number;
        Assert.Equal(
            (CertificateState.Revoked, CertificateState.Genuine),
            ((await VerifyAsync(site, number))?.State, (await VerifyAsync(site, corrected))?.State)
        );
    }

    [Fact]
    public async Task A_number_that_is_made_up_is_nobodys()
    {
        await using var site = await SiteAsync(Engine.Sqlite);
        var number = Assert.Single(await IssueAsync(site)).Number;
        foreach (
            var made in new[]
            {
                "AAAA-AAAA-AAAA-AAAA-AAAA",
                number[..^1] + (number[^1] == '7' ? '8' : '7'),
                number[..^1],
                "",
                "’; DROP TABLE Certificates",
                new string('A', 10_000),
            }
        )
            Assert.Null(await VerifyAsync(site, made));
    }

    [Fact]
    public async Task Nobody_who_writes_into_the_database_makes_a_paper_genuine()
    {
        await using var site = await SiteAsync(
            Engine.Sqlite,
            more: People.Person(3, People.Details("Ada", "Lovelace"), People.Seat(3), People.Confirmed)
        );
        await PresentAsync(site, 3, Wednesday, Organiser);
        var (mine, theirs) = (await IssueAsync(site)) is [var a, var b] ? (a, b) : throw new InvalidOperationException();

        // What another paper says, put under the number of one's own; and one's own with a bit turned.
        await AtDeskAsync<WorkshopDb, int>(site, async (db, _) =>
        {
            var rows = await db.Certificates.OrderBy(c => c.Id).ToListAsync();
            var copied = rows[1].Sealed;
            var turned = (byte[])rows[1].Sealed.Clone();
            turned[^1] ^= 1;
            return await db.Certificates.Where(c => c.Id == rows[0].Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Sealed, copied))
                + await db.Certificates.Where(c => c.Id == rows[1].Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Sealed, turned));
        });

        Assert.Equal((null, null), (await VerifyAsync(site, mine.Number), await VerifyAsync(site, theirs.Number)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task When_the_registration_is_erased_the_paper_is_still_genuine_and_the_database_names_nobody(Engine engine)
    {
        await using var site = await SiteAsync(engine);
        var number = Assert.Single(await IssueAsync(site)).Number;

        await AtDeskAsync<RegistrationService, ChangeResult>(site, async (desk, db) =>
            await desk.EraseAsync(
                await db.Registrations.Where(r => r.Number == 1).Select(r => r.Id).SingleAsync(),
                Actor.Participant,
                CancellationToken.None
            )
        );

        var verified = await VerifyAsync(site, number);
        Assert.Equal((CertificateState.Genuine, "Émilie du Châtelet"), (verified?.State, verified?.Attestation.Name));
        var row = await AtDeskAsync<WorkshopDb, Certificate>(site, (db, _) => db.Certificates.AsNoTracking().SingleAsync());
        Assert.Null(row.RegistrationId);
        Assert.DoesNotContain("Châtelet", Encoding.UTF8.GetString(row.Sealed), StringComparison.Ordinal);
        Assert.DoesNotContain(number, Encoding.UTF8.GetString(row.NumberHash), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_repeats_what_the_paper_says_in_the_language_of_the_reader()
    {
        await using var site = await SiteAsync(Engine.Sqlite);
        var number = Assert.Single(await IssueAsync(site)).Number;
        using var stranger = site.CreateClient();

        var french = await stranger.ReadAsync($"/verification/{number}");
        Assert.Equal("genuine", french.QuerySelector("[data-verification]")?.GetAttribute("data-verification"));
        Assert.Equal("Émilie du Châtelet", french.QuerySelector("[data-fact=name]")?.TextContent);
        Assert.Equal(
            ["mercredi 22 septembre, après-midi : en salle, 4 h", "jeudi 23 septembre, matin : à distance, 1 h"],
            french.QuerySelectorAll("[data-fact=half-days] li").Select(li => li.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' '))
        );
        Assert.Equal("5 h", french.QuerySelector("[data-fact=hours]")?.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' '));

        var english = await stranger.ReadAsync($"/verification/{number}?lang=en");
        Assert.Equal("This certificate is genuine", english.QuerySelector("h1")?.TextContent);
        using var typed = await stranger.GetAsync(
            $"/verification?number={number.ToLowerInvariant().Replace("-", "+", StringComparison.Ordinal)}"
        );
        Assert.Equal($"/verification/{number}", typed.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_number_that_is_nobodys_gets_a_clear_page()
    {
        await using var site = await SiteAsync(Engine.Sqlite);
        using var stranger = site.CreateClient();
        using var answer = await stranger.GetAsync("/verification/AAAA-BBBB-CCCC-DDDD-EEEE");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Aucune attestation ne porte ce numéro", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            "asked",
            (await stranger.ReadAsync("/verification")).QuerySelector("[data-verification]")?.GetAttribute("data-verification")
        );
    }

    /// <summary>
    /// Émilie du Châtelet gives I1, was in the room on Wednesday and an hour on the stream on Thursday; Grace Hopper never came.
    /// </summary>
    private static async Task<SiteFactory> SiteAsync(Engine engine, string at = AfterTheEnd, params Registration[] more)
    {
        var site = new SiteFactory { Engine = engine, RehearseFrom = at };
        await AtDeskAsync<WorkshopDb, int>(site, async (db, _) =>
        {
            await db.PutInAsync([
                People.Person(1, People.Details("Émilie", "du Châtelet") with { Presents = "i1" }, People.Seat(1), People.Confirmed),
                People.Person(2, People.Details("Grace", "Hopper"), People.Seat(2), People.Confirmed),
                .. more,
            ]);
            return 0;
        });
        await PresentAsync(site, 1, Wednesday, Organiser);
        await AtDeskAsync<WorkshopDb, int>(site, async (db, _) =>
        {
            var id = await db.Registrations.Where(r => r.Number == 1).Select(r => r.Id).SingleAsync();
            db.Presences.Add(Presence.StartedOnStream(id, ThursdayMorning, new(2021, 9, 23, 7, 0, 0, TimeSpan.Zero)));
            await db.SaveChangesAsync();
            return await db
                .Presences.Where(p => p.RegistrationId == id && p.Heartbeats == 1)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.Heartbeats, 20));
        });
        return site;
    }

    private static Task<PresenceResult> PresentAsync(SiteFactory site, int number, HalfDayId half, Actor helper) =>
        AtDeskAsync<PresenceService, PresenceResult>(site, async (desk, db) =>
            await desk.CheckInAsync(
                await db.Registrations.Where(r => r.Number == number).Select(r => r.Id).SingleAsync(),
                half,
                null,
                helper,
                CancellationToken.None
            )
        );

    private static Task<IReadOnlyList<IssuedCertificate>> IssueAsync(SiteFactory site) =>
        AtDeskAsync<CertificateService, IReadOnlyList<IssuedCertificate>>(site, (desk, _) =>
            desk.IssueAsync(null, Organiser, CancellationToken.None)
        );

    private static Task<VerifiedCertificate?> VerifyAsync(SiteFactory site, string number) =>
        AtDeskAsync<CertificateService, VerifiedCertificate?>(site, (desk, _) => desk.VerifyAsync(number, CancellationToken.None));

    private static async Task<T> AtDeskAsync<TDesk, T>(SiteFactory site, Func<TDesk, WorkshopDb, Task<T>> ask)
        where TDesk : notnull
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TDesk>(), scope.ServiceProvider.GetRequiredService<WorkshopDb>());
    }
}
