using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>Creates registrations in a site's database, and clients that carry the cookie of one.</summary>
internal static class Participant
{
    // Above every number that the site gives in a test.
    private static int last = 100_000;

    /// <returns>The token of the secret link.</returns>
    public static async Task<string> RegisterAsync(this SiteFactory site, Action<Registration> then)
    {
        var now = new DateTimeOffset(2021, 7, 1, 9, 0, 0, TimeSpan.Zero);
        var number = Interlocked.Increment(ref last);
        Assert.True(EmailAddress.TryParse($"ada{number}@example.org", out var address));
        var registration = Registration.New(Guid.NewGuid(), number, $"ticket-{number}", address);
        registration.Begin(
            new()
            {
                GivenName = "Ada",
                FamilyName = "Lovelace",
                Affiliation = "London",
                Position = Position.Other,
                Language = Language.French,
                HalfDays = [],
                Meals = [],
                MayBeListed = false,
                MayBePhotographed = false,
            },
            Attendance.Remote,
            $"form-{number}",
            now
        );
        then(registration);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        db.Registrations.Add(registration);
        await db.SaveChangesAsync();
        return site.Services.GetRequiredService<SecretLinks>().Of(registration);
    }

    public static Task<string> ConfirmedAsync(this SiteFactory site) =>
        site.RegisterAsync(r =>
        {
            r.FollowRemotely();
            r.Confirm(r.CreatedAt);
        });

    /// <summary>A client that sends the given secret link as its only cookie.</summary>
    public static HttpClient ClientWithLink(this SiteFactory site, string? token)
    {
        var reader = site.CreateClient(
            new()
            {
                BaseAddress = SiteFactory.BaseUrl,
                AllowAutoRedirect = false,
                HandleCookies = false,
            }
        );
        if (token is not null)
            reader.DefaultRequestHeaders.Add("Cookie", $"__Host-participant={token}");
        return reader;
    }

    public static async Task<HttpClient> ConfirmedReaderAsync(this SiteFactory site) => site.ClientWithLink(await site.ConfirmedAsync());
}
