using ModMatWorkshop.Application;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Backups;

// The content: in a folder, in the database, or not there yet
public sealed partial class BackupTests
{
    public static TheoryData<ContentStore, ContentStore> StoresFromAndTo =>
        new()
        {
            { ContentStore.Folder, ContentStore.Database },
            { ContentStore.Database, ContentStore.Folder },
            { ContentStore.Database, ContentStore.Database },
        };

    [Trait("Category", "prove")]
    [Theory]
    [MemberData(nameof(StoresFromAndTo))]
    public async Task A_backup_of_either_store_of_the_content_is_restored_into_either(ContentStore from, ContentStore to)
    {
        using var content = new ContentSample();
        content.Write("materials/o1-slides.pdf", "%PDF-1.7 ");
        content.Replace("contributions/o1.md", "remote: true\n", "remote: true\nmaterials: [{ kind: slides, file: o1-slides.pdf }]\n");
        var before = Tree(content.Folder);
        string[] site = ["--Site:BaseUrl=https://modmat.test", $"--Site:DataPath={Path.Combine(folder.FullName, "first")}"];
        // A database takes the content, a folder has it.
        if (from is ContentStore.Database)
            await RunAsync(["content", "push", content.Folder, .. site, "--Content:Store=database"]);
        else
            await RunAsync(["admin", "create", "ada@example.org", .. site, $"--Site:ContentPath={content.Folder}"]);
        await RunAsync(["backup", File, .. site, $"--Site:ContentPath={content.Folder}", Store(from)]);

        var restore = await RestoreAsync([Store(to)]);

        Assert.Equal((0, ""), (restore.ExitCode, restore.Errors));
        Assert.EndsWith(
            to is ContentStore.Database ? "Content: in the database.\n" : $"Content: {before.Count} files into {ContentFolder}.\n",
            restore.Output,
            StringComparison.Ordinal
        );
        if (to is ContentStore.Folder)
            Assert.Equal(before, Tree(ContentFolder));
        var pulled = Path.Combine(folder.FullName, "pulled");
        await RunAsync([
            "content",
            "pull",
            pulled,
            "--Site:BaseUrl=https://modmat.test",
            $"--Site:DataPath={Data}",
            $"--Site:ContentPath={ContentFolder}",
            Store(to),
        ]);
        System.IO.File.Delete(Path.Combine(pulled, ".content-pull"));
        Assert.Equal(before, Tree(pulled));

        static string Store(ContentStore store) => $"--Content:Store={store.ToString().ToLowerInvariant()}";
    }

    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task A_site_that_is_not_set_up_yet_is_backed_up_and_restored(Engine engine)
    {
        string[] site =
        [
            .. engine is Engine.Postgres
                ? ["--Database:Provider=postgres", $"--ConnectionStrings:Workshop={PostgresCluster.NewDatabase()}"]
                : Array.Empty<string>(),
            "--Site:BaseUrl=https://modmat.test",
            $"--Site:DataPath={Path.Combine(folder.FullName, "first")}",
            $"--Site:ContentPath={ContentFolder}",
        ];
        await RunAsync(["admin", "create", "ada@example.org", .. site]);
        await RunAsync(["backup", File, .. site]);

        var restore = await RestoreAsync([]);

        Assert.Equal((0, ""), (restore.ExitCode, restore.Errors));
        await using var back = DatabaseTemplates.Open(Engine.Sqlite, Sqlite);
        Assert.Equal(["ada@example.org"], back.Organisers.Select(o => o.Email));
    }

    private static async Task RunAsync(string[] arguments)
    {
        var outcome = await SiteProcess.RunAsync(arguments);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
    }
}
