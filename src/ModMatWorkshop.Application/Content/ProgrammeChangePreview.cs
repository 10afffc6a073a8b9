using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Content;

/// <summary>What an import of the content would do to the answers in the database. Saves nothing.</summary>
public static class ProgrammeChangePreview
{
    /// <summary>Whether anybody has answers that the import would move, set aside or ask about.</summary>
    public static async Task<bool> ConcernsAnybodyAsync(WorkshopDb db, WorkshopContent content, CancellationToken cancel)
    {
        var (changes, people) = await MovedAsync(db, content, cancel);
        return people.Any(p => changes.Concern(p.Details));
    }

    /// <summary>Each half-day that would change, and the people whose answers that concerns, sorted by name.</summary>
    public static async Task<IReadOnlyList<ConcernedPeople>> ReadAsync(WorkshopDb db, WorkshopContent content, CancellationToken cancel)
    {
        var (changes, people) = await MovedAsync(db, content, cancel);
        var programme = ProgrammeHalfDay.Of(content.Sessions, content.Slots).Select(h => h.Id);
        var others = HalfDayChanges.NotAdded(programme, changes.HalfDays);
        return
        [
            .. changes.HalfDays.Select(change => new ConcernedPeople(
                change,
                [.. people.Where(p => change.Kind == HalfDayChangeKind.Added ? p.Details.AttendsAll(others) : change.Concerns(p.Details))]
            )),
        ];
    }

    /// <summary>A line of text for each half-day with answers that would move, leave the programme or join it.</summary>
    public static async Task<IReadOnlyList<string>> LinesAsync(
        WorkshopDb db,
        WorkshopContent content,
        Words words,
        CancellationToken cancel
    ) =>
        [.. (await ReadAsync(db, content, cancel)).Where(c => c.People.Count > 0).Select(c => words.AnswersLine(c.Change, c.People.Count))];

    /// <summary>The changes, and everybody with their answers after them.</summary>
    private static async Task<(HalfDayChanges Changes, IReadOnlyList<Registration> People)> MovedAsync(
        WorkshopDb db,
        WorkshopContent content,
        CancellationToken cancel
    )
    {
        var changes = (await AnswerMover.ReadAsync(db, cancel)).ChangesTo(content.Sessions, content.Slots);
        if (changes.HalfDays.Count == 0)
            return (changes, []);
        var people = await db
            .Registrations.AsNoTracking()
            .Where(r => r.Status != RegistrationStatus.Cancelled)
            .OrderBy(r => r.SortKey)
            .ThenBy(r => r.Number)
            .ToListAsync(cancel);
        people.ForEach(p => p.FollowProgramme(changes));
        return (changes, people);
    }
}
