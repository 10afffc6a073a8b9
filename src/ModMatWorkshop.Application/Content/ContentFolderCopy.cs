using System.Globalization;
using System.Security.Cryptography;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;

namespace ModMatWorkshop.Application.Content;

/// <summary>
/// The content of the database as a folder, for everything that reads one. It belongs to this process, and nobody edits it: what differs
/// from the database is put back. Not for concurrent use: the importer follows it between imports.
/// </summary>
public sealed class ContentFolderCopy : IDisposable
{
    private const string AllCopies = "content-copies";
    private const int MaxCopies = 100;

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    private readonly ContentFiles _files;
    private readonly FileStream _claim;

    /// <summary>The hashes of files, with the date and the size that they had then, so that large ones are not read again.</summary>
    private readonly Dictionary<string, (DateTime Date, long Length, string Hash)> _known = [];

    private int _stamp;

    private ContentFolderCopy(string folder, FileStream claim) => (Folder, _claim, _files) = (folder, claim, new(folder));

    public string Folder { get; }

    /// <summary>The number of the last version in the folder; 0 before the first <see cref="FollowAsync"/>.</summary>
    public long Version { get; private set; }

    /// <summary>
    /// Takes the first folder that no other process has. Instances may share the data folder, and a process that is started again finds
    /// the copy that it has left.
    /// </summary>
    public static ContentFolderCopy Claim(string dataPath)
    {
        var all = Directory.CreateDirectory(Path.Combine(dataPath, AllCopies)).FullName;
        for (var number = 1; ; number++)
        {
            var folder = Path.Combine(all, number.ToString(CultureInfo.InvariantCulture));
            try
            {
                var claim = new FileStream(folder + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                Directory.CreateDirectory(folder);
                return new(folder, claim);
            }
            catch (IOException) when (File.Exists(folder + ".lock") && number < MaxCopies)
            {
                // Another process has it.
            }
        }
    }

    /// <summary>Whether another instance has written a version since this one last looked.</summary>
    public async Task<bool> IsOutdatedAsync(WorkshopDb db, CancellationToken cancel) =>
        await ContentHistory.LastVersionAsync(db, cancel) != Version;

    /// <summary>Makes the folder what the database has. Each file is written whole; the texts together, after what they refer to.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public async Task FollowAsync(WorkshopDb db, CancellationToken cancel)
    {
        if (Version > 0 && _stamp == ContentFolder.Stamp(Folder) && !await IsOutdatedAsync(db, cancel))
            return;
        IReadOnlyList<StoredFile> wanted;
        do wanted = await ContentHistory.StoredAsync(db, cancel);
        while (!await TryWriteAsync(db, [.. wanted.Where(w => !w.IsGone && HashOf(w.Name) != w.Hash)], cancel));
        DeleteAllBut(wanted.Where(w => !w.IsGone).Select(w => w.Name).ToHashSet());
        (Version, _stamp) = (wanted.Max(w => (long?)w.Version) ?? 0, ContentFolder.Stamp(Folder));
    }

    public void Dispose() => _claim.Dispose();

    /// <returns>False if a version has been replaced since the list was read.</returns>
    private async Task<bool> TryWriteAsync(WorkshopDb db, IReadOnlyList<StoredFile> missing, CancellationToken cancel)
    {
        var texts = new List<(StoredFile File, byte[] Content)>();
        foreach (var file in missing.OrderBy(m => ContentFileName.IsText(m.Name)))
        {
            if (await ContentHistory.ContentOfAsync(db, file.Version, cancel) is not { } content)
                return false;
            if (ContentFileName.IsText(file.Name))
                texts.Add((file, content));
            else
                Write([(file, content)]);
        }
        Write(texts);
        return true;
    }

    private void Write(IReadOnlyList<(StoredFile File, byte[] Content)> files)
    {
        _files.Write([.. files.Select(f => (f.File.Name, (byte[]?)f.Content))]);
        foreach (var (file, _) in files)
        {
            var written = InfoOf(file.Name);
            // The same date on all instances gives a material the same ETag.
            written.LastWriteTimeUtc = file.At.UtcDateTime;
            written.Refresh();
            _known[file.Name] = (written.LastWriteTimeUtc, written.Length, file.Hash);
        }
    }

    private string HashOf(string name)
    {
        var file = InfoOf(name);
        if (!file.Exists || file.LinkTarget is not null)
            return ContentFiles.NoFile;
        if (_known.TryGetValue(name, out var known) && (known.Date, known.Length) == (file.LastWriteTimeUtc, file.Length))
            return known.Hash;
        using var stream = file.OpenRead();
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        _known[name] = (file.LastWriteTimeUtc, file.Length, hash);
        return hash;
    }

    private void DeleteAllBut(HashSet<string> names)
    {
        foreach (var file in new DirectoryInfo(Folder).EnumerateFiles("*", Everything).ToList())
            if (!names.Contains(Path.GetRelativePath(Folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/')))
                file.Delete();
    }

    private FileInfo InfoOf(string name) => new(Path.Combine(Folder, name));
}
