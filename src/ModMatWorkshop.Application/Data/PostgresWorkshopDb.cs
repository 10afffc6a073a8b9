using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using Npgsql;

namespace ModMatWorkshop.Application.Data;

public sealed class PostgresWorkshopDb(DbContextOptions<PostgresWorkshopDb> options) : WorkshopDb(options)
{
    /// <summary>The key of the advisory lock: any fixed number.</summary>
    private const long Preparing = 0x4D6F644D6174;

    /// <summary>
    /// Prepares one instance at a time, under an advisory lock. EF Core's own migration lock ends after the first migration.
    /// </summary>
    public override async Task PrepareAsync(CancellationToken cancel)
    {
        await CreateIfMissingAsync(cancel);
        // A session of its own: when it ends, or this process does, the server releases the lock.
        var session = new NpgsqlConnectionStringBuilder(Database.GetConnectionString()) { Pooling = false };
        await using var connection = new NpgsqlConnection(session.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT pg_try_advisory_lock({Preparing})";
        if (await command.ExecuteScalarAsync(cancel) is false)
        {
            LogWaiting();
            (command.CommandText, command.CommandTimeout) = ($"SELECT pg_advisory_lock({Preparing})", 0);
            await command.ExecuteNonQueryAsync(cancel);
        }
        await base.PrepareAsync(cancel);
    }

    private async Task CreateIfMissingAsync(CancellationToken cancel)
    {
        var creator = Database.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await creator.ExistsAsync(cancel))
                await creator.CreateAsync(cancel);
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
            // Another instance has just created it.
        }
    }

    /// <summary>Old row versions remain in a table until VACUUM removes them.</summary>
    public override async Task PurgeDeletedDataAsync(CancellationToken cancel)
    {
        foreach (
            var table in new[]
            {
                "Registrations",
                "RegistrationChanges",
                "RegistrationNotes",
                "Outbox",
                "Invitations",
                "BatchItems",
                "Presences",
            }
        )
            // The table names are the constants above, not user input.
#pragma warning disable EF1002, EF1003
            await Database.ExecuteSqlRawAsync($"VACUUM \"{table}\"", cancel);
#pragma warning restore EF1002, EF1003
    }

    public override Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancel) =>
        Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    public override async Task ExportToSqliteAsync(string file, CancellationToken cancel)
    {
        await using var copy = Open(usesPostgres: false, $"Data Source={file};Pooling=False");
        await copy.PrepareAsync(cancel);
        await DatabaseCopy.RunAsync(this, copy, cancel);
    }

    public override async Task ResetSequencesAsync(CancellationToken cancel)
    {
        foreach (
            var number in Model
                .GetEntityTypes()
                .Where(t => !t.IsOwned())
                .SelectMany(t => t.GetProperties())
                .Where(p => p.ValueGenerated == ValueGenerated.OnAdd && (p.ClrType == typeof(int) || p.ClrType == typeof(long)))
        )
        {
            var (table, column) = (number.DeclaringType.GetTableName(), number.GetColumnName());
            // The names come from the model, not from user input.
#pragma warning disable EF1002, EF1003
            await Database.ExecuteSqlRawAsync(
                $"""SELECT setval(pg_get_serial_sequence('"{table}"', '{column}'), """
                    + $"""(SELECT coalesce(max("{column}"), 0) + 1 FROM "{table}"), false)""",
                cancel
            );
#pragma warning restore EF1002, EF1003
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
        var match = string.Join(" & ", words.Select(w => $"'{w}':*"));
        return await Database
            .SqlQuery<SearchHit>(
                $"""
                SELECT d."Kind", d."Key", d."ShownTitle", d."ShownPeople", d."Text", d."TextLang", count(*) OVER () AS "Total"
                FROM "SearchDocuments" d
                WHERE d."Vector" @@ to_tsquery('simple', {match}) AND (d."Language" IS NULL OR d."Language" = {(int)language})
                ORDER BY d."Key" <> {words[
                    0
                ]}, ts_rank(array[0.1, 0.5, 0.8, 1.0]::real[], d."Vector", to_tsquery('simple', {match})) DESC, d."Id"
                LIMIT {take} OFFSET {skip}
                """
            )
            .ToListAsync(cancel);
    }

    /// <summary>Uses the C collation for sort keys, so that they sort by bytes as on SQLite, whatever the locale of the cluster.</summary>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Person>().Property(p => p.SortKey).UseCollation("C");
        builder.Entity<Registration>().Property(r => r.SortKey).UseCollation("C");
        builder.Entity<Registration>().Property(r => r.AffiliationKey).UseCollation("C");
    }

    public sealed class DesignTime : IDesignTimeDbContextFactory<PostgresWorkshopDb>
    {
        public PostgresWorkshopDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgresWorkshopDb>().UseNpgsql("Host=localhost").Options);
    }
}
