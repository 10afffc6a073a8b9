using System.Globalization;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Programme.Editing;

namespace ModMatWorkshop.Content.Editing;

/// <summary>Writes what an organiser has changed in the timetable into the files that say it.</summary>
public sealed class TimetableFiles
{
    private const string Slots = "slots";
    private const string Contributions = "contributions/";

    private readonly Dictionary<string, (FileEdit Edit, string Original)> _files = [];

    /// <param name="files"><c>workshop.md</c>, all sessions, and the contributions whose cancellation is taken back. A file that cannot
    /// be read is left out.</param>
    public TimetableFiles(IEnumerable<(string Name, string Text)> files)
    {
        foreach (var (name, text) in files)
            if (FileEdit.Open(text) is { HasFrontMatter: true } edit)
                _files[name] = (edit, text);
    }

    /// <summary>The new texts of the files that have changed, by name.</summary>
    public IReadOnlyDictionary<string, string> Changed =>
        _files.Where(f => f.Value.Edit.Text != f.Value.Original).ToDictionary(f => f.Key, f => f.Value.Edit.Text);

    /// <returns>False if the files have no such rows or sessions, because they have changed meanwhile.</returns>
    public bool TryWrite(EditedTimetable before, EditedTimetable after)
    {
        foreach (var gone in before.Rows.Where(r => after.Find(r.Slug) is null))
        {
            if (Find(gone.Slug) is not var (file, index))
                return false;
            file.Remove(Item(index));
        }
        foreach (var row in after.Rows)
        {
            var old = before.Find(row.Slug);
            if (row != old && !TryWrite(old, row, after))
                return false;
        }
        return true;
    }

    private bool TryWrite(EditedRow? old, EditedRow row, EditedTimetable timetable)
    {
        if (FileOf(row.Session) is not { } target)
            return false;
        var found = Find(row.Slug);
        if (found is null != old is null)
            return false;
        if (found is not var (file, index))
            target.Insert(Slots, PlaceFor(target, row, timetable), NewItem(row));
        else if (file != target)
        {
            var values = ValuesOf(file, index);
            file.Remove(Item(index));
            target.Insert(Slots, PlaceFor(target, row, timetable), values);
        }
        var at = IndexIn(target, row.Slug);
        SetHours(target, at, row, timetable);
        if ((old?.Session, old?.Room) != (row.Session, row.Room))
            target.Set($"{Item(at)}.room", row.Room == timetable.SessionOf(row)?.Room ? null : row.Room);
        if (old is not null && (old.Cancelled, old.CancelledBecause) != (row.Cancelled, row.CancelledBecause))
            SetCancelled(target, at, row);
        PutInOrder(target, at);
        return true;
    }

    private static void SetHours(FileEdit file, int index, EditedRow row, EditedTimetable timetable)
    {
        var item = Item(index);
        // The slots of a session have the date of the session.
        file.Set($"{item}.date", row.Session is null ? Iso(row.Date) : null);
        file.Set($"{item}.start", Hour(row.Start));
        file.Set($"{item}.end", Hour(row.End));
        if (row.MovedFrom is not var (start, end))
        {
            file.Set($"{item}.moved_from", null);
            return;
        }
        var day = DateOnly.FromDateTime(timetable.Local(start));
        file.Set($"{item}.moved_from.date", day == row.Date ? null : Iso(day));
        file.Set($"{item}.moved_from.start", Hour(start));
        file.Set($"{item}.moved_from.end", Hour(end));

        string Hour(DateTimeOffset instant) => timetable.Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    private void SetCancelled(FileEdit file, int index, EditedRow row)
    {
        var item = Item(index);
        file.Set($"{item}.cancelled", row.Cancelled ? "true" : null);
        SetText(file, $"{item}.cancelled_because", row.CancelledBecause);
        if (!row.Cancelled && _files.TryGetValue($"{Contributions}{row.Slug}.md", out var contribution))
            contribution.Edit.Set("cancelled", null);
    }

    /// <summary>One text if it is the same in all languages.</summary>
    private static void SetText(FileEdit file, string path, Localized? text)
    {
        file.Set(path, null);
        foreach (var (key, value) in Texts("", text))
            file.Set(path + key, value);
    }

    private static IEnumerable<(string Key, string Value)> Texts(string key, Localized? text) =>
        text is null ? []
        : text.Fr is null || text.En is null || text.Fr == text.En ? [(key, text.In(Language.French))]
        : [($"{key}.fr", text.Fr), ($"{key}.en", text.En)];

    /// <summary>The hours follow, once the item has its place.</summary>
    private static List<(string Key, string Value)> NewItem(EditedRow row) =>
        row.Code is { } code
            ? [("date", Iso(row.Date)), ("start", "00:00"), ("end", "00:00"), ("contribution", ContributionCode.Parse(code).Printed)]
            :
            [
                ("date", Iso(row.Date)),
                ("start", "00:00"),
                ("end", "00:00"),
                ("slug", row.Slug),
                ("kind", SlotReader.KeyOf(row.Kind)),
                .. Texts("title", row.Title),
            ];

    /// <summary>All values of an item, in the order in which people write them.</summary>
    private static List<(string Key, string Value)> ValuesOf(FileEdit file, int index)
    {
        var prefix = Item(index) + ".";
        return
        [
            .. file
                .Values.Where(v => v.Key.StartsWith(prefix, StringComparison.Ordinal))
                .Select(v => (Key: v.Key[prefix.Length..], v.Value))
                .OrderBy(v => RankOf(prefix + v.Key), StringComparer.Ordinal),
        ];
    }

    /// <summary>Sorts the keys at each level as docs/content-format.md does, and the items of lists by number.</summary>
    private static string RankOf(FieldPath path) =>
        path.Parts.Count <= 2
            ? ""
            : RankOf(path.Parent)
                + (
                    FieldPath.IndexOf(path.Last) is { } index
                        ? index.ToString("D4", CultureInfo.InvariantCulture)
                        // The path begins with a list, so the kind of the file does not matter.
                        : $"{KeyOrder.RankOf(path.Last, path.Parent, null!):D4}{path.Last}"
                );

    /// <summary>Before the first item that starts later, like which it is written.</summary>
    private static int PlaceFor(FileEdit file, EditedRow row, EditedTimetable timetable)
    {
        var own =
            $"{(row.Session is null ? Iso(row.Date) : "")} {timetable.Local(row.Start).ToString("HH:mm", CultureInfo.InvariantCulture)}";
        var later = Starts(file).FindIndex(s => string.CompareOrdinal(s, own) > 0);
        return later < 0 ? file.Count(Slots) : later;
    }

    private static List<string> Starts(FileEdit file) =>
        [.. Enumerable.Range(0, file.Count(Slots)).Select(i => $"{file.Value($"{Item(i)}.date")} {file.Value($"{Item(i)}.start")}")];

    /// <summary>Moves an item before the first one that starts later, if it is not in order.</summary>
    private static void PutInOrder(FileEdit file, int index)
    {
        var starts = Starts(file);
        var own = starts[index];
        var isInOrder =
            (index == 0 || string.CompareOrdinal(starts[index - 1], own) <= 0)
            && (index == starts.Count - 1 || string.CompareOrdinal(own, starts[index + 1]) <= 0);
        if (isInOrder)
            return;
        starts.RemoveAt(index);
        var later = starts.FindIndex(s => string.CompareOrdinal(s, own) > 0);
        file.Move(Slots, index, later < 0 ? starts.Count : later);
    }

    private FileEdit? FileOf(int? session)
    {
        var number = session?.ToString(CultureInfo.InvariantCulture);
        return _files
            .Where(f => session is null ? f.Key == ContentFolder.WorkshopFile : f.Value.Edit.Value("session") == number)
            .Select(f => f.Value.Edit)
            .FirstOrDefault();
    }

    private (FileEdit File, int Index)? Find(string slug)
    {
        foreach (var (name, (edit, _)) in _files)
            if (ContentFolder.IsTimetable(name) && IndexIn(edit, slug) is >= 0 and var index)
                return (edit, index);
        return null;
    }

    private static int IndexIn(FileEdit file, string slug) =>
        Enumerable
            .Range(0, file.Count(Slots))
            .Where(i => (file.Value($"{Item(i)}.contribution")?.ToLowerInvariant() ?? file.Value($"{Item(i)}.slug")) == slug)
            .FirstOrDefault(-1);

    private static string Item(int index) => string.Create(CultureInfo.InvariantCulture, $"{Slots}.{index}");

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
