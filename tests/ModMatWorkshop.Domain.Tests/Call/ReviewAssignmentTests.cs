using CsCheck;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Domain.Tests.Call;

public sealed class ReviewAssignmentTests
{
    [Fact]
    public void Each_submission_gets_its_reviews_and_each_reviewer_as_many_as_the_others()
    {
        var plan = Evenly(Works(6), 4, reviews: 2);
        Assert.Equal(12, plan.Added.Count);
        Assert.Equal([3, 3, 3, 3], plan.Loads.OrderBy(l => l.Key).Select(l => l.Value));
        Assert.Empty(plan.Short);
        Assert.All(plan.Added.GroupBy(a => a.Submission), g => Assert.Equal(2, g.Select(a => a.Reviewer).Distinct().Count()));
    }

    [Fact]
    public void Assignment_that_exists_stays_and_counts()
    {
        AssignableSubmission[] works = [new(1, [], [3]), new(2, [], []), new(3, [], [])];
        var plan = Evenly(works, 3, reviews: 1);
        Assert.Equal([new(2, 1), new(3, 2)], plan.Added);
        Assert.Equal([1, 1, 1], plan.Loads.OrderBy(l => l.Key).Select(l => l.Value));
    }

    [Fact]
    public void Submission_with_more_reviews_than_wished_keeps_them() =>
        Assert.Equal([new(2, 1)], Evenly([new(1, [], [2, 3]), new(2, [], [])], 3, reviews: 1).Added);

    [Fact]
    public void Nobody_gets_a_submission_with_which_they_conflict()
    {
        var plan = Evenly(Works(4), 2, reviews: 1, conflicts: (reviewer, submission) => reviewer.Number == 1 && submission != 4);
        Assert.Equal([new(1, 2), new(2, 2), new(3, 2), new(4, 1)], plan.Added);
        Assert.Empty(plan.Short);
    }

    [Fact]
    public void Submission_without_enough_reviewers_is_named_with_what_it_lacks()
    {
        var plan = Evenly(Works(2), 3, reviews: 3, conflicts: (reviewer, submission) => submission == 2 && reviewer.Number < 3);
        Assert.Equal([(2, 2)], plan.Short);
        Assert.Equal([new(1, 1), new(1, 2), new(1, 3), new(2, 3)], plan.Added);
    }

    [Fact]
    public void Loads_are_levelled_through_a_third_reviewer()
    {
        // Nobody else can read 1 and 2 than 1 and 2; 3 and 4 only 2 and 3: 2 must leave them to 3.
        Func<Reviewer, int, bool> conflicts = (reviewer, submission) => submission <= 3 ? reviewer.Number == 3 : reviewer.Number == 1;
        var plan = Evenly(Works(6), 3, reviews: 1, conflicts: conflicts);
        Assert.Equal([2, 2, 2], plan.Loads.OrderBy(l => l.Key).Select(l => l.Value));
    }

    [Fact]
    public void By_topic_only_those_who_know_one_of_the_topics_read_it()
    {
        Reviewer[] reviewers = [Person(1, "a"), Person(2, "b", "c"), Person(3)];
        AssignableSubmission[] works = [new(1, ["a"], []), new(2, ["c"], []), new(3, ["d"], []), new(4, ["a", "b"], [])];
        var plan = ReviewAssignment.ByTopic(works, reviewers, 1, (_, _) => false);
        Assert.Equal([new(1, 1), new(2, 2), new(4, 1)], plan.Added);
        Assert.Equal([(3, 1)], plan.Short);
    }

    [Fact]
    public void Plan_does_not_depend_on_the_order_of_the_input()
    {
        var works = Works(9);
        var one = Evenly(works, 4, reviews: 3);
        var other = ReviewAssignment.Evenly([.. works.Reverse()], [.. People(4).Reverse()], 3, (_, _) => false);
        Assert.Equal(one.Added, other.Added);
    }

    [Fact]
    public void Without_reviewers_every_submission_lacks_its_reviews() =>
        Assert.Equal([(1, 2), (2, 2)], Evenly(Works(2), 0, reviews: 2).Short);

    /// <summary>Compares with all possible assignments.</summary>
    [Fact]
    public void No_other_assignment_has_more_equal_loads()
    {
        const int reviewers = 3;
        var choices = Gen.Int[0, (1 << reviewers) - 1].Array[1, 6];
        Gen.Select(choices, Gen.Int[1, 2])
            .Sample(
                (able, reviews) =>
                {
                    var plan = Evenly(Works(able.Length), reviewers, reviews, (r, s) => (able[s - 1] >> (r.Number - 1) & 1) == 0);
                    Assert.Equal(LeastSquares(able, reviews, reviewers), plan.Loads.Values.Sum(l => l * l));
                }
            );
    }

    private static int LeastSquares(int[] able, int reviews, int reviewers)
    {
        var best = new Dictionary<string, int[]> { [""] = new int[reviewers] };
        foreach (var mask in able)
        {
            var next = new Dictionary<string, int[]>();
            var count = Math.Min(reviews, System.Numerics.BitOperations.PopCount((uint)mask));
            foreach (var loads in best.Values)
            foreach (var chosen in Enumerable.Range(0, 1 << reviewers))
                if ((chosen & ~mask) == 0 && System.Numerics.BitOperations.PopCount((uint)chosen) == count)
                {
                    int[] sum = [.. loads.Select((load, r) => load + (chosen >> r & 1))];
                    next[string.Join(' ', sum)] = sum;
                }
            best = next;
        }
        return best.Values.Min(loads => loads.Sum(l => l * l));
    }

    private static AssignableSubmission[] Works(int count) =>
        [.. Enumerable.Range(1, count).Select(n => new AssignableSubmission(n, [], []))];

    private static Reviewer[] People(int count) => [.. Enumerable.Range(1, count).Select(n => Person(n))];

    private static Reviewer Person(int number, params string[] topics) => new(number, $"R{number}", "", [], topics);

    private static AssignmentPlan Evenly(
        IReadOnlyList<AssignableSubmission> works,
        int reviewers,
        int reviews,
        Func<Reviewer, int, bool>? conflicts = null
    ) => ReviewAssignment.Evenly(works, People(reviewers), reviews, conflicts ?? ((_, _) => false));
}
