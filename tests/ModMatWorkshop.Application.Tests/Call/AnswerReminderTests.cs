using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Call;

/// <summary>Who has not answered the acceptance is asked again, after the days and as often as the call says.</summary>
public sealed class AnswerReminderTests
{
    private static readonly DateTimeOffset LetterSent = new(2030, 3, 10, 8, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_has_not_answered_is_reminded_twice_and_the_page_says_when(Engine engine)
    {
        using var host = await OpenAsync(engine, "remind-after: 3");
        var sent = new List<string>();
        foreach (var days in new[] { 2.9, 3, 5.9, 6, 9, 12 })
        {
            host.Database.Time.SetUtcNow(LetterSent.AddDays(days));
            await host.Database.RunMaintenanceAsync();
            await host.Database.RunMaintenanceAsync();
            sent.Add(await RemindersAsync(host));
        }
        Assert.Equal(["0 0 0 0", "1 0 0 0", "1 0 0 0", "2 0 0 0", "2 0 0 0", "2 0 0 0"], sent);
        var rows = await host.WithAsync(
            (_, db) => new LetterService(db, host.Database.LockOf(0), host.Database.Time, new OutboxSignal()).UnansweredAsync(default)
        );
        Assert.Equal([(1, 2, LetterSent.AddDays(6)), (4, 0, null)], rows.Rows.Select(r => (r.Number, r.Reminders, r.LastReminder)));
    }

    [Theory]
    [InlineData("blind: false", 20, "0 0 0 0")]
    [InlineData("remind-after: 3, reminders: 1", 8, "1 0 0 0")]
    [InlineData("remind-after: 25", 25, "0 0 0 0")]
    public async Task Nobody_is_reminded_without_the_setting_more_often_than_set_or_once_the_workshop_has_begun(
        string setting,
        int days,
        string reminders
    )
    {
        using var host = await OpenAsync(Engine.Sqlite, setting);
        for (var day = 1; day <= days; day++)
        {
            host.Database.Time.SetUtcNow(LetterSent.AddDays(day));
            await host.Database.RunMaintenanceAsync();
        }
        Assert.Equal(reminders, await RemindersAsync(host));
    }

    /// <summary>Four accepted submissions: not answered, answered, declined, and one whose letter has not arrived.</summary>
    private static async Task<SubmissionHost> OpenAsync(Engine engine, string setting)
    {
        var host = await SubmissionHost.OpenAsync(engine, call: $", {setting}");
        for (var n = 1; n <= 4; n++)
            await host.SubmitAsync(Guid.NewGuid(), SubmissionHost.Complete, $"a{n}");
        await host.TellAsync(CallDecision.Accepted("oral"));
        await host.WithAsync(
            async (_, db) =>
            {
                foreach (var submission in await db.Submissions.ToListAsync())
                {
                    var letter = OutboxMessage.For(submission, MailKind.DecisionAccepted, "told-oral", LetterSent, "modmat.test");
                    (letter.State, letter.SentAt) =
                        submission.Number == 4 ? (MailState.Failed, (DateTimeOffset?)null) : (MailState.Sent, LetterSent);
                    db.Outbox.Add(letter);
                    if (submission.Number is 2 or 3)
                        submission.AnswerAcceptance((AcceptanceAnswer)(submission.Number - 1), null, LetterSent);
                }
                return await db.SaveChangesAsync();
            }
        );
        return host;
    }

    /// <summary>The number of reminders to each author.</summary>
    private static Task<string> RemindersAsync(SubmissionHost host) =>
        host.WithAsync(
            async (_, db) =>
                string.Join(
                    ' ',
                    await db
                        .Submissions.OrderBy(s => s.Number)
                        .Select(s => db.Outbox.Count(m => m.RegistrationId == s.Id && m.Kind == MailKind.AnswerReminder))
                        .ToListAsync()
                )
        );
}
