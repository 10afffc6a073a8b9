using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content.Submissions;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Mails;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

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
        var decision = mail is DecisionMail ? await DecisionAsync(submission.Id, cancel) : CallDecision.Undecided;
        if (mail is DecisionMail && decision.Outcome != LetterRules.Told(mail.Kind))
            return null;
        var words = new Words(workshop.Languages.OrFirst(submission.Language));
        var values = ValuesOf(submission, decision, call, workshop, words);
        await AddAfterAcceptanceAsync(mail, submission, workshop, values, words, cancel);
        if (mail.Kind == MailKind.FilesMissing && values["missing"] is null)
            return null;
        var content = await FillAsync(mail, values, workshop, words, cancel);
        var body = new BodyBuilder { TextBody = content.Text, HtmlBody = content.Html };
        return CreateMessage(message, content.Subject, body, submission.Email, workshop, words);
    }

    private async Task AddAfterAcceptanceAsync(
        SubmissionMail mail,
        Submission submission,
        Workshop workshop,
        Dictionary<string, string?> values,
        Words words,
        CancellationToken cancel
    )
    {
        var day = workshop.Call?.SlidesBy;
        (values["slides-by"], values["any-day"]) = (day is { } last ? words.DayWithYear(last) : null, day is null ? "" : null);
        (values["missing"], values["accepted"], values["declined"]) = (null, null, null);
        if (mail.Kind == MailKind.FilesMissing)
        {
            var missing = await MissingFiles.OfAsync(db, submission, workshop, cancel);
            values["missing"] = missing.Count == 0 ? null : string.Join(", ", missing.Select(f => words.NameOfFile(f.Use, f.Number)));
        }
        if (mail.Kind == MailKind.CorrectionDecided)
        {
            var state = await db
                .SubmissionCorrections.Where(c => c.SubmissionId == submission.Id && c.DecidedAt != null)
                .Where(c => c.State == CorrectionState.Accepted || c.State == CorrectionState.Declined)
                .OrderByDescending(c => c.DecidedAt)
                .Select(c => (CorrectionState?)c.State)
                .FirstOrDefaultAsync(cancel);
            values[state == CorrectionState.Accepted ? "accepted" : "declined"] = "";
        }
    }

    /// <summary>The letter that the author of a submission would get now, as organisers read it: its secret link does not work.</summary>
    /// <returns>Null if there is no such submission, or no call.</returns>
    public async Task<MailContent?> PreviewAsync(MailKind letter, Guid id, Language language, CancellationToken cancel)
    {
        var submission = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel);
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        if (submission is null || workshop.Call is not { } call || MailList.Find(letter) is not DecisionMail mail)
            return null;
        var words = new Words(language);
        var values = ValuesOf(submission, await DecisionAsync(id, cancel), call, workshop, words);
        values[MailPlaceholders.Link] = WithoutSecret(values[MailPlaceholders.Link]!);
        return await FillAsync(mail, values, workshop, words, cancel);
    }

    private async Task<CallDecision> DecisionAsync(Guid submission, CancellationToken cancel) =>
        (await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.SubmissionId == submission, cancel))?.Decision
        ?? CallDecision.Undecided;

    private Dictionary<string, string?> ValuesOf(
        Submission submission,
        CallDecision decision,
        CallForAbstracts call,
        Workshop workshop,
        Words words
    )
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
            ["accepted-as"] = decision.Outcome == CallOutcome.Accepted ? words.KindName(decision.Kind, workshop) : null,
            ["abstract"] = shown?.BodyText,
        };
    }
}
