using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Data;

/// <summary>What is left of the participants when their data have been purged: numbers.</summary>
public sealed class Totals
{
    public int Id { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required TotalFigures Figures { get; init; }
}

/// <param name="Countries">By ISO code; empty for those who told none.</param>
public sealed record TotalFigures(int Confirmed, int InTheRoom, int Remote, int Cancelled, IReadOnlyDictionary<string, int> Positions, IReadOnlyDictionary<string, int> Countries, IReadOnlyList<HalfDayTotal> HalfDays, int Certificates);

/// <summary>How many were there.</summary>
public sealed record HalfDayTotal(DateOnly Date, HalfDay Half, int InTheRoom, int Remote);
