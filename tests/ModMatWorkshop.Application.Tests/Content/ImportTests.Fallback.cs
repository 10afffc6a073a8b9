using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Content;

// Files with errors: the last good versions in the database
public partial class ImportTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_broken_contribution_keeps_its_rows_and_the_thirty_one_others_change(Engine engine)
    {
        using var content = new ContentSample(Repository.Content);
        using var database = new ContentDatabase(engine);
        await database.ImportAsync(content);
        var before = database.Rows();

        database.Time.Advance(TimeSpan.FromDays(1));
        foreach (var path in Directory.EnumerateFiles(content.PathOf("contributions")))
            File.AppendAllText(path, "\nUne phrase de plus.\n");
        content.Replace("contributions/o3.md", "code: O3", "code: [O3");
        var outcome = await database.ImportAsync(content);

        Assert.Equal("version 2: 0 added, 31 changed, 0 removed", Summary(outcome));
        Assert.Equal([new WaitingFile("contributions/o3.md", WaitReason.Error, true)], outcome.Content!.Waiting);
        Assert.Equal(["contributions/o3.md"], outcome.Content.Problems.Where(p => p.Severity == Severity.Error).Select(p => p.File));
        var after = database.Rows();
        Assert.Equal(before.Keys, after.Keys);
        Assert.Equal(
            before.Keys.Where(k => IsContribution(k) && k.EndsWith(" o3", StringComparison.Ordinal) || !IsContribution(k)),
            before.Intersect(after).Select(r => r.Key)
        );

        content.Replace("contributions/o3.md", "code: [O3", "code: O3");
        Assert.Equal("version 3: 0 added, 1 changed, 0 removed", Summary(await database.ImportAsync(content)));
        Assert.Contains("Une phrase de plus.", database.Rows()["contribution o3"], StringComparison.Ordinal);

        static bool IsContribution(string key) =>
            key.StartsWith("contribution ", StringComparison.Ordinal) || key.StartsWith("search Contribution ", StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_that_stays_broken_is_read_from_its_last_good_version_at_each_import(Engine engine)
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(engine);
        await database.ImportAsync(content);
        content.Replace("pages/contact.md", "title: { fr: \"Contact\", en: \"Contact\" }", "title: {");
        await database.ImportAsync(content);
        var rows = database.Rows();

        Assert.Equal("version 1: 0 added, 0 changed, 0 removed", Summary(await database.ImportAsync(content)));
        content.Replace("contributions/p1.md", "se lit debout", "se lit assis");
        var outcome = await database.ImportAsync(content);

        Assert.Equal("version 2: 0 added, 1 changed, 0 removed", Summary(outcome));
        Assert.Equal([new WaitingFile("pages/contact.md", WaitReason.Error, true)], outcome.Content!.Waiting);
        Assert.Equal(["contribution p1", "search Contribution p1"], database.Rows().Except(rows).Select(r => r.Key));
        Assert.Equal(["Contact"], await FoundAsync(database, "ecrivez"));

        content.Delete("pages/contact.md");
        content.Delete("pages/contact.en.md");
        Assert.Equal("version 3: 0 added, 0 changed, 1 removed", Summary(await database.ImportAsync(content)));
        Assert.Equal([], await FoundAsync(database, "ecrivez"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_first_import_takes_the_good_files_and_nothing_without_a_workshop(Engine engine)
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(engine);
        content.Replace("contributions/o1.md", "code: O1", "code: [O1");
        content.Replace("workshop.md", "seats: 20", "seats: vingt");
        var refused = await database.ImportAsync(content);
        Assert.Equal((true, "version 0: 0 added, 0 changed, 0 removed"), (refused.IsRefused, Summary(refused)));
        Assert.Empty(database.Rows());

        content.Replace("workshop.md", "seats: vingt", "seats: 20");
        await database.ImportAsync(content);
        Assert.Equal(["contribution i1", "contribution p1"], Contributions(database));
        Assert.Equal(["i1", "coffee", "visit"], Revisions(database).Select(r => r.Split(' ')[0]));

        content.Replace("contributions/o1.md", "code: [O1", "code: O1");
        await database.ImportAsync(content);
        Assert.Equal(["contribution i1", "contribution o1", "contribution p1"], Contributions(database));
        Assert.Equal(["i1", "coffee", "o1", "visit"], Revisions(database).Select(r => r.Split(' ')[0]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Content_of_an_earlier_program_stays_as_it_is_until_the_folder_has_no_error(Engine engine)
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(engine);
        await database.ImportAsync(content);
        await using (var db = database.Open())
        {
            await db.LastGoodFiles.ExecuteDeleteAsync();
            await db.ContentStates.ExecuteUpdateAsync(s => s.SetProperty(x => x.Hash, "of the earlier program"));
        }
        var rows = database.Rows();

        content.Replace("contributions/o1.md", "code: O1", "code: [O1");
        content.Replace("contributions/p1.md", "se lit debout", "se lit assis");
        Assert.True((await database.ImportAsync(content)).IsRefused);
        Assert.Equal(rows, database.Rows());

        content.Replace("contributions/o1.md", "code: [O1", "code: O1");
        Assert.Equal("version 2: 0 added, 1 changed, 0 removed", Summary(await database.ImportAsync(content)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_good_versions_survive_a_copy_of_the_database(Engine engine)
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(engine);
        using var copy = new ContentDatabase(Engine.Sqlite);
        await database.ImportAsync(content);
        content.Write("contributions/o1.md", "Une phrase sans en-tête.");
        await using (var from = database.Open())
        await using (var to = copy.Open())
            await DatabaseCopy.RunAsync(from, to, CancellationToken.None);

        content.Replace("contributions/p1.md", "se lit debout", "se lit assis");
        Assert.Equal("version 2: 0 added, 1 changed, 0 removed", Summary(await copy.ImportAsync(content)));
        Assert.Equal(["contribution i1", "contribution o1", "contribution p1"], Contributions(copy));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_import_that_another_instance_overtakes_uses_the_last_good_versions_of_that_one(Engine engine)
    {
        using var content = new ContentSample();
        using var newer = new ContentSample();
        using var database = new ContentDatabase(engine);
        await database.ImportAsync(content);
        database.Time.Advance(TimeSpan.FromDays(1));

        newer.Replace("pages/contact.md", "Écrivez-nous.", "Appelez-nous.");
        content.Write("pages/contact.md", "Une phrase sans en-tête.");
        var overtake = new BeforeFirstTransaction(() => database.ImportAsync(newer));
        await using var db = database.Open(overtake);
        var outcome = await new ContentImportTransaction(db, database.Time).RunAsync(content.Folder, null, CancellationToken.None);

        Assert.Equal("version 2: 0 added, 0 changed, 0 removed", Summary(outcome));
        Assert.Equal([new WaitingFile("pages/contact.md", WaitReason.Error, true)], outcome.Content!.Waiting);
        Assert.Contains("Appelez-nous.", database.Rows()["page contact"], StringComparison.Ordinal);
    }

    private static List<string> Contributions(ContentDatabase database) =>
        [.. database.Rows().Keys.Where(k => k.StartsWith("contribution ", StringComparison.Ordinal))];

    /// <summary>Runs something before the first transaction of a connection: what was read before it is old then.</summary>
    private sealed class BeforeFirstTransaction(Func<Task> run) : DbTransactionInterceptor
    {
        private bool hasRun;

        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection,
            TransactionStartingEventData eventData,
            InterceptionResult<DbTransaction> result,
            CancellationToken cancellationToken = default
        )
        {
            if (!hasRun)
            {
                hasRun = true;
                await run();
            }
            return result;
        }
    }
}
