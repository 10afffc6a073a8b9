namespace ModMatWorkshop.Domain.Call;

/// <summary>Why a reviewer must not see a submission, the clearest reason first.</summary>
public enum ConflictReason
{
    /// <summary>The reviewer has written it.</summary>
    Author,

    /// <summary>The reviewer has declared it.</summary>
    Declared,

    /// <summary>One of its authors has written another submission to this call together with the reviewer.</summary>
    CoAuthor,

    /// <summary>One of its authors works in the laboratory of the reviewer.</summary>
    Affiliation,
}

/// <param name="With">The author or the laboratory concerned; empty for a declared conflict.</param>
public sealed record ReviewConflict(ConflictReason Reason, string With);

/// <summary>A person who reads submissions.</summary>
/// <param name="Number">The number of the account, by which ties are broken.</param>
/// <param name="Affiliations">The name of the laboratory, which may be followed by a comma and a town.</param>
/// <param name="Topics">Keys of the topics of the call that the reviewer knows.</param>
public sealed record Reviewer(int Number, string Name, string Email, IReadOnlyList<string> Affiliations, IReadOnlyList<string> Topics);

/// <summary>The people of one submission.</summary>
/// <param name="Email">The address of the submitting author.</param>
/// <param name="Authors">Full names in reading order, or <c>Family, Given</c>.</param>
/// <param name="Stems">The stems of all authors, with spaces between them, by which few names need be read; null if unknown.</param>
public sealed record SubmissionPeople(
    int Number,
    string Email,
    IReadOnlyList<string> Authors,
    IReadOnlyList<string> Affiliations,
    string? Stems = null
);

/// <summary>Finds the conflicts of interest between reviewers and the submissions of one call.</summary>
public sealed class ReviewConflicts
{
    private readonly Dictionary<int, People> _submissions;
    private readonly ILookup<string, People> _byStem;
    private readonly ILookup<string, People> _byEmail;
    private readonly Lazy<ILookup<string, People>> _byLaboratory;
    private readonly Dictionary<int, (HashSet<int> Own, List<(AuthorKey Key, string Name)> CoAuthors)> _known = [];

    /// <param name="submissions">All of the call; of a reviewer's own submissions, those that are missing show no co-authors.</param>
    public ReviewConflicts(IEnumerable<SubmissionPeople> submissions)
    {
        _submissions = submissions.Select(s => new People(s)).ToDictionary(p => p.Number);
        _byStem = _submissions.Values.SelectMany(p => p.Stems.Select(stem => (stem, p))).ToLookup(x => x.stem, x => x.p);
        _byEmail = _submissions.Values.ToLookup(p => p.Email);
        // Many submissions come from the same laboratory.
        _byLaboratory = new(() =>
            _submissions
                .Values.SelectMany(p => p.Affiliations.Distinct().Select(name => (name, p)))
                .GroupBy(x => x.name, x => x.p)
                .SelectMany(g => g.Select(p => (Key: LaboratoryKey(g.Key), p)))
                .ToLookup(x => x.Key, x => x.p)
        );
    }

    /// <summary>The numbers of all submissions with which a reviewer has a conflict that nobody has declared.</summary>
    public IReadOnlySet<int> Of(Reviewer reviewer)
    {
        var known = Known(reviewer);
        return known
            .CoAuthors.Select(c => c.Key)
            .SelectMany(With)
            .Concat(reviewer.Affiliations.Select(LaboratoryKey).Where(key => key.Length > 0).SelectMany(key => _byLaboratory.Value[key]))
            .Select(p => p.Number)
            .Concat(known.Own)
            .ToHashSet();
    }

    /// <summary>The conflict with the clearest reason; null for none.</summary>
    /// <param name="submission">The number of one of the submissions.</param>
    public ReviewConflict? Find(Reviewer reviewer, int submission, bool isDeclared = false)
    {
        var (people, known) = (_submissions[submission], Known(reviewer));
        if (known.Own.Contains(submission))
            return new(ConflictReason.Author, reviewer.Name);
        if (isDeclared)
            return new(ConflictReason.Declared, "");
        foreach (var author in people.Authors)
            if (known.CoAuthors.Exists(c => c.Key.MayBe(author.Key)))
                return new(ConflictReason.CoAuthor, author.Name);
        foreach (var place in reviewer.Affiliations)
            if (people.Laboratories.Contains(LaboratoryKey(place)))
                return new(ConflictReason.Affiliation, place);
        return null;
    }

    /// <summary>The folded name of the laboratory.</summary>
    public static string LaboratoryKey(string affiliation) => Folding.Fold(Submission.LaboratoryOf(affiliation));

    private (HashSet<int> Own, List<(AuthorKey Key, string Name)> CoAuthors) Known(Reviewer reviewer)
    {
        if (_known.TryGetValue(reviewer.Number, out var known))
            return known;
        var self = AuthorKey.Of(reviewer.Name);
        var own = With(self).Concat(reviewer.Email.Length > 0 ? _byEmail[reviewer.Email] : []).Distinct().ToList();
        return _known[reviewer.Number] = (
            [.. own.Select(p => p.Number)],
            [.. own.SelectMany(p => p.Authors).Where(a => !a.Key.MayBe(self)).DistinctBy(a => a.Key)]
        );
    }

    /// <summary>The submissions of which somebody with a name may be an author.</summary>
    private IEnumerable<People> With(AuthorKey key) =>
        (
            key.Given.Length > 0
                ? _byStem[key.Stem].Concat(_byStem[key.FamilyStem])
                : _byStem.Where(g => g.Key.StartsWith(key.FamilyStem, StringComparison.Ordinal)).SelectMany(g => g)
        ).Where(p => p.Authors.Exists(a => key.MayBe(a.Key)));

    private sealed class People(SubmissionPeople submission)
    {
        private List<(AuthorKey Key, string Name)>? _authors;
        private HashSet<string>? _laboratories;

        public int Number => submission.Number;

        public string Email => submission.Email;

        public IEnumerable<string> Stems =>
            submission.Stems?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? Authors.Select(a => a.Key.Stem).Distinct();

        public IReadOnlyList<string> Affiliations => submission.Affiliations;

        public List<(AuthorKey Key, string Name)> Authors => _authors ??= [.. submission.Authors.Select(name => (KeyOf(name), name))];

        public HashSet<string> Laboratories =>
            _laboratories ??= [.. submission.Affiliations.Select(LaboratoryKey).Where(key => key.Length > 0)];

        private static AuthorKey KeyOf(string name) =>
            name.Split(',', 2, StringSplitOptions.TrimEntries) is [var family, var given]
                ? AuthorKey.Of(given, family)
                : AuthorKey.Of(name);
    }
}
