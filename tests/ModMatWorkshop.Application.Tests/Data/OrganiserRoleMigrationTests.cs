using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Data;

/// <summary>A database from before an account could have several roles.</summary>
public sealed class OrganiserRoleMigrationTests
{
    [Theory]
    [InlineData(0, OrganiserRoles.Organiser)]
    [InlineData(1, OrganiserRoles.Helper)]
    public async Task An_account_keeps_its_role(int before, OrganiserRoles expected)
    {
        var folder = Directory.CreateTempSubdirectory("modmat-migration-").FullName;
        try
        {
            await using var db = DatabaseTemplates.Open(Engine.Sqlite, DatabaseTemplates.WithFirstTables(Engine.Sqlite, folder));
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Organisers" ("Id", "Number", "Name", "Role", "Language", "CreatedAt", "TotpGeneration", "LastTotpStep",
                    "RecoveryGeneration", "RecoveryUsed", "EmailConfirmed", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnabled",
                    "AccessFailedCount")
                VALUES ({Guid.NewGuid()}, 1, 'Grace', {before}, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0)
                """
            );
            await db.PrepareAsync(CancellationToken.None);

            Assert.Equal(expected, (await db.Organisers.AsNoTracking().SingleAsync()).Roles);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
