using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;

namespace ModMatWorkshop.Application.Backups;

/// <summary>
/// A copy of the whole site in one ZIP file, taken while the site runs: the database as SQLite, the site key, a <see cref="Manifest"/>, and
/// the content folder unless the database has the content. Only its owner may read it, because it contains personal data and the key.
/// </summary>
public sealed partial class Backup(SiteSettings settings, TimeProvider realTime)
{
    /// <summary>Names of the entries in the ZIP file.</summary>
    internal const string Database = "workshop.db";

    internal const string Content = "content/";

    private static readonly char[] InvalidInNames = Path.GetInvalidFileNameChars();

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The path of a new backup in the given folder, named after the current time.</summary>
    public string PathIn(string folder) =>
        Path.Combine(folder, realTime.GetUtcNow().UtcDateTime.ToString("'backup-'yyyyMMdd'T'HHmmss'Z.zip'", CultureInfo.InvariantCulture));

    /// <summary>
    /// Writes a temporary file beside <paramref name="file"/> and renames it, so that no incomplete backup has the final name.
    /// </summary>
    /// <exception cref="SettingsException">The file exists already.</exception>
    public async Task<Manifest> WriteAsync(WorkshopDb db, string file, CancellationToken cancel)
    {
        file = Path.GetFullPath(file);
        if (Path.Exists(file))
            throw new SettingsException($"{file} already exists. A backup does not overwrite files.");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var (part, database) = ($"{file}.part", $"{file}.db");
        try
        {
            Manifest manifest;
            await using (var stream = Create(part))
            {
                manifest = await WriteAsync(db, file, database, stream, cancel);
                stream.Flush(flushToDisk: true);
            }
            File.Move(part, file);
            return manifest;
        }
        finally
        {
            foreach (var left in new[] { part, database, $"{database}-wal", $"{database}-shm", $"{database}-journal" })
                File.Delete(left);
        }
    }

    /// <summary>Deletes all but the newest backups in a folder. Files whose name differs from <see cref="PathIn"/> are kept.</summary>
    public static void Rotate(string folder, int keep)
    {
        var ours = Directory
            .EnumerateFiles(folder)
            .Where(file => OurName().IsMatch(Path.GetFileName(file)))
            .OrderDescending(StringComparer.Ordinal)
            .ToList();
        foreach (
            var file in ours.Where(file => !file.EndsWith(".zip", StringComparison.Ordinal))
                .Concat(ours.Where(file => file.EndsWith(".zip", StringComparison.Ordinal)).Skip(keep))
        )
            File.Delete(file);
    }

    /// <summary>
    /// Whether a backup contains a file of the content folder. Hidden files are left out, and names with which a file could be written
    /// outside the folder.
    /// </summary>
    /// <param name="path">The path in the folder, with slashes.</param>
    internal static bool IsContentFile(string path) =>
        path.Split('/').All(name => name is [not '.', ..] && name.All(c => c != '\\' && !char.IsControl(c) && !InvalidInNames.Contains(c)));

    /// <summary>Creates an empty file that only its owner may read.</summary>
    internal static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;
        return new(path, options);
    }

    private async Task<Manifest> WriteAsync(WorkshopDb db, string backup, string database, Stream stream, CancellationToken cancel)
    {
        var takenAt = realTime.GetUtcNow();
        var key = Path.Combine(settings.DataPath, SiteKey.FileName);
        var hasKey = settings.Key is null && File.Exists(key);
        await using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var sha256 = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await Create(database).DisposeAsync();
        await db.ExportToSqliteAsync(database, cancel);
        await AddAsync(Database, database);
        if (hasKey)
            await AddAsync(SiteKey.FileName, key);
        // Content that lives in the database is in it.
        if (settings.ContentStore is ContentStore.Folder && Directory.Exists(settings.ContentPath))
            foreach (var name in ContentFilesBut(backup))
                await AddAsync(Content + name, Path.Combine(settings.ContentPath, name));
        var manifest = new Manifest(Manifest.CurrentFormat, Version, takenAt, hasKey, await CountAsync(database, cancel), sha256);
        await using var entry = await zip.CreateEntry(Manifest.Name).OpenAsync(cancel);
        await entry.WriteAsync(manifest.ToJson(), cancel);
        return manifest;

        async Task AddAsync(string name, string file)
        {
            using var hash = SHA256.Create();
            await using (var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
            await using (var written = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancel))
            await using (var hashed = new CryptoStream(written, hash, CryptoStreamMode.Write))
                await content.CopyToAsync(hashed, cancel);
            sha256.Add(name, Convert.ToHexStringLower(hash.Hash!));
        }
    }

    /// <summary>
    /// The paths of the content files. The backup itself, which would never end, and the data are not content, even if they lie in its
    /// folder.
    /// </summary>
    private IEnumerable<string> ContentFilesBut(string backup)
    {
        var (content, data) = (FullPath(settings.ContentPath), FullPath(settings.DataPath));
        var isDataInContent = data.StartsWith(content + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return Directory
            .EnumerateFiles(content, "*", new EnumerationOptions { RecurseSubdirectories = true })
            .Where(file => !file.StartsWith(backup, StringComparison.Ordinal))
            .Where(file => !isDataInContent || !file.StartsWith(data + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(content, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(IsContentFile)
            .Order(StringComparer.Ordinal);

        static string FullPath(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
    }

    private static async Task<SortedDictionary<string, long>> CountAsync(string database, CancellationToken cancel)
    {
        await using var db = WorkshopDb.Open(usesPostgres: false, $"Data Source={database};Pooling=False");
        return await DatabaseCopy.CountAsync(db, cancel);
    }

    private static string Version =>
        typeof(Backup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    [GeneratedRegex(@"^backup-[0-9]{8}T[0-9]{6}Z\.zip(\.part|\.db(-wal|-shm|-journal)?)?$")]
    private static partial Regex OurName();
}
