using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Content;

/// <summary>The process is killed while an organiser saves.</summary>
[Trait("Category", "prove")]
public sealed partial class EditorCrashTests : IDisposable
{
    private const int Kills = 25;
    private const string Page = "pages/contact.md";
    private static readonly string[] Texts = [.. new[] { "un", "deux" }.Select(TextOf)];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("modmat-editor-crash-");
    private readonly ContentSample _content = new();
    private readonly Dictionary<string, string> _cookies = [];
    private string _token = "";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_is_old_or_new_and_its_history_right_whenever_the_process_is_killed(Engine engine)
    {
        var connection =
            engine is Engine.Postgres
                ? PostgresCluster.NewDatabase()
                : $"Data Source={Path.Combine(_data.FullName, "workshop.db")};Pooling=False;Default Timeout=60";
        string[] arguments =
        [
            $"--Site:DataPath={_data.FullName}",
            $"--Site:ContentPath={_content.Folder}",
            "--Admin:RequireSecondFactor=false",
            .. engine is Engine.Postgres
                ? ["--Database:Provider=postgres", $"--ConnectionStrings:Workshop={connection}"]
                : Array.Empty<string>(),
        ];
        var random = new Random(21);
        _content.Write(Page, Texts[0]);
        await using var db = DatabaseTemplates.Open(engine, connection);
        var site = await SiteProcess.ServeAsync(arguments);
        await PrepareAsync(site, db);
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

            Assert.Contains(_content.Read(Page), Texts);
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

    /// <summary>An organiser, and two versions that can be brought back in turn.</summary>
    private async Task PrepareAsync(SiteProcess site, WorkshopDb db)
    {
        var setup = SetupLink().Match(site.AllOutput).Value;
        await ReadTokenAsync(site, setup);
        using var created = await PostAsync(
            site,
            setup,
            new()
            {
                ["name"] = "Ada",
                ["email"] = "ada@example.org",
                ["password"] = OrganiserAccounts.Password,
            }
        );
        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        await ReadTokenAsync(site, "/admin");
        _content.Write(Page, Texts[1]);
        while (await CountAsync(db) < 2)
            await Task.Delay(20);
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
                using var answer = await PostAsync(
                    site,
                    string.Create(CultureInfo.InvariantCulture, $"/admin/content/history/{other.Id}"),
                    new() { ["basis"] = last.Id.ToString(CultureInfo.InvariantCulture) }
                );
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
        Assert.Equal(_content.Read(Page), Encoding.UTF8.GetString(versions[^1].Content!));
        Assert.All(versions, v => Assert.Equal(ContentVersionState.Written, v.State));
        Assert.All(versions.Zip(versions.Skip(1)), pair => Assert.NotEqual(pair.First.Hash, pair.Second.Hash));
        // Whoever was killed is named, not the folder.
        Assert.All(versions.Skip(2), v => Assert.Equal(("organiser 1", ContentChangeKind.BroughtBack), (v.Actor, v.Kind)));
        Assert.Equal(versions.Count - 2, await db.AuditLog.CountAsync(e => e.Action == "brought content back"));
        Assert.Equal([], Directory.EnumerateFiles(_content.PathOf("pages"), ".*"));
    }

    private static Task<int> CountAsync(WorkshopDb db) => db.ContentFileVersions.CountAsync(v => v.Name == Page);

    private async Task ReadTokenAsync(SiteProcess site, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var answer = await SendAsync(site, request);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        _token = page.QuerySelector($"input[name={FormToken.Field}]")!.GetAttribute("value")!;
    }

    private async Task<HttpResponseMessage> PostAsync(SiteProcess site, string address, Dictionary<string, string> fields)
    {
        fields[FormToken.Field] = _token;
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        return await SendAsync(site, request);
    }

    /// <summary>Sends and keeps cookies, which a cookie container would not send over plain http.</summary>
    private async Task<HttpResponseMessage> SendAsync(SiteProcess site, HttpRequestMessage request)
    {
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        var answer = await site.Reader.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
            foreach (var cookie in cookies.Select(c => c.Split(';')[0].Split('=', 2)))
                _cookies[cookie[0]] = cookie[1];
        return answer;
    }

    /// <summary>Long, so that half of it would be seen.</summary>
    private static string TextOf(string word) =>
        "---\ntitle: { fr: \"Contact\", en: \"Contact\" }\n---\n\n"
        + string.Concat(Enumerable.Repeat($"Un paragraphe de plus, numéro {word}.\n\n", 600));

    [GeneratedRegex(@"/admin/setup\?token=\S+")]
    private static partial Regex SetupLink();
}
