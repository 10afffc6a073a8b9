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

/// <summary>Rows under one heading: a session, sessions side by side in several rooms, or the slots between sessions.</summary>
public sealed record TimetablePart(IReadOnlyList<Session> Sessions, IReadOnlyList<TimetableRow> Lines)
{
    /// <summary>More rooms than this do not fit side by side on a screen. Their rows stay in one list.</summary>
    private const int MaxColumns = 4;

    public bool IsParallel => Sessions.Count > 1;

    /// <summary>The column of each room by its key, from 1, in the order of the content; none without rooms side by side.</summary>
    public IReadOnlyDictionary<string, int> Columns(Workshop workshop)
    {
        var used = workshop.Rooms.Select(r => r.Key).Where(key => Lines.Any(l => l.Slot.Room == key)).ToList();
        return IsParallel && used.Count is > 1 and <= MaxColumns
            ? used.Select((key, index) => (key, index)).ToDictionary(r => r.key, r => r.index + 1)
            : new Dictionary<string, int>();
    }
}

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

    /// <summary>A session that starts before another one in the same part ends belongs to that part.</summary>
    public static IReadOnlyList<ProgrammeDay> Days(IEnumerable<TimetableRow> lines, IReadOnlyList<Session> sessions) =>
        [
            .. lines
                .GroupBy(l => l.Slot.Date)
                .Select(day => new ProgrammeDay(day.Key, Parts([.. day], sessions.ToDictionary(s => s.Number)))),
        ];

    private static List<TimetablePart> Parts(IReadOnlyList<TimetableRow> day, Dictionary<int, Session> byNumber)
    {
        var ends = SessionHours.Of(day.Select(l => l.Slot)).ToDictionary(h => h.Number, h => h.End);
        var parts = new List<TimetablePart>();
        var (sessions, lines) = (new List<Session>(), new List<TimetableRow>());
        foreach (var line in day)
        {
            var session = line.Slot.SessionNumber is { } number ? byNumber.GetValueOrDefault(number) : null;
            var isSame = session is null ? sessions.Count == 0 : sessions.Contains(session);
            var isBeside =
                (session is not null || line.Slot.Room is not null)
                && sessions.Exists(s => ends.TryGetValue(s.Number, out var end) && line.Slot.Start < end);
            if (parts.Count == 0 || !isSame && !isBeside)
                parts.Add(new(sessions = [], lines = []));
            if (session is not null && !sessions.Contains(session))
                sessions.Add(session);
            lines.Add(line);
        }
        return parts;
    }
}
