using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Security;

/// <summary>
/// The key that signs the secret links. It is stored outside the database: in a setting that all instances share, or in a file of the data
/// folder, created at the first start. Without it, the site cannot verify the links that it has sent.
/// </summary>
public sealed class SiteKey(SiteSettings settings)
{
    /// <summary>The name of the file in the data folder.</summary>
    public const string FileName = "site.key";

    private const int Bytes = 32;
    private readonly Lazy<byte[]> _key = new(() =>
        settings.Key is { } text ? SHA256.HashData(Encoding.UTF8.GetBytes(text)) : FromFile(Path.Combine(settings.DataPath, FileName))
    );

    /// <summary>
    /// The first 128 bits of the HMAC-SHA256 of a message. <paramref name="purpose"/> prevents one kind of link from being used as another.
    /// </summary>
    public byte[] Sign(string purpose, ReadOnlySpan<byte> message) => Derive(purpose, message)[..16];

    /// <summary>All 256 bits of the HMAC, for a secret that is derived when needed instead of stored.</summary>
    public byte[] Derive(string purpose, ReadOnlySpan<byte> message) => Derive(_key.Value, purpose, message);

    /// <summary>Identifies the key in the database.</summary>
    public string Fingerprint => Convert.ToHexStringLower(Sign("fingerprint", []));

    /// <param name="file">The content of a file <see cref="FileName"/>.</param>
    /// <exception cref="FormatException">The file does not contain a key.</exception>
    public static string FingerprintOf(byte[] file) => Convert.ToHexStringLower(Derive(KeyIn(file), "fingerprint", [])[..16]);

    /// <summary>Call it before the database is prepared.</summary>
    /// <exception cref="SettingsException">The site has a key, so it is not new, but its SQLite file is missing or empty.</exception>
    public void RequireDatabase(WorkshopDb db)
    {
        var key = Path.Combine(settings.DataPath, FileName);
        if (settings.UsesPostgres || settings.Key is not null || !File.Exists(key))
            return;
        var database = db.Database.GetDbConnection().DataSource;
        if (new FileInfo(database) is not { Exists: true, Length: > 0 })
            throw new SettingsException(
                $"The site has a key, {key}, but its database {database} is missing or empty. "
                    + "Restore the last backup: ModMatWorkshop restore FILE. For a new site, remove the key too."
            );
    }

    /// <summary>Creates the key at the first start, and remembers it in the database.</summary>
    /// <exception cref="SettingsException">The database was used with another key, so its links would not work.</exception>
    public async Task CheckAsync(WorkshopDb db, CancellationToken cancel)
    {
        // Of two processes that start together for the first time, one creates the key.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockForWriteAsync(cancel);
        var fingerprint = Fingerprint;
        await db
            .WorkshopStates.Where(r => r.KeyFingerprint == null)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.KeyFingerprint, fingerprint), cancel);
        var known = await db.WorkshopStates.Select(r => r.KeyFingerprint).SingleAsync(cancel);
        await transaction.CommitAsync(cancel);
        if (known != fingerprint)
            throw new SettingsException(
                "The database was used with a different site key, so links sent by email would not work. "
                    + "Put the file site.key back into the data folder, or set the same Site:Key for every instance."
            );
    }

    private static byte[] Derive(byte[] key, string purpose, ReadOnlySpan<byte> message)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(purpose), 0, .. message];
        return HMACSHA256.HashData(key, signed);
    }

    private static byte[] FromFile(string path)
    {
        if (!File.Exists(path))
            Create(path);
        try
        {
            return KeyIn(File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(
                $"{path} cannot be read as a site key of {Bytes} bytes in Base64. Put the file back from a backup: "
                    + "links sent by email do not work with another key."
            );
        }
    }

    /// <summary>A process that is killed leaves the complete file or none.</summary>
    private static void Create(string path)
    {
        var part = $"{path}.part";
        using (var file = File.Create(part))
        {
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes))));
            file.Flush(flushToDisk: true);
        }
        File.Move(part, path);
    }

    /// <exception cref="FormatException">The file does not contain a key.</exception>
    private static byte[] KeyIn(byte[] file) =>
        Convert.FromBase64String(Encoding.ASCII.GetString(file)) is { Length: >= Bytes } key ? key : throw new FormatException();
}
