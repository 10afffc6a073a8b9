using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages;

/// <summary>A row of the programme: a slot and data of its contribution.</summary>
public sealed record TimetableRow(Slot Slot, string? TitleHtml, string? TitleLang, bool Remote)
{
    /// <summary>The code of the contribution; null for breaks and other slots without one.</summary>
    public string? Code => Slot.ContributionCode;

    public static TimetableRow Of(Slot slot, Contribution? talk) => new(slot, talk?.TitleHtml, talk?.TitleLang, talk is { Remote: true });
}

/// <summary>Consecutive rows under one heading: a session, or the slots between two sessions.</summary>
public sealed record TimetablePart(Session? Session, IReadOnlyList<TimetableRow> Lines);

public sealed record ProgrammeDay(DateOnly Date, IReadOnlyList<TimetablePart> Parts);

/// <summary>Reads the programme as days, sessions and rows.</summary>
public static class TimetableQueries
{
    public static async Task<IReadOnlyList<TimetableRow>> LinesAsync(WorkshopDb db, IQueryable<Slot> slots, CancellationToken cancel) =>
        await (
            from slot in slots.AsNoTracking()
            join contribution in db.Contributions on slot.ContributionCode equals contribution.Code into talks
            from talk in talks.DefaultIfEmpty()
            orderby slot.Start, slot.Slug
            select new TimetableRow(slot, talk!.TitleHtml, talk.TitleLang, talk != null && talk.Remote)
        ).ToListAsync(cancel);

    /// <summary>The hours of a session; null when the whole session is cancelled.</summary>
    public static async Task<SessionHours?> SessionAsync(WorkshopDb db, int number, CancellationToken cancel) =>
        SessionHours.Of(await db.Slots.AsNoTracking().Where(s => s.SessionNumber == number).ToListAsync(cancel)).SingleOrDefault();

    public static IReadOnlyList<ProgrammeDay> Days(IEnumerable<TimetableRow> lines, IReadOnlyList<Session> sessions)
    {
        var byNumber = sessions.ToDictionary(s => s.Number);
        var days = new List<ProgrammeDay>();
        foreach (var day in lines.GroupBy(l => l.Slot.Date))
        {
            var parts = new List<TimetablePart>();
            foreach (var line in day)
            {
                var session = line.Slot.SessionNumber is { } number ? byNumber.GetValueOrDefault(number) : null;
                if (parts.Count == 0 || parts[^1].Session?.Number != session?.Number)
                    parts.Add(new(session, new List<TimetableRow>()));
                ((List<TimetableRow>)parts[^1].Lines).Add(line);
            }
            days.Add(new(day.Key, parts));
        }
        return days;
    }
}
