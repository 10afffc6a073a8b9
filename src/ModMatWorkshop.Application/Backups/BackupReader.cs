using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using ModMatWorkshop.Application.Security;

namespace ModMatWorkshop.Application.Backups;

/// <summary>A backup that contains what its manifest lists, and nothing that no backup contains.</summary>
internal sealed class BackupReader : IDisposable
{
    // The type of a file, in the upper half of the attributes of a ZIP entry. It is 0 if the entry was written on Windows.
    private const int FileType = 0xF000;
    private const int RegularFile = 0x8000;

    private readonly ZipArchive _zip;

    private BackupReader(ZipArchive zip, Manifest manifest) => (_zip, Manifest) = (zip, manifest);

    public Manifest Manifest { get; }

    /// <summary>The files of the content folder, with paths relative to it.</summary>
    public IEnumerable<string> Content =>
        Manifest
            .Sha256.Keys.Where(name => name.StartsWith(Backup.Content, StringComparison.Ordinal))
            .Select(name => name[Backup.Content.Length..]);

    /// <exception cref="SettingsException">The file is not a backup, is damaged, or has an unknown format.</exception>
    public static BackupReader Read(string file)
    {
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(file);
            using var json = zip.GetEntry(Manifest.Name)?.Open() ?? throw new InvalidDataException($"it has no {Manifest.Name}");
            var manifest = Manifest.Read(json);
            if (manifest.Format != Manifest.CurrentFormat)
                throw new InvalidDataException($"its format is {manifest.Format}, and this program reads {Manifest.CurrentFormat}");
            CheckEntries(zip, manifest);
            foreach (var (name, sha256) in manifest.Sha256)
            {
                using var content = zip.GetEntry(name)?.Open() ?? throw Missing(name);
                if (Convert.ToHexStringLower(SHA256.HashData(content)) != sha256)
                    throw new InvalidDataException($"{name} has been altered");
            }
            var backup = new BackupReader(zip, manifest);
            if (manifest.HasKey)
                SiteKey.FingerprintOf(backup.ReadKey());
            return backup;
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or IOException or UnauthorizedAccessException)
        {
            zip?.Dispose();
            throw Refused(file, fault.Message);
        }
        catch (FormatException)
        {
            zip?.Dispose();
            throw Refused(file, $"{SiteKey.FileName} is not a site key");
        }
    }

    /// <param name="fault">One sentence, whose last full stop may be missing.</param>
    public static SettingsException Refused(string file, string fault) =>
        new($"{file} cannot be restored: {fault.TrimEnd('.')}. Nothing was changed.");

    public byte[] ReadKey() => ReadBytes(_zip.GetEntry(SiteKey.FileName)!);

    /// <summary>A file of the content folder; null if it is larger than the limit, in bytes.</summary>
    public byte[]? ReadContent(string name, int limit) =>
        _zip.GetEntry(Backup.Content + name)! is var entry && entry.Length <= limit ? ReadBytes(entry) : null;

    /// <summary>Writes one file of the backup to a new path, readable by its owner only.</summary>
    public async Task ExtractAsync(string name, string path, CancellationToken cancel)
    {
        await using var file = Backup.Create(path);
        await using var content = await _zip.GetEntry(name)!.OpenAsync(cancel);
        await content.CopyToAsync(file, cancel);
        file.Flush(flushToDisk: true);
    }

    public void Dispose() => _zip.Dispose();

    private static byte[] ReadBytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Refuses links, double entries, and files that the manifest does not list or that no backup contains.</summary>
    private static void CheckEntries(ZipArchive zip, Manifest manifest)
    {
        if (!manifest.Sha256.ContainsKey(Backup.Database))
            throw Missing(Backup.Database);
        if (manifest.HasKey && !manifest.Sha256.ContainsKey(SiteKey.FileName))
            throw Missing(SiteKey.FileName);
        var expected = manifest.Sha256.Keys.Where(name => IsExpected(name, manifest)).Append(Manifest.Name).ToHashSet();
        foreach (var name in manifest.Sha256.Keys.Except(expected))
            throw Foreign(name);
        foreach (var entry in zip.Entries)
            if (!expected.Remove(entry.FullName) || (entry.ExternalAttributes >> 16 & FileType) is not (0 or RegularFile))
                throw Foreign(entry.FullName);
    }

    private static bool IsExpected(string name, Manifest manifest) =>
        name is Backup.Database
        || name is SiteKey.FileName && manifest.HasKey
        || name.StartsWith(Backup.Content, StringComparison.Ordinal) && Backup.IsContentFile(name[Backup.Content.Length..]);

    private static InvalidDataException Missing(string name) => new($"{name} is missing");

    private static InvalidDataException Foreign(string name) =>
        new($"{string.Concat(name.Select(c => char.IsControl(c) ? '?' : c))} does not belong in a backup");
}
