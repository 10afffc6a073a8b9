using System.Text.Json;
using CsCheck;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

/// <summary>What the memory of earlier readings saves, and that it changes nothing else.</summary>
public class ContributionMemoryTests
{
    [Fact]
    public void After_any_edits_a_reading_with_memory_equals_one_without() =>
        Gen.Int[0, ContentEdits.All.Count - 1]
            .Array[1, 12]
            .Sample(
                edits =>
                {
                    using var content = new ContentSample();
                    var memory = new ContributionMemory();
                    var lastGood = ContentFolder.ReadWithFallback(content.Folder, new Dictionary<string, string>(), memory).Texts;
                    foreach (var edit in edits)
                    {
                        ContentEdits.All[edit](content);
                        var read = ContentFolder.ReadWithFallback(content.Folder, lastGood, memory);
                        Assert.Equal(Text(ContentFolder.ReadWithFallback(content.Folder, lastGood)), Text(read));
                        lastGood = read.CanBeImported ? read.Texts : lastGood;
                    }
                },
                iter: 100
            );

    [Fact]
    public void Only_the_contribution_that_has_changed_is_read_again()
    {
        using var content = new ContentSample();
        var memory = new ContributionMemory();
        var nothing = new Dictionary<string, string>();
        var before = ContentFolder.ReadWithFallback(content.Folder, nothing, memory).Contributions;
        content.Replace("contributions/p1.md", "se lit debout", "se lit assis");
        var after = ContentFolder.ReadWithFallback(content.Folder, nothing, memory).Contributions;

        Assert.Equal(["i1", "o1", "p1"], after.Select(c => c.Code));
        Assert.Equal(["i1", "o1"], after.Intersect(before).Select(c => c.Code));
    }

    [Fact]
    public void A_change_of_the_workshop_that_concerns_no_contribution_reads_none_again()
    {
        using var content = new ContentSample();
        var memory = new ContributionMemory();
        var nothing = new Dictionary<string, string>();
        var before = ContentFolder.ReadWithFallback(content.Folder, nothing, memory).Contributions;
        content.Replace("workshop.md", "seats: 20", "seats: 21");
        var after = ContentFolder.ReadWithFallback(content.Folder, nothing, memory).Contributions;

        Assert.Equal(["i1", "o1", "p1"], after.Intersect(before).Select(c => c.Code));
    }

    private static string Text(WorkshopContent content) =>
        string.Join(
            '\n',
            [
                JsonSerializer.Serialize(content with { Problems = [], Texts = Sorted(content.Texts) }),
                .. content.Problems.Select(p => $"{p}"),
            ]
        );

    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> texts) =>
        new(texts.ToDictionary(), StringComparer.Ordinal);
}
