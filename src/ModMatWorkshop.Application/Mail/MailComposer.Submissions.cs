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
        if (message is { To: { } organiser, TestLanguage: { } language })
            return await ComposeTestAsync(mail, message, organiser, language, cancel);
        var submission = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == message.RegistrationId, cancel);
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        if (submission is null || workshop.Call is not { } call || !mail.IsStillTrue(submission))
            return null;
        var assessment = await AssessmentAsync(submission.Id, cancel);
        var decision = assessment?.Told ?? CallDecision.Undecided;
        if (LetterRules.Told(mail.Kind) is { } outcome && decision.Outcome != outcome)
            return null;
        var words = new Words(workshop.Languages.OrFirst(submission.Language));
        var values = ValuesOf(submission, decision, call, workshop, words);
        values["link"] = site.Of(Routes.MySubmission.Path(workshop.Languages, words.Language, mail.TokenOf(submission, links)));
        AddWords(values, mail is DecisionMail ? assessment!.ToldWords : []);
        await AddAfterAcceptanceAsync(mail, submission, workshop, values, words, cancel);
        if (mail.Kind == MailKind.FilesMissing && values["missing"] is null)
            return null;
        var content = await FillAsync(mail, values, workshop, words, cancel);
        var body = new BodyBuilder { TextBody = content.Text, HtmlBody = content.Html };
        return CreateMessage(message, content.Subject, body, mail.AddressOf(submission), workshop, words);
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
    /// <param name="reviewers">What reviewers write to the authors; see <see cref="LetterRules.WordsOf"/>.</param>
    /// <returns>Null if there is no such submission, or no call.</returns>
    public async Task<MailContent?> PreviewAsync(
        MailKind letter,
        Guid id,
        IReadOnlyList<string> reviewers,
        Language language,
        CancellationToken cancel
    )
    {
        var submission = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel);
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        if (submission is null || workshop.Call is not { } call || MailList.Find(letter) is not DecisionMail mail)
            return null;
        var words = new Words(language);
        var decision = (await AssessmentAsync(id, cancel))?.Decision ?? CallDecision.Undecided;
        var values = ValuesOf(submission, decision, call, workshop, words);
        AddWords(values, reviewers);
        values[MailPlaceholders.Link] = WithoutSecret(values[MailPlaceholders.Link]!);
        return await FillAsync(mail, values, workshop, words, cancel);
    }

    private Task<Assessment?> AssessmentAsync(Guid submission, CancellationToken cancel) =>
        db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.SubmissionId == submission, cancel);

    /// <summary>Several reviewers are told apart by a number, which says nothing of them.</summary>
    private static void AddWords(Dictionary<string, string?> values, IReadOnlyList<string> reviewers)
    {
        var texts = reviewers.Count == 1 ? reviewers : [.. reviewers.Select((text, i) => $"{i + 1}. {text}")];
        var lines = texts.SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        (values["reviewers"], values["reviewed"]) = reviewers.Count == 0 ? (null, null) : (string.Join('\n', lines), "");
    }

    /// <summary>The mail as an invented author would get it, for an organiser.</summary>
    private async Task<MimeMessage> ComposeTestAsync(
        SubmissionMail mail,
        OutboxMessage message,
        string organiser,
        Language language,
        CancellationToken cancel
    )
    {
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var words = new Words(language);
        var content = await FillAsync(mail, ExamplesOf(mail.Kind, workshop, words), workshop, words, cancel);
        var body = new BodyBuilder { TextBody = content.Text, HtmlBody = content.Html };
        return CreateMessage(message, words.TestOf(content.Subject), body, organiser, workshop, words);
    }

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
            ["until"] = submission.PreviousEmailUntil is { } until ? Instant(until, workshop, words) : null,
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
