namespace ModMatWorkshop.Exports;

/// <summary>A table for CSV or XLSX. Rows are streamed.</summary>
/// <param name="Name">The name of the worksheet.</param>
public sealed record Sheet(string Name, IReadOnlyList<Column> Columns, IAsyncEnumerable<IReadOnlyList<Cell>> Rows);

/// <param name="Width">Approximate width in characters.</param>
public sealed record Column(string Name, int Width = 14);

/// <summary>
/// A text, a whole number, a date or a local time; <c>default</c> is empty. A text stays a text, even if it looks like a formula.
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
