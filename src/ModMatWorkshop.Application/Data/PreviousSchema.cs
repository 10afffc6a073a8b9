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

    /// <summary>Renames the actions of the audit log and of the history.</summary>
    private const string Action = """
        CASE "Action" WHEN 'asked for a seat' THEN 'requested a seat' WHEN 'follows remotely' THEN 'switched to remote'
            WHEN 'asked for another address' THEN 'requested a new address' WHEN 'took the new address' THEN 'confirmed the new address'
            WHEN 'sent the form again' THEN 'submitted the form again' WHEN 'gave a seat of the reserve' THEN 'gave a reserved seat'
            WHEN 'seated at the door' THEN 'gave a seat at check-in' WHEN 'noted something' THEN 'added a note'
            WHEN 'forgot diet and access needs' THEN 'erased diet and access needs' WHEN 'erased when due' THEN 'erased on schedule'
            WHEN 'took the totals' THEN 'saved the totals' WHEN 'nightly backup' THEN 'took the nightly backup'
            WHEN 'set until when the reserve is kept' THEN 'set when the reserve ends'
            WHEN 'set until when seats are offered' THEN 'set when seat offers end'
            WHEN 'read the content again' THEN 'reloaded the content' WHEN 'saved a message' THEN 'wrote a message'
            WHEN 'exported all papers' THEN 'exported all printables' WHEN 'exported the door report' THEN 'exported the reception report'
            WHEN 'link asked for' THEN 'link requested' WHEN 'second factor forgotten' THEN 'second factor reset' ELSE "Action" END
        """;

    /// <summary>Drops the rows of unfinished imports; the file has to be imported again.</summary>
    private const string Upgrade = $"""
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
        UPDATE "AuditLog" SET "Action" = 'started' || substr("Action", 6) WHERE "Action" LIKE 'began %';
        UPDATE "AuditLog" SET "Action" = 'sent' || substr("Action", 6) WHERE "Action" LIKE 'wrote message %';
        UPDATE "AuditLog" SET "Action" = {Action};
        UPDATE "RegistrationChanges" SET "Action" = {Action};
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
        // The later migrations run as on any other database.
        var initial = backup.Database.GetMigrations().First();
        await backup.Database.ExecuteSqlAsync(
            $"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ({initial}, '10.0')""",
            cancel
        );
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The name without its timestamp: <c>20261122195401_Programme</c> becomes <c>Programme</c>.</summary>
    private static string NameOf(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
