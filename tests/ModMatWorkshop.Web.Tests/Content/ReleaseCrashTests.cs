using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Backups;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Content;

/// <summary>The process is killed while an organiser releases the shared draft, which has several files and a picture.</summary>
[Trait("Category", "prove")]
public sealed class ReleaseCrashTests : IDisposable
{
    private const int Kills = 20;
    private const string Picture = "images/one.svg";

    /// <summary>Texts and a picture, so that a release is more than one rename.</summary>
    private static readonly string[] Files =
    [
        "contributions/o1.md",
        "contributions/p1.md",
        Picture,
        "pages/contact.en.md",
        "pages/contact.md",
    ];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("modmat-release-crash-");
    private readonly ContentSample _content = new();
    private readonly OrganiserBrowser _browser = new();
    private readonly Dictionary<string, string> _first = [];

    /// <summary>The folder that the process reads.</summary>
    private string _folder = "";

    public ReleaseCrashTests()
    {
        _content.Write(Picture, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><title>0</title></svg>\n");
        foreach (var file in Files)
            _first[file] = _content.Read(file);
    }

    public void Dispose()
    {
        _content.Dispose();
        _data.Delete(recursive: true);
    }

    [PostgresTheory]
    [MemberData(nameof(EditorCrashTests.EnginesAndStores), MemberType = typeof(EditorCrashTests))]
    public async Task A_release_is_whole_or_has_not_been_whenever_the_process_is_killed(Engine engine, ContentStore store)
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
        var isCopy = store is ContentStore.Database;
        _folder = isCopy ? Path.Combine(_data.FullName, "content-copies/1") : _content.Folder;
        if (isCopy)
        {
            var push = await SiteProcess.RunAsync(["content", "push", _content.Folder, "--Site:BaseUrl=https://modmat.test", .. arguments]);
            Assert.Equal((0, ""), (push.ExitCode, push.Errors));
        }
        await using var db = DatabaseTemplates.Open(engine, connection);
        var site = await SiteProcess.ServeAsync(arguments);
        await _browser.SetUpAsync(site);
        var random = new Random(21);
        var (released, resumed) = (0, 0);
        for (var round = 0; round < Kills; round++)
        {
            var releasing = new Releasing();
            var task = ReleaseAsync(site, connection, engine, releasing);
            await Task.WhenAny(releasing.IsWarm, task);
            await Task.Delay(releasing.Duration * random.NextDouble() * 2);
            site.Kill();
            await task;
            await site.DisposeAsync();

            var found = Files.Select(f => GenerationOf(f, ReadFile(f))).ToList();
            site = await SiteProcess.ServeAsync(arguments);
            var now = await AssertWholeAsync(db);
            Assert.True(
                now >= released + releasing.Answered,
                $"{releasing.Answered} releases were answered, and {now - released} are there."
            );
            Assert.All(found, generation => Assert.InRange(generation, isCopy ? 0 : now - 1, now));
            released = now;
            resumed += found.Distinct().Count() > 1 ? 1 : 0;
        }
        await site.DisposeAsync();
        Assert.InRange(resumed, 0, Kills);
    }

    /// <summary>The releases of one process.</summary>
    private sealed class Releasing
    {
        private readonly TaskCompletionSource _warm = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Answered { get; private set; }

        public TimeSpan Duration { get; private set; }

        /// <summary>Completes after the first releases, which take longer.</summary>
        public Task IsWarm => _warm.Task;

        public void Answer(TimeSpan duration)
        {
            (Answered, Duration) = (Answered + 1, duration);
            if (Answered == 2)
                _warm.TrySetResult();
        }
    }

    /// <summary>Keeps the next generation of all files and releases it, until the process is gone.</summary>
    private async Task ReleaseAsync(SiteProcess site, string connection, Engine engine, Releasing releasing)
    {
        await using var db = DatabaseTemplates.Open(engine, connection);
        try
        {
            for (; ; )
            {
                var stamp = await KeepAsync(db);
                var since = Stopwatch.StartNew();
                using var answer = await _browser.PostAsync(site, "/admin/content/draft?handler=Release", new() { ["stamp"] = stamp });
                Assert.Equal(
                    (HttpStatusCode.Redirect, "/admin/content/draft?done=released"),
                    (answer.StatusCode, answer.Headers.Location?.OriginalString)
                );
                releasing.Answer(since.Elapsed);
            }
        }
        catch (HttpRequestException)
        {
            // The process was killed before it answered.
        }
    }

    /// <summary>Puts the next generation of all files into the draft, or leaves the one that a killed process has not released.</summary>
    private async Task<string> KeepAsync(WorkshopDb db)
    {
        db.ChangeTracker.Clear();
        var drafts = await db.ContentFileVersions.Where(v => v.State == ContentVersionState.Draft).ToListAsync();
        if (drafts.Count == 0)
        {
            var save = Guid.NewGuid();
            foreach (var file in Files)
            {
                var last = await LastAsync(db, file);
                var next = Encoding.UTF8.GetBytes(TextOf(file, GenerationOf(file, Encoding.UTF8.GetString(last.Content!)) + 1));
                drafts.Add(
                    new()
                    {
                        Save = save,
                        Name = file,
                        Content = next,
                        Hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(next)),
                        At = last.At,
                        Actor = "organiser 1",
                        Kind = ContentChangeKind.Edited,
                        State = ContentVersionState.Draft,
                        BasedOn = last.Id,
                    }
                );
            }
            db.ContentFileVersions.AddRange(drafts);
            await db.SaveChangesAsync();
        }
        return SharedDraft.StampOf(drafts.Select(d => d.Id));
    }

    /// <summary>All files are of one generation, the history has each, and what was not released is still in the draft.</summary>
    /// <returns>The generation.</returns>
    private async Task<int> AssertWholeAsync(WorkshopDb db)
    {
        db.ChangeTracker.Clear();
        var generation = Assert.Single(Files.Select(f => GenerationOf(f, ReadFile(f))).Distinct());
        foreach (var file in Files)
        {
            var versions = await db.ContentFileVersions.AsNoTracking().Where(v => v.Name == file).OrderBy(v => v.Id).ToListAsync();
            var written = versions.Where(v => v.State == ContentVersionState.Written).ToList();
            Assert.Equal(
                Enumerable.Range(0, generation + 1).Select(g => TextOf(file, g)),
                written.Select(v => Encoding.UTF8.GetString(v.Content!))
            );
            Assert.All(written.Skip(1), v => Assert.Equal("organiser 1", v.Actor));
            Assert.Equal(generation, versions.Count(v => v.State == ContentVersionState.Released));
            Assert.InRange(versions.Count(v => v.State == ContentVersionState.Draft), 0, 1);
            Assert.DoesNotContain(versions, v => v.State is ContentVersionState.Waiting or ContentVersionState.NeverWritten);
        }
        Assert.Equal(generation * Files.Length, await db.AuditLog.CountAsync(e => e.Action == "edited content"));
        Assert.Empty(Directory.EnumerateFiles(_folder, ".saving-*", SearchOption.AllDirectories));
        return generation;
    }

    private static Task<ContentFileVersion> LastAsync(WorkshopDb db, string file) =>
        db
            .ContentFileVersions.AsNoTracking()
            .Where(v => v.Name == file && v.State == ContentVersionState.Written)
            .OrderByDescending(v => v.Id)
            .FirstAsync();

    private string ReadFile(string file) => File.ReadAllText(Path.Combine(_folder, file));

    /// <summary>Long, so that half of it would be seen.</summary>
    private string TextOf(string file, int generation) =>
        generation == 0 ? _first[file]
        : file == Picture
            ? _first[file]
                .Replace("0</title>", string.Create(CultureInfo.InvariantCulture, $"{generation}</title>"), StringComparison.Ordinal)
        : _first[file]
            + string.Concat(
                Enumerable.Repeat(string.Create(CultureInfo.InvariantCulture, $"\nUn paragraphe de plus, numéro {generation}.\n"), 300)
            );

    /// <summary>Fails for a text that is none of the generations, such as half of one.</summary>
    private int GenerationOf(string file, string text)
    {
        var generation = 0;
        while (TextOf(file, generation) != text)
            Assert.InRange(++generation, 0, 10_000);
        return generation;
    }
}
