using ModMatWorkshop.Content.Differences;

namespace ModMatWorkshop.Content.Tests;

public class ThreeWayTests
{
    [Theory]
    [InlineData("a", "a", "a", ThreeWayChange.None)]
    [InlineData("a", "b", "b", ThreeWayChange.None)]
    [InlineData("a", "b", "a", ThreeWayChange.Ours)]
    [InlineData("a", "a", "b", ThreeWayChange.Theirs)]
    [InlineData("a", "b", "c", ThreeWayChange.Both)]
    [InlineData("", "b", "", ThreeWayChange.Ours)]
    [InlineData("", "b", "c", ThreeWayChange.Both)]
    [InlineData("a", "", "a", ThreeWayChange.Ours)]
    [InlineData("a", "", "c", ThreeWayChange.Both)]
    public void Each_side_is_compared_with_what_both_have_been(string before, string ours, string theirs, ThreeWayChange change) =>
        Assert.Equal(change, ThreeWay.Compare(before, ours, theirs));

    [Theory]
    [InlineData("materials/o1-slides.pdf", true)]
    [InlineData("materials/O1.pdf", false)]
    [InlineData("materials/o1.PDF", false)]
    [InlineData("materials/o1.html", false)]
    [InlineData("materials/more/o1.pdf", false)]
    [InlineData("materials/.o1.pdf", false)]
    [InlineData("images/o1.pdf", false)]
    public void A_material_has_a_name_for_an_address_and_an_ending_that_is_published(string name, bool isMaterial) =>
        Assert.Equal(isMaterial, ContentFileName.IsMaterial(name));
}
