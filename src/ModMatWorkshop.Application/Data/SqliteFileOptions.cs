using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ModMatWorkshop.Application.Data;

/// <summary>
/// Settings of every connection to the SQLite file: a commit is flushed to disk, and deleted data is overwritten with zeros.
/// </summary>
public static class SqliteFileOptions
{
    private static readonly PragmaInterceptor Opening = new();

    public static T UseSqliteFile<T>(this T options, string connectionString)
        where T : DbContextOptionsBuilder
    {
        options.UseSqlite(connectionString).AddInterceptors(Opening);
        return options;
    }

    /// <summary>Sets the PRAGMAs on each new connection, because SQLite does not store them.</summary>
    private sealed class PragmaInterceptor : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;";
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            // SQLite has no asynchronous I/O; the driver's asynchronous methods run synchronously.
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
