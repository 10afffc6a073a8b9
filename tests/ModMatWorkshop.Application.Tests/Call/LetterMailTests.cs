using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Call;

/// <summary>The letters as they arrive: the words of the reviewers, tests, and a mail server that dies.</summary>
public sealed class LetterMailTests
{
    private const string Seats =
        "seats: 20\nreserved: 2\ncall: { opens: 2029-12-01, closes: 2030-03-01 13:00, erased: 2030-09-01, remind-after: 7 }\n";

    private static readonly Actor Chair = new("organiser 9");

    [Trait("Category", "prove")]
    [SmtpTheory, OnSqlite, OnPostgres]
    public async Task Of_300_letters_each_arrives_once_although_the_mail_server_dies_twice(Engine engine)
    {
        using var host = await MailTestHost.OpenAsync(engine, Seats);
        await SubmitAsync(host, 300);
        Assert.Equal(300, await SendAsync(host, MailKind.DecisionAccepted, 300));
        var server = await SmtpServer.StartAsync();
        var (port, received) = (server.Port, new List<ReceivedMail>());
        var sender = host.Sender(MailTestHost.Smtp(server));
        for (var death = 1; death <= 2; death++)
        {
            Assert.True(await sender.RunOnceAsync(default));
            // It dies in the middle of a letter, and is away at the next attempt.
            await server.BehaveAsync("drop");
            Assert.False(await sender.RunOnceAsync(default));
            received.AddRange(server.Received);
            await server.DisposeAsync();
            host.Time.Advance(TimeSpan.FromMinutes(1));
            Assert.False(await sender.RunOnceAsync(default));
            server = await SmtpServer.StartAsync(port);
            host.Time.Advance(TimeSpan.FromMinutes(15));
        }
        await host.SendAllAsync(sender);
        received.AddRange(await server.AllReceivedAsync());
        await server.DisposeAsync();

        await using var db = host.Db();
        var emails = await db.Submissions.Select(s => s.Email).ToListAsync();
        Assert.Equal(emails.Order(StringComparer.Ordinal), received.Select(r => r.To.Single()).Order(StringComparer.Ordinal));
        var letters = await db.Outbox.Where(m => m.Kind == MailKind.DecisionAccepted).ToListAsync();
        Assert.Equal(
            letters.Select(m => m.MessageId).Order(StringComparer.Ordinal),
            received.Select(r => r.Mail.MessageId).Order(StringComparer.Ordinal)
        );
        Assert.All(letters, letter => Assert.Equal(MailState.Sent, letter.State));
    }

    [Fact]
    public async Task Words_of_the_reviewers_are_in_the_letter_as_they_typed_them_and_without_a_name()
    {
        using var host = await MailTestHost.OpenAsync(seats: Seats);
        await SubmitAsync(host, 1);
        await using (var db = host.Db())
        {
            var id = (await db.Submissions.SingleAsync()).Id;
            foreach (var (reviewer, text) in new[] { (4, "See [1] and **this**.\n\nThen go on."), (5, "A clear text.") })
            {
                var review = new Review
                {
                    SubmissionId = id,
                    Reviewer = reviewer,
                    AssignedAt = host.Time.GetUtcNow(),
                };
                review.Give(Mark.B, new("Not for the authors.", text), host.Time.GetUtcNow());
                db.Reviews.Add(review);
            }
            await db.SaveChangesAsync();
        }
        await SendAsync(host, MailKind.DecisionAccepted, 1, withWords: true);
        await host.Sender().RunOnceAsync(default);
        var text1 = Assert.Single(host.PickedUpMails()).TextBody!.ReplaceLineEndings("\n");
        Assert.Contains(
            "The reviewers write to you:\n\n1. A clear text.\n\n2. See [1] and **this**.\n\nThen go on.\n\n",
            text1,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Not for the authors", text1, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_sends_each_letter_in_each_language_to_the_organiser_and_changes_nothing()
    {
        using var host = await MailTestHost.OpenAsync(seats: Seats);
        await SubmitAsync(host, 1);
        var organiser = new Organiser
        {
            Number = 7,
            Name = "Grace",
            UserName = "grace@lab.example",
            Email = "grace@lab.example",
            Roles = OrganiserRoles.Chair,
        };
        await using (var db = host.Db())
        {
            db.Organisers.Add(organiser);
            await db.SaveChangesAsync();
            Assert.Equal(8, await Letters(host, db).SendTestsAsync(organiser.Id, Chair, default));
        }
        await host.Sender().RunOnceAsync(default);
        var mails = host.PickedUpMails();
        Assert.All(mails, mail => Assert.Equal("grace@lab.example", mail.To.Mailboxes.Single().Address));
        Assert.Equal(
            [
                "[Essai] Atelier 2030 : la réponse du comité à votre proposition",
                "[Essai] Atelier 2030 : venez-vous présenter votre travail ?",
                "[Essai] Atelier 2030 : votre proposition est acceptée",
                "[Essai] Atelier 2030 : votre proposition est sur la liste de réserve",
                "[Test] Atelier 2030: the committee’s answer to your submission",
                "[Test] Atelier 2030: will you present your work?",
                "[Test] Atelier 2030: your submission is accepted",
                "[Test] Atelier 2030: your submission is on the reserve list",
            ],
            mails.Select(m => m.Subject!.Replace('\u00A0', ' ').Replace('\u202F', ' ')).Order(StringComparer.Ordinal)
        );
        await using var after = host.Db();
        Assert.Null((await after.Assessments.SingleAsync()).ToldAt);
        Assert.Equal([1, 0, 0], (await Letters(host, after).StatusAsync(default)).Select(s => s.Due + s.Sent + s.Waiting + s.Failed));
    }

    private static async Task SubmitAsync(MailTestHost host, int count)
    {
        await using var db = host.Db();
        for (var n = 1; n <= count; n++)
        {
            var submission = Submission.New(Guid.NewGuid(), n, SubmissionHost.Address($"a{n}"), host.Time.GetUtcNow());
            submission.Keep(SubmissionHost.Complete with { Title = $"Work {n}" }, Language.English, host.Time.GetUtcNow());
            submission.Submit(host.Time.GetUtcNow());
            submission.Confirm(host.Time.GetUtcNow());
            db.Submissions.Add(submission);
            var assessment = new Assessment { SubmissionId = submission.Id };
            assessment.Decide(CallDecision.Accepted("oral"), host.Time.GetUtcNow());
            db.Assessments.Add(assessment);
        }
        await db.SaveChangesAsync();
    }

    private static LetterService Letters(MailTestHost host, WorkshopDb db) => new(db, new WriteLock(), host.Time, new OutboxSignal());

    private static async Task<int?> SendAsync(MailTestHost host, MailKind letter, int expected, bool withWords = false)
    {
        await using var db = host.Db();
        return await Letters(host, db).SendAsync(letter, expected, withWords, Chair, default);
    }
}
