using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Tests.Security;

public sealed class SignInCleanupTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Sign_in_attempts_are_kept_for_a_day_and_sessions_until_they_end(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await using var db = database.Open();
        var (now, organiser) = (
            database.Time.GetUtcNow(),
            new Organiser
            {
                Id = Guid.NewGuid(),
                Number = 1,
                Name = "Grace Hopper",
                Email = "grace@lab.example",
                CreatedAt = database.Time.GetUtcNow(),
            }
        );
        db.Organisers.Add(organiser);
        db.SignInAttempts.Add(
            new()
            {
                At = now,
                Account = "a",
                Source = "192.0.2.1",
                IsKnown = false,
            }
        );
        db.OrganiserSessions.Add(
            new()
            {
                Key = "k",
                OrganiserId = organiser.Id,
                CreatedAt = now,
                SeenAt = now,
                EndsAt = now.AddHours(12),
                Network = "",
                Device = "",
                IsStrong = true,
            }
        );
        await db.SaveChangesAsync();
        await CleanUpAsync(TimeSpan.Zero);
        Assert.Equal((1, 1), (await db.SignInAttempts.CountAsync(), await db.OrganiserSessions.CountAsync()));

        await CleanUpAsync(TimeSpan.FromHours(2));
        Assert.Equal((1, 0), (await db.SignInAttempts.CountAsync(), await db.OrganiserSessions.CountAsync()));
        await CleanUpAsync(TimeSpan.FromHours(22));
        Assert.Equal(0, await db.SignInAttempts.CountAsync());

        Task CleanUpAsync(TimeSpan later)
        {
            database.Time.Advance(later);
            return SignInCleanup.DeleteExpiredAsync(db, database.Time.GetUtcNow(), CancellationToken.None);
        }
    }
}
