using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using static SQLitePCL.raw;

namespace ModMatWorkshop.Application.Data;

/// <summary>
/// Damage of the database that a query has found while the site runs. From then on, the site neither reads nor writes it, because further
/// writes could lose more data. The next start checks the whole file of SQLite.
/// </summary>
public sealed partial class DatabaseDamage : DbConnectionInterceptor
{
    private string? _found;

    public bool IsFound => Volatile.Read(ref _found) is not null;

    public static bool IsCauseOf(Exception? failure) =>
        failure switch
        {
            null => false,
            DatabaseDamagedException => true,
            SqliteException sqlite => sqlite.SqliteErrorCode is SQLITE_CORRUPT or SQLITE_NOTADB,
            PostgresException postgres => postgres.SqlState is PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted,
            _ => IsCauseOf(failure.InnerException),
        };

    /// <summary>The sentences for the person who runs the site.</summary>
    public static string Describe(string file, string fault) =>
        $"The database {file} is damaged ({fault.TrimEnd('.')}). "
        + "Move it away together with its -wal and -shm files, and restore the last backup: ModMatWorkshop restore FILE.";

    private static string Describe(DbConnection connection, Exception fault) =>
        fault is PostgresException
            ? $"PostgreSQL says that the database {connection.Database} is damaged ({fault.Message.TrimEnd('.')}). "
                + "Read the log of its server, then repair the database or restore the last backup: ModMatWorkshop restore FILE. "
                + "Then start the site again."
            : Describe(connection.DataSource, fault.Message);

    /// <summary>Looks for damage whenever a database operation of this context fails, and stops all operations once it is found.</summary>
    public void Watch(DbContextOptionsBuilder options, ILogger<DatabaseDamage> log) =>
        options
            .AddInterceptors(this)
            .LogTo(
                (_, level) => level >= LogLevel.Error,
                data =>
                {
                    if (data is DbContextEventData { Context: { } db } and IErrorEventData failed && IsCauseOf(failed.Exception))
                        Note(Describe(db.Database.GetDbConnection(), failed.Exception.GetBaseException()), log);
                }
            );

    public override InterceptionResult ConnectionOpening(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => Volatile.Read(ref _found) is { } found ? throw new DatabaseDamagedException(found) : result;

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) => new(ConnectionOpening(connection, eventData, result));

    private void Note(string damage, ILogger log)
    {
        if (Interlocked.CompareExchange(ref _found, damage, null) is null)
            LogFound(log, damage);
    }

    /// <summary>An operation that was refused because damage was found before.</summary>
    private sealed class DatabaseDamagedException(string damage) : Exception(damage);

    [LoggerMessage(LogLevel.Critical, "{Damage} Until then, the site saves nothing and serves only cached pages.")]
    private static partial void LogFound(ILogger log, string damage);
}
