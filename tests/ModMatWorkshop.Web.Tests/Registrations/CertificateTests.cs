using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages;

namespace ModMatWorkshop.Web.Tests.Registrations;

public sealed partial class CertificateTests
{
    private const string AfterTheEnd = "2021-09-24T18:00";
    private static readonly Actor Organiser = new("organiser 1");
    private static readonly HalfDayId Wednesday = People.HalfDays[0];
    private static readonly HalfDayId ThursdayMorning = People.HalfDays[1];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_certificate_states_the_recorded_attendance_and_absent_people_get_none(Engine engine)
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
    public async Task No_certificate_is_issued_before_the_last_half_day_is_over()
    {
        await using var site = await SiteAsync(Engine.Sqlite, "2021-09-24T11:00");
        Assert.Empty(await IssueAsync(site));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_certificate_keeps_its_number_until_the_attendance_is_corrected(Engine engine)
    {
        await using var site = await SiteAsync(engine);
        var first = Assert.Single(await IssueAsync(site));
        Assert.Equal(first.Number, Assert.Single(await IssueAsync(site)).Number);

        await MarkAbsentOnWednesdayAsync(site);
        var second = Assert.Single(await IssueAsync(site));

        Assert.NotEqual(first.Number, second.Number);
        Assert.Equal([ThursdayMorning.Date], second.Attestation.HalfDays.Select(h => h.Date));
        Assert.Equal(
            (CertificateState.Replaced, CertificateState.Genuine),
            ((await VerifyAsync(site, first.Number))?.State, (await VerifyAsync(site, second.Number))?.State)
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_instances_that_issue_at_once_give_the_same_numbers(Engine engine)
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
            await CheckInAsync(site, number, Wednesday, Organiser);

        var issued = await Task.WhenAll(IssueOnNewInstanceAsync(), IssueOnNewInstanceAsync());

        Assert.Equal(21, issued[0].Count);
        Assert.Equal(issued[0].Select(c => c.Number), issued[1].Select(c => c.Number));

        async Task<IReadOnlyList<IssuedCertificate>> IssueOnNewInstanceAsync()
        {
            await using var scope = site.Services.CreateAsyncScope();
            using var writeLock = new WriteLock();
            var service = ActivatorUtilities.CreateInstance<CertificateService>(scope.ServiceProvider, writeLock);
            return await service.IssueAsync(null, Organiser, CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_number_is_accepted_as_people_type_it()
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
    public async Task A_revoked_certificate_is_not_issued_again_until_the_attendance_is_corrected(Engine engine)
    {
        await using var site = await SiteAsync(engine);
        var number = Assert.Single(await IssueAsync(site)).Number;

        Assert.True(
            await WithServiceAsync<CertificateService, bool>(site, (service, _) =>
                service.RevokeAsync(1, Organiser, CancellationToken.None)
            )
        );

        Assert.Equal(CertificateState.Revoked, (await VerifyAsync(site, number))?.State);
        Assert.Empty(await IssueAsync(site));
        await MarkAbsentOnWednesdayAsync(site);
        var corrected = Assert.Single(await IssueAsync(site)).Number;
        Assert.Equal(
            (CertificateState.Revoked, CertificateState.Genuine),
            ((await VerifyAsync(site, number))?.State, (await VerifyAsync(site, corrected))?.State)
        );
    }

    [Fact]
    public async Task An_invented_number_is_not_verified()
    {
        await using var site = await SiteAsync(Engine.Sqlite);
        var number = Assert.Single(await IssueAsync(site)).Number;
        foreach (
            var invented in new[]
            {
                "AAAA-AAAA-AAAA-AAAA-AAAA",
                number[..^1] + (number[^1] == '7' ? '8' : '7'),
                number[..^1],
                "",
                "’; DROP TABLE Certificates",
                new string('A', 10_000),
            }
        )
            Assert.Null(await VerifyAsync(site, invented));
    }

    [Fact]
    public async Task Write_access_to_the_database_cannot_make_a_false_certificate_genuine()
    {
        await using var site = await SiteAsync(
            Engine.Sqlite,
            more: People.Person(3, People.Details("Ada", "Lovelace"), People.Seat(3), People.Confirmed)
        );
        await CheckInAsync(site, 3, Wednesday, Organiser);
        var (first, second) = (await IssueAsync(site)) is [var a, var b] ? (a, b) : throw new InvalidOperationException();

        // The content of the second certificate under the number of the first, and the second with one bit changed.
        await WithServiceAsync<WorkshopDb, int>(site, async (db, _) =>
        {
            var rows = await db.Certificates.OrderBy(c => c.Id).ToListAsync();
            var copied = rows[1].Sealed;
            var altered = (byte[])rows[1].Sealed.Clone();
            altered[^1] ^= 1;
            return await db.Certificates.Where(c => c.Id == rows[0].Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Sealed, copied))
                + await db.Certificates.Where(c => c.Id == rows[1].Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Sealed, altered));
        });

        Assert.Equal((null, null), (await VerifyAsync(site, first.Number), await VerifyAsync(site, second.Number)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_erasure_a_certificate_stays_genuine_and_the_database_contains_no_name(Engine engine)
    {
        await using var site = await SiteAsync(engine);
        var number = Assert.Single(await IssueAsync(site)).Number;

        await WithServiceAsync<RegistrationService, ChangeResult>(site, async (service, db) =>
            await service.EraseAsync(
                await db.Registrations.Where(r => r.Number == 1).Select(r => r.Id).SingleAsync(),
                Actor.Participant,
                CancellationToken.None
            )
        );

        var verified = await VerifyAsync(site, number);
        Assert.Equal((CertificateState.Genuine, "Émilie du Châtelet"), (verified?.State, verified?.Attestation.Name));
        var row = await WithServiceAsync<WorkshopDb, Certificate>(site, (db, _) => db.Certificates.AsNoTracking().SingleAsync());
        Assert.Null(row.RegistrationId);
        Assert.DoesNotContain("Châtelet", Encoding.UTF8.GetString(row.Sealed), StringComparison.Ordinal);
        Assert.DoesNotContain(number, Encoding.UTF8.GetString(row.NumberHash), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_verification_page_repeats_the_certificate_in_the_language_of_the_reader()
    {
        await using var site = await SiteAsync(Engine.Sqlite);
        var number = Assert.Single(await IssueAsync(site)).Number;
        using var reader = site.CreateClient();

        var french = await reader.ReadAsync($"/verification/{number}");
        Assert.Equal("genuine", french.QuerySelector("[data-verification]")?.GetAttribute("data-verification"));
        Assert.Equal("Émilie du Châtelet", french.QuerySelector("[data-fact=name]")?.TextContent);
        Assert.Equal(
            ["mercredi 22 septembre, après-midi : en salle, 4 h", "jeudi 23 septembre, matin : à distance, 1 h"],
            french.QuerySelectorAll("[data-fact=half-days] li").Select(li => li.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' '))
        );
        Assert.Equal("5 h", french.QuerySelector("[data-fact=hours]")?.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' '));

        var english = await reader.ReadAsync($"/verification/{number}?lang=en");
        Assert.Equal("This certificate is genuine", english.QuerySelector("h1")?.TextContent);
        using var typed = await reader.GetAsync(
            $"/verification?number={number.ToLowerInvariant().Replace("-", "+", StringComparison.Ordinal)}"
        );
        Assert.Equal($"/verification/{number}", typed.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_page_for_an_unknown_number_says_so()
    {
        await using var site = await SiteAsync(Engine.Sqlite);
        using var reader = site.CreateClient();
        using var answer = await reader.GetAsync("/verification/AAAA-BBBB-CCCC-DDDD-EEEE");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Aucune attestation ne porte ce numéro", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            "asked",
            (await reader.ReadAsync("/verification")).QuerySelector("[data-verification]")?.GetAttribute("data-verification")
        );
    }

    /// <summary>Émilie du Châtelet gives I1, attends on Wednesday and follows one hour remotely on Thursday. Grace is absent.</summary>
    private static async Task<SiteFactory> SiteAsync(Engine engine, string at = AfterTheEnd, params Registration[] more)
    {
        var site = new SiteFactory { Engine = engine, RehearseFrom = at };
        await WithServiceAsync<WorkshopDb, int>(site, async (db, _) =>
        {
            await db.PutInAsync([
                People.Person(1, People.Details("Émilie", "du Châtelet"), People.Seat(1), People.Confirmed, People.WithRole("i1")),
                People.Person(2, People.Details("Grace", "Hopper"), People.Seat(2), People.Confirmed),
                .. more,
            ]);
            return 0;
        });
        await CheckInAsync(site, 1, Wednesday, Organiser);
        await WithServiceAsync<WorkshopDb, int>(site, async (db, _) =>
        {
            var id = await db.Registrations.Where(r => r.Number == 1).Select(r => r.Id).SingleAsync();
            db.Presences.Add(Presence.StartedOnStream(id, ThursdayMorning, new(2021, 9, 23, 7, 0, 0, TimeSpan.Zero)));
            await db.SaveChangesAsync();
            return await db
                .Presences.Where(p => p.RegistrationId == id && p.Heartbeats == 1)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.Heartbeats, 20).SetProperty(x => x.StreamSeconds, 3600));
        });
        return site;
    }

    private static Task<PresenceResult> CheckInAsync(SiteFactory site, int number, HalfDayId half, Actor helper) =>
        WithServiceAsync<PresenceService, PresenceResult>(site, async (service, db) =>
            await service.CheckInAsync(
                await db.Registrations.Where(r => r.Number == number).Select(r => r.Id).SingleAsync(),
                half,
                null,
                helper,
                CancellationToken.None
            )
        );

    private static Task<PresenceResult> MarkAbsentOnWednesdayAsync(SiteFactory site) =>
        WithServiceAsync<PresenceService, PresenceResult>(site, async (service, db) =>
            await service.CorrectAsync(
                await db.Registrations.Where(r => r.Number == 1).Select(r => r.Id).SingleAsync(),
                Wednesday,
                PresenceCorrection.Absent,
                Organiser,
                CancellationToken.None
            )
        );

    private static Task<IReadOnlyList<IssuedCertificate>> IssueAsync(SiteFactory site) =>
        WithServiceAsync<CertificateService, IReadOnlyList<IssuedCertificate>>(site, (service, _) =>
            service.IssueAsync(null, Organiser, CancellationToken.None)
        );

    private static Task<VerifiedCertificate?> VerifyAsync(SiteFactory site, string number) =>
        WithServiceAsync<CertificateService, VerifiedCertificate?>(site, (service, _) => service.VerifyAsync(number, default));

    private static async Task<T> WithServiceAsync<TService, T>(SiteFactory site, Func<TService, WorkshopDb, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>(), scope.ServiceProvider.GetRequiredService<WorkshopDb>());
    }
}
