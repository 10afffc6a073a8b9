using Microsoft.EntityFrameworkCore;

namespace ModMatWorkshop.Application.Data;

/// <summary>
/// Databases made before the migrations were restarted. The program does not run on them. It restores their backups, after an upgrade of
/// the SQLite file to the tables of the initial migration.
/// </summary>
internal static class PreviousSchema
{
    private const string Last = "OneOrder";
    private static readonly string[] Migrations =
    [
        "Programme",
        "SearchIndexes",
        "Registration",
        "OrganisersRoom",
        "BatchesTakeBackByHistory",
        "Signatory",
        "PresenceAndCertificates",
        Last,
    ];

    /// <summary>Drops the rows of unfinished imports; the file has to be imported again.</summary>
    private const string Upgrade = """
        ALTER TABLE "Rooms" RENAME TO "WorkshopStates";
        ALTER TABLE "WorkshopStates" RENAME COLUMN "LastInLine" TO "LastLineNumber";
        ALTER TABLE "SignInTries" RENAME TO "SignInAttempts";
        ALTER TABLE "Presences" RENAME COLUMN "Beats" TO "Heartbeats";
        ALTER TABLE "Presences" RENAME COLUMN "FirstBeat" TO "FirstHeartbeat";
        ALTER TABLE "Presences" RENAME COLUMN "LastBeat" TO "LastHeartbeat";
        ALTER TABLE "RegistrationChanges" RENAME COLUMN "TellsNeeds" TO "ContainsNeeds";
        ALTER TABLE "BatchItems" ADD COLUMN "RowEmail" TEXT NULL;
        ALTER TABLE "Registrations" ADD COLUMN "Details_Orcid" TEXT NULL;
        UPDATE "BatchItems" SET "Row" = NULL, "State" = 3, "Answer" = 'NotFound' WHERE "Row" IS NOT NULL;
        UPDATE "Outbox" SET "Cause" = 'DayBefore' || substr("Cause", 4) WHERE "Cause" LIKE 'Eve:%';
        UPDATE "BatchItems" SET "Answer" = CASE "Answer"
            WHEN 'AlreadySo' THEN 'NoChange' WHEN 'NotNow' THEN 'InvalidState' WHEN 'OutOfTurn' THEN 'OthersFirst'
            WHEN 'Unknown' THEN 'NotFound' WHEN 'Taken' THEN 'AddressTaken' WHEN 'Stale' THEN 'Conflict' ELSE "Answer" END;
        UPDATE "AuditLog" SET "Result" = CASE "Result"
            WHEN 'AlreadySo' THEN 'NoChange' WHEN 'NotNow' THEN 'InvalidState' WHEN 'OutOfTurn' THEN 'OthersFirst'
            WHEN 'Unknown' THEN 'NotFound' WHEN 'Taken' THEN 'AddressTaken' WHEN 'Stale' THEN 'Conflict' ELSE "Result" END;
        DELETE FROM "__EFMigrationsHistory";
        """;

    public static bool IsIn(IEnumerable<string> appliedMigrations) => appliedMigrations.Any(id => Migrations.Contains(NameOf(id)));

    /// <summary>True if the database has the last migration before the restart.</summary>
    public static bool CanUpgrade(IEnumerable<string> appliedMigrations) => appliedMigrations.Any(id => NameOf(id) == Last);

    /// <param name="backup">The SQLite file of a backup, for which <see cref="CanUpgrade"/> holds.</param>
    public static async Task UpgradeAsync(WorkshopDb backup, CancellationToken cancel)
    {
        await using var transaction = await backup.Database.BeginTransactionAsync(cancel);
        await backup.Database.ExecuteSqlRawAsync(Upgrade, cancel);
        foreach (var initial in backup.Database.GetMigrations())
            await backup.Database.ExecuteSqlAsync(
                $"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ({initial}, '10.0')""",
                cancel
            );
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The name without its timestamp: <c>20261122195401_Programme</c> becomes <c>Programme</c>.</summary>
    private static string NameOf(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
