namespace ModMatWorkshop.Domain.Call;

/// <param name="Reviewers">The numbers of the reviewers to whom it is assigned already. They stay.</param>
public sealed record AssignableSubmission(int Number, IReadOnlyList<string> Topics, IReadOnlyList<int> Reviewers);

/// <param name="Submission">The number of the submission.</param>
/// <param name="Reviewer">The number of the reviewer.</param>
public sealed record Assignment(int Submission, int Reviewer);

/// <param name="Added">What is new, by submission and reviewer.</param>
/// <param name="Loads">How many submissions each reviewer has afterwards, by the number of the reviewer.</param>
/// <param name="Short">The submissions for which there are not enough reviewers, with the number of reviews they lack.</param>
public sealed record AssignmentPlan(
    IReadOnlyList<Assignment> Added,
    IReadOnlyDictionary<int, int> Loads,
    IReadOnlyList<(int Submission, int Lacks)> Short
);

/// <summary>
/// Shares submissions among reviewers. What is assigned stays; nobody gets a submission with which they conflict; the loads are as equal as
/// these conditions allow. The same input gives the same plan.
/// </summary>
public static class ReviewAssignment
{
    public const int MaxReviews = 10;

    /// <summary>Gives each submission so many reviews.</summary>
    /// <param name="conflicts">Whether a reviewer must not see a submission.</param>
    public static AssignmentPlan Evenly(
        IReadOnlyList<AssignableSubmission> submissions,
        IReadOnlyList<Reviewer> reviewers,
        int reviews,
        Func<Reviewer, int, bool> conflicts
    ) => Share(submissions, reviewers, reviews, (reviewer, submission) => !conflicts(reviewer, submission.Number));

    /// <summary>As <see cref="Evenly"/>, among those who know one of the topics of the submission.</summary>
    /// <inheritdoc cref="Evenly"/>
    public static AssignmentPlan ByTopic(
        IReadOnlyList<AssignableSubmission> submissions,
        IReadOnlyList<Reviewer> reviewers,
        int reviews,
        Func<Reviewer, int, bool> conflicts
    ) =>
        Share(submissions, reviewers, reviews, (reviewer, submission) =>
            submission.Topics.Any(reviewer.Topics.Contains) && !conflicts(reviewer, submission.Number)
        );

    private static AssignmentPlan Share(
        IReadOnlyList<AssignableSubmission> submissions,
        IReadOnlyList<Reviewer> reviewers,
        int reviews,
        Func<Reviewer, AssignableSubmission, bool> mayRead
    )
    {
        var people = reviewers.OrderBy(r => r.Number).ToList();
        var works = submissions.OrderBy(s => s.Number).ToList();
        var given = works.SelectMany(w => w.Reviewers).CountBy(number => number).ToDictionary();
        var loads = people.Select(p => given.GetValueOrDefault(p.Number)).ToArray();
        // For each submission, who could read it and does not yet, by the place among the people.
        var able = works.Select(w => people.Select(p => !w.Reviewers.Contains(p.Number) && mayRead(p, w)).ToArray()).ToList();
        var taken = people.Select(_ => new SortedSet<int>()).ToArray();
        var lacks = new List<(int, int)>();

        // Those with the smallest choice choose first.
        foreach (var work in Enumerable.Range(0, works.Count).OrderBy(w => able[w].Count(mayRead => mayRead)).ThenBy(w => works[w].Number))
        {
            var wanted = Math.Clamp(reviews, 0, MaxReviews) - works[work].Reviewers.Count;
            var chosen = LeastLoaded(able[work], loads, wanted);
            foreach (var person in chosen)
            {
                taken[person].Add(work);
                loads[person]++;
            }
            if (wanted > chosen.Count)
                lacks.Add((works[work].Number, wanted - chosen.Count));
        }
        while (Level(loads, taken, able)) { }

        return new(
            [
                .. Enumerable
                    .Range(0, people.Count)
                    .SelectMany(p => taken[p].Select(w => new Assignment(works[w].Number, people[p].Number)))
                    .OrderBy(a => a.Submission)
                    .ThenBy(a => a.Reviewer),
            ],
            Enumerable.Range(0, people.Count).ToDictionary(p => people[p].Number, p => loads[p]),
            [.. lacks.Order()]
        );
    }

    /// <summary>Those with the smallest loads, the first of equal ones first.</summary>
    private static List<int> LeastLoaded(bool[] able, int[] loads, int wanted)
    {
        var chosen = new List<int>();
        for (var i = 0; i < wanted; i++)
        {
            var best = -1;
            for (var person = 0; person < able.Length; person++)
                if (able[person] && !chosen.Contains(person) && (best < 0 || loads[person] < loads[best]))
                    best = person;
            if (best < 0)
                break;
            chosen.Add(best);
        }
        return chosen;
    }

    /// <summary>
    /// Moves one submission along a chain of reviewers from one to another who has at least two fewer. Where there is no such chain, the
    /// loads are as equal as they can be.
    /// </summary>
    /// <returns>False if there is no chain.</returns>
    private static bool Level(int[] loads, SortedSet<int>[] taken, List<bool[]> able)
    {
        var least = loads.DefaultIfEmpty().Min();
        foreach (var from in Enumerable.Range(0, loads.Length).Where(p => loads[p] >= least + 2).OrderByDescending(p => loads[p]))
        {
            // Breadth first: each reviewer who is reached, with the one before and the submission that moves.
            var reached = new Dictionary<int, (int Before, int Work)> { [from] = (-1, -1) };
            var next = new Queue<int>([from]);
            while (next.TryDequeue(out var person))
                foreach (var work in taken[person])
                    for (var other = 0; other < loads.Length; other++)
                    {
                        if (!able[work][other] || reached.ContainsKey(other) || taken[other].Contains(work))
                            continue;
                        reached[other] = (person, work);
                        if (loads[other] <= loads[from] - 2)
                        {
                            Move(other, reached, loads, taken);
                            return true;
                        }
                        next.Enqueue(other);
                    }
        }
        return false;
    }

    private static void Move(int last, Dictionary<int, (int Before, int Work)> reached, int[] loads, SortedSet<int>[] taken)
    {
        loads[last]++;
        for (var person = last; reached[person] is { Before: >= 0 } step; person = step.Before)
        {
            taken[person].Add(step.Work);
            taken[step.Before].Remove(step.Work);
            if (reached[step.Before].Before < 0)
                loads[step.Before]--;
        }
    }
}
