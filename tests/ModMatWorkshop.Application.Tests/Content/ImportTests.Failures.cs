using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

public partial class ImportTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_next_edition_replaces_this_one(Engine engine)
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(engine);
        await database.ImportAsync(content);

        content.Replace("workshop.md", "slug: atelier-2030", "slug: atelier-2031");

        Assert.Equal("version 2: 1 added, 0 changed, 1 removed", Summary(await database.ImportAsync(content)));
        Assert.Equal(["workshop atelier-2031"], database.Rows().Keys.Where(k => k.StartsWith("workshop", StringComparison.Ordinal)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Simultaneous_imports_make_one_version_and_each_row_once(Engine engine)
    {
        using var content = new ContentSample(Repository.Content);
        using var alone = new ContentDatabase(engine);
        using var shared = new ContentDatabase(engine);
        var expected = await alone.ImportAsync(content);

        var start = new TaskCompletionSource();
        var imports = Enumerable
            .Range(0, 4)
            .Select(async _ =>
            {
                await start.Task.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
                return await shared.ImportAsync(content);
            })
            .ToList();
        start.SetResult();
        var outcomes = await Task.WhenAll(imports);

        Assert.All(outcomes, o => Assert.Equal(1, o.Version));
        Assert.Equal([0, 0, 0, expected.Added], outcomes.Select(o => o.Added).Order());
        Assert.Equal(alone.Rows(), shared.Rows());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Search_finds_imported_texts_without_regard_to_accents_and_capitals(Engine engine)
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(engine);
        await database.ImportAsync(content);

        Assert.Equal(["Engines that weave H₂O"], await FoundAsync(database, "H2O"));
        Assert.Equal(
            ["Potentiels appris", "Émilie du Châtelet"],
            (await FoundAsync(database, "EMILIE chat")).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["Engines that weave H₂O"], await FoundAsync(database, "weaves PATTERNS"));
        Assert.Equal(["Potentiels appris"], await FoundAsync(database, "O1"));
        Assert.Equal([], await FoundAsync(database, "émilie lovelace"));
    }

    private static string Summary(ContentImportResult outcome) =>
        $"version {outcome.Version}: {outcome.Added} added, {outcome.Changed} changed, {outcome.Removed} removed";

    private static List<string> Revisions(ContentDatabase database)
    {
        using var db = database.Open();
        return
        [
            .. db
                .Slots.OrderBy(s => s.Start)
                .AsEnumerable()
                .Select(s => $"{s.Slug} {s.Revision.Sequence} {s.Revision.LastModified:yyyy-MM-dd}"),
        ];
    }

    private static async Task<IEnumerable<string>> FoundAsync(ContentDatabase database, string words)
    {
        await using var db = database.Open();
        return (await db.SearchAsync(Folding.Words(words), Language.French, 0, 20, CancellationToken.None)).Select(h => h.ShownTitle);
    }
}
