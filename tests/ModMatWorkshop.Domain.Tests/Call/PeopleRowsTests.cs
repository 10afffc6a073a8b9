using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Domain.Tests.Call;

public sealed class PeopleRowsTests
{
    private static readonly SubmissionText Three = new()
    {
        Authors = [new("", "A", [1]), new("", "B", [1, 2]), new("", "C", [2])],
        Affiliations = ["x", "y"],
        Presenter = 2,
    };

    [Theory]
    [InlineData("author-add", "A1 B12* C2 _ / x y")]
    [InlineData("author-remove-0", "B12* C2 / x y")]
    [InlineData("author-remove-1", "A1* C2 / x y")]
    [InlineData("author-remove-2", "A1 B12* / x y")]
    [InlineData("author-up-1", "B12* A1 C2 / x y")]
    [InlineData("author-up-2", "A1 C2 B12* / x y")]
    [InlineData("author-up-0", "A1 B12* C2 / x y")]
    [InlineData("affiliation-add", "A1 B12* C2 / x y _")]
    [InlineData("affiliation-remove-0", "A B1* C1 / y")]
    [InlineData("affiliation-remove-1", "A1 B1* C / x")]
    [InlineData("author-remove-3", "A1 B12* C2 / x y")]
    [InlineData("author-remove--1", "A1 B12* C2 / x y")]
    [InlineData("affiliation-remove-99999999999", "A1 B12* C2 / x y")]
    [InlineData("", "A1 B12* C2 / x y")]
    [InlineData("nonsense", "A1 B12* C2 / x y")]
    public void Numbers_and_presenter_follow_each_operation(string operation, string expected) =>
        Assert.Equal(expected, Shown(PeopleRows.Apply(Three, operation)));

    [Fact]
    public void Empty_rows_are_left_out() =>
        Assert.Equal(
            "A1 C1* / y",
            Shown(
                PeopleRows.Compact(
                    new()
                    {
                        Authors = [new("", "A", [2]), new("", "", []), new("", "C", [2])],
                        Affiliations = ["", "y", ""],
                        Presenter = 3,
                    }
                )
            )
        );

    [Fact]
    public void A_form_has_one_row_of_each_kind() => Assert.Equal("_1* / _", Shown(PeopleRows.ForForm(new())));

    private static string Shown(SubmissionText text) =>
        string.Join(
            ' ',
            text.Authors.Select(
                (a, i) => $"{(a.Name.Length > 0 ? a.Name : "_")}{string.Concat(a.Affiliations)}{(text.Presenter == i + 1 ? "*" : "")}"
            )
        )
        + " / "
        + string.Join(' ', text.Affiliations.Select(name => name.Length > 0 ? name : "_"));
}
