using Microsoft.Data.Sqlite;
using Npgsql;
using static SQLitePCL.raw;

namespace ModMatWorkshop.Application.Data;

/// <summary>
/// Tells what is wrong with the world from what is wrong with us: a server that is stopped or full, a disk that is full or may not be
/// written on. It passes, and whoever asks again is answered.
/// </summary>
public static class DatabaseUnavailable
{
    /// <summary>
    /// The beginnings of what PostgreSQL calls it: no connection, no room or memory or connection left, being stopped or started, only
    /// reading.
    /// </summary>
    private static readonly string[] States = ["08", "53", "57P", "25006"];

    public static bool IsCauseOf(Exception? failure) =>
        failure switch
        {
            null => false,
            SqliteException sqlite => sqlite.SqliteErrorCode
                is SQLITE_BUSY
                    or SQLITE_LOCKED
                    or SQLITE_READONLY
                    or SQLITE_IOERR
                    or SQLITE_FULL
                    or SQLITE_CANTOPEN,
            PostgresException postgres => States.Any(state => postgres.SqlState.StartsWith(state, StringComparison.Ordinal)),
            // Whatever else this driver throws is about the connection.
            NpgsqlException => true,
            _ => IsCauseOf(failure.InnerException),
        };
}
