using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Backups;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Content;

/// <summary>The process is killed while an organiser saves.</summary>
[Trait("Category", "prove")]
public sealed class EditorCrashTests : IDisposable
{
    private const int Kills = 25;
    private const string Page = "pages/contact.md";
    private static readonly string[] Texts = [.. new[] { "un", "deux" }.Select(TextOf)];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("modmat-editor-crash-");
    private readonly ContentSample _content = new();
    private readonly OrganiserBrowser _browser = new();

    /// <summary>The file on the disk.</summary>
    private string _file = "";

    public static TheoryData<Engine, ContentStore> EnginesAndStores =>
        new()
        {
            { Engine.Sqlite, ContentStore.Folder },
            { Engine.Sqlite, ContentStore.Database },
            { Engine.Postgres, ContentStore.Folder },
            { Engine.Postgres, ContentStore.Database },
        };

    [PostgresTheory]
    [MemberData(nameof(EnginesAndStores))]
    public async Task A_file_is_old_or_new_and_its_history_right_whenever_the_process_is_killed(Engine engine, ContentStore store)
    {
        var connection =
            engine is Engine.Postgres
                ? PostgresCluster.NewDatabase()
                : $"Data Source={Path.Combine(_data.FullName, "workshop.db")};Pooling=False;Default Timeout=60";
        string[] arguments =
        [
            $"--Site:DataPath={_data.FullName}",
            $"--Site:ContentPath={_content.Folder}",
            $"--Content:Store={store.ToString().ToLowerInvariant()}",
            "--Admin:RequireSecondFactor=false",
            .. engine is Engine.Postgres
                ? ["--Database:Provider=postgres", $"--ConnectionStrings:Workshop={connection}"]
                : Array.Empty<string>(),
        ];
        var random = new Random(21);
        _content.Write(Page, Texts[0]);
        var isCopy = store is ContentStore.Database;
        _file = isCopy ? Path.Combine(_data.FullName, "content-copies/1", Page) : _content.PathOf(Page);
        await using var db = DatabaseTemplates.Open(engine, connection);
        if (isCopy)
            await PushAsync(arguments);
        var site = await SiteProcess.ServeAsync(arguments);
        await _browser.SetUpAsync(site);
        _content.Write(Page, Texts[1]);
        if (isCopy)
            await PushAsync(arguments);
        while (await CountAsync(db) < 2)
            await Task.Delay(20);
        for (var round = 0; round < Kills; round++)
        {
            var before = await CountAsync(db);
            var saving = new Saving();
            var task = SaveAsync(site, connection, engine, saving);
            await Task.WhenAny(saving.IsWarm, task);
            // Some are killed within a save, some between two, whatever the load of the machine.
            await Task.Delay(saving.Duration * random.NextDouble() * 2);
            site.Kill();
            await task;
            await site.DisposeAsync();

            Assert.Contains(await File.ReadAllTextAsync(_file), Texts);
            site = await SiteProcess.ServeAsync(arguments);
            await AssertHistoryAsync(db, before + saving.Answered);
        }
        await site.DisposeAsync();
    }

    public void Dispose()
    {
        _content.Dispose();
        _data.Delete(recursive: true);
    }

    private async Task PushAsync(IEnumerable<string> arguments)
    {
        var push = await SiteProcess.RunAsync(["content", "push", _content.Folder, "--Site:BaseUrl=https://modmat.test", .. arguments]);
        Assert.Equal((0, ""), (push.ExitCode, push.Errors));
    }

    /// <summary>The saves of one process.</summary>
    private sealed class Saving
    {
        private readonly TaskCompletionSource _warm = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Answered { get; private set; }

        /// <summary>How long the last save took.</summary>
        public TimeSpan Duration { get; private set; }

        /// <summary>Completes after the first saves, which take longer.</summary>
        public Task IsWarm => _warm.Task;

        public void Answer(TimeSpan duration)
        {
            (Answered, Duration) = (Answered + 1, duration);
            if (Answered == 2)
                _warm.TrySetResult();
        }
    }

    /// <summary>Brings one of the versions back, then the other, until the process is gone.</summary>
    private async Task SaveAsync(SiteProcess site, string connection, Engine engine, Saving saving)
    {
        await using var db = DatabaseTemplates.Open(engine, connection);
        try
        {
            for (; ; )
            {
                var last = await db.ContentFileVersions.AsNoTracking().Where(v => v.Name == Page).OrderByDescending(v => v.Id).FirstAsync();
                var other = await db
                    .ContentFileVersions.AsNoTracking()
                    .Where(v => v.Name == Page && v.Hash != last.Hash)
                    .OrderByDescending(v => v.Id)
                    .FirstAsync();
                var since = Stopwatch.StartNew();
                using var answer = await _browser.BringBackAsync(site, other.Id, last.Id);
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
                saving.Answer(since.Elapsed);
            }
        }
        catch (HttpRequestException)
        {
            // The process was killed before it answered.
        }
    }

    /// <summary>Every answered save is a version; the last one is on the disk; each differs from the one before.</summary>
    private async Task AssertHistoryAsync(WorkshopDb db, int least)
    {
        var versions = await db.ContentFileVersions.AsNoTracking().Where(v => v.Name == Page).OrderBy(v => v.Id).ToListAsync();
        Assert.True(versions.Count >= least, $"{least} saves were answered, but there are {versions.Count} versions.");
        Assert.Equal(await File.ReadAllTextAsync(_file), Encoding.UTF8.GetString(versions[^1].Content!));
        Assert.All(versions, v => Assert.Equal(ContentVersionState.Written, v.State));
        Assert.All(versions.Zip(versions.Skip(1)), pair => Assert.NotEqual(pair.First.Hash, pair.Second.Hash));
        // Whoever was killed is named, not the folder.
        Assert.All(versions.Skip(2), v => Assert.Equal(("organiser 1", ContentChangeKind.BroughtBack), (v.Actor, v.Kind)));
        Assert.Equal(versions.Count - 2, await db.AuditLog.CountAsync(e => e.Action == "brought content back"));
        Assert.Equal([], Directory.EnumerateFiles(Path.GetDirectoryName(_file)!, ".*"));
    }

    private static Task<int> CountAsync(WorkshopDb db) => db.ContentFileVersions.CountAsync(v => v.Name == Page);

    /// <summary>Long, so that half of it would be seen.</summary>
    private static string TextOf(string word) =>
        "---\ntitle: { fr: \"Contact\", en: \"Contact\" }\n---\n\n"
        + string.Concat(Enumerable.Repeat($"Un paragraphe de plus, numéro {word}.\n\n", 600));
}
