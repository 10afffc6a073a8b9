using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

/// <summary>What one changed contribution changes for readers. A correction is proposed to be published at once.</summary>
public sealed class ContributionChangesTests
{
    private const string Text = "The force is proportional to the acceleration of 300 K melts.";
    private static readonly Contribution Talk = Of("Melting of iron", Text);

    [Fact]
    public void Typos_spaces_and_case_are_corrections()
    {
        Assert.Equal("", Kinds(Talk, Talk));
        Assert.Equal("", Kinds(Talk, Of("Meltng of iron", Text)));
        Assert.Equal("", Kinds(Talk, Of("Melting of  Iron.", Text)));
        Assert.Equal("", Kinds(Talk, Of("Melting of iron", Text.Replace("force", "forse", StringComparison.Ordinal))));
        Assert.Equal("", Kinds(Talk, Of("Melting of iron", Text, speaker: "ada lovelace")));
    }

    [Fact]
    public void Everything_else_changes_the_programme()
    {
        Assert.Equal("TitleChanged", Kinds(Talk, Of("Freezing of iron", Text)));
        Assert.Equal("AbstractChanged", Kinds(Talk, Of("Melting of iron", Text.Replace("300", "400", StringComparison.Ordinal))));
        Assert.Equal("AbstractChanged", Kinds(Talk, Of("Melting of iron", Text + " Also under pressure.")));
        Assert.Equal("SpeakersChanged", Kinds(Talk, Of("Melting of iron", Text, speaker: "Ada Lovelade")));
        Assert.Equal("Cancelled", Kinds(Talk, Of("Melting of iron", Text, isCancelled: true)));
        Assert.Equal("Restored", Kinds(Of("Melting of iron", Text, isCancelled: true), Talk));
        Assert.Equal(
            "TitleChanged, SpeakersChanged, AbstractChanged",
            Kinds(Talk, Of("Freezing of iron", "Another text.", speaker: "Grace Hopper"))
        );
    }

    [Fact]
    public void A_new_or_deleted_contribution_changes_the_programme()
    {
        Assert.Equal("Added", Kinds(null, Talk));
        Assert.Equal("Removed", Kinds(Talk, null));
        Assert.Equal("", Kinds(null, null));
        Assert.Equal("", Kinds(null, Of("Melting of iron", Text, isCancelled: true)));
    }

    private static string Kinds(Contribution? before, Contribution? after) =>
        string.Join(
            ", ",
            ProgrammeChanges.OfContribution(Editing.Timetables.OneRoom.Workshop, [], before, after).Differences.Select(d => d.Kind)
        );

    private static Contribution Of(string title, string text, string speaker = "Ada Lovelace", bool isCancelled = false) =>
        Contributions.Of("o7", title: title, text: text, speaker: speaker, isCancelled: isCancelled);
}
