namespace ModMatWorkshop.Exports;

/// <summary>A table that goes out as a file, row by row: what CSV and XLSX write.</summary>
/// <param name="Name">Of the one sheet in a workbook.</param>
public sealed record Sheet(string Name, IReadOnlyList<Column> Columns, IAsyncEnumerable<IReadOnlyList<Cell>> Rows);

/// <param name="Width">In characters, roughly.</param>
public sealed record Column(string Name, int Width = 14);

/// <summary>
/// Text, a whole number, a day or a local instant; <c>default</c> is empty. What is text stays text, whatever it begins with.
/// </summary>
public readonly record struct Cell
{
    public string? Text { get; private init; }

    public long? Number { get; private init; }

    public DateTime? Instant { get; private init; }

    public DateOnly? Day { get; private init; }

    public static implicit operator Cell(string? text) => new() { Text = text };

    public static implicit operator Cell(int? number) => new() { Number = number };

    public static implicit operator Cell(int number) => new() { Number = number };

    public static implicit operator Cell(DateTime? instant) => new() { Instant = instant };

    public static implicit operator Cell(DateOnly day) => new() { Day = day };
}
