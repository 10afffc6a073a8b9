using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Call;

/// <summary>One press answers the acceptance and registers the presenter.</summary>
public sealed class PresenterServiceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task One_press_registers_and_a_second_one_changes_nothing(Engine engine)
    {
        using var host = await AcceptedAsync(engine, ["ada"], seats: 2, reserved: 1);
        Assert.Equal(new(SubmissionResult.Done, PresenterResult.Registered), await AnswerAsync(host, "ada"));
        Assert.Equal(new(SubmissionResult.NoChange), await AnswerAsync(host, "ada", Attendance.Remote));
        Assert.Equal("ada reserved seat", await host.Database.StandingAsync());
        Assert.Equal("Confirmed", await host.Database.MailsAsync("ada"));
        var ada = (await host.Database.FindAsync("ada"))!;
        Assert.Equal(
            ("Ada Lovelace", "LAAS-CNRS, Toulouse", Language.English),
            (ada.Details.Name, ada.Details.Affiliation, ada.Details.Language)
        );
        Assert.True(ada.Details.HalfDays.Count > 0);
        Assert.Equal(ada.Id, (await SubmissionsAsync(host)).Single().PresenterId);
        // Who switches to remote and back is still a guest of the committee.
        await host.Database.SeatAsync("ben", "cat");
        await host.Database.FollowRemotelyAsync("ada");
        await host.Database.RequestSeatAsync("ada");
        Assert.Equal("ada reserved seat, ben seat, cat waiting list 1", await host.Database.StandingAsync());

        Assert.Equal(new(SubmissionResult.Done, IsFreed: true), await AnswerAsync(host, "ada", answer: AcceptanceAnswer.Declined));
        Assert.Equal("ada cancelled, ben seat, cat waiting list 1", await host.Database.StandingAsync());
        Assert.Equal(new(SubmissionResult.Done, PresenterResult.Registered), await AnswerAsync(host, "ada"));
        Assert.Equal("ada reserved seat, ben seat, cat waiting list 1", await host.Database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Known_address_is_linked_and_never_doubled(Engine engine)
    {
        using var host = await AcceptedAsync(engine, ["ada"], seats: 3, reserved: 1);
        await host.Database.SeatAsync("ben", "cat", "ada");
        Assert.Equal(new(SubmissionResult.Done, PresenterResult.Registered), await AnswerAsync(host, "ada"));
        Assert.Equal("ben seat, cat seat, ada reserved seat", await host.Database.StandingAsync());
        await AnswerAsync(host, "ada", answer: AcceptanceAnswer.Declined);
        Assert.Equal("ben seat, cat seat, ada waiting list 1", await host.Database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Place_stays_while_the_same_person_presents_another_submission(Engine engine)
    {
        using var host = await AcceptedAsync(engine, ["ada", "ada"], seats: 2, reserved: 1);
        await AnswerAsync(host, "ada", number: 1);
        await AnswerAsync(host, "ada", number: 2);
        Assert.Equal(new(SubmissionResult.Done), await AnswerAsync(host, "ada", answer: AcceptanceAnswer.Declined, number: 1));
        Assert.Equal("ada reserved seat", await host.Database.StandingAsync());
        Assert.Equal(
            new(SubmissionResult.Done, IsFreed: true),
            await AnswerAsync(host, "ada", answer: AcceptanceAnswer.Declined, number: 2)
        );
        Assert.Equal("ada cancelled", await host.Database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Answer_is_kept_without_a_registration_while_registration_is_closed(Engine engine)
    {
        using var host = await AcceptedAsync(engine, ["ada"], seats: 2, reserved: 1);
        await host.Database.SetOpenAsync(false);
        Assert.Equal(new(SubmissionResult.Done, PresenterResult.Closed), await AnswerAsync(host, "ada"));
        Assert.Equal("", await host.Database.StandingAsync());
        Assert.Equal(AcceptanceAnswer.Confirmed, (await SubmissionsAsync(host)).Single().Answer);
        await host.Database.SetOpenAsync(null);
        await AnswerAsync(host, "ada");
        Assert.Equal("ada reserved seat", await host.Database.StandingAsync());

        await host.Database.EraseAsync("ada");
        Assert.Null((await SubmissionsAsync(host)).Single().PresenterId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Thirty_presenters_at_once_are_held_once_each_and_ten_take_the_reserve(Engine engine)
    {
        var names = Enumerable.Range(1, 30).Select(n => $"p{n}").ToArray();
        using var host = await AcceptedAsync(engine, names, seats: 15, reserved: 10);
        // Each presses in two windows.
        var answers = await Task.WhenAll(
            names
                .SelectMany(name => new[] { name, name })
                .Select((name, i) => Task.Run(() => AnswerAsync(host, name, instance: InstanceOf(engine, i))))
        );

        Assert.Equal(
            "15 Registered, 15 Waits, 30 NoChange",
            string.Join(
                ", ",
                answers
                    .GroupBy(a => a.Presenter?.ToString() ?? a.Result.ToString())
                    .OrderBy(g => g.Key == "NoChange")
                    .ThenBy(g => g.Key)
                    .Select(g => $"{g.Count()} {g.Key}")
            )
        );
        var all = await host.Database.AllAsync();
        Assert.Equal(names.Length, all.Count);
        Assert.Equal(10, all.Count(r => r.FromReserve));
        Assert.Equal(Enumerable.Range(1, 15), all.Where(r => r.HoldsSeat).Select(r => r.SeatNumber!.Value).Order());
        Assert.Equal(
            all.Select(r => (r.Email, (Guid?)r.Id)).Order(),
            (await SubmissionsAsync(host)).Select(s => (s.Email, s.PresenterId)).Order()
        );
        foreach (var name in names)
            Assert.Contains(await host.Database.MailsAsync(name), new[] { "Confirmed", "WaitingList" });
    }

    private static int InstanceOf(Engine engine, int i) => engine is Engine.Postgres ? i % 2 : 0;

    private static async Task<SubmissionHost> AcceptedAsync(Engine engine, string[] names, int seats, int reserved)
    {
        var host = await SubmissionHost.OpenAsync(engine, seats, reserved);
        foreach (var name in names)
            await host.SubmitAsync(Guid.NewGuid(), SubmissionHost.Complete, name);
        await host.TellAsync(CallDecision.Accepted("oral"));
        return host;
    }

    private static async Task<AnswerOutcome> AnswerAsync(
        SubmissionHost host,
        string name,
        Attendance attendance = Attendance.InPerson,
        AcceptanceAnswer answer = AcceptanceAnswer.Confirmed,
        int number = 0,
        int instance = 0
    )
    {
        var id = (await SubmissionsAsync(host))
            .First(s => s.Email == SubmissionHost.Address(name).Value && (number == 0 || s.Number == number))
            .Id;
        return await host.Database.AskAsync(
            (db, queue) => new PresenterService(db, queue).AnswerAsync(id, answer, attendance, host.Database.Time.GetUtcNow(), default),
            instance
        );
    }

    private static Task<List<Submission>> SubmissionsAsync(SubmissionHost host) =>
        host.WithAsync((_, db) => db.Submissions.AsNoTracking().OrderBy(s => s.Number).ToListAsync());
}
