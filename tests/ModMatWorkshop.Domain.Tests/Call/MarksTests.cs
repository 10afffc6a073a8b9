using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Domain.Tests.Call;

public sealed class MarksTests
{
    [Fact]
    public void Submission_without_a_mark_has_no_mean() => Assert.Equal(new Marks(2, 0, null, 0), Marks.Of([null, null]));

    [Fact]
    public void Submission_without_a_reviewer_misses_nobody() => Assert.Equal(0, Marks.Of([]).Missing);

    [Fact]
    public void Mean_counts_those_who_have_read()
    {
        var marks = Marks.Of([Mark.A, null, Mark.B]);
        Assert.Equal(new Marks(3, 2, 250, 1), marks);
        Assert.Equal(1, marks.Missing);
    }

    [Fact]
    public void Mean_is_rounded_to_a_hundredth() => Assert.Equal(267, Marks.Of([Mark.A, Mark.A, Mark.B]).Mean);

    [Fact]
    public void Best_mean_is_that_of_A_alone() => Assert.Equal(new Marks(2, 2, Marks.Best, 0), Marks.Of([Mark.A, Mark.A]));

    [Fact]
    public void Spread_is_the_distance_of_the_best_and_the_worst_mark() => Assert.Equal(2, Marks.Of([Mark.B, Mark.A, Mark.C]).Spread);
}
