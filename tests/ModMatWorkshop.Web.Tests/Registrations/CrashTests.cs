using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Running;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>The process is killed while people register.</summary>
[Trait("Category", "prove")]
public sealed class CrashTests
{
    private const int Kills = 20;
    private const int AtOnce = 16;

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_answered_registration_survives_kills_with_its_mail_and_open_forms_can_still_be_sent(Engine engine)
    {
        var data = Directory.CreateTempSubdirectory("modmat-crash-");
        var connection =
            engine is Engine.Postgres
                ? PostgresCluster.NewDatabase()
                : $"Data Source={Path.Combine(data.FullName, "workshop.db")};Pooling=False";
        string[] arguments =
        [
            $"--Site:DataPath={data.FullName}",
            "--RateLimits:Enabled=false",
            "--Clock:RehearseFrom=2021-09-01T09:00",
            .. engine is Engine.Postgres
                ? ["--Database:Provider=postgres", $"--ConnectionStrings:Workshop={connection}"]
                : Array.Empty<string>(),
        ];
        var answered = new ConcurrentBag<string>();
        OpenForm? form = null;

        for (var round = 0; round < Kills; round++)
        {
            await using var site = await SiteProcess.ServeAsync(arguments);
            // Opened once, before the first kill.
            form ??= await OpenForm.ReadAsync(site.Reader);
            var (enough, next, before) = (new TaskCompletionSource(), 0, answered.Count);
            var clients = Enumerable
                .Range(0, AtOnce)
                .Select(async _ =>
                {
                    try
                    {
                        while (true)
                        {
                            var email = $"p{round}.{Interlocked.Increment(ref next)}@example.org";
                            if (await PostAsync(site.Reader, form, email) != HttpStatusCode.OK)
                                enough.TrySetException(new InvalidOperationException($"{email} was not accepted."));
                            answered.Add(email);
                            if (answered.Count >= before + 10 + round)
                                enough.TrySetResult();
                        }
                    }
                    catch (HttpRequestException)
                    {
                        // The process was killed before it answered.
                    }
                })
                .ToList();
            await enough.Task;
            site.Kill();
            await Task.WhenAll(clients);
        }

        await using (var site = await SiteProcess.ServeAsync(arguments))
            Assert.Equal(HttpStatusCode.OK, await PostAsync(site.Reader, form!, "last@example.org"));
        await AssertEverybodyOnceAsync(engine, connection, answered);
        data.Delete(recursive: true);
    }

    private static async Task AssertEverybodyOnceAsync(Engine engine, string connection, IEnumerable<string> answered)
    {
        await using var db = DatabaseTemplates.Open(engine, connection);
        var registered = await db.Registrations.Select(r => r.Email).ToListAsync();
        var mailed = await db.Outbox.Join(db.Registrations, m => m.RegistrationId, r => r.Id, (m, r) => r.Email).ToListAsync();
        Assert.Equal([], answered.Except(registered));
        Assert.Equal(registered.Order(), mailed.Order());
        Assert.Equal(registered.Count, registered.Distinct().Count());
        Assert.Equal(50, await db.Registrations.CountAsync(r => r.SeatNumber != null));
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient reader, OpenForm form, string email)
    {
        using var request = form.Of(email);
        using var response = await reader.SendAsync(request);
        return response.StatusCode;
    }
}
