using System.Collections.Concurrent;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Backups;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;
using ModMatWorkshop.Web.Tests.Running;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>A page of the SQLite file is overwritten while the site runs.</summary>
public sealed class DatabaseDamageTests
{
    private const string Header = "sqlite_schema";

    [Theory]
    [InlineData(Header)]
    [InlineData("WorkshopStates")]
    [InlineData("Registrations")]
    [InlineData("IX_Registrations_Email")]
    [InlineData("Outbox")]
    public async Task A_damaged_database_refuses_every_form_keeps_what_was_typed_and_is_logged_once(string part)
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start };
        using var ada = await new RegistrationClient(site).OpenAsync("/inscription");
        await ada.FillIn("ada@example.org").PressAsync();
        Assert.Equal(HttpStatusCode.OK, ada.Status);
        using var ben = await new RegistrationClient(site).OpenAsync("/inscription");
        using var cat = await new RegistrationClient(site).OpenAsync("/en/registration");
        using var reader = site.CreateClient();
        var programme = await reader.GetStringAsync("/programme");
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/readyz")).StatusCode);
        var typed = ben.FillIn("ben@example.org", "in-person").Fill("diet", "« ni lupin »").Shown();
        var file = await DatabaseFile.OfAsync(site);
        var page = await file.RootPageAsync(part);
        var intact = file.Overwrite(page);
        file.ForgetPagesInMemory();

        await ben.FillIn("ben@example.org", "in-person").Fill("diet", "« ni lupin »").PressAsync();
        await cat.FillIn("cat@example.org").PressAsync();

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "fr", "La base de données du site est endommagée"),
            (ben.Status, ben.Page.DocumentElement.GetAttribute("lang"), ben.Page.Seen("h1"))
        );
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "en", "The site’s database is damaged"),
            (cat.Status, cat.Page.DocumentElement.GetAttribute("lang"), cat.Page.Seen("h1"))
        );
        Assert.Equal(
            "What you sent has not been saved: the last backup has to be restored first. "
                + "Keep this page open and send it again later. Nothing you wrote is lost.",
            cat.Page.Seen("h1 + p")
        );
        Assert.Equal(
            typed.OrderBy(f => f.Key).Select(f => (f.Key, string.Join("|", f))),
            ben.Shown().OrderBy(f => f.Key).Select(f => (f.Key, string.Join("|", f)))
        );
        Assert.Equal(programme, await reader.GetStringAsync("/programme"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await reader.GetAsync("/readyz")).StatusCode);

        // The file is not used again, even if it seems intact, until a restart has checked it.
        file.Write(page, intact);
        await ben.PressAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ben.Status);
        Assert.Equal(["ada@example.org"], await file.RegisteredAsync());
        var line = Assert.Single(Log(site));
        Assert.Matches(
            $@" \[FTL\] The database {file.Path} is damaged \(SQLite Error (11|26): '.+'\)\. Move it away together with its -wal and -shm "
                + @"files, and restore the last backup: ModMatWorkshop restore FILE\. Until then, the site saves nothing and serves only "
                + @"cached pages\.$",
            line
        );
    }

    [PostgresTheory]
    [InlineData("XX001")]
    [InlineData("XX002")]
    public async Task Damage_that_PostgreSQL_reports_refuses_every_form_and_is_logged_once(string code)
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start, Engine = Engine.Postgres };
        using var ada = await new RegistrationClient(site).OpenAsync("/en/registration");
        using var ben = await new RegistrationClient(site).OpenAsync("/en/registration");
        var sql = $"""
            CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql
            AS $$ BEGIN RAISE EXCEPTION 'invalid page' USING ERRCODE = '{code}'; END $$;
            CREATE TRIGGER fail BEFORE INSERT ON "Registrations" EXECUTE FUNCTION fail();
            """;
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql));

        await ada.FillIn("ada@example.org").PressAsync();
        await ben.FillIn("ben@example.org").PressAsync();

        using var reader = site.CreateClient();
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "The site’s database is damaged", HttpStatusCode.ServiceUnavailable),
            (ada.Status, ben.Page.Seen("h1"), (await reader.GetAsync("/readyz")).StatusCode)
        );
        var line = Assert.Single(Log(site), l => l.Contains("[FTL]", StringComparison.Ordinal));
        Assert.Contains($"is damaged ({code}: invalid page)", line, StringComparison.Ordinal);
    }

    [Trait("Category", "prove")]
    [Fact]
    public async Task Whatever_page_is_damaged_during_a_rush_everybody_who_was_accepted_is_registered()
    {
        const int Rounds = 20;
        var random = new Random(20210922);
        for (var round = 0; round < Rounds; round++)
        {
            await using var site = new SiteFactory { RehearseFrom = OpenSite.Start };
            using var first = await new RegistrationClient(site).OpenAsync("/inscription");
            var (accepted, others) = (new ConcurrentBag<string>(), new ConcurrentBag<HttpStatusCode>());
            using var stop = new CancellationTokenSource();
            var visitors = Enumerable
                .Range(0, 4)
                .Select(one => Task.Run(() => RegisterManyAsync(site, one, accepted, others, stop.Token)))
                .ToList();
            Assert.True(SpinWait.SpinUntil(() => accepted.Count >= 5, TimeSpan.FromSeconds(60)));
            var file = await DatabaseFile.OfAsync(site);
            var page = random.Next(1, file.Pages + 1);
            var intact = file.Overwrite(page);
            // A page that nobody needs, or that is still in memory, is not missed.
            var before = accepted.Count;
            SpinWait.SpinUntil(() => visitors.All(v => v.IsCompleted) || accepted.Count > before + 40, TimeSpan.FromSeconds(60));
            await stop.CancelAsync();
            await Task.WhenAll(visitors);

            Assert.Equal([], others);
            file.WriteIfStill(page, intact);
            Assert.Equal([], accepted.Except(await file.RegisteredAsync()));
        }
    }

    /// <summary>Registers new people until the site says that it cannot.</summary>
    private static async Task RegisterManyAsync(
        SiteFactory site,
        int visitor,
        ConcurrentBag<string> accepted,
        ConcurrentBag<HttpStatusCode> others,
        CancellationToken stop
    )
    {
        using var reader = site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl, HandleCookies = false });
        var form = await OpenForm.ReadAsync(reader);
        for (var next = 0; !stop.IsCancellationRequested; next++)
        {
            var email = $"p{visitor}.{next}@example.org";
            using var request = form.Of(email);
            using var answer = await reader.SendAsync(request, CancellationToken.None);
            if (answer.StatusCode == HttpStatusCode.OK)
                accepted.Add(email);
            else if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                return;
            else
                others.Add(answer.StatusCode);
        }
    }

    private static string[] Log(SiteFactory site)
    {
        using var file = new FileStream(Path.Combine(site.DataPath, "test.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The file of the running site, whose write-ahead log has been written back into it.</summary>
    private sealed class DatabaseFile(string path, string pool, int pageSize)
    {
        private const byte Damaged = 0x5A;

        public string Path => path;

        public int Pages => (int)(new FileInfo(path).Length / pageSize);

        private string Connection => $"Data Source={path};Pooling=False";

        public static async Task<DatabaseFile> OfAsync(SiteFactory site)
        {
            await using var scope = site.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
            await db.PurgeDeletedDataAsync(CancellationToken.None);
            var size = await db.Database.SqlQuery<int>($"SELECT page_size AS Value FROM pragma_page_size").SingleAsync();
            return new(System.IO.Path.Combine(site.DataPath, "workshop.db"), db.Database.GetConnectionString()!, size);
        }

        /// <summary>The first page of a table or an index.</summary>
        public async Task<int> RootPageAsync(string part)
        {
            if (part == Header)
                return 1;
            await using var db = DatabaseTemplates.Open(Engine.Sqlite, Connection);
            return await db.Database.SqlQuery<int>($"SELECT rootpage AS Value FROM sqlite_schema WHERE name = {part}").SingleAsync();
        }

        /// <summary>Closes the connections of the site, which keep pages in memory.</summary>
        public void ForgetPagesInMemory()
        {
            using var connection = new SqliteConnection(pool);
            SqliteConnection.ClearPool(connection);
        }

        /// <returns>What the page contained.</returns>
        public byte[] Overwrite(int page)
        {
            using var file = Open();
            var before = new byte[pageSize];
            file.Position = (page - 1L) * pageSize;
            file.ReadExactly(before);
            Write(page, [.. Enumerable.Repeat(Damaged, pageSize)]);
            return before;
        }

        public void Write(int page, byte[] bytes)
        {
            using var file = Open();
            file.Position = (page - 1L) * pageSize;
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        /// <summary>Undoes the damage, unless the site has written the page since.</summary>
        public void WriteIfStill(int page, byte[] intact)
        {
            var found = Overwrite(page);
            Write(page, found.All(b => b == Damaged) ? intact : found);
        }

        public async Task<List<string>> RegisteredAsync()
        {
            await using var db = DatabaseTemplates.Open(Engine.Sqlite, Connection);
            return await db.Registrations.Select(r => r.Email).OrderBy(email => email).ToListAsync();
        }

        private FileStream Open() => new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
    }
}
