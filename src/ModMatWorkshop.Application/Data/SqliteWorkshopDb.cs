using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Data;

public sealed class SqliteWorkshopDb(DbContextOptions<SqliteWorkshopDb> options) : WorkshopDb(options)
{
    private const int MaxAttempts = 40;

    /// <exception cref="SettingsException">The file is damaged. The site does not start, because further writes could lose more
    /// data.</exception>
    public override async Task PrepareAsync(CancellationToken cancel)
    {
        if (await FindDamageAsync("PRAGMA quick_check(1)", cancel) is { } damage)
            throw new SettingsException(DatabaseDamage.Describe(Database.GetDbConnection().DataSource, damage));
        // WAL mode is stored in the file. With it, readers never wait for a writer.
        await Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
        await base.PrepareAsync(cancel);
    }

    /// <summary>
    /// Runs all migrations in one transaction. It locks out other processes, and ends with this one. EF Core's own lock is a row, which
    /// remains when the process is killed, and EF Core rebuilds a table in several transactions.
    /// </summary>
    protected override async Task MigrateAsync(CancellationToken cancel)
    {
        await Database.OpenConnectionAsync(cancel);
        try
        {
            // A rebuilt table is dropped, which must not delete the rows that refer to it. Inside a transaction this has no effect.
            await Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", cancel);
            await using var transaction = await BeginWhenFreeAsync(cancel);
            var applied = await Database.GetAppliedMigrationsAsync(cancel);
            await using var command = Database.GetDbConnection().CreateCommand();
            command.Transaction = transaction.GetDbTransaction();
            command.CommandText =
                "DROP TABLE IF EXISTS __EFMigrationsLock;"
                + this.GetService<IMigrator>()
                    .GenerateScript(applied.LastOrDefault(), options: MigrationsSqlGenerationOptions.NoTransactions);
            // The driver hides an error of a statement behind a SELECT, unless each result is read.
            await using (var results = await command.ExecuteReaderAsync(cancel))
                while (await results.NextResultAsync(cancel)) { }
            command.CommandText = "PRAGMA foreign_key_check";
            if (await command.ExecuteScalarAsync(cancel) is { } table)
                throw new InvalidOperationException($"The migrations leave rows of {table} that refer to deleted rows.");
            await transaction.CommitAsync(cancel);
        }
        finally
        {
            await Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = ON", CancellationToken.None);
            await Database.CloseConnectionAsync();
        }
    }

    /// <summary>Begins a transaction with the lock of the writer, however long another process keeps it.</summary>
    private async Task<IDbContextTransaction> BeginWhenFreeAsync(CancellationToken cancel)
    {
        var connection = (SqliteConnection)Database.GetDbConnection();
        var timeout = connection.DefaultTimeout;
        connection.DefaultTimeout = 1;
        try
        {
            for (var hasLogged = false; ; hasLogged = true)
                try
                {
                    return await Database.BeginTransactionAsync(cancel);
                }
                catch (SqliteException busy) when (busy.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
                {
                    if (!hasLogged)
                        LogWaiting();
                }
        }
        finally
        {
            connection.DefaultTimeout = timeout;
        }
    }

    /// <param name="check"><c>PRAGMA quick_check(1)</c>, or <c>PRAGMA integrity_check(1)</c>, which also checks the indexes.</param>
    /// <returns>The first damage; null if there is none.</returns>
    public async Task<string?> FindDamageAsync(string check, CancellationToken cancel)
    {
        try
        {
            // A plain connection, because EF would log the complete error first.
            await using var connection = new SqliteConnection(Database.GetConnectionString());
            await connection.OpenAsync(cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = check;
            return await command.ExecuteScalarAsync(cancel) is string damage and not "ok" ? damage : null;
        }
        catch (SqliteException failure) when (DatabaseDamage.IsCauseOf(failure))
        {
            return failure.Message;
        }
    }

    /// <summary>
    /// The driver begins a deferred transaction at this level: no lock before the first write. Reads still use one snapshot.
    /// </summary>
    public override Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancel) =>
        Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancel);

    public override Task ExportToSqliteAsync(string file, CancellationToken cancel) =>
        Database.ExecuteSqlAsync($"VACUUM INTO {file}", cancel);

    /// <summary>Old pages remain in the write-ahead log until a checkpoint.</summary>
    public override async Task PurgeDeletedDataAsync(CancellationToken cancel)
    {
        await Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            // The first column is 1 while a reader still uses the write-ahead log.
            for (var tries = 0; tries < MaxAttempts && await command.ExecuteScalarAsync(cancel) is not 0L; tries++)
                await Task.Delay(50, cancel);
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    public override async Task<IReadOnlyList<SearchHit>> SearchAsync(
        IReadOnlyList<string> words,
        Language language,
        int skip,
        int take,
        CancellationToken cancel
    )
    {
        var match = string.Join(' ', words.Select(w => $"\"{w}\"*"));
        var other = (int)language.Other();
        var first = words[0];
        // Small sets of ids are faster than a join with every hit: 15 ms instead of 60 ms for a word that ten thousand documents contain.
        return await Database
            .SqlQuery<SearchHit>(
                $"""
                WITH Hidden AS (SELECT Id FROM SearchDocuments WHERE Language = {other}),
                    Named AS (SELECT Id FROM SearchDocuments WHERE Key = {first})
                SELECT d.Kind, d.Key, d.ShownTitle, d.ShownPeople, d.Text, d.TextLang, (
                    SELECT count(*) FROM SearchIndex WHERE SearchIndex MATCH {match} AND rowid NOT IN Hidden) AS Total
                FROM (
                    SELECT rowid AS Id, rowid NOT IN Named AS Unnamed, bm25(SearchIndex, 10, 8, 5, 1) AS Distance
                    FROM SearchIndex WHERE SearchIndex MATCH {match} AND rowid NOT IN Hidden
                    ORDER BY Unnamed, Distance, Id LIMIT {take} OFFSET {skip}) hit
                JOIN SearchDocuments d ON d.Id = hit.Id
                ORDER BY hit.Unnamed, hit.Distance, hit.Id
                """
            )
            .ToListAsync(cancel);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // The chair's table and the totals read all submissions. Without these indexes SQLite reads past the texts in each row. PostgreSQL
        // keeps long texts outside the rows.
        builder
            .Entity<Submission>()
            .HasIndex(s => new
            {
                s.State,
                s.Number,
                s.SentAt,
                s.Kind,
                s.Topics,
                s.Place,
                s.Answer,
                s.Id,
            });
        builder
            .Entity<Assessment>()
            .HasIndex(a => new
            {
                a.SubmissionId,
                a.Assigned,
                a.Read,
                a.Mean,
                a.Spread,
                a.Outcome,
                a.DecidedKind,
            });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite has no type for instants. Ticks in UTC sort correctly.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<TimeSpan>().HaveConversion<long>();
    }

    internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(i => i.UtcTicks, t => new DateTimeOffset(t, TimeSpan.Zero));

    public sealed class DesignTime : IDesignTimeDbContextFactory<SqliteWorkshopDb>
    {
        public SqliteWorkshopDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteWorkshopDb>().UseSqlite("Data Source=:memory:").Options);
    }
}
