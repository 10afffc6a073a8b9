namespace ModMatWorkshop.Domain.Call;

/// <summary>What the call knows of a reviewer beside the account.</summary>
public sealed class ReviewerProfile
{
    /// <summary>The number of the account.</summary>
    public required int Reviewer { get; init; }

    /// <summary>The laboratory, by which conflicts are found; empty while it is not known.</summary>
    public string Affiliation { get; set; } = "";

    /// <summary>Keys of the topics that the reviewer knows.</summary>
    public IReadOnlyList<string> Topics { get; set; } = [];
}

/// <summary>What a reviewer writes about a submission. The two are never mixed.</summary>
public sealed record ReviewWords(string ForCommittee, string ForAuthors = "")
{
    public bool IsTooLong => Math.Max(ForCommittee.Length, ForAuthors.Length) > Review.MaxWord;
}

/// <summary>A submission that is assigned to a reviewer, with the mark once it is given, or with the declared conflict.</summary>
public sealed class Review
{
    public const int MaxWord = 4000;

    public required Guid SubmissionId { get; init; }

    /// <summary>The number of the account.</summary>
    public required int Reviewer { get; init; }

    public required DateTimeOffset AssignedAt { get; set; }

    /// <summary>Null while the submission is not read.</summary>
    public Mark? Mark { get; private set; }

    /// <summary>What the reviewer says about it; may be empty.</summary>
    public string Word { get; private set; } = "";

    /// <summary>What the reviewer says to the authors, who read it without the name if the chair sends it; may be empty.</summary>
    public string ForAuthors { get; private set; } = "";

    /// <summary>The chair leaves the words for the authors out of the letter.</summary>
    public bool IsWithheld { get; set; }

    public DateTimeOffset? MarkedAt { get; private set; }

    /// <summary>When the reviewer declared a conflict of interest; null for none.</summary>
    public DateTimeOffset? ConflictAt { get; private set; }

    public ReviewWords Words => new(Word, ForAuthors);

    public bool IsConflict => ConflictAt is not null;

    public void Give(Mark mark, ReviewWords words, DateTimeOffset now)
    {
        (Mark, MarkedAt) = (mark, now);
        Keep(words);
    }

    /// <summary>Keeps words for later, without a mark or beside the one that is given.</summary>
    public void Keep(ReviewWords words)
    {
        // The chair has read other words.
        IsWithheld &= ForAuthors == words.ForAuthors;
        (Word, ForAuthors) = (words.ForCommittee, words.ForAuthors);
    }

    /// <summary>Takes the submission away from the reviewer, with the mark.</summary>
    public void DeclareConflict(DateTimeOffset now)
    {
        (Mark, Word, ForAuthors, MarkedAt) = (null, "", "", null);
        ConflictAt ??= now;
    }
}

/// <summary>What the committee has made of a submission: the totals of its reviews, and the decision.</summary>
public sealed class Assessment
{
    public required Guid SubmissionId { get; init; }

    public int Assigned { get; private set; }

    public int Read { get; private set; }

    /// <summary>In hundredths of a point; null without a mark.</summary>
    public int? Mean { get; private set; }

    public int Spread { get; private set; }

    public CallOutcome Outcome { get; private set; }

    /// <summary>The kind as which it is accepted; empty for every other outcome.</summary>
    public string DecidedKind { get; private set; } = "";

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>When the last letter with a decision went out; null while its authors know nothing.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>What that letter told; <see cref="CallOutcome.Undecided"/> before.</summary>
    public CallOutcome ToldOutcome { get; private set; }

    public string ToldKind { get; private set; } = "";

    /// <summary>What reviewers wrote to the authors, as that letter had it; empty for a letter without.</summary>
    public IReadOnlyList<string> ToldWords { get; private set; } = [];

    public CallDecision Decision => new(Outcome, DecidedKind);

    /// <summary>The decision that its authors know; null while they know none.</summary>
    public CallDecision? Told => ToldAt is null ? null : new(ToldOutcome, ToldKind);

    public Marks Marks => new(Assigned, Read, Mean, Spread);

    public void Count(Marks marks) => (Assigned, Read, Mean, Spread) = (marks.Assigned, marks.Read, marks.Mean, marks.Spread);

    public void Decide(CallDecision decision, DateTimeOffset now)
    {
        (Outcome, DecidedKind) = (decision.Outcome, decision.Kind);
        DecidedAt = decision == CallDecision.Undecided ? null : now;
    }

    /// <summary>A letter with the decision goes out. Authors know this one until the next letter, whatever is decided meanwhile.</summary>
    /// <param name="words">What reviewers write to the authors; see <see cref="LetterRules.WordsOf"/>.</param>
    public void Tell(DateTimeOffset now, IReadOnlyList<string>? words = null) =>
        (ToldAt, ToldOutcome, ToldKind, ToldWords) = (now, Outcome, DecidedKind, words ?? []);
}

/// <summary>A decision about one submission as it was made, alone or with others. Undo reads it.</summary>
public sealed class DecisionRecord
{
    public long Id { get; init; }

    /// <summary>What was decided together has one batch.</summary>
    public required Guid Batch { get; init; }

    public required Guid SubmissionId { get; init; }

    /// <summary>The key of the decision before: <c>undecided</c>, <c>oral</c>.</summary>
    public required string Before { get; init; }

    public required string After { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who decided, as the audit log names them: <c>organiser 3</c>.</summary>
    public required string By { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }
}

/// <summary>A remark in the discussion of a submission, which its authors never see.</summary>
public sealed class ReviewComment
{
    public const int MaxText = 4000;

    public long Id { get; init; }

    public required Guid SubmissionId { get; init; }

    /// <summary>The number of the account.</summary>
    public required int Author { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Text { get; init; }
}
