using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Pages.Call;

namespace ModMatWorkshop.Web.Pages;

/// <content>The author's answer to an acceptance, which also registers the presenter.</content>
public sealed partial class MySubmissionModel
{
    public Task<IActionResult> OnPostComeAsync(CancellationToken cancel) => AnswerAsync(AcceptanceAnswer.Confirmed, cancel);

    public Task<IActionResult> OnPostNotComeAsync(CancellationToken cancel) => AnswerAsync(AcceptanceAnswer.Declined, cancel);

    private Task<IActionResult> AnswerAsync(AcceptanceAnswer answer, CancellationToken cancel) =>
        WithSubmissionAsync(
            async () =>
            {
                var attendance = AttendanceWords.FromWord(Request.Form[ParticipationFields.Attendance.Key]) ?? Attendance.InPerson;
                return SeeOther(SaidOf(answer, await presenters.AnswerAsync(Id, answer, attendance, At, cancel)));
            },
            cancel
        );

    private static string SaidOf(AcceptanceAnswer answer, AnswerOutcome outcome) =>
        outcome switch
        {
            { Result: SubmissionResult.NoChange } => "answered",
            { Result: not SubmissionResult.Done } => "unanswerable",
            { IsFreed: true } => "notcome-freed",
            _ when answer == AcceptanceAnswer.Declined => "notcome",
            { Presenter: PresenterResult.Waits } => "come-waits",
            { Presenter: PresenterResult.Registered } => "come",
            _ => "come-noted",
        };

    private async Task OpenAnswerAsync(CancellationToken cancel)
    {
        var submission = Submission!;
        var assessment = await Db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.SubmissionId == submission.Id, cancel);
        if (assessment?.Told is not { } told)
            return;
        Answer = new(submission, told, Workshop, Address)
        {
            Reviewers = assessment.ToldWords,
            Presenter = await PresenterOfAsync(submission, cancel),
            Refusal = PresenterRegistrationRules.RefusalAt((await RegistrationContext.ReadAsync(Db, cancel)).Policy, Site.Now),
        };
    }

    private async Task<PresenterView?> PresenterOfAsync(Submission submission, CancellationToken cancel)
    {
        if (submission is not { Answer: AcceptanceAnswer.Confirmed, PresenterId: { } id })
            return null;
        var registration = await Db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (registration is not { Status: RegistrationStatus.Confirmed })
            return null;
        // Another address is another person's, for whom this link proves nothing.
        var link = registration.Email == submission.Email ? Site.Path(Routes.MyRegistration, links.Of(registration)) : null;
        return new(
            registration,
            await RegistrationQueries.RankAsync(Db, registration, cancel),
            link,
            Workshop.Fields.OpenIn(registration.Snapshot()),
            await MissingFiles.OfAsync(Db, submission, Workshop, cancel)
        );
    }
}
