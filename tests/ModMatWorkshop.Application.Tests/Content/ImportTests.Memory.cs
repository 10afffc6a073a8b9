using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Content;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

/// <content>Imports of one process remember what the files gave. Nobody can tell from the database.</content>
public partial class ImportTests
{
    [Theory, OnSqlite]
    public async Task After_any_edits_an_import_with_memory_leaves_the_rows_of_one_without(Engine engine)
    {
        using var content = new ContentSample();
        using var remembering = new ContentDatabase(engine);
        using var forgetful = new ContentDatabase(engine);
        var memory = new ContributionMemory();
        var random = new Random(20300330);
        var done = new List<int>();
        for (var edit = 0; edit < 40; edit++)
        {
            remembering.Time.Advance(TimeSpan.FromMinutes(1));
            forgetful.Time.Advance(TimeSpan.FromMinutes(1));
            var (with, without) = (await ImportAsync(remembering, memory), await ImportAsync(forgetful, null));
            Assert.Equal((without.Added, without.Changed, without.Removed), (with.Added, with.Changed, with.Removed));
            Assert.Equal(without.Content?.Problems, with.Content?.Problems);
            Assert.Equal(forgetful.Rows(), remembering.Rows());
            Assert.Equal(await FormulasAsync(forgetful), await FormulasAsync(remembering));
            done.Add(random.Next(ContentEdits.All.Count));
            ContentEdits.All[done[^1]](content);
        }

        // Without errors, the earlier states leave no trace but the revisions.
        foreach (var file in Directory.EnumerateFiles(Path.Combine(ContentSample.Samples, "Valid"), "*", SearchOption.AllDirectories))
            content.Write(Path.GetRelativePath(Path.Combine(ContentSample.Samples, "Valid"), file), await File.ReadAllBytesAsync(file));
        content.Replace("contributions/p1.md", "se lit debout", "se lit assis");
        using var fresh = new ContentDatabase(engine);
        await ImportAsync(remembering, memory);
        await ImportAsync(fresh, null);
        Assert.Equal(WithoutRevisions(fresh), WithoutRevisions(remembering));
        Assert.Equal(await FormulasAsync(fresh), await FormulasAsync(remembering));

        async Task<ContentImportResult> ImportAsync(ContentDatabase database, ContributionMemory? memory)
        {
            await using var db = database.Open();
            return await new ContentImportTransaction(db, database.Time, memory).RunAsync(content.Folder, null, CancellationToken.None);
        }

        static async Task<List<string>> FormulasAsync(ContentDatabase database)
        {
            await using var db = database.Open();
            return await db.Formulas.Select(f => f.Tex).OrderBy(tex => tex).ToListAsync();
        }
    }

    private static IEnumerable<string> WithoutRevisions(ContentDatabase database) =>
        database.Rows().Select(row => $"{row.Key} {Revisions().Replace(row.Value, "")}");

    [GeneratedRegex("\"Revision\":{[^}]*}")]
    private static partial Regex Revisions();
}
