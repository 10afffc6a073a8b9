using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Backups;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>
/// The database cannot be written: the disk is full or read-only, or the database server is stopped. The site says so, keeps what people
/// typed, and works again as soon as the database does.
/// </summary>
public sealed class DatabaseUnavailableTests
{
    private const string Connection = "ConnectionStrings:Workshop";
    private static readonly TimeSpan MaxRecovery = TimeSpan.FromSeconds(10);

    [Theory, OnPostgres]
    public async Task While_the_database_server_is_stopped_forms_keep_their_values_and_can_be_sent_again_later(Engine engine)
    {
        using var server = PostgresCluster.StartAnother();
        await using var site = new SiteFactory
        {
            Engine = engine,
            StartsEmpty = true,
            RehearseFrom = OpenSite.Start,
            More = new Dictionary<string, string?> { [Connection] = server.ConnectionString },
        };
        await SendFormsDuringFailureAsync(site, server.Stop, server.Start);
        await SendFormsDuringFailureAsync(site, server.Crash, server.Start, "again");
    }

    [LimitedDiskFact]
    public async Task While_the_disk_is_full_forms_keep_their_values_and_can_be_sent_again_later()
    {
        using var disk = new LimitedDisk();
        await using var site = SiteOn(disk);
        await SendFormsDuringFailureAsync(site, disk.Fill, disk.Clear);
    }

    [LimitedDiskFact]
    public async Task While_the_disk_is_read_only_forms_keep_their_values_and_can_be_sent_again_later()
    {
        using var disk = new LimitedDisk();
        await using var site = SiteOn(disk);
        await SendFormsDuringFailureAsync(site, disk.MakeReadOnly, disk.MakeWritable);
    }

    [LimitedDiskFact]
    public async Task Signed_in_organisers_see_the_error_page_and_it_never_repeats_a_password()
    {
        using var disk = new LimitedDisk();
        await using var site = SiteOn(disk);
        using var grace = await site.SignedInAsync();
        using var login = await new RegistrationClient(site).OpenAsync("/admin/login");
        disk.MakeReadOnly();

        var page = await grace.ReadAsync("/admin/mail", HttpStatusCode.ServiceUnavailable);
        Assert.Equal("Le site ne peut rien enregistrer en ce moment", page.Seen("h1"));
        await login.Fill("email", "grace@example.org").Fill("password", "un atome et ses voisins").PressAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 0), (login.Status, login.Page.QuerySelectorAll("main form").Length));
        Assert.Equal(
            "Votre envoi n’a pas été enregistré. Cela ne dure d’ordinaire "
                + "que quelques secondes : revenez à la page précédente et renvoyez.",
            login.Page.Seen("h1 + p")
        );

        disk.MakeWritable();
        await grace.ReadAsync("/admin/mail");
    }

    [Trait("Category", "prove")]
    [Theory, OnPostgres]
    public async Task Registrations_accepted_while_the_database_server_crashes_are_stored_once_with_their_mail(Engine engine)
    {
        using var server = PostgresCluster.StartAnother();
        await using var site = new SiteFactory
        {
            Engine = engine,
            StartsEmpty = true,
            RehearseFrom = OpenSite.Start,
            More = new Dictionary<string, string?> { [Connection] = server.ConnectionString },
        };
        await RegisterManyDuringFailuresAsync(site, server.Crash, server.Start);
    }

    [Trait("Category", "prove")]
    [LimitedDiskFact]
    public async Task Registrations_accepted_while_the_disk_fills_up_are_stored_once_with_their_mail()
    {
        using var disk = new LimitedDisk();
        await using var site = SiteOn(disk);
        await RegisterManyDuringFailuresAsync(site, disk.Fill, disk.Clear, disk.Fill);
    }

    /// <param name="failAgain">Repeated until a form is refused, because the site may free space on a full disk.</param>
    private static async Task RegisterManyDuringFailuresAsync(SiteFactory site, Action fail, Action recover, Action? failAgain = null)
    {
        const int Times = 5;
        var (accepted, refused, others) = (new ConcurrentBag<string>(), 0, new ConcurrentBag<HttpStatusCode>());
        using var stop = new CancellationTokenSource();
        // Concurrent first requests would start the test site several times.
        using (var first = new RegistrationClient(site))
            await first.OpenAsync("/inscription");
        var visitors = Enumerable
            .Range(0, 8)
            .Select(one =>
                Task.Run(async () =>
                {
                    for (var next = 0; !stop.IsCancellationRequested; next++)
                    {
                        var email = $"p{one}.{next}@example.org";
                        using var visitor = new RegistrationClient(site);
                        await visitor.OpenAsync("/inscription");
                        while (visitor.Status == HttpStatusCode.ServiceUnavailable && !stop.IsCancellationRequested)
                            await visitor.OpenAsync("/inscription");
                        if (stop.IsCancellationRequested)
                            return;
                        await visitor.FillIn(email).PressAsync();
                        while (visitor.Status == HttpStatusCode.ServiceUnavailable && !stop.IsCancellationRequested)
                        {
                            Interlocked.Increment(ref refused);
                            await visitor.PressAsync();
                        }
                        if (visitor.Status == HttpStatusCode.OK)
                            accepted.Add(email);
                        else if (visitor.Status != HttpStatusCode.ServiceUnavailable)
                            others.Add(visitor.Status);
                    }
                })
            )
            .ToList();
        for (var time = 1; time <= Times; time++)
        {
            var before = accepted.Count;
            Assert.True(SpinWait.SpinUntil(() => accepted.Count >= before + 10, TimeSpan.FromSeconds(30)));
            var beforeRefused = Volatile.Read(ref refused);
            fail();
            Assert.True(SpinWait.SpinUntil(() => IsRefusedSince(beforeRefused), TimeSpan.FromSeconds(30)));
            recover();
        }
        var last = accepted.Count;
        Assert.True(SpinWait.SpinUntil(() => accepted.Count > last, MaxRecovery));
        await stop.CancelAsync();
        await Task.WhenAll(visitors);

        Assert.Equal([], others);
        await AreStoredOnceWithTheirMailAsync(site, accepted);

        bool IsRefusedSince(int before)
        {
            failAgain?.Invoke();
            return Volatile.Read(ref refused) > before;
        }
    }

    private static Task<bool> AreStoredOnceWithTheirMailAsync(SiteFactory site, IEnumerable<string> accepted) =>
        site.InDatabaseAsync(async db =>
        {
            var registered = await db.Registrations.Select(r => r.Email).ToListAsync();
            var mailed = await db.Outbox.Join(db.Registrations, m => m.RegistrationId, r => r.Id, (m, r) => r.Email).ToListAsync();
            Assert.Equal([], accepted.Except(registered));
            Assert.Equal(registered.Order(), mailed.Order());
            return true;
        });

    private static SiteFactory SiteOn(LimitedDisk disk) =>
        new()
        {
            StartsEmpty = true,
            RehearseFrom = OpenSite.Start,
            More = new Dictionary<string, string?>
            {
                [Connection] = $"Data Source={Path.Combine(disk.Path, "workshop.db")};Pooling=False;Default Timeout=2",
            },
        };

    private static async Task SendFormsDuringFailureAsync(SiteFactory site, Action fail, Action recover, string round = "")
    {
        string[] addresses = [$"ada{round}@example.org", $"ben{round}@example.org", $"cat{round}@example.org"];
        using var ada = await new RegistrationClient(site).OpenAsync("/inscription");
        await ada.FillIn(addresses[0]).PressAsync();
        Assert.Equal(("pending", "remote"), ada.StatusAndPlace);
        using var ben = await new RegistrationClient(site).OpenAsync("/inscription");
        using var cat = await new RegistrationClient(site).OpenAsync("/en/registration");
        using var reader = site.CreateClient();
        var programme = await reader.GetStringAsync("/programme");
        var before = ben.FillIn(addresses[1], "in-person").Fill("diet", "« ni lupin »").Shown();

        fail();
        await ben.FillIn(addresses[1], "in-person").Fill("diet", "« ni lupin »").PressAsync();
        await cat.FillIn(addresses[2]).PressAsync();

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "fr", "Le site ne peut rien enregistrer en ce moment"),
            (ben.Status, ben.Page.DocumentElement.GetAttribute("lang"), ben.Page.Seen("h1"))
        );
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "en", "The site cannot save anything right now"),
            (cat.Status, cat.Page.DocumentElement.GetAttribute("lang"), cat.Page.Seen("h1"))
        );
        Assert.Equal(
            "What you sent has not been saved. This usually lasts only a few seconds. Send it again: nothing you wrote is lost.",
            cat.Page.Seen("h1 + p")
        );
        Assert.Equal((TimeSpan.FromSeconds(10), true), (ben.Answer.Headers.RetryAfter?.Delta, ben.Answer.Headers.CacheControl?.NoStore));
        Assert.Equal(
            before.OrderBy(f => f.Key).Select(f => (f.Key, string.Join("|", f))),
            ben.Shown().OrderBy(f => f.Key).Select(f => (f.Key, string.Join("|", f)))
        );
        Assert.Equal(programme, await reader.GetStringAsync("/programme"));
        await ben.PressAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ben.Status);

        recover();
        var since = Stopwatch.StartNew();
        while (ben.Status != HttpStatusCode.OK && since.Elapsed < MaxRecovery)
            await ben.PressAsync();
        Assert.Equal(("pending", "seat"), ben.StatusAndPlace);
        await cat.PressAsync();
        Assert.Equal(("pending", "remote"), cat.StatusAndPlace);
        Assert.Equal(
            addresses,
            await site.InDatabaseAsync(db =>
                db.Registrations.Where(r => addresses.Contains(r.Email)).OrderBy(r => r.Email).Select(r => r.Email).ToListAsync()
            )
        );
        Assert.Equal("« ni lupin »", (await site.RegistrationAsync(addresses[1]))!.Details.Diet);
    }
}
