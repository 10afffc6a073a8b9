using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Domain.Tests.Call;

public sealed class ReviewRulesTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ReviewConflict Known = new(ConflictReason.Affiliation, "LAAS");

    [Fact]
    public void Submission_of_others_does_not_exist_for_a_reviewer() => Assert.Equal(ReviewAccess.None, Access(null));

    [Theory]
    [InlineData(SubmissionState.Draft)]
    [InlineData(SubmissionState.Withdrawn)]
    public void Submission_that_takes_no_part_does_not_exist_for_its_reviewers(SubmissionState state) =>
        Assert.Equal(ReviewAccess.None, ReviewRules.AccessTo(state, Marked(), null));

    [Fact]
    public void Conflict_that_shows_after_the_assignment_refuses() =>
        Assert.Equal(ReviewAccess.Conflict, ReviewRules.AccessTo(SubmissionState.Submitted, Marked(), Known));

    [Fact]
    public void Declared_conflict_refuses_and_takes_the_mark_away()
    {
        var review = Marked();
        review.DeclareConflict(Now);
        Assert.Equal(ReviewAccess.Conflict, Access(review));
        Assert.Equal((null, "", null), (review.Mark, review.Word, review.MarkedAt));
    }

    [Fact]
    public void Others_marks_are_seen_after_ones_own()
    {
        Assert.Equal(ReviewAccess.Own, Access(New()));
        Assert.Equal(ReviewAccess.All, Access(Marked()));
    }

    [Theory]
    [InlineData(ReviewAccess.None, Mark.A, ReviewResult.NotFound)]
    [InlineData(ReviewAccess.Conflict, Mark.A, ReviewResult.Conflict)]
    [InlineData(ReviewAccess.Own, Mark.A, ReviewResult.Done)]
    [InlineData(ReviewAccess.Own, null, ReviewResult.Invalid)]
    [InlineData(ReviewAccess.Own, (Mark)4, ReviewResult.Invalid)]
    public void Mark_is_given_by_those_who_may_read(ReviewAccess access, Mark? mark, ReviewResult result) =>
        Assert.Equal(result, ReviewRules.Mark(access, New(), mark, new("")));

    [Fact]
    public void Mark_can_be_changed_and_the_same_one_is_no_change()
    {
        Assert.Equal(ReviewResult.NoChange, ReviewRules.Mark(ReviewAccess.All, Marked(), Mark.B, new("Good.")));
        Assert.Equal(ReviewResult.Done, ReviewRules.Mark(ReviewAccess.All, Marked(), Mark.C, new("Good.")));
        Assert.Equal(ReviewResult.Done, ReviewRules.Mark(ReviewAccess.All, Marked(), Mark.B, new("Better.")));
    }

    [Fact]
    public void Word_that_is_too_long_is_refused() =>
        Assert.Equal(ReviewResult.Invalid, ReviewRules.Mark(ReviewAccess.Own, New(), Mark.A, new(new string('x', Review.MaxWord + 1))));

    [Theory]
    [InlineData(ReviewAccess.None, "Good.", ReviewResult.NotFound)]
    [InlineData(ReviewAccess.Conflict, "Good.", ReviewResult.Conflict)]
    [InlineData(ReviewAccess.All, "Good.", ReviewResult.NoChange)]
    [InlineData(ReviewAccess.All, "Better.", ReviewResult.Done)]
    public void Words_are_kept_for_those_who_may_read(ReviewAccess access, string words, ReviewResult result) =>
        Assert.Equal(result, ReviewRules.Keep(access, Marked(), new(words)));

    [Theory]
    [InlineData(0, ReviewResult.Done)]
    [InlineData(1, ReviewResult.Invalid)]
    public void Words_for_the_authors_have_the_same_limit(int more, ReviewResult result)
    {
        var words = new ReviewWords("", new string('x', Review.MaxWord + more));

        Assert.Equal(
            (result, result),
            (ReviewRules.Keep(ReviewAccess.Own, New(), words), ReviewRules.Mark(ReviewAccess.Own, New(), Mark.A, words))
        );
    }

    [Fact]
    public void A_declared_conflict_stays_and_is_not_assigned_again()
    {
        var review = Marked();
        review.DeclareConflict(Now);

        Assert.Equal(
            (ReviewResult.Conflict, ReviewResult.NoChange),
            (ReviewRules.Assign(SubmissionState.Submitted, review, null), ReviewRules.Unassign(review))
        );
    }

    [Theory]
    [InlineData(0, ReviewResult.Done)]
    [InlineData(1, ReviewResult.Invalid)]
    public void A_remark_has_an_end(int more, ReviewResult result) =>
        Assert.Equal(result, ReviewRules.Comment(ReviewAccess.All, false, null, new string('x', ReviewComment.MaxText + more)));

    [Fact]
    public void Assignment_by_hand_is_refused_where_there_is_a_conflict()
    {
        Assert.Equal(ReviewResult.Done, ReviewRules.Assign(SubmissionState.Submitted, null, null));
        Assert.Equal(ReviewResult.NoChange, ReviewRules.Assign(SubmissionState.Submitted, New(), null));
        Assert.Equal(ReviewResult.Conflict, ReviewRules.Assign(SubmissionState.Submitted, null, Known));
        Assert.Equal(ReviewResult.NotFound, ReviewRules.Assign(SubmissionState.Withdrawn, null, null));
    }

    [Fact]
    public void Review_with_a_mark_is_not_taken_away()
    {
        Assert.Equal(ReviewResult.Done, ReviewRules.Unassign(New()));
        Assert.Equal(ReviewResult.HasMark, ReviewRules.Unassign(Marked()));
        Assert.Equal(ReviewResult.NoChange, ReviewRules.Unassign(null));
    }

    [Theory]
    [InlineData(ReviewAccess.Own, false, "A word.", ReviewResult.NotFound)]
    [InlineData(ReviewAccess.All, false, "A word.", ReviewResult.Done)]
    [InlineData(ReviewAccess.None, true, "A word.", ReviewResult.Done)]
    [InlineData(ReviewAccess.All, false, " ", ReviewResult.Invalid)]
    public void Discussion_is_for_the_chair_and_for_those_who_have_marked(
        ReviewAccess access,
        bool isChair,
        string text,
        ReviewResult result
    ) => Assert.Equal(result, ReviewRules.Comment(access, isChair, null, text));

    [Theory]
    [InlineData(ConflictReason.Author, true)]
    [InlineData(ConflictReason.Declared, true)]
    [InlineData(ConflictReason.CoAuthor, false)]
    [InlineData(ConflictReason.Affiliation, false)]
    public void Chair_keeps_out_of_what_they_have_a_part_in(ConflictReason reason, bool isOwn)
    {
        var conflict = new ReviewConflict(reason, "");

        Assert.Equal(isOwn, ReviewRules.IsOwn(conflict));
        Assert.Equal(
            isOwn ? ReviewResult.NotFound : ReviewResult.Done,
            ReviewRules.Comment(ReviewAccess.None, isChair: true, conflict, "A word.")
        );
        Assert.False(ReviewRules.IsOwn(null));
    }

    [Theory]
    [InlineData("submission 12, organiser 4", new[] { 12 })]
    [InlineData("submissions 1, 2, 33: oral", new[] { 1, 2, 33 })]
    [InlineData("submission 5", new[] { 5 })]
    [InlineData("3 submissions", new int[0])]
    [InlineData(null, new int[0])]
    public void Line_of_the_log_names_submissions_by_number(string? result, int[] numbers) =>
        Assert.Equal(numbers, SubmissionLines.NumbersIn(result));

    private static ReviewAccess Access(Review? review) => ReviewRules.AccessTo(SubmissionState.Submitted, review, null);

    private static Review New() =>
        new()
        {
            SubmissionId = Guid.Empty,
            Reviewer = 1,
            AssignedAt = Now,
        };

    private static Review Marked()
    {
        var review = New();
        review.Give(Mark.B, new("Good."), Now);
        return review;
    }
}
