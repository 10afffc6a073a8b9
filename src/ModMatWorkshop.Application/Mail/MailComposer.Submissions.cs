using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content.Submissions;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Mail;

/// <content>Mails to the authors of submissions.</content>
public sealed partial class MailComposer
{
    private async Task<MimeMessage?> ComposeAsync(SubmissionMail mail, OutboxMessage message, CancellationToken cancel)
    {
        var submission = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == message.RegistrationId, cancel);
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        if (submission is null || workshop.Call is not { } call || !mail.IsStillTrue(submission))
            return null;
        var words = new Words(workshop.Languages.OrFirst(submission.Language));
        var content = MailTemplate.Fill(mail, ValuesOf(submission, call, workshop, words), words);
        var body = new BodyBuilder { TextBody = content.Text, HtmlBody = content.Html };
        return CreateMessage(message, content.Subject, body, submission.Email, words);
    }

    private Dictionary<string, string?> ValuesOf(Submission submission, CallForAbstracts call, Workshop workshop, Words words)
    {
        var isOpen = call.IsOpenAt(clock.GetUtcNow());
        // Until the owner of the address has answered, anybody may have typed the text: it is not mailed to a stranger.
        var sent = submission.IsConfirmed ? submission.Sent : null;
        var shown = sent is null ? null : SubmissionPreview.Of(sent, workshop).Contribution;
        return new(ValuesOf(workshop, words))
        {
            ["link"] = site.Of(Routes.MySubmission.Path(workshop.Languages, words.Language, links.Of(submission))),
            ["call"] = site.Of(Routes.Call.Path(workshop.Languages, words.Language)),
            ["number"] = submission.Number.ToString(CultureInfo.InvariantCulture),
            ["deadline"] = isOpen ? Instant(call.Closes, workshop, words) : null,
            ["closed"] = isOpen ? null : "",
            ["answers"] = call.AnsweredBy is { } day ? words.DayWithYear(day) : null,
            ["erased"] = words.DayWithYear(call.ErasedOn),
            ["confirm"] = submission.IsConfirmed ? null : "",
            ["title"] = shown is null ? null : OnOneLine(shown.Title),
            ["authors"] = shown is null ? null : OnOneLine(string.Join(", ", shown.Authors.Select(a => a.Name))),
            ["wish"] = shown is null ? null : words.KindName(sent!.Kind, workshop),
            ["abstract"] = shown?.BodyText,
        };
    }
}
