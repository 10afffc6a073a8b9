using Microsoft.Data.Sqlite;
using Npgsql;
using static SQLitePCL.raw;

namespace ModMatWorkshop.Application.Data;

/// <summary>
/// Recognises temporary failures of the database, such as a stopped server or a full or read-only disk. A later attempt can succeed.
/// </summary>
public static class DatabaseUnavailable
{
    /// <summary>
    /// Prefixes of PostgreSQL error codes: connection failed, resources exhausted, server starting or stopping, read-only transaction.
    /// </summary>
    private static readonly string[] States = ["08", "53", "57P", "25006"];

    public static bool IsCauseOf(Exception? failure) => FindIn(failure) is not null;

    /// <returns>The error of the database driver; null if the failure has another cause.</returns>
    public static Exception? FindIn(Exception? failure) =>
        failure switch
        {
            null => null,
            SqliteException sqlite => sqlite.SqliteErrorCode
                is SQLITE_BUSY
                    or SQLITE_LOCKED
                    or SQLITE_READONLY
                    or SQLITE_IOERR
                    or SQLITE_FULL
                    or SQLITE_CANTOPEN
                ? sqlite
                : null,
            PostgresException postgres => Array.Exists(States, state => postgres.SqlState.StartsWith(state, StringComparison.Ordinal))
                ? postgres
                : null,
            // Every other Npgsql exception concerns the connection.
            NpgsqlException connection => connection,
            _ => FindIn(failure.InnerException),
        };
}
