using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

// Two organisers and an editor on the disk change one file
public partial class ContentEditorTests
{
    private static readonly string[] Steps = ["Ada opens", "Ada saves", "Grace opens", "Grace saves", "disk"];

    /// <summary>Which paragraph each of the three changes: all the same, two the same, all different.</summary>
    private static readonly (int Ada, int Grace, int Disk)[] Paragraphs = [(1, 1, 1), (1, 1, 3), (1, 3, 1), (3, 1, 1), (1, 2, 3)];

    [Theory, OnSqlite, OnPostgres]
    public Task Nothing_is_lost_when_three_people_change_one_file(Engine engine) =>
        RunAllAsync(
            engine,
            [
                ["Ada opens", "Grace opens", "Ada saves", "disk", "Grace saves"],
                ["Ada opens", "disk", "Ada saves", "Grace opens", "Grace saves"],
            ]
        );

    [Theory, OnSqlite, OnPostgres]
    [Trait("Category", "prove")]
    public Task Nothing_is_lost_in_whatever_order_three_people_change_one_file(Engine engine) =>
        RunAllAsync(engine, Orders(Steps).Where(IsPossible));

    private static async Task RunAllAsync(Engine engine, IEnumerable<IReadOnlyList<string>> orders)
    {
        using var host = await EditorHost.OpenAsync(engine);
        var history = new SharedFile(host);
        foreach (var order in orders)
        foreach (var paragraphs in Paragraphs)
            await history.RunAsync(order, paragraphs);
        Assert.Equal(history.States, (await host.HistoryAsync(Page)).Select(v => v[(v.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
    }

    /// <summary>Nobody saves before they open.</summary>
    private static bool IsPossible(IReadOnlyList<string> order) =>
        order.Index().All(s => !s.Item.EndsWith("saves", StringComparison.Ordinal) || order.Take(s.Index).Contains(s.Item[..^5] + "opens"));

    private static IEnumerable<IReadOnlyList<string>> Orders(string[] steps) =>
        steps.Length == 0
            ?
            [
                [],
            ]
            : steps.SelectMany(step => Orders([.. steps.Where(s => s != step)]).Select(rest => (IReadOnlyList<string>)[step, .. rest]));

    /// <summary>A file with three paragraphs, and every text that it has had.</summary>
    private sealed class SharedFile(EditorHost host)
    {
        private const string Head = "---\ntitle: { fr: \"Contact\", en: \"Contact\" }\n---";
        private readonly Dictionary<string, OpenedFile> _opened = [];

        public List<string> States { get; } = [host.Content.Read(Page)];

        private string Text => host.Content.Read(Page);

        public async Task RunAsync(IReadOnlyList<string> order, (int Ada, int Grace, int Disk) paragraphs)
        {
            Write(string.Join("\n\n", [Head, "One.", "Two.", "Three.", ""]));
            await host.ImportAsync();
            foreach (var step in order)
                if (step == "disk")
                    Write(With(Text, paragraphs.Disk, "Disk"));
                else if (step.Split(' ') is [var who, "opens"])
                    _opened[who] = (await host.OpenAsync(Page, InstanceOf(who)))!;
                else if (step.StartsWith("Ada", StringComparison.Ordinal))
                    await SaveAsync("Ada", paragraphs.Ada);
                else
                    await SaveAsync("Grace", paragraphs.Grace);
            await host.ImportAsync();
        }

        private void Write(string text)
        {
            if (States[^1] == text)
                return;
            host.Content.Write(Page, text);
            States.Add(text);
        }

        private async Task SaveAsync(string who, int paragraph)
        {
            var (opened, before) = (_opened[who], Text);
            var outcome = await SaveAsync(who, With(opened.Text, paragraph, who), opened.Version);
            if (outcome.Result == EditResult.Conflict)
            {
                // Nothing is written, and both versions are shown.
                var conflict = outcome.Conflicts.Single();
                Assert.Equal((before, before), (Text, conflict.Theirs.Text));
                Assert.NotEqual(Paragraph(opened.Text, paragraph), Paragraph(before, paragraph));
                Assert.Equal([], before.Split('\n').Append(who + ".").Except(conflict.Merged.Split('\n')));
                outcome = await SaveAsync(who, conflict.Merged, conflict.Theirs.Version);
                Assert.Equal((EditResult.Saved, conflict.Merged), (outcome.Result, Text));
            }
            else
            {
                Assert.Equal((EditResult.Saved, before != opened.Text), (outcome.Result, outcome.Merged));
                Assert.Equal(With(before, paragraph, who), Text);
            }
            States.Add(Text);
        }

        /// <summary>Each on an instance of their own.</summary>
        private Task<EditOutcome> SaveAsync(string who, string text, long version) =>
            host.SaveAsync(who == "Ada" ? EditorHost.Ada : EditorHost.Grace, InstanceOf(who), new FileChange(Page, text, version));

        private static int InstanceOf(string who) => who == "Ada" ? 0 : 1;

        private static string Paragraph(string text, int paragraph) => text.Split("\n\n")[paragraph];

        private static string With(string text, int paragraph, string who) =>
            string.Join("\n\n", text.Split("\n\n").Index().Select(p => p.Index == paragraph ? who + "." : p.Item));
    }
}
