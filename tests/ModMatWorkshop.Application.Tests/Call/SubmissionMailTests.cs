using Microsoft.EntityFrameworkCore;
using MimeKit;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Call;

/// <summary>The mails to the author of a submission.</summary>
public sealed class SubmissionMailTests : IDisposable
{
    private static readonly SubmissionText Typed = new()
    {
        Title = "Free money at example.com",
        Kind = "oral",
        Language = "en",
        Authors = [new("Mallory", "Lovelace", [1])],
        Affiliations = ["LAAS"],
        Abstract = "Call **now**.\n\nSecond [paragraph](https://example.com).",
    };

    internal static IEnumerable<MailKind> All => MailList.All.OfType<SubmissionMail>().Select(mail => mail.Kind);

    private readonly ContentSample content = new();

    public SubmissionMailTests() =>
        content.Replace(
            "workshop.md",
            "contact: \"atelier@example.org\"\n",
            "contact: \"atelier@example.org\"\n"
                + "call: { opens: 2029-12-01, closes: 2030-03-01 13:00, answers: 2030-03-15, erased: 2030-09-01 }\n"
        );

    [KatexTheory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public async Task A_mail_to_an_address_that_nobody_has_confirmed_says_nothing_that_was_typed(Language language)
    {
        foreach (var kind in new[] { MailKind.SubmissionReceived, MailKind.SubmissionLink })
        {
            var mail = await SendAsync(kind, language, isConfirmed: false, s => s.Submit(SubmissionHost.Closes.AddDays(-1)));
            foreach (var text in new[] { mail.Subject, mail.TextBody, mail.HtmlBody })
            foreach (var typed in new[] { "money", "Mallory", "now", "paragraph", "example.com" })
                Assert.DoesNotContain(typed, text, StringComparison.Ordinal);
        }
    }

    [KatexFact]
    public async Task The_receipt_to_a_confirmed_address_has_what_was_sent_as_plain_text()
    {
        var mail = await SendAsync(MailKind.SubmissionReceived, Language.English, isConfirmed: true, s =>
            s.Submit(SubmissionHost.Closes.AddDays(-1))
        );

        Assert.Equal("Atelier 2030: we have received your abstract", mail.Subject);
        foreach (
            var said in new[] { "Free money", "Mallory Lovelace", "Contributed talk", "Call now.", "Second paragraph.", "15 March 2030" }
        )
            Assert.Contains(said, mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"https://example.com", mail.HtmlBody, StringComparison.Ordinal);
    }

    [KatexTheory]
    [InlineData(MailKind.SubmissionDraft, Language.French, "Atelier 2030 : votre brouillon est gardé", "/ma-soumission/")]
    [InlineData(MailKind.SubmissionDraft, Language.English, "Atelier 2030: your draft is saved", "/en/my-submission/")]
    [InlineData(MailKind.SubmissionWithdrawn, Language.French, "Atelier 2030 : votre résumé est retiré", "/ma-soumission/")]
    [InlineData(MailKind.SubmissionWithdrawn, Language.English, "Atelier 2030: your abstract is withdrawn", "/en/my-submission/")]
    [InlineData(MailKind.SubmissionReminder, Language.French, "Atelier 2030 : votre brouillon n’est pas encore soumis", "/ma-soumission/")]
    [InlineData(MailKind.SubmissionReminder, Language.English, "Atelier 2030: your draft is not submitted yet", "/en/my-submission/")]
    [InlineData(MailKind.CorrectionDecided, Language.French, "Atelier 2030 : votre correction", "/ma-soumission/")]
    [InlineData(MailKind.CorrectionDecided, Language.English, "Atelier 2030: your correction", "/en/my-submission/")]
    public async Task Each_mail_is_in_the_language_of_its_author_with_the_link(
        MailKind kind,
        Language language,
        string subject,
        string link
    )
    {
        var mail = await SendAsync(kind, language, isConfirmed: false, s =>
        {
            if (kind == MailKind.SubmissionWithdrawn)
                s.Withdraw(SubmissionHost.Closes.AddDays(-1));
            if (kind == MailKind.CorrectionDecided)
                s.Submit(SubmissionHost.Closes.AddDays(-1));
        });

        Assert.Equal((subject, "ada@lab.example"), (mail.Subject!.Replace('\u00A0', ' '), mail.To.Mailboxes.Single().Address));
        Assert.Contains(link, mail.TextBody, StringComparison.Ordinal);
    }

    [KatexFact]
    public async Task A_receipt_for_a_submission_that_was_withdrawn_meanwhile_is_not_sent()
    {
        using var host = await MailTestHost.OpenWithAsync(content);
        await PostAsync(host, MailKind.SubmissionReceived, Language.English, isConfirmed: true, s => s.Withdraw(SubmissionHost.Closes));
        await host.Sender().RunOnceAsync(CancellationToken.None);

        Assert.Equal(MailState.Skipped, Assert.Single(await host.MessagesAsync()).State);
    }

    [KatexTheory]
    [InlineData(Language.French, "Atelier 2030 : il nous manque un fichier", "diapositives")]
    [InlineData(Language.English, "Atelier 2030: a file is missing", "slides")]
    public async Task Who_has_sent_no_slides_is_asked_and_who_has_sent_them_meanwhile_is_not(
        Language language,
        string subject,
        string missing
    )
    {
        using var host = await MailTestHost.OpenWithAsync(content);
        var id = Guid.Empty;
        await PostAsync(host, MailKind.FilesMissing, language, isConfirmed: true, s =>
        {
            id = s.Id;
            s.Submit(SubmissionHost.Closes.AddDays(-1));
        });
        await using (var db = host.Db())
        {
            var assessment = new Assessment { SubmissionId = id };
            assessment.Decide(CallDecision.Accepted("oral"), SubmissionHost.Closes);
            assessment.Tell(SubmissionHost.Closes);
            db.Assessments.Add(assessment);
            await db.SaveChangesAsync();
        }
        await host.Sender().RunOnceAsync(CancellationToken.None);
        var mail = Assert.Single(host.PickedUpMails());
        Assert.Equal(subject, mail.Subject!.Replace('\u00A0', ' '));
        Assert.Contains(missing, mail.TextBody, StringComparison.Ordinal);

        await using (var db = host.Db())
        {
            db.SubmissionFiles.Add(
                new()
                {
                    Id = Guid.NewGuid(),
                    SubmissionId = id,
                    Use = SubmissionFileUse.Slides,
                    Extension = "pdf",
                    Length = 1,
                    Bytes = [1],
                    At = SubmissionHost.Closes,
                }
            );
            db.Outbox.Add(
                OutboxMessage.For(await db.Submissions.SingleAsync(), MailKind.FilesMissing, "again", host.Time.GetUtcNow(), "a.example")
            );
            await db.SaveChangesAsync();
        }
        await host.Sender().RunOnceAsync(CancellationToken.None);
        Assert.Single(host.PickedUpMails());
    }

    private async Task<MimeMessage> SendAsync(MailKind kind, Language language, bool isConfirmed, Action<Submission> then)
    {
        using var host = await MailTestHost.OpenWithAsync(content);
        await PostAsync(host, kind, language, isConfirmed, then);
        await host.Sender().RunOnceAsync(CancellationToken.None);
        return Assert.Single(host.PickedUpMails());
    }

    private static async Task PostAsync(MailTestHost host, MailKind kind, Language language, bool isConfirmed, Action<Submission> then)
    {
        var now = host.Time.GetUtcNow();
        var submission = Submission.New(Guid.NewGuid(), 1, SubmissionHost.Address("ada"), now);
        submission.Keep(Typed, language, now);
        if (isConfirmed)
            submission.Confirm(now);
        then(submission);
        await using var db = host.Db();
        db.Submissions.Add(submission);
        db.Outbox.Add(OutboxMessage.For(submission, kind, "test", now, "atelier.example"));
        await db.SaveChangesAsync();
    }

    public void Dispose() => content.Dispose();
}
