using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Formulas;
using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Content;

/// <summary>The result of an import. All counts are 0 when the folder is unchanged or cannot be imported.</summary>
/// <param name="Added">Rows that are new or had been removed before.</param>
/// <param name="Content">Null when the folder is unchanged since an import without errors.</param>
/// <param name="WaitingTimetable">The content with a timetable that waits until an organiser agrees; null when none waits.</param>
public sealed record ContentImportResult(
    int Version,
    int Added,
    int Changed,
    int Removed,
    WorkshopContent? Content,
    WorkshopContent? WaitingTimetable = null
)
{
    /// <summary>Whether files have errors and wait. The others are imported.</summary>
    public bool HasErrors => Content is { HasErrors: true };

    /// <summary>Whether the site stays as it was because of errors.</summary>
    public bool IsRefused => Content is { CanBeImported: false };

    public bool ChangedAnything => Added + Changed + Removed > 0;
}

/// <summary>Updates the database to match the content folder, in one transaction, and writes only rows that have changed.</summary>
/// <param name="memory">What earlier imports of this process read; null to read every file.</param>
/// <param name="copy">Null if the content lives in the folder.</param>
public sealed partial class ContentImportTransaction(
    WorkshopDb db,
    TimeProvider realTime,
    ContributionMemory? memory = null,
    ContentFolderCopy? copy = null
)
{
    private const int Batch = 500;

    private static readonly JsonSerializerOptions WithoutRevision = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers =
            {
                type =>
                {
                    foreach (var property in type.Properties)
                        if (property.PropertyType == typeof(Revision))
                            property.ShouldSerialize = (_, _) => false;
                },
            },
        },
    };

    /// <summary>Of items that are the same objects in several imports, because their files have not changed.</summary>
    private static readonly ConditionalWeakTable<object, Fingerprints> KnownFingerprints = new();

    private ProgrammeVersionWriter _programme = null!;

    private int _added,
        _changed,
        _removed;

    /// <param name="agreed">The <see cref="WorkshopContent.TimetableHash"/> of a timetable to which an organiser agrees.</param>
    public async Task<ContentImportResult> RunAsync(string folder, string? agreed, CancellationToken cancel)
    {
        for (; ; )
        {
            if (copy is not null)
                await copy.FollowAsync(db, cancel);
            var hash = HashOf(folder);
            var state = await db.ContentStates.AsNoTracking().SingleAsync(cancel);
            if (hash is not null && state.Hash == hash)
                return new(state.Version, 0, 0, 0, null);
            var content = await ReadAsync(db, folder, memory, keepTimetable: false, cancel);
            if (!content.CanBeImported)
                return new(state.Version, 0, 0, 0, content);
            WorkshopContent? waiting = null;
            if (await ReadWithOldTimetableAsync(content, folder, agreed, cancel) is { } old)
                (waiting, content) = (content, old);
            // Before the lock, because encoding a photograph takes a while.
            var known = await ImagesAsync(cancel);
            var encoded = PictureFile.Encode(content.Images.Where(i => known.GetValueOrDefault(i.Name) != i.Fingerprint));
            if (encoded is null)
                continue;
            if (await TrySaveAsync(content, encoded, state.ImportedAt, IsFolder(content) ? hash : null, cancel))
                return new(await db.ContentStates.Select(s => s.Version).SingleAsync(cancel), _added, _changed, _removed, content, waiting);
        }
    }

    /// <summary>Imports content that is in no folder, into a database that has none yet.</summary>
    public async Task ImportAsync(WorkshopContent content, CancellationToken cancel)
    {
        var known = await ImagesAsync(cancel);
        var encoded = PictureFile.Encode(content.Images.Where(i => known.GetValueOrDefault(i.Name) != i.Fingerprint));
        await TrySaveAsync(content, encoded ?? [], DateTimeOffset.UnixEpoch, null, cancel);
    }

    /// <summary>
    /// The folder with the last good version of each file that has an error. A database of an earlier program has content but knows no last
    /// good versions; then any error leaves the site as it is.
    /// </summary>
    /// <param name="keepTimetable">See <see cref="ContentFolder.ReadWithFallback"/>.</param>
    public static async Task<WorkshopContent> ReadAsync(
        WorkshopDb db,
        string folder,
        ContributionMemory? memory,
        bool keepTimetable,
        CancellationToken cancel
    )
    {
        FormulaRenderer.Shared.Add(await db.Formulas.AsNoTracking().ToListAsync(cancel));
        ImageReader.AddKnown(await db.Images.Select(i => i.Fingerprint).Distinct().ToListAsync(cancel));
        var lastGood = await db.LastGoodFiles.AsNoTracking().ToDictionaryAsync(f => f.Name, f => f.Text, cancel);
        if (lastGood.Count > 0 || await db.ContentStates.AnyAsync(s => s.Version == 0, cancel))
        {
            var read = ContentFolder.ReadWithFallback(folder, lastGood, memory, keepTimetable);
            return await LastGoodPicturesAsync(db, read, cancel) is { Count: > 0 } pictures
                ? ContentFolder.ReadWithFallback(folder, lastGood, memory, keepTimetable, pictures)
                : read;
        }
        var content = ContentFolder.Read(folder);
        return content with { CanBeImported = !content.HasErrors };
    }

    /// <param name="encoded">The pictures that the site did not have.</param>
    /// <param name="knownImport">The time of the import that left the last good versions of <paramref name="content"/>.</param>
    /// <param name="hash">Null to read the folder again at the next start.</param>
    /// <returns>
    /// False if another instance has imported since, so that other versions may be the last good ones, or has written a newer version.
    /// </returns>
    private Task<bool> TrySaveAsync(
        WorkshopContent content,
        IReadOnlyList<ImageFile> encoded,
        DateTimeOffset knownImport,
        string? hash,
        CancellationToken cancel
    ) =>
        db
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(async () =>
            {
                db.ChangeTracker.Clear();
                _added = _changed = _removed = 0;
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                // A second instance waits here, then finds the import already done.
                await db.LockForWriteAsync(cancel);
                if (!IsFolder(content) && !await db.ContentStates.AnyAsync(s => s.ImportedAt == knownImport, cancel))
                    return false;
                // Readers would see the older content until the next import.
                if (copy is not null && await copy.IsOutdatedAsync(db, cancel))
                    return false;
                if (!await SaveImagesAsync(content.Images, encoded, cancel))
                    return false;
                var answers = await AnswerMover.ReadAsync(db, cancel);
                _programme = await ProgrammeVersionWriter.ReadAsync(db, cancel);
                await SaveAsync(content, cancel);
                await SaveFormulasAsync(content.Formulas, cancel);
                await answers.MoveAsync(answers.ChangesTo(content.Sessions, content.Slots), realTime.GetUtcNow(), cancel);
                await _programme.SaveAsync(content, realTime.GetUtcNow(), cancel);
                await db.ContentStates.ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(x => x.Version, x => x.Version + (_added + _changed + _removed > 0 ? 1 : 0))
                            .SetProperty(x => x.Hash, hash ?? "")
                            .SetProperty(x => x.ImportedAt, realTime.GetUtcNow()),
                    cancel
                );
                await transaction.CommitAsync(cancel);
                return true;
            });

    /// <summary>
    /// A hash of the folder, and of KaTeX and this build of the program, which may render the same file differently. Materials may be
    /// large recordings, so only their names and sizes count. Null when a file cannot be read now.
    /// </summary>
    private static string? HashOf(string folder)
    {
        if (!Directory.Exists(folder))
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var program in new[] { typeof(ContentImportTransaction), typeof(ContentFolder), typeof(Workshop) })
            hash.AppendData(program.Module.ModuleVersionId.ToByteArray());
        hash.AppendData(Encoding.UTF8.GetBytes(FormulaRenderer.Shared.Version));
        try
        {
            foreach (var path in ContentFolder.Files(folder))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, path) + "\n"));
                hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
            }
            foreach (var image in ContentFolder.FilesIn(folder, ContentFolder.Images))
                hash.AppendData(SHA256.HashData(File.ReadAllBytes(image.FullName)));
            foreach (var material in ContentFolder.FilesIn(folder, ContentFolder.Materials))
                hash.AppendData(
                    Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{material.Name} {material.Length}\n"))
                );
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
