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
    public static string FingerprintOf(byte[] file) =>
        Convert.ToHexStringLower(Derive(Convert.FromBase64String(Encoding.ASCII.GetString(file)), "fingerprint", [])[..16]);

    /// <exception cref="SettingsException">The database was used with another key, so its links would not work.</exception>
    public async Task CheckAsync(WorkshopDb db, CancellationToken cancel)
    {
        var fingerprint = Fingerprint;
        await db
            .WorkshopStates.Where(r => r.KeyFingerprint == null)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.KeyFingerprint, fingerprint), cancel);
        if (await db.WorkshopStates.Select(r => r.KeyFingerprint).SingleAsync(cancel) != fingerprint)
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
        if (File.Exists(path))
            return Convert.FromBase64String(File.ReadAllText(path));
        var key = RandomNumberGenerator.GetBytes(Bytes);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(key)));
        file.Flush(flushToDisk: true);
        return key;
    }
}
