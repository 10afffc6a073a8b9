namespace ModMatWorkshop.Exports;

/// <summary>A table that was read from a file.</summary>
/// <param name="Head">The first row that is not empty.</param>
/// <param name="Rows">Without the head and without empty rows.</param>
public record Table(IReadOnlyList<string> Head, IReadOnlyList<TableRow> Rows)
{
    /// <summary>A list of people has fewer. Of a wider row in a workbook, only one further column is read.</summary>
    public const int MaxColumns = 500;

    /// <summary>The line of the head in the file, from 1.</summary>
    public int HeadLine { get; init; } = 1;

    /// <summary>The rows with the head as the first of them; empty for an empty table.</summary>
    public IReadOnlyList<TableRow> AllRows => Head.Count == 0 ? Rows : [new(HeadLine, Head), .. Rows];

    /// <summary>The same table with another head, whose row and everything above it are left out.</summary>
    /// <param name="index">The index of the row in <see cref="AllRows"/>.</param>
    public Table WithHeadAt(int index) => new(AllRows[index].Cells, [.. AllRows.Skip(index + 1)]) { HeadLine = AllRows[index].Line };
}

/// <param name="Line">The first line of the row in the file, from 1.</param>
/// <param name="Cells">As texts. A row may be shorter or longer than the head.</param>
public sealed record TableRow(int Line, IReadOnlyList<string> Cells);
