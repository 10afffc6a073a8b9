using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Call;

/// <summary>What became of an answer.</summary>
/// <param name="Presenter">What became of the presenter's registration; null if the answer did not ask for one.</param>
/// <param name="IsFreed">The answer has freed a place.</param>
public sealed record AnswerOutcome(SubmissionResult Result, PresenterResult? Presenter = null, bool IsFreed = false);

/// <summary>
/// Keeps the author's answer to an acceptance, and registers the presenter with the same press. <see cref="SubmissionRules"/> and
/// <see cref="PresenterRegistrationRules"/> decide. One transaction of the registrations changes both, so a seat is never given twice.
/// </summary>
public sealed class PresenterService(WorkshopDb db, RegistrationQueue queue)
{
    /// <param name="attendance">How the presenter takes part; ignored if nobody comes.</param>
    /// <param name="receivedAt">When the site received the request.</param>
    public Task<AnswerOutcome> AnswerAsync(
        Guid id,
        AcceptanceAnswer answer,
        Attendance attendance,
        DateTimeOffset receivedAt,
        CancellationToken cancel
    ) => queue.RunAsync(db, transaction => AnswerAsync(transaction, id, new(answer), attendance, receivedAt), cancel);

    private static async Task<AnswerOutcome> AnswerAsync(
        RegistrationTransaction transaction,
        Guid id,
        AnswerToAcceptance command,
        Attendance attendance,
        DateTimeOffset receivedAt
    )
    {
        var db = transaction.Db;
        var workshop = await db.Workshops.AsNoTracking().SingleAsync();
        var submission = await db.Submissions.SingleOrDefaultAsync(s => s.Id == id);
        if (workshop.Call is not { } call || submission is null)
            return new(SubmissionResult.NotFound);
        var facts = new SubmissionFacts(
            call,
            receivedAt,
            IsByLink: true,
            IsToldAccepted: await db.ToldAcceptances().AnyAsync(a => a.SubmissionId == id)
        );
        if (!SubmissionRules.MayAnswer(submission, command, facts))
            return new(SubmissionResult.InvalidState);
        var linked = await LinkedAsync(transaction, submission);
        facts = facts with { HasPresenterAttended = linked is not null && await PresenceSummary.HasAttendedAsync(db, linked.Id) };
        if (command.Answer == AcceptanceAnswer.Declined)
        {
            var isFreed = linked is not null && await ReleaseAsync(transaction, submission, linked, facts.HasPresenterAttended);
            return new(Keep(transaction, submission, command, facts), IsFreed: isFreed);
        }
        if (submission.Answer == AcceptanceAnswer.Confirmed && linked is { Status: RegistrationStatus.Confirmed })
            return new(SubmissionResult.NoChange);
        var (result, presenter) = await RegisterAsync(transaction, submission, linked, attendance);
        return new(Keep(transaction, submission, command, facts with { Presenter = presenter }), result);
    }

    private static async Task<(PresenterResult Result, Guid? Presenter)> RegisterAsync(
        RegistrationTransaction transaction,
        Submission submission,
        Registration? linked,
        Attendance attendance
    )
    {
        var db = transaction.Db;
        var known = linked is { Status: not RegistrationStatus.Cancelled }
            ? linked
            : await db.Registrations.SingleOrDefaultAsync(r => r.Email == submission.Email);
        var halfDays = await db.Sessions.Select(s => new { s.Date, s.HalfDay }).Distinct().ToListAsync();
        var form = PresenterForm.Of(
            submission.Read,
            submission.Language,
            halfDays.OrderBy(h => h.Date).ThenBy(h => h.HalfDay).Select(h => new HalfDayId(h.Date, h.HalfDay)),
            attendance
        );
        var decision = PresenterRegistrationRules.Register(
            transaction.Seating,
            known,
            form,
            known is not null && await PresenceSummary.HasAttendedAsync(db, known.Id),
            () =>
                transaction.NewRegistration(
                    EmailAddress.TryParse(submission.Email, out var email)
                        ? email
                        : throw new InvalidOperationException($"Submission {submission.Number} has no address.")
                )
        );
        if (decision is { Registration: { } registration, Decision: { } consequences })
            await transaction.AddConsequencesAsync(registration, consequences, Actor.Author);
        submission.Take(decision.Taking);
        return (decision.Result, decision.Registration?.Id);
    }

    /// <summary>Frees what the answer took. If the same person presents another submission, it is that one's now.</summary>
    /// <returns>True if a place is free now.</returns>
    private static async Task<bool> ReleaseAsync(
        RegistrationTransaction transaction,
        Submission submission,
        Registration presenter,
        bool hasAttended
    )
    {
        var taking = submission.Taking;
        submission.Take(PresenterTaking.Nothing);
        if (taking.Took == AnswerTook.Nothing)
            return false;
        var other = await transaction
            .Db.Submissions.Where(s => s.Id != submission.Id && s.PresenterId == presenter.Id)
            .Where(s => s.State == SubmissionState.Submitted && s.Answer == AcceptanceAnswer.Confirmed)
            .OrderBy(s => s.Number)
            .FirstOrDefaultAsync();
        if (other is not null)
        {
            other.Take(taking);
            return false;
        }
        if (PresenterRegistrationRules.Release(transaction.Seating, presenter, taking, hasAttended) is not { } decision)
            return false;
        await transaction.AddConsequencesAsync(presenter, decision, Actor.Author);
        return decision.Result == ChangeResult.Done;
    }

    private static SubmissionResult Keep(
        RegistrationTransaction transaction,
        Submission submission,
        AnswerToAcceptance command,
        SubmissionFacts facts
    )
    {
        var decision = SubmissionRules.Decide(submission, command, facts, _ => throw new InvalidOperationException("It is there."));
        if (decision.Audit is { } line)
            transaction.Log(Actor.Author, line.Action, null, line.Result);
        return decision.Result;
    }

    private static async Task<Registration?> LinkedAsync(RegistrationTransaction transaction, Submission submission) =>
        submission.PresenterId is { } presenter ? await transaction.FindAsync(presenter) : null;
}
