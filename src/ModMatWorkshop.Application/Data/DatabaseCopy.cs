using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ModMatWorkshop.Application.Data;

/// <summary>The number of rows of a copied table, in the source and in the target.</summary>
public sealed record CopiedTable(string Name, long SourceRows, long TargetRows);

/// <summary>
/// Copies all data from one database to another, of the same or of the other kind. It follows the EF model, so new tables are included.
/// Each database builds derived data itself, such as the search index.
/// </summary>
public static class DatabaseCopy
{
    private const int RowsPerBatch = 500;

    /// <summary>Of tables with files, which may have up to <see cref="ContentFileVersion.MaxMaterial"/> each.</summary>
    private const int FilesPerBatch = 3;
    private static readonly MethodInfo CountRows = Method(nameof(CountRowsAsync));
    private static readonly MethodInfo DeleteRows = Method(nameof(DeleteRowsAsync));
    private static readonly MethodInfo CopyRows = Method(nameof(CopyRowsAsync));

    /// <summary>
    /// Replaces all data of the target with a snapshot of the source, in one transaction. Both databases must have the tables of this
    /// build.
    /// </summary>
    public static async Task<IReadOnlyList<CopiedTable>> RunAsync(WorkshopDb from, WorkshopDb to, CancellationToken cancel)
    {
        await using var reading = await from.BeginSnapshotAsync(cancel);
        await using var writing = await to.Database.BeginTransactionAsync(cancel);
        to.ChangeTracker.AutoDetectChangesEnabled = false;
        var tables = Tables(from);
        foreach (var table in tables.AsEnumerable().Reverse())
            await OfTable<Task>(DeleteRows, table, to, cancel);
        foreach (var table in tables)
            await OfTable<Task>(CopyRows, table, from, to, cancel);
        await to.ResetSequencesAsync(cancel);
        var (there, here) = (await CountAsync(from, cancel), await CountAsync(to, cancel));
        var copied = there.Select(t => new CopiedTable(t.Key, t.Value, here[t.Key])).ToList();
        if (copied.All(t => t.SourceRows == t.TargetRows))
            await writing.CommitAsync(cancel);
        return copied;
    }

    /// <summary>The number of rows of each table.</summary>
    public static async Task<SortedDictionary<string, long>> CountAsync(WorkshopDb db, CancellationToken cancel)
    {
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in Tables(db))
            rows.Add(table.GetTableName()!, await OfTable<Task<long>>(CountRows, table, db, cancel));
        return rows;
    }

    /// <summary>True if the database contains no more than its seed data.</summary>
    public static async Task<bool> IsEmptyAsync(WorkshopDb db, CancellationToken cancel)
    {
        var begunWith = db.GetService<IDesignTimeModel>()
            .Model.GetEntityTypes()
            .Where(t => !t.IsOwned())
            .ToDictionary(t => t.GetTableName()!, t => t.GetSeedData().Count(), StringComparer.Ordinal);
        return (await CountAsync(db, cancel)).All(t => t.Value <= begunWith[t.Key]);
    }

    /// <summary>The tables, each after the tables that it references.</summary>
    private static List<IEntityType> Tables(WorkshopDb db)
    {
        var tables = new List<IEntityType>();
        foreach (var table in db.Model.GetEntityTypes().Where(t => !t.IsOwned()))
            Add(table);
        return tables;

        void Add(IEntityType table)
        {
            if (tables.Contains(table))
                return;
            foreach (var other in table.GetForeignKeys().Select(key => key.PrincipalEntityType).Where(other => other != table))
                Add(other);
            tables.Add(table);
        }
    }

    private static async Task<long> CountRowsAsync<T>(WorkshopDb db, CancellationToken cancel)
        where T : class => await db.Set<T>().LongCountAsync(cancel);

    private static Task<int> DeleteRowsAsync<T>(WorkshopDb db, CancellationToken cancel)
        where T : class => db.Set<T>().ExecuteDeleteAsync(cancel);

    private static async Task CopyRowsAsync<T>(WorkshopDb from, WorkshopDb to, CancellationToken cancel)
        where T : class
    {
        var hasFiles = from.Model.FindEntityType(typeof(T))!.GetProperties().Any(p => p.ClrType == typeof(byte[]));
        var size = hasFiles ? FilesPerBatch : RowsPerBatch;
        await foreach (var rows in from.Set<T>().AsNoTracking().AsAsyncEnumerable().Chunk(size).WithCancellation(cancel))
        {
            to.AddRange(rows);
            await to.SaveChangesAsync(cancel);
            to.ChangeTracker.Clear();
        }
    }

    private static MethodInfo Method(string name) => typeof(DatabaseCopy).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;

    private static T OfTable<T>(MethodInfo method, IEntityType table, params object[] arguments) =>
        (T)method.MakeGenericMethod(table.ClrType).Invoke(null, arguments)!;
}
