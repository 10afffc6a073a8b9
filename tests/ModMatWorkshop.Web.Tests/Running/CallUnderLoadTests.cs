using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>Many people save at once: in the last minute of the call, and while the process is killed.</summary>
[Trait("Category", "prove")]
public sealed class CallUnderLoadTests(ITestOutputHelper report) : IDisposable
{
    private const int People = 200;
    private const int Kills = 10;
    private const int AtOnce = 16;
    private const string Before = "2021-09-10T17:00";

    /// <summary>18:00 in Toulouse.</summary>
    private static readonly DateTimeOffset Deadline = new(2021, 9, 10, 16, 0, 0, TimeSpan.Zero);

    private readonly CallSite _call = new();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("modmat-call-");

    /// <summary>A text that a person has sent.</summary>
    /// <param name="At">When, by the clock of the site.</param>
    /// <param name="Wait">Until the answer.</param>
    private sealed record Post(string Email, int Number, DateTimeOffset At, TimeSpan Wait, bool IsIn);

    [Theory, OnSqlite, OnPostgres]
    public async Task What_200_people_send_in_the_last_minute_counts_until_the_deadline_and_each_text_once(Engine engine)
    {
        var (connection, arguments) = Settings(engine);
        var forms = new List<OpenAbstract>();
        var start = Stopwatch.StartNew();
        await using (var before = await SiteProcess.ServeAsync(arguments))
        {
            start.Stop();
            for (var i = 0; i < People; i++)
                forms.Add(await OpenAbstract.ReadAsync(before.Reader, $"p{i}@example.org"));
        }
        // Two processes start before the last minute begins.
        var shift = await SetClockAsync(engine, connection, Deadline - TimeSpan.FromMinutes(1) - 2 * start.Elapsed);
        await using var one = await SiteProcess.ServeAsync(arguments);
        await using var other = engine is Engine.Postgres ? await SiteProcess.ServeAsync(arguments) : null;
        HttpClient[] readers = other is null ? [one.Reader] : [one.Reader, other.Reader];
        var posts = new ConcurrentBag<Post>();
        await Task.WhenAll(forms.Select(SendUntilTooLateAsync));

        await AssertLastAcceptedAsync(engine, connection, posts);
        Report(engine, posts);

        async Task SendUntilTooLateAsync(OpenAbstract form, int person)
        {
            for (var number = 1; ; number++)
            {
                using var request = form.Of(number, isSubmitted: true);
                var (at, watch) = (DateTimeOffset.UtcNow + shift, Stopwatch.StartNew());
                using var answer = await readers[(person + number) % readers.Length].SendAsync(request);
                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{form.Email}: {answer.StatusCode}");
                posts.Add(new(form.Email, number, at, watch.Elapsed, answer.StatusCode is HttpStatusCode.OK));
                if (answer.StatusCode is HttpStatusCode.Conflict)
                    return;
            }
        }
    }

    private static async Task AssertLastAcceptedAsync(Engine engine, string connection, IReadOnlyCollection<Post> posts)
    {
        await using var db = DatabaseTemplates.Open(engine, connection);
        var saved = await db.Submissions.AsNoTracking().ToListAsync();
        Assert.Equal(
            posts.Where(p => p.IsIn).GroupBy(p => p.Email).Select(g => (g.Key, g.Max(p => p.Number))).Order(),
            saved.Select(s => (s.Email, OpenAbstract.NumberIn(s.Sent?.Title))).Order()
        );
        Assert.Equal(People, saved.Count);
        Assert.Equal(Enumerable.Range(1, People), saved.Select(s => s.Number).Order());
        Assert.Equal([], saved.Where(s => s.SentAt >= Deadline).Select(s => s.Email));
        // Nobody is told that a text counts which was sent too late, and nobody that one came too late which was sent in time.
        Assert.Equal([], posts.Where(p => p.IsIn && p.At >= Deadline));
        Assert.Equal([], posts.Where(p => !p.IsIn && p.At < Deadline - TimeSpan.FromSeconds(1)));
        await AssertMailedAsync(db, saved);
    }

    /// <summary>An address that nobody has confirmed gets one mail in ten minutes.</summary>
    private static async Task AssertMailedAsync(WorkshopDb db, IEnumerable<Submission> saved)
    {
        var mails = await db.Outbox.Where(m => m.Kind == MailKind.SubmissionReceived).Select(m => m.RegistrationId).ToListAsync();
        Assert.Equal(saved.Where(s => s.Sent is not null).Select(s => s.Id).Order(), mails.Distinct().Order());
        Assert.All(mails.CountBy(id => id), m => Assert.InRange(m.Value, 1, 2));
    }

    private void Report(Engine engine, IReadOnlyCollection<Post> posts)
    {
        var (accepted, refused) = (posts.Where(p => p.IsIn).ToList(), posts.Where(p => !p.IsIn).ToList());
        report.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{engine}: {accepted.Count} texts of {People} people in, "
                    + $"{accepted.Count(p => p.At + p.Wait >= Deadline)} of them answered after the deadline; "
                    + $"the last was sent {(Deadline - accepted.Max(p => p.At)).TotalMilliseconds:0} ms before it; "
                    + $"{refused.Count} too late, the first sent {(Deadline - refused.Min(p => p.At)).TotalMilliseconds:0} ms before it; "
                    + $"an answer took {posts.Average(p => p.Wait.TotalMilliseconds):0} ms, "
                    + $"at most {posts.Max(p => p.Wait.TotalMilliseconds):0} ms"
            )
        );
    }

    /// <summary>What was sent and what was answered, by the address.</summary>
    private sealed class Known
    {
        public int Sent { get; set; }

        public int Saved { get; set; }

        public int Submitted { get; set; }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_answered_text_survives_kills_and_open_forms_can_still_be_sent(Engine engine)
    {
        var (connection, arguments) = Settings(engine);
        var people = new ConcurrentDictionary<string, Known>();
        var forms = new List<OpenAbstract>();
        var answers = 0;
        for (var round = 0; round < Kills; round++)
        {
            await using var site = await SiteProcess.ServeAsync(arguments);
            // Half of them have opened their form before an earlier kill.
            for (var i = forms.Count == 0 ? 0 : AtOnce / 2; i < AtOnce; i++)
                forms.Add(await OpenAbstract.ReadAsync(site.Reader, $"p{round}.{i}@example.org"));
            var (enough, from) = (new TaskCompletionSource(), answers);
            var clients = forms.TakeLast(AtOnce).Select(form => SendAsync(site, form, people.GetOrAdd(form.Email, _ => new()))).ToList();
            await enough.Task;
            site.Kill();
            await Task.WhenAll(clients);

            async Task SendAsync(SiteProcess to, OpenAbstract form, Known known)
            {
                try
                {
                    while (true)
                    {
                        var (number, isSubmitted) = (++known.Sent, known.Sent % 2 == 0);
                        using var request = form.Of(number, isSubmitted);
                        using var answer = await to.Reader.SendAsync(request);
                        if (answer.StatusCode != HttpStatusCode.OK)
                            enough.TrySetException(new InvalidOperationException($"{form.Email}: {answer.StatusCode}"));
                        known.Saved = number;
                        known.Submitted = isSubmitted ? number : known.Submitted;
                        if (Interlocked.Increment(ref answers) >= from + 3 * AtOnce + round)
                            enough.TrySetResult();
                    }
                }
                catch (HttpRequestException)
                {
                    // The process was killed before it answered.
                }
            }
        }
        await AssertNothingIsLostAsync(engine, connection, people);
        report.WriteLine($"{engine}: {answers} texts of {people.Count} people answered in {Kills} kills, none lost");
    }

    private static async Task AssertNothingIsLostAsync(Engine engine, string connection, IReadOnlyDictionary<string, Known> people)
    {
        await using var db = DatabaseTemplates.Open(engine, connection);
        var saved = await db.Submissions.AsNoTracking().ToListAsync();
        Assert.Equal(saved.Count, saved.Select(s => s.Email).Distinct().Count());
        Assert.Equal([], people.Where(p => p.Value.Saved > 0).Select(p => p.Key).Except(saved.Select(s => s.Email)));
        foreach (var submission in saved)
        {
            var known = people[submission.Email];
            // A text that was sent and not answered may be there or not.
            Assert.InRange(OpenAbstract.NumberIn(submission.Draft.Title), known.Saved, known.Sent);
            Assert.InRange(OpenAbstract.NumberIn(submission.Sent?.Title), known.Submitted, known.Sent);
        }
        await AssertMailedAsync(db, saved);
    }

    public void Dispose()
    {
        _call.Dispose();
        _data.Delete(recursive: true);
    }

    private (string Connection, string[] Arguments) Settings(Engine engine)
    {
        var connection =
            engine is Engine.Postgres
                ? PostgresCluster.NewDatabase()
                : $"Data Source={Path.Combine(_data.FullName, "workshop.db")};Pooling=False";
        return (
            connection,
            [
                $"--Site:ContentPath={_call.ContentPath}",
                "--Site:Key=the-key-that-both-instances-of-the-site-have",
                "--RateLimits:Enabled=false",
                $"--Clock:RehearseFrom={Before}",
                .. engine is Engine.Postgres
                    ? ["--Database:Provider=postgres", $"--ConnectionStrings:Workshop={connection}"]
                    : new[] { $"--Site:DataPath={_data.FullName}" },
            ]
        );
    }

    /// <summary>Sets the clock of the processes that start from now on.</summary>
    /// <returns>Site time minus real time.</returns>
    private static async Task<TimeSpan> SetClockAsync(Engine engine, string connection, DateTimeOffset now)
    {
        await using var db = DatabaseTemplates.Open(engine, connection);
        var rehearsal = await db.Rehearsals.SingleAsync();
        rehearsal.Offset = now - DateTimeOffset.UtcNow;
        await db.SaveChangesAsync();
        return rehearsal.Offset;
    }
}
