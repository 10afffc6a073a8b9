using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using static ModMatWorkshop.Application.Tests.Call.SubmissionHost;

namespace ModMatWorkshop.Application.Tests.Call;

public sealed class SubmissionServiceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_submission_is_kept_with_its_mail_and_its_line_in_the_audit_log(Engine engine)
    {
        using var host = await OpenAsync(engine);
        var id = Guid.NewGuid();

        Assert.Equal(SubmissionResult.Saved, (await host.KeepAsync(id, Complete with { Title = "" })).Result);
        Assert.Equal(SubmissionResult.Submitted, (await host.SubmitAsync(id, Complete)).Result);

        Assert.Equal("SubmissionDraft, SubmissionReceived", await host.MailsAsync());
        Assert.Equal(
            ("A title", "ada@lab.example", 1, "kept a draft: submission 1, Draft; submitted an abstract: submission 1, Submitted"),
            await host.WithAsync(
                async (_, db) =>
                {
                    var saved = await db.Submissions.SingleAsync();
                    var log = await db.AuditLog.Where(e => e.Actor == "author").OrderBy(e => e.Id).ToListAsync();
                    return (saved.Sent!.Title, saved.Email, saved.Number, string.Join("; ", log.Select(e => $"{e.Action}: {e.Result}")));
                }
            )
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_form_sent_twice_is_one_submission(Engine engine)
    {
        using var host = await OpenAsync(engine);
        var id = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => host.SubmitAsync(id, Complete, instance: i % 2)));

        Assert.Equal(1, await host.WithAsync((_, db) => db.Submissions.CountAsync()));
        Assert.Equal("SubmissionReceived", await host.MailsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_hundred_people_submit_at_the_deadline_on_two_instances_and_each_is_in_once(Engine engine)
    {
        using var host = await OpenAsync(engine);

        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(i => host.SubmitAsync(Guid.NewGuid(), Complete, $"p{i}", Closes.AddTicks(i % 2 == 0 ? -1 : 0), instance: i % 2))
        );

        Assert.Equal(
            (100, 100),
            (results.Count(r => r.Result == SubmissionResult.Submitted), results.Count(r => r.Result == SubmissionResult.TooLate))
        );
        Assert.Equal(
            (100, 100, 100),
            await host.WithAsync(
                async (_, db) =>
                    (
                        await db.Submissions.CountAsync(),
                        await db.Submissions.MaxAsync(s => s.Number),
                        await db.Outbox.CountAsync(m => m.Kind == MailKind.SubmissionReceived)
                    )
            )
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_request_that_came_in_time_counts_although_it_waited_past_the_deadline(Engine engine)
    {
        using var host = await OpenAsync(engine);
        host.Database.Time.SetUtcNow(Closes.AddMinutes(1));

        Assert.Equal(SubmissionResult.Submitted, (await host.SubmitAsync(Guid.NewGuid(), Complete, at: Closes.AddTicks(-1))).Result);
        Assert.Equal(SubmissionResult.TooLate, (await host.SubmitAsync(Guid.NewGuid(), Complete, at: Closes)).Result);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_address_that_nobody_confirms_gets_five_mails_in_a_day(Engine engine)
    {
        using var host = await OpenAsync(engine);
        for (var i = 0; i < 8; i++)
            await host.KeepAsync(Guid.NewGuid(), Complete);
        Assert.Equal((8, 5), (await host.WithAsync((_, db) => db.Submissions.CountAsync()), (await host.MailsAsync()).Split(", ").Length));

        host.Database.Time.Advance(TimeSpan.FromHours(25));
        await host.KeepAsync(Guid.NewGuid(), Complete);
        Assert.Equal(6, (await host.MailsAsync()).Split(", ").Length);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_links_of_all_submissions_go_to_their_address_once_in_ten_minutes(Engine engine)
    {
        using var host = await OpenAsync(engine);
        await host.SubmitAsync(Guid.NewGuid(), Complete);
        await host.SubmitAsync(Guid.NewGuid(), Complete);
        await host.SubmitAsync(Guid.NewGuid(), Complete, "grace");
        for (var i = 0; i < 2; i++)
            await host.WithAsync(
                async (service, _) =>
                {
                    await service.SendLinksAsync(Address("ada"), CancellationToken.None);
                    await service.SendLinksAsync(Address("stranger"), CancellationToken.None);
                    return 0;
                }
            );

        Assert.Equal("SubmissionReceived, SubmissionReceived, SubmissionLink, SubmissionLink", await host.MailsAsync());
        Assert.Equal("SubmissionReceived", await host.MailsAsync("grace"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_erased_submission_leaves_no_text_and_no_mail(Engine engine)
    {
        using var host = await OpenAsync(engine);
        var id = Guid.NewGuid();
        await host.SubmitAsync(id, Complete);
        await host.WithAsync((service, _) => service.EraseAsync(id, CancellationToken.None));

        Assert.Equal(
            (0, 0, "erased a submission: submission 1"),
            await host.WithAsync(
                async (_, db) =>
                    (
                        await db.Submissions.CountAsync(),
                        await db.Outbox.CountAsync(m => m.RegistrationId == id),
                        await db.AuditLog.OrderByDescending(e => e.Id).Select(e => e.Action + ": " + e.Result).FirstAsync()
                    )
            )
        );
        await host.SubmitAsync(Guid.NewGuid(), Complete);
        Assert.Equal(2, await host.WithAsync((_, db) => db.Submissions.Select(s => s.Number).SingleAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Everything_is_erased_on_the_announced_day_and_not_before(Engine engine)
    {
        using var host = await OpenAsync(engine);
        await host.SubmitAsync(Guid.NewGuid(), Complete);
        await host.KeepAsync(Guid.NewGuid(), Complete);
        var claimed = Guid.NewGuid();
        await host.KeepAsync(claimed, Complete);
        await host.ApplyAsync(claimed, new ConfirmSubmissionAddress(), isByLink: true);

        Assert.Equal("3 3", await StandingAtAsync(Closes.AddDays(30).AddSeconds(-1)));
        // A draft that nobody has claimed goes a month after the deadline.
        Assert.Equal("2 2", await StandingAtAsync(Closes.AddDays(30)));
        Assert.Equal("2 2", await StandingAtAsync(new(2030, 8, 31, 21, 59, 59, TimeSpan.Zero)));
        Assert.Equal("0 0", await StandingAtAsync(new(2030, 8, 31, 22, 0, 0, TimeSpan.Zero)));

        async Task<string> StandingAtAsync(DateTimeOffset instant)
        {
            host.Database.Time.SetUtcNow(instant);
            await host.Database.RunMaintenanceAsync();
            return await host.WithAsync(
                async (_, db) =>
                    $"{await db.Submissions.CountAsync()} {await db.Outbox.CountAsync(m => m.Kind >= MailKind.SubmissionDraft)}"
            );
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Laboratories_are_those_of_confirmed_and_submitted_texts_by_name_only(Engine engine)
    {
        using var host = await OpenAsync(engine);
        await host.SubmitAsync(Guid.NewGuid(), Complete with { Affiliations = ["Spam, see elsewhere"] }, "stranger");
        await host.KeepAsync(Guid.NewGuid(), Complete with { Affiliations = ["Draft lab"] });
        var id = Guid.NewGuid();
        await host.SubmitAsync(id, Complete);
        await host.ApplyAsync(id, new ConfirmSubmissionAddress(), isByLink: true);

        Assert.Equal(["LAAS-CNRS"], await host.WithAsync((_, db) => SubmissionQueries.LaboratoriesAsync(db, CancellationToken.None)));
    }
}
