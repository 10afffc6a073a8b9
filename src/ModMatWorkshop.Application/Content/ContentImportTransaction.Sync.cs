using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Content;

/// <content>Writes only the rows that have changed.</content>
public sealed partial class ContentImportTransaction
{
    /// <summary>Replaces the rows of one kind that have changed since the last import, adds new ones and removes missing ones.</summary>
    /// <param name="calendar">The fields of an item that a calendar shows. A change of these increments the sequence number.</param>
    /// <param name="also">Rows that are derived from an item and are replaced and deleted with it.</param>
    private async Task SyncAsync<T>(
        string kind,
        IEnumerable<T> items,
        Func<T, string> key,
        Func<T, object?> calendar,
        Action<T, Revision> revise,
        Func<IReadOnlyList<string>, Task> delete,
        CancellationToken cancel,
        Func<T, int>? first = null,
        Func<T, IEnumerable<object>>? also = null
    )
        where T : class
    {
        var derived = also ?? (_ => []);
        var now = realTime.GetUtcNow();
        var known = await db.ImportedRows.Where(r => r.Kind == kind).ToDictionaryAsync(r => r.Key, cancel);
        var gone = known.Values.Where(r => r.Fingerprint is not null).Select(r => r.Key).ToHashSet();
        var replaced = new List<string>();
        var written = new List<object>();

        foreach (var item in items)
        {
            var name = key(item);
            gone.Remove(name);
            // The fingerprint includes derived rows, because another build may derive them differently.
            var (fingerprint, calendarFingerprint) = KnownFingerprints.GetValue(item, _ =>
                new(Fingerprint(derived(item).Prepend(item)), Fingerprint(calendar(item)))
            );
            if (!known.TryGetValue(name, out var row))
                row = AddRow(kind, name, calendarFingerprint, first?.Invoke(item) ?? 0);
            if (row.Fingerprint == fingerprint && row.CalendarFingerprint == calendarFingerprint)
                continue;

            if (row.Fingerprint is null)
                _added++;
            else
            {
                _changed++;
                replaced.Add(name);
            }
            if (row.CalendarFingerprint != calendarFingerprint)
                row.Sequence++;
            row.Fingerprint = fingerprint;
            row.CalendarFingerprint = calendarFingerprint;
            row.LastModified = now;
            revise(item, new(row.Sequence, now));
            written.Add(item);
            written.AddRange(derived(item));
        }
        foreach (var name in gone)
        {
            known[name].Fingerprint = null;
            known[name].LastModified = now;
        }
        _removed += gone.Count;

        foreach (var chunk in replaced.Concat(gone).Chunk(Batch))
            await delete(chunk);
        await WriteAsync(written, cancel);
    }

    private ImportedRow AddRow(string kind, string key, string calendarFingerprint, int sequence)
    {
        var row = new ImportedRow
        {
            Kind = kind,
            Key = key,
            CalendarFingerprint = calendarFingerprint,
            Sequence = sequence,
        };
        db.ImportedRows.Add(row);
        return row;
    }

    private async Task WriteAsync(IEnumerable<object> rows, CancellationToken cancel)
    {
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancel);
        foreach (var chunk in rows.Chunk(Batch))
        {
            db.AddRange(chunk);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
        db.ChangeTracker.Clear();
    }

    private sealed record Fingerprints(string All, string Calendar);

    private static string Fingerprint(object? value) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(value, WithoutRevision)).AsSpan(0, 16));
}
