namespace ModMatWorkshop.Domain.Call;

/// <summary>What a reviewer thinks of a submission. The database stores the number, which counts as points.</summary>
public enum Mark
{
    C = 1,
    B = 2,
    A = 3,
}

/// <summary>The marks of one submission together.</summary>
/// <param name="Assigned">The number of reviewers to whom it is assigned.</param>
/// <param name="Read">The number of marks.</param>
/// <param name="Mean">In hundredths of a point, from 100 (all C) to 300 (all A); null without a mark.</param>
/// <param name="Spread">How far the marks are apart: 0 for agreement, 2 for A and C; 0 without a mark.</param>
public sealed record Marks(int Assigned, int Read, int? Mean, int Spread)
{
    /// <summary>The points of an A.</summary>
    public const int Best = 300;

    public int Missing => Assigned - Read;

    /// <param name="marks">One for each reviewer; null for one who has not marked yet.</param>
    public static Marks Of(IReadOnlyCollection<Mark?> marks)
    {
        List<int> points = [.. marks.OfType<Mark>().Select(mark => (int)mark)];
        return points.Count == 0
            ? new(marks.Count, 0, null, 0)
            : new(marks.Count, points.Count, (200 * points.Sum() + points.Count) / (2 * points.Count), points.Max() - points.Min());
    }
}
