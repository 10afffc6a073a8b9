using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Data;

/// <summary>A database from before sessions had rooms and several chairs.</summary>
public sealed class RoomsMigrationTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_chair_of_a_session_becomes_the_first_of_its_chairs(Engine engine)
    {
        var folder = Directory.CreateTempSubdirectory("modmat-migration-").FullName;
        try
        {
            await using var db = DatabaseTemplates.Open(engine, DatabaseTemplates.WithFirstTables(engine, folder));
            await db.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "Sessions" ("Number", "Date", "HalfDay", "Chair")
                VALUES (1, '2021-09-22', 0, 'Zoé "Z" Lambda'), (2, '2021-09-22', 1, NULL)
                """
            );
            await db.PrepareAsync(CancellationToken.None);

            Assert.Equal(
                ["1 Zoé \"Z\" Lambda", "2 "],
                (await db.Sessions.AsNoTracking().OrderBy(s => s.Number).ToListAsync()).Select(s =>
                    $"{s.Number} {string.Join(", ", s.Chairs)}"
                )
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
