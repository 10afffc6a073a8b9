using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Call;

/// <summary>
/// An accepted submission of Ben Lovelace, which is O1 in the programme. The programme names Émilie du Châtelet for it, so that nothing
/// here comes from a name.
/// </summary>
public sealed class PresenterLinkTests
{
    private static readonly Guid Id = Guid.Parse("00000000-0000-0000-0000-00000000be01");
    private static readonly HalfDayId Morning = new(new(2030, 3, 30), HalfDay.Morning);
    private static readonly DateTimeOffset Nine = new(2030, 3, 30, 8, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_is_registered_and_answers_has_the_role_until_the_answer_is_taken_back(Engine engine)
    {
        using var host = await OpenAsync(engine);
        await host.Database.SeatAsync("ben", "eve");
        Assert.Equal("", await RolesAsync(host, "ben"));

        await AnswerAsync(host, AcceptanceAnswer.Confirmed);
        Assert.Equal(("o1", ""), (await RolesAsync(host, "ben"), await RolesAsync(host, "eve")));
        Assert.Equal([1], await NumbersAsync(host, "?role=confirmed"));
        Assert.Equal([], await ClaimsAsync(host));

        await AnswerAsync(host, AcceptanceAnswer.Declined);
        Assert.Equal("", await RolesAsync(host, "ben"));

        await AnswerAsync(host, AcceptanceAnswer.Confirmed);
        await host.ApplyAsync(Id, new WithdrawSubmission());
        Assert.Equal("", await RolesAsync(host, "ben"));

        await host.ApplyAsync(Id, new RestoreSubmission());
        Assert.Equal("o1", await RolesAsync(host, "ben"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_registers_after_the_answer_is_linked_by_the_confirmation(Engine engine)
    {
        using var host = await OpenAsync(engine);
        await AnswerAsync(host, AcceptanceAnswer.Confirmed);
        await host.Database.RegisterAsync("ben");
        Assert.Equal("", await RolesAsync(host, "ben"));

        await host.Database.ConfirmAsync("ben");

        Assert.Equal("o1", await RolesAsync(host, "ben"));
        Assert.Contains("site | became the presenter of a submission | 1 | submission 1", await host.Database.LogAsync());

        // Erased and registered again: another registration.
        await host.Database.EraseAsync("ben");
        await host.Database.SeatAsync("ben");
        Assert.Equal("o1", await RolesAsync(host, "ben"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_applies_after_the_answer_waits_for_no_selection(Engine engine)
    {
        using var host = await OpenAsync(engine);
        await host.Database.OnApplicationAsync();
        await host.Database.ApplicantsAsync("ada");
        await AnswerAsync(host, AcceptanceAnswer.Confirmed);
        await host.Database.ApplicantsAsync("ben");

        Assert.Equal(
            (Selection.Applied, Selection.Accepted),
            ((await host.Database.FindAsync("ada"))!.Selection, (await host.Database.FindAsync("ben"))!.Selection)
        );
        Assert.Equal("o1", await RolesAsync(host, "ben"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_gets_the_address_of_the_submission_later_is_linked(Engine engine)
    {
        using var host = await OpenAsync(engine);
        await AnswerAsync(host, AcceptanceAnswer.Confirmed);
        await host.Database.RegisterAsync("bne", details: RegistrationTestDatabase.DetailsOf("ben"));
        await host.Database.ConfirmAsync("bne");
        await host.Database.ApplyAsync("bne", new RequestAddressChange(RegistrationTestDatabase.AddressOf("ben")));
        Assert.Equal("", await RolesAsync(host, "bne"));

        await host.Database.ApplyAsync("bne", new ConfirmNewAddress());

        Assert.Equal("o1", await RolesAsync(host, "ben"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Once_presence_is_recorded_the_role_stays_and_survives_the_erasure_of_the_call(Engine engine)
    {
        using var host = await OpenAsync(engine);
        await host.Database.SeatAsync("ben");
        await AnswerAsync(host, AcceptanceAnswer.Confirmed);
        host.Database.Time.Advance(Nine - host.Database.Time.GetUtcNow());
        var id = (await host.Database.FindAsync("ben"))!.Id;
        Assert.Equal(
            PresenceResult.Done,
            await host.Database.WithPresenceAsync(
                (service, _) => service.CheckInAsync(id, Morning, null, RegistrationTestDatabase.Organiser, CancellationToken.None)
            )
        );

        await AnswerAsync(host, AcceptanceAnswer.Declined);
        Assert.Equal("o1", await RolesAsync(host, "ben"));

        await host.WithAsync((service, _) => service.EraseAsync(Id, CancellationToken.None));
        Assert.Equal("o1", await RolesAsync(host, "ben"));
    }

    private static async Task<SubmissionHost> OpenAsync(Engine engine)
    {
        var host = await SubmissionHost.OpenAsync(engine);
        await host.SubmitAsync(Id, SubmissionHost.Complete with { Authors = [new("B.", "Lovelace", [1])] }, "ben");
        await host.WithAsync(
            async (_, db) =>
            {
                (await db.Submissions.SingleAsync()).EnterProgramme("O1");
                var assessment = new Assessment { SubmissionId = Id };
                assessment.Decide(CallDecision.Accepted("oral"), default);
                assessment.Tell(SubmissionHost.Closes);
                db.Assessments.Add(assessment);
                return await db.SaveChangesAsync();
            }
        );
        return host;
    }

    private static async Task AnswerAsync(SubmissionHost host, AcceptanceAnswer answer) =>
        Assert.Equal(SubmissionResult.Done, (await host.ApplyAsync(Id, new AnswerToAcceptance(answer), isByLink: true)).Result);

    /// <summary>The keys of the parts that somebody has.</summary>
    private static async Task<string> RolesAsync(SubmissionHost host, string name)
    {
        await using var db = host.Database.Open();
        var roles = await RoleQueries.RolesAsync(db, CancellationToken.None);
        return string.Join(' ', roles.ConfirmedOf((await host.Database.FindAsync(name))!).Select(p => p.Key));
    }

    private static async Task<IReadOnlyList<int>> NumbersAsync(SubmissionHost host, string query)
    {
        await using var db = host.Database.Open();
        return await AttendeeQuery.Read(QueryParameters.Parse(query)).In(db).Select(r => r.Number).ToListAsync();
    }

    private static async Task<IReadOnlyList<int>> ClaimsAsync(SubmissionHost host)
    {
        await using var db = host.Database.Open();
        var roles = await RoleQueries.RolesAsync(db, CancellationToken.None);
        return [.. (await RoleQueries.ClaimsAsync(db, roles, CancellationToken.None)).Select(c => c.Person.Number)];
    }
}
