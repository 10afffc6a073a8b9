using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Data.Mapping;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>Queries about registrations that several services share.</summary>
public static class RegistrationQueries
{
    /// <summary>The JSON of an answer that is erased when the workshop is over has this text. Nothing that people type does.</summary>
    private static readonly string UntilWorkshopEnds =
        $"\"{nameof(QuestionAnswer.Retention)}\":{Json.Text(FieldRetention.UntilWorkshopEnds)}";

    /// <summary>True for a registration with an answer to one of <see cref="RegistrationFields.Needs"/> of every workshop.</summary>
    public static Expression<Func<Registration, bool>> HasNeeds { get; } = BuildHasNeeds();

    /// <summary>True for a registration with an answer that is erased when the workshop is over.</summary>
    public static Expression<Func<Registration, bool>> HasErasedAfterWorkshop { get; } =
        Or(HasNeeds, r => ((string)(object)r.Details.Answers).Contains(UntilWorkshopEnds));

    /// <summary>The same, or with an answer that is erased on a day.</summary>
    public static Expression<Func<Registration, bool>> HasErasedAnswers { get; } =
        Or(HasErasedAfterWorkshop, r => r.Details.FirstErasure != null);

    /// <summary>The position on the waiting list, from 1; null for somebody who is not on it.</summary>
    public static async Task<int?> RankAsync(WorkshopDb db, Registration registration, CancellationToken cancel) =>
        registration.LineNumber is { } line ? await db.Registrations.CountAsync(r => r.LineNumber <= line, cancel) : null;

    /// <summary>
    /// The change that an undo would revert. What the site does by itself because of other changes is skipped: offers, and the erasure of
    /// needs.
    /// </summary>
    public static Task<RegistrationChange?> LastChangeAsync(WorkshopDb db, Guid id, CancellationToken cancel = default) =>
        db
            .RegistrationChanges.AsNoTracking()
            .Where(c =>
                c.RegistrationId == id
                && !(
                    c.Actor == Actor.Site.Name
                    && (
                        c.Action == OfferSeat.SeatOffered
                        || c.Action == LapseOptions.Offered
                        || c.Action == RetentionService.ErasedNeedsAction
                        || c.Action == RetentionService.ErasedAnswersAction
                    )
                )
            )
            .OrderByDescending(c => c.Id)
            .FirstOrDefaultAsync(cancel);

    /// <summary>Whether a person without a seat could get one at check-in.</summary>
    public static async Task<DeskSeat> DeskSeatAsync(WorkshopDb db, Registration registration, DateTimeOffset now, CancellationToken cancel)
    {
        var context = await RegistrationContext.ReadAsync(db, cancel);
        var isInvited = await db.Invitations.AnyAsync(i => i.UsedBy == registration.Id, cancel);
        return CheckInRules.SeatFor(await context.ReadSeatingAsync(db, now), registration, isInvited);
    }

    private static Expression<Func<Registration, bool>> Or(
        Expression<Func<Registration, bool>> one,
        Expression<Func<Registration, bool>> other
    ) =>
        Expression.Lambda<Func<Registration, bool>>(
            Expression.OrElse(one.Body, ReplacingExpressionVisitor.Replace(other.Parameters[0], one.Parameters[0], other.Body)),
            one.Parameters[0]
        );

    private static Expression<Func<Registration, bool>> BuildHasNeeds()
    {
        var registration = Expression.Parameter(typeof(Registration));
        var details = Expression.Property(registration, nameof(Registration.Details));
        var hasNeeds = RegistrationFields
            .BuiltIn.Needs.Select(field => field.Column!)
            .Select(column => ReplacingExpressionVisitor.Replace(column.Parameters[0], details, column.Body))
            .Select(value => Expression.NotEqual(value, Expression.Constant(null, typeof(string))))
            .Aggregate(Expression.OrElse);
        return Expression.Lambda<Func<Registration, bool>>(hasNeeds, registration);
    }
}
