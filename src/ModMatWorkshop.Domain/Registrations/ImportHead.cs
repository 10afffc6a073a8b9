namespace ModMatWorkshop.Domain.Registrations;

/// <summary>Finds the headings of an imported list, which may have a title above them, or none at all.</summary>
public static class ImportHead
{
    private const int MaxTitleRows = 10;
    private const int MinHeadings = 2;

    /// <param name="rows">The cells of all rows that are not empty.</param>
    /// <param name="programme">The headings of half-days and meals, folded.</param>
    /// <returns>The index of the row with the headings; null for a list without headings.</returns>
    public static int? IndexIn(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyDictionary<string, ImportColumn> programme)
    {
        if (rows.Count == 0)
            return 0;
        if (HasAddress(rows[0]))
            return null;
        var above = rows.Take(MaxTitleRows).TakeWhile(row => !HasAddress(row)).ToList();
        var found = above.FindIndex(row => row.Count(h => ImportHeading.Read(h, programme).Meanings.Count > 0) >= MinHeadings);
        return Math.Max(found, 0);
    }

    private static bool HasAddress(IReadOnlyList<string> row) => row.Any(cell => EmailAddress.TryParse(cell, out _));
}
