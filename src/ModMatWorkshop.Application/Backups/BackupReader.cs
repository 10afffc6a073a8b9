using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace ModMatWorkshop.Application.Backups;

/// <summary>A backup whose files all match the checksums of its manifest.</summary>
internal sealed class BackupReader : IDisposable
{
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
            foreach (var (name, sha256) in manifest.Sha256)
            {
                using var content = zip.GetEntry(name)?.Open() ?? throw new InvalidDataException($"{name} is missing");
                if (Convert.ToHexStringLower(SHA256.HashData(content)) != sha256)
                    throw new InvalidDataException($"{name} has been altered");
            }
            return manifest.Sha256.ContainsKey(Backup.Database)
                ? new(zip, manifest)
                : throw new InvalidDataException($"{Backup.Database} is missing");
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or IOException or UnauthorizedAccessException)
        {
            zip?.Dispose();
            throw new SettingsException($"{file} cannot be restored: {fault.Message.TrimEnd('.')}. Nothing was changed.");
        }
    }

    public byte[] ReadKey()
    {
        using var content = _zip.GetEntry(Security.SiteKey.FileName)!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Writes one file of the backup to a new path, readable by its owner only.</summary>
    public async Task ExtractAsync(string name, string path, CancellationToken cancel)
    {
        await using var file = Backup.Create(path);
        await using var content = await _zip.GetEntry(name)!.OpenAsync(cancel);
        await content.CopyToAsync(file, cancel);
        file.Flush(flushToDisk: true);
    }

    public void Dispose() => _zip.Dispose();
}
