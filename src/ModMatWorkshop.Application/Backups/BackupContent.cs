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

    /// <returns>Null if the folder is not empty, and therefore left as it is.</returns>
    /// <exception cref="SettingsException">The files cannot be written.</exception>
    public static async Task<BackupContent?> WriteAsync(BackupReader from, string file, string folder, CancellationToken cancel)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            return null;
        var content = new BackupContent(folder);
        try
        {
            foreach (var name in from.Content)
            {
                var path = Path.Combine(content._hidden, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await from.ExtractAsync(Backup.Content + name, path, cancel);
                content.Files++;
            }
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

    /// <summary>Moves the files to their place.</summary>
    public void Publish()
    {
        if (Directory.Exists(_hidden))
            foreach (var entry in Directory.EnumerateFileSystemEntries(_hidden))
                Directory.Move(entry, Path.Combine(_folder, Path.GetFileName(entry)));
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
