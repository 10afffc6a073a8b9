using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ModMatWorkshop.Application.Data;

/// <summary>
/// The SQLite file, as every connection opens it: a commit is on the disk before it is answered, and what is deleted is overwritten with
/// zeros.
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

    /// <summary>SQLite forgets these two with the connection.</summary>
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
            // SQLite has no asynchronous commands: what the driver offers under that name is the same.
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
