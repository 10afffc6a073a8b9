using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Running;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>The plug is pulled while people register.</summary>
[Trait("Category", "prove")]
public sealed class CrashTests
{
    private const int Cuts = 20;
    private const int AtOnce = 16;

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_was_answered_is_registered_once_with_their_mail_and_a_form_opened_before_still_posts(Engine engine)
    {
        var data = Directory.CreateTempSubdirectory("modmat-cut-");
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

        for (var cut = 0; cut < Cuts; cut++)
        {
            await using var site = await SiteProcess.ServeAsync(arguments);
            // Opened once, before the first cut.
            form ??= await OpenForm.ReadAsync(site.Reader);
            var (enough, next, before) = (new TaskCompletionSource(), 0, answered.Count);
            var crowd = Enumerable
                .Range(0, AtOnce)
                .Select(async _ =>
                {
                    try
                    {
                        while (true)
                        {
                            var email = $"p{cut}.{Interlocked.Increment(ref next)}@example.org";
                            if (await PostAsync(site.Reader, form, email) != HttpStatusCode.OK)
                                enough.TrySetException(new InvalidOperationException($"{email} was not taken."));
                            answered.Add(email);
                            if (answered.Count >= before + 10 + cut)
                                enough.TrySetResult();
                        }
                    }
                    catch (HttpRequestException)
                    {
                        // The plug has been pulled: this one was not answered.
                    }
                })
                .ToList();
            await enough.Task;
            site.Kill();
            await Task.WhenAll(crowd);
        }

        await using (var site = await SiteProcess.ServeAsync(arguments))
            Assert.Equal(HttpStatusCode.OK, await PostAsync(site.Reader, form!, "last@example.org"));
        await HoldsEverybodyOnceAsync(engine, connection, answered);
        data.Delete(recursive: true);
    }

    private static async Task HoldsEverybodyOnceAsync(Engine engine, string connection, IEnumerable<string> answered)
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
        using var question = form.Of(email);
        using var answer = await reader.SendAsync(question);
        return answer.StatusCode;
    }
}
