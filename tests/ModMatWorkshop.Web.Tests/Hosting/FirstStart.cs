using Microsoft.Data.Sqlite;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>
/// The SQLite file as a first start on the real content leaves it, without what is each site's own. The first site of a run makes it, and the others begin with a copy instead of
/// migrating and importing again. Only under the lock of <see cref="SiteFactory"/>.
/// </summary>
internal static class FirstStart
{
    private const string File = "workshop.db";
    private static string? kept;

    public static void CopyTo(string data)
    {
        if (kept is not null)
            System.IO.File.Copy(kept, Path.Combine(data, File));
    }

    public static void KeepFrom(string data)
    {
        if (kept is not null)
            return;
        var copy = Path.Combine(Directory.CreateTempSubdirectory("modmat-first-").FullName, File);
        Do(Path.Combine(data, File), $"VACUUM INTO '{copy}'");
        Do(copy, "DELETE FROM Rehearsals; DELETE FROM DataProtectionKeys; UPDATE Rooms SET KeyFingerprint = NULL;");
        kept = copy;
    }

    private static void Do(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
