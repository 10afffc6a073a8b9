namespace ModMatWorkshop.Domain.Call;

/// <summary>What a reviewer may see of a submission.</summary>
public enum ReviewAccess
{
    /// <summary>As if it did not exist: it is assigned to others, withdrawn or erased.</summary>
    None,

    /// <summary>It was assigned, but the reviewer conflicts with it.</summary>
    Conflict,

    /// <summary>The submission, and not what others think of it.</summary>
    Own,

    /// <summary>Also the marks of the others and the discussion, because the reviewer has given their own mark.</summary>
    All,
}

public enum ReviewResult
{
    Done,
    NoChange,

    /// <summary>There is no such submission for this reviewer.</summary>
    NotFound,
    Conflict,

    /// <summary>The word is too long, or the mark is none.</summary>
    Invalid,

    /// <summary>The reviewer has read it already: it is not taken away.</summary>
    HasMark,
}

/// <summary>Decides what reviewers may see and do.</summary>
public static class ReviewRules
{
    /// <param name="review">Null for a submission that is not assigned to the reviewer.</param>
    /// <param name="conflict">What the names and laboratories say.</param>
    public static ReviewAccess AccessTo(SubmissionState state, Review? review, ReviewConflict? conflict) =>
        review is null || state != SubmissionState.Submitted ? ReviewAccess.None
        : review.IsConflict || conflict is not null ? ReviewAccess.Conflict
        : review.Mark is null ? ReviewAccess.Own
        : ReviewAccess.All;

    /// <summary>
    /// Whether somebody has a part in a submission. Whatever their roles, they then see neither its marks, its discussion nor its
    /// reviewers, and do not decide about it. A shared laboratory alone keeps nobody from deciding.
    /// </summary>
    public static bool IsOwn(ReviewConflict? conflict) => conflict is { Reason: ConflictReason.Author or ConflictReason.Declared };

    /// <summary>Whether the reviewer may give this mark with these words.</summary>
    public static ReviewResult Mark(ReviewAccess access, Review? review, Mark? mark, ReviewWords words) =>
        access == ReviewAccess.None ? ReviewResult.NotFound
        : access == ReviewAccess.Conflict ? ReviewResult.Conflict
        : mark is not { } given || !Enum.IsDefined(given) || words.IsTooLong ? ReviewResult.Invalid
        : review!.Mark == given && review.Words == words ? ReviewResult.NoChange
        : ReviewResult.Done;

    /// <summary>Whether the reviewer may keep words for later, without a mark.</summary>
    public static ReviewResult Keep(ReviewAccess access, Review? review, ReviewWords words) =>
        access == ReviewAccess.None ? ReviewResult.NotFound
        : access == ReviewAccess.Conflict ? ReviewResult.Conflict
        : words.IsTooLong ? ReviewResult.Invalid
        : review!.Words == words ? ReviewResult.NoChange
        : ReviewResult.Done;

    /// <summary>Whether a submission can be assigned by hand.</summary>
    public static ReviewResult Assign(SubmissionState state, Review? review, ReviewConflict? conflict) =>
        state != SubmissionState.Submitted ? ReviewResult.NotFound
        : conflict is not null || review is { IsConflict: true } ? ReviewResult.Conflict
        : review is not null ? ReviewResult.NoChange
        : ReviewResult.Done;

    /// <summary>Whether a submission can be taken away from a reviewer.</summary>
    public static ReviewResult Unassign(Review? review) =>
        review is null || review.IsConflict ? ReviewResult.NoChange
        : review.Mark is not null ? ReviewResult.HasMark
        : ReviewResult.Done;

    /// <summary>Whether a remark can be added to the discussion.</summary>
    /// <param name="isChair">The chair reads and writes everything that is not their own.</param>
    /// <param name="conflict">What the names and laboratories say.</param>
    public static ReviewResult Comment(ReviewAccess access, bool isChair, ReviewConflict? conflict, string text) =>
        IsOwn(conflict) || !isChair && access != ReviewAccess.All ? ReviewResult.NotFound
        : string.IsNullOrWhiteSpace(text) || text.Length > ReviewComment.MaxText ? ReviewResult.Invalid
        : ReviewResult.Done;
}
