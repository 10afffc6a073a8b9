namespace ModMatWorkshop.Domain.Registrations;

/// <summary>Several columns that are equally plausible for one meaning. None is taken before an organiser chooses.</summary>
/// <param name="Columns">Indexes of the columns.</param>
public sealed record ImportDoubt(ImportColumn Meaning, IReadOnlyList<int> Columns);

/// <summary>The meaning of each column of an imported list.</summary>
public sealed record ImportAssignment(IReadOnlyList<ImportColumn> Columns, IReadOnlyList<ImportDoubt> Doubts)
{
    /// <summary>The share of addresses that makes a column without a known heading the column of addresses, in tenths.</summary>
    private const int MostlyAddresses = 8;

    public bool Has(ImportColumn meaning) => Columns.Contains(meaning);

    public bool HasNames => HaveNames(Columns);

    /// <summary>Recognises the columns from all headings together, and from the values where headings leave a choice.</summary>
    /// <param name="rows">The cells of each line; a line may be shorter than the head.</param>
    /// <param name="programme">The headings of half-days and meals, folded.</param>
    public static ImportAssignment Recognise(
        IReadOnlyList<string> head,
        IReadOnlyList<IReadOnlyList<string>> rows,
        IReadOnlyDictionary<string, ImportColumn> programme
    )
    {
        var headings = head.Select(h => ImportHeading.Read(h, programme)).ToList();
        var all = headings
            .Select((h, i) => new Candidate(i, h.Owner, MeaningIn(h, headings, () => Values(rows, i)), h.Rank))
            .Where(c => c.Meaning is { } meaning && (meaning == ImportColumn.Status || c.Owner != ColumnOwner.SomebodyElse))
            .ToList();
        // Names of attendees, when complete, leave out all other names: those of buyers need not say so.
        var named = all.Where(c => c.Meaning!.IsName && c.Owner == ColumnOwner.Attendee).ToList();
        if (HaveNames([.. named.Select(c => c.Meaning!)]))
            all.RemoveAll(c => c.Meaning!.IsName && c.Owner != ColumnOwner.Attendee);

        var columns = Enumerable.Repeat(ImportColumn.Ignored, head.Count).ToArray();
        var doubts = new List<ImportDoubt>();
        foreach (var group in all.GroupBy(c => c.Meaning!))
        {
            var best = group.Key == ImportColumn.Status ? [.. group] : Best([.. group], rows);
            if (best.Count > 1 && group.Key != ImportColumn.Status)
                doubts.Add(new(group.Key, [.. best.Select(c => c.Index)]));
            else
                foreach (var candidate in best)
                    columns[candidate.Index] = group.Key;
        }
        if (!all.Any(c => c.Meaning == ImportColumn.Email) && AddressesIn(headings, columns, rows) is { } addresses)
            columns[addresses] = ImportColumn.Email;
        return new(columns, doubts);
    }

    /// <summary>The columns as an organiser has chosen them. A meaning that two columns have is in doubt again.</summary>
    public static ImportAssignment ByHand(IReadOnlyList<ImportColumn> chosen)
    {
        var doubts = chosen
            .Index()
            .Where(c => c.Item != ImportColumn.Ignored && c.Item != ImportColumn.Status)
            .GroupBy(c => c.Item, c => c.Index)
            .Where(g => g.Count() > 1)
            .Select(g => new ImportDoubt(g.Key, [.. g]))
            .ToList();
        var inDoubt = doubts.SelectMany(d => d.Columns).ToHashSet();
        return new([.. chosen.Select((c, i) => inDoubt.Contains(i) ? ImportColumn.Ignored : c)], doubts);
    }

    private static bool HaveNames(IReadOnlyList<ImportColumn> columns) =>
        columns.Contains(ImportColumn.FullName) || columns.Contains(ImportColumn.GivenName) && columns.Contains(ImportColumn.FamilyName);

    private static ImportColumn? MeaningIn(ImportHeading heading, List<ImportHeading> all, Func<IEnumerable<string>> values)
    {
        if (heading.Meanings is not [var first, var second])
            return heading.Meanings.FirstOrDefault(m => m != ImportColumn.Status || IsStatus(heading, values()));
        if (first == ImportColumn.FamilyName)
        {
            var ofTheSame = all.Where(h => h.Owner == heading.Owner).ToList();
            return ofTheSame.Any(Is(ImportColumn.GivenName)) && !ofTheSame.Any(Is(ImportColumn.FamilyName)) ? first : second;
        }
        var texts = values().ToList();
        return texts.Any(t => ImportedStatuses.Of(t) is not null) || !texts.Any(IsPosition) ? first : second;

        static Func<ImportHeading, bool> Is(ImportColumn meaning) => h => h.Meanings is [var only] && only == meaning;
    }

    /// <summary>"State" is also a part of an address, so one value at least must be the status of a registration.</summary>
    private static bool IsStatus(ImportHeading heading, IEnumerable<string> values) =>
        heading.Rank < 2 && values.Any(v => ImportedStatuses.Of(v) is not null);

    private static bool IsPosition(string text) => PersonFields.Position.OptionIn(text) is not null;

    /// <summary>The candidates that are equally good: of the attendee rather than of nobody, by the better heading, not empty.</summary>
    private static List<Candidate> Best(List<Candidate> group, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (group.Count == 1)
            return group;
        var filled = group.Where(c => Values(rows, c.Index).Any()).ToList();
        if (filled.Count == 0)
            return group[..1];
        var first = filled.Min(c => (c.Owner, c.Rank));
        var best = filled.Where(c => (c.Owner, c.Rank) == first).ToList();
        // Columns that say the same on every line are one.
        return best.Skip(1).All(c => rows.All(row => Cell(row, c.Index) == Cell(row, best[0].Index))) ? best[..1] : best;
    }

    /// <summary>The only column without a known heading that consists of addresses.</summary>
    private static int? AddressesIn(List<ImportHeading> headings, ImportColumn[] columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var found = Enumerable
            .Range(0, columns.Length)
            .Where(i => columns[i] == ImportColumn.Ignored && headings[i].Owner != ColumnOwner.SomebodyElse)
            .Where(i =>
            {
                var values = Values(rows, i).ToList();
                return values.Count > 0 && values.Count(v => EmailAddress.TryParse(v, out _)) * 10 >= values.Count * MostlyAddresses;
            })
            .ToList();
        return found is [var only] ? only : null;
    }

    private static IEnumerable<string> Values(IReadOnlyList<IReadOnlyList<string>> rows, int column) =>
        rows.Select(row => Cell(row, column)).Where(text => text.Length > 0);

    private static string Cell(IReadOnlyList<string> row, int column) => column < row.Count ? row[column].Trim() : "";

    private sealed record Candidate(int Index, ColumnOwner Owner, ImportColumn? Meaning, int Rank);
}
