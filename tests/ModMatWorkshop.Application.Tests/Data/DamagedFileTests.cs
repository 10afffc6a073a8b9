using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Data;

public sealed class DamagedFileTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(8192)]
    public async Task A_damaged_database_is_refused_with_a_message_that_says_how_to_restore_it(int offset)
    {
        using var database = new ContentDatabase(Engine.Sqlite);
        await using var db = database.Open();
        var file = db.Database.GetDbConnection().DataSource;
        await using (var damaged = File.OpenWrite(file))
        {
            damaged.Position = offset;
            await damaged.WriteAsync(Enumerable.Repeat((byte)0x5A, 4096).ToArray());
        }

        var refused = await Assert.ThrowsAsync<SettingsException>(() => db.PrepareAsync(CancellationToken.None));

        Assert.Matches(
            $@"^The database {file} is damaged \((?s:.+)\)\. Move it away together with its -wal and -shm files, "
                + @"and restore the last backup: ModMatWorkshop restore FILE\.$",
            refused.Message
        );
    }
}
