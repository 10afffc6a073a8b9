using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;

namespace ModMatWorkshop.Application.Backups;

/// <summary>
/// The content of a backup, first written to a hidden folder in the empty content folder. Whatever the disk refuses is refused there,
/// before anything else has changed.
/// </summary>
internal sealed class BackupContent : IDisposable
{
    private readonly string _folder;
    private readonly string _hidden;
    private readonly bool _isNewFolder;

    private BackupContent(string folder)
    {
        (_folder, _hidden) = (folder, Path.Combine(folder, $".restore-{Guid.NewGuid():N}"));
        _isNewFolder = !Directory.Exists(folder);
    }

    public int Files { get; private set; }

    /// <param name="database">The database of the backup. It has the content if the backup has no content folder.</param>
    /// <returns>Null if the folder is not empty, and therefore left as it is.</returns>
    /// <exception cref="SettingsException">The files cannot be written.</exception>
    public static async Task<BackupContent?> WriteAsync(
        BackupReader from,
        WorkshopDb database,
        string file,
        string folder,
        CancellationToken cancel
    )
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            return null;
        var content = new BackupContent(folder);
        try
        {
            foreach (var name in from.Content)
                await from.ExtractAsync(Backup.Content + name, content.NewPath(name), cancel);
            if (content.Files == 0)
                foreach (var stored in (await ContentHistory.StoredAsync(database, cancel)).Where(f => !f.IsGone))
                    await File.WriteAllBytesAsync(
                        content.NewPath(stored.Name),
                        (await ContentHistory.ContentOfAsync(database, stored.Version, cancel))!,
                        cancel
                    );
            return content;
        }
        catch (Exception fault)
        {
            content.Dispose();
            if (fault is not (IOException or UnauthorizedAccessException))
                throw;
            throw BackupReader.Refused(file, $"its content cannot be written to {folder} ({fault.Message.TrimEnd('.')})");
        }
    }

    /// <summary>
    /// Makes the content folder of a backup the content of its database, as versions by the folder. Without a content folder, the database
    /// has the content already.
    /// </summary>
    /// <returns>The materials that are too large for a database, and left out.</returns>
    public static async Task<IReadOnlyList<string>> AddToDatabaseAsync(
        BackupReader from,
        WorkshopDb database,
        DateTimeOffset at,
        CancellationToken cancel
    )
    {
        var names = from.Content.Where(n => ContentFileName.IsText(n) || ContentFileName.IsPicture(n) || ContentFileName.IsMaterial(n));
        var (there, large, save) = (names.ToHashSet(), new List<string>(), Guid.NewGuid());
        if (there.Count == 0)
            return large;
        var known = (await ContentHistory.StoredAsync(database, cancel)).ToDictionary(f => f.Name, f => f.Hash);
        foreach (var name in there.Union(known.Keys).Order(StringComparer.Ordinal))
        {
            var content = there.Contains(name) ? from.ReadContent(name, ContentFileVersion.MaxMaterial) : null;
            if (there.Contains(name) && content is null)
                large.Add(name);
            else if (ContentFiles.HashOf(content) != known.GetValueOrDefault(name, ContentFiles.NoFile))
            {
                database.ContentFileVersions.Add(ContentHistory.Found(save, name, content, at));
                await database.SaveChangesAsync(cancel);
                database.ChangeTracker.Clear();
            }
        }
        return large;
    }

    /// <summary>Moves the files to their place.</summary>
    public void Publish()
    {
        if (Directory.Exists(_hidden))
            foreach (var entry in Directory.EnumerateFileSystemEntries(_hidden))
                Directory.Move(entry, Path.Combine(_folder, Path.GetFileName(entry)));
    }

    private string NewPath(string name)
    {
        var path = Path.Combine(_hidden, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Files++;
        return path;
    }

    /// <summary>Removes what has not been published.</summary>
    public void Dispose()
    {
        if (Directory.Exists(_hidden))
            Directory.Delete(_hidden, recursive: true);
        if (_isNewFolder && Directory.Exists(_folder) && !Directory.EnumerateFileSystemEntries(_folder).Any())
            Directory.Delete(_folder);
    }
}
