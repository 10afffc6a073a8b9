using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Content;

/// <summary>What an import of the content would do to the answers in the database. Saves nothing.</summary>
public static class ProgrammeChangePreview
{
    /// <summary>A line of text for each half-day with answers that would move, leave the programme or join it.</summary>
    public static async Task<IReadOnlyList<string>> LinesAsync(
        WorkshopDb db,
        WorkshopContent content,
        Words words,
        CancellationToken cancel
    )
    {
        var changes = (await AnswerMover.ReadAsync(db, cancel)).ChangesTo(content.Sessions, content.Slots);
        if (changes.HalfDays.Count == 0)
            return [];
        var moved = (
            await db
                .Registrations.AsNoTracking()
                .Where(r => r.Status != RegistrationStatus.Cancelled)
                .Select(r => r.Details)
                .ToListAsync(cancel)
        )
            .Select(changes.Apply)
            .ToList();
        var others = ProgrammeHalfDay
            .Of(content.Sessions, content.Slots)
            .Select(h => h.Id)
            .Where(h => !changes.HalfDays.Any(c => c.Kind == HalfDayChangeKind.Added && c.After == h))
            .ToList();
        return
        [
            .. from change in changes.HalfDays
            let people = moved.Count(details =>
                change.Kind == HalfDayChangeKind.Added ? details.AttendsAll(others) : change.Concerns(details)
            )
            where people > 0
            select words.AnswersLine(change, people),
        ];
    }
}
