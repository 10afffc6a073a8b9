using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Call;

/// <summary>The reminder to the author of a draft, three days before the deadline.</summary>
public sealed class SubmissionReminderTests
{
    private static readonly DateTimeOffset Due = SubmissionHost.Closes.AddDays(-3);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_author_of_a_draft_is_reminded_once(Engine engine)
    {
        using var host = await SubmissionHost.OpenAsync(engine);
        await host.KeepAsync(Guid.NewGuid(), SubmissionHost.Complete);
        await host.SubmitAsync(Guid.NewGuid(), SubmissionHost.Complete, "grace");
        var withdrawn = Guid.NewGuid();
        await host.KeepAsync(withdrawn, SubmissionHost.Complete, "emmy");
        await host.ApplyAsync(withdrawn, new WithdrawSubmission(), isByLink: true);
        var sent = new List<string>();

        foreach (var at in new[] { Due.AddMinutes(-1), Due, Due.AddDays(1), SubmissionHost.Closes.AddMinutes(1) })
        {
            host.Database.Time.SetUtcNow(at);
            await host.Database.RunMaintenanceAsync();
            sent.Add(await host.MailsAsync());
        }

        Assert.Equal(["SubmissionDraft", .. Enumerable.Repeat("SubmissionDraft, SubmissionReminder", 3)], sent);
        Assert.Equal("SubmissionReceived", await host.MailsAsync("grace"));
        Assert.Equal("SubmissionDraft, SubmissionWithdrawn", await host.MailsAsync("emmy"));
    }

    [Fact]
    public async Task Nobody_is_reminded_on_the_day_on_which_they_save_or_after_the_deadline()
    {
        using var host = await SubmissionHost.OpenAsync(Engine.Sqlite);
        await host.KeepAsync(Guid.NewGuid(), SubmissionHost.Complete, at: Due.AddHours(-2));
        host.Database.Time.SetUtcNow(Due.AddHours(21));
        await host.Database.RunMaintenanceAsync();
        Assert.Equal("SubmissionDraft", await host.MailsAsync());

        host.Database.Time.SetUtcNow(SubmissionHost.Closes);
        await host.Database.RunMaintenanceAsync();
        Assert.Equal("SubmissionDraft", await host.MailsAsync());
    }
}
