using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Failed sign-ins delay the next attempt, but other people’s failures do not lock out the owner of the account.</summary>
public sealed class LockoutTests(SiteOnEachDatabase sites) : IClassFixture<SiteOnEachDatabase>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task After_too_many_failures_from_one_network_the_right_password_has_to_wait_too(Engine engine)
    {
        var site = sites[engine];
        var email = await site.OrganiserAsync();
        using var visitor = await From(site, "203.0.113.1").OpenAsync("/admin/login");
        for (var i = 0; i < SignInThrottle.FreeAttempts; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(visitor, email, "wrong")).Status);
        await TryAsync(visitor, email, OrganiserAccounts.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.InRange(visitor.Answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 30);
        Assert.Equal(
            "Trop d’essais. Attendez une minute avant le suivant, ou demandez un lien par « Mot de passe oublié ».",
            visitor.Page.Seen("[data-fault]")
        );
        Assert.Equal(email, visitor.Page.QuerySelector("#email")!.GetAttribute("value"));
        // Another network does not have to wait.
        using var grace = await From(site, "198.51.100.7").OpenAsync("/admin/login");
        Assert.Equal("/admin", (await TryAsync(grace, email, OrganiserAccounts.Password)).Address);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_browser_that_has_signed_in_before_is_not_locked_out_by_the_failures_of_others(Engine engine)
    {
        var site = sites[engine];
        var email = await site.OrganiserAsync();
        using var grace = await From(site, "203.0.113.20").OpenAsync("/admin/login");
        await TryAsync(grace, email, OrganiserAccounts.Password);
        await grace.PressAsync("form[action='/admin/logout'] button", "header");
        // Failures from many networks, and from her own.
        for (var i = 0; i < SignInThrottle.FreeAttemptsOfUnknownBrowsers + SignInThrottle.FreeAttempts; i++)
        {
            using var visitor = await From(site, i < SignInThrottle.FreeAttempts ? "203.0.113.20" : $"192.0.2.{i}")
                .OpenAsync("/admin/login");
            await TryAsync(visitor, email, "wrong");
        }
        using (var elsewhere = await From(site, "198.51.100.20").OpenAsync("/admin/login"))
            Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(elsewhere, email, OrganiserAccounts.Password)).Status);

        Assert.Equal("/admin", (await TryAsync(await grace.OpenAsync("/admin/login"), email, OrganiserAccounts.Password)).Address);
    }

    [Fact]
    public async Task A_browser_that_has_signed_in_before_has_no_more_attempts_than_others()
    {
        var site = sites[Engine.Sqlite];
        var email = await site.OrganiserAsync();
        using var thief = await From(site, "203.0.113.30").OpenAsync("/admin/login");
        await TryAsync(thief, email, OrganiserAccounts.Password);
        await thief.PressAsync("form[action='/admin/logout'] button", "header");
        for (var i = 0; i < SignInThrottle.FreeAttempts; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(await thief.OpenAsync("/admin/login"), email, "wrong")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(thief, email, OrganiserAccounts.Password)).Status);
    }

    [Fact]
    public async Task A_lockout_ends_with_time_and_a_success_deletes_the_failures()
    {
        var site = sites[Engine.Sqlite];
        var email = await site.OrganiserAsync();
        using var grace = await From(site, "203.0.113.40").OpenAsync("/admin/login");
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(grace, email, "wrong")).Status);
            if (i >= SignInThrottle.FreeAttempts - 1)
                Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(grace, email, OrganiserAccounts.Password)).Status);
            await MakeAttemptsOlderAsync(site, TimeSpan.FromMinutes(10));
        }
        Assert.Equal("/admin", (await TryAsync(grace, email, OrganiserAccounts.Password)).Address);

        Assert.Equal(0, await site.InDbAsync(db => db.SignInAttempts.CountAsync(t => t.Source == "203.0.113.40/32")));
    }

    [Fact]
    public async Task Failures_for_an_unknown_address_count_the_same()
    {
        var site = sites[Engine.Sqlite];
        using var visitor = await From(site, "203.0.113.50").OpenAsync("/admin/login");
        for (var i = 0; i < SignInThrottle.FreeAttempts; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(visitor, " Nobody@Example.org", "wrong")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(visitor, "nobody@example.org", "wrong")).Status);
        Assert.DoesNotContain(await site.InDbAsync(db => db.SignInAttempts.Select(t => t.Account).ToListAsync()), account =>
            account.Contains("nobody", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_hundred_attempts_at_once_do_not_exceed_the_limit(Engine engine)
    {
        var site = sites[engine];
        var allowed = await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(_ =>
                    site.InAsync(async services =>
                    {
                        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext
                        {
                            Connection = { RemoteIpAddress = IPAddress.Parse("203.0.113.60") },
                        };
                        return (
                                await services
                                    .GetRequiredService<SignInThrottle>()
                                    .BeginAsync("one account", null, http, CancellationToken.None)
                            ).Wait == TimeSpan.Zero;
                    })
                )
        );

        Assert.InRange(allowed.Count(a => a), 0, SignInThrottle.FreeAttempts);
    }

    [Fact]
    public async Task Only_a_few_links_for_a_forgotten_password_are_sent()
    {
        var site = sites[Engine.Sqlite];
        var email = await site.OrganiserAsync();
        var answers = new HashSet<string>();
        for (var i = 0; i < SignInThrottle.FreeAttempts + 3; i++)
        {
            using var visitor = await From(site, "203.0.113.70").OpenAsync("/admin/login/forgotten");
            await visitor.Fill("email", email).PressAsync("form[action='/admin/login/forgotten'] button");
            answers.Add($"{visitor.Status} {visitor.Page.Seen("main")}");
        }

        var id = (await site.AccountAsync(email)).Id;
        Assert.Equal(SignInThrottle.FreeAttempts, await site.InDbAsync(db => db.Outbox.CountAsync(m => m.OrganiserId == id)));
        Assert.Single(answers);
    }

    /// <summary>Moves all attempts into the past, which has the effect of waiting.</summary>
    private static Task<int> MakeAttemptsOlderAsync(SiteFactory site, TimeSpan time) =>
        site.InDbAsync(async db =>
        {
            foreach (var attempt in await db.SignInAttempts.ToListAsync())
                db.Entry(attempt).Property(t => t.At).CurrentValue -= time;
            return await db.SaveChangesAsync();
        });

    private static RegistrationClient From(SiteFactory site, string network)
    {
        var visitor = new RegistrationClient(site);
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", network);
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        return visitor;
    }

    private static Task<RegistrationClient> TryAsync(RegistrationClient visitor, string email, string password) =>
        visitor.Fill("email", email).Fill("password", password).PressAsync("#with-password button");
}
