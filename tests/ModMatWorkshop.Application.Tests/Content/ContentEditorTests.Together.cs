using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

// Two organisers and an editor on the disk change one file
public partial class ContentEditorTests
{
    private const string Head = "---\ntitle: { fr: \"Contact\", en: \"Contact\" }\n---";
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

    /// <summary>Nobody saves before they open.</summary>
    private static bool IsPossible(IReadOnlyList<string> order) =>
        order.Index().All(s => !s.Item.EndsWith("saves", StringComparison.Ordinal) || order.Take(s.Index).Contains(s.Item[..^5] + "opens"));

    private static async Task RunAllAsync(Engine engine, IEnumerable<IReadOnlyList<string>> orders)
    {
        using var host = await EditorHost.OpenAsync(engine);
        var states = new List<string> { host.Content.Read(Page) };
        foreach (var order in orders)
        foreach (var paragraphs in Paragraphs)
        {
            Write(string.Join("\n\n", [Head, "One.", "Two.", "Three.", ""]));
            await host.ImportAsync();
            await RunAsync([.. order], paragraphs);
            await host.ImportAsync();
        }
        Assert.Equal(states, (await host.HistoryAsync(Page)).Select(v => v[(v.IndexOf(": ", StringComparison.Ordinal) + 2)..]));

        void Write(string text)
        {
            if (states[^1] == text)
                return;
            host.Content.Write(Page, text);
            states.Add(text);
        }

        async Task RunAsync(string[] order, (int Ada, int Grace, int Disk) paragraphs)
        {
            var opened = new Dictionary<string, OpenedFile>();
            // Each on an instance of their own.
            foreach (var step in order)
                if (step == "disk")
                    Write(With(host.Content.Read(Page), paragraphs.Disk, "Disk"));
                else if (step.Split(' ') is [var who, "opens"])
                    opened[who] = (await host.OpenAsync(Page, who == "Ada" ? 0 : 1))!;
                else if (step.StartsWith("Ada", StringComparison.Ordinal))
                    await SaveAsync("Ada", opened["Ada"], paragraphs.Ada);
                else
                    await SaveAsync("Grace", opened["Grace"], paragraphs.Grace);
        }

        async Task SaveAsync(string who, OpenedFile opened, int paragraph)
        {
            var (actor, instance) = who == "Ada" ? (EditorHost.Ada, 0) : (EditorHost.Grace, 1);
            var (mine, before) = (With(opened.Text, paragraph, who), host.Content.Read(Page));
            var outcome = await host.SaveAsync(actor, instance, new FileChange(Page, mine, opened.Version));
            if (outcome.Result == EditResult.Conflict)
            {
                // Nothing is written, and both versions are shown.
                var conflict = outcome.Conflicts.Single();
                Assert.Equal((before, before), (host.Content.Read(Page), conflict.Theirs.Text));
                Assert.NotEqual(Paragraph(opened.Text, paragraph), Paragraph(before, paragraph));
                Assert.Equal([], before.Split('\n').Append(who + ".").Except(conflict.Merged.Split('\n')));
                outcome = await host.SaveAsync(actor, instance, new FileChange(Page, conflict.Merged, conflict.Theirs.Version));
                Assert.Equal((EditResult.Saved, conflict.Merged), (outcome.Result, host.Content.Read(Page)));
            }
            else
            {
                Assert.Equal((EditResult.Saved, before != opened.Text), (outcome.Result, outcome.Merged));
                Assert.Equal(With(before, paragraph, who), host.Content.Read(Page));
            }
            states.Add(host.Content.Read(Page));
        }

        static string Paragraph(string text, int paragraph) => text.Split("\n\n")[paragraph];

        static string With(string text, int paragraph, string who) =>
            string.Join("\n\n", text.Split("\n\n").Index().Select(p => p.Index == paragraph ? who + "." : p.Item));
    }

    private static IEnumerable<IReadOnlyList<string>> Orders(IReadOnlyList<string> steps) =>
        steps.Count == 0
            ?
            [
                [],
            ]
            : steps.SelectMany(step => Orders([.. steps.Where(s => s != step)]).Select(rest => (IReadOnlyList<string>)[step, .. rest]));
}
