using System.Security.Cryptography;
using System.Text.Json;
using ModMatWorkshop.Content;

namespace ModMatWorkshop.Application.Content;

/// <summary>A file as it was when a folder and the site last had the same.</summary>
/// <param name="Version">The number of the version; 0 for a file without versions: a material of a site whose content is a folder.</param>
/// <param name="Sha256">See <see cref="Data.ContentFileVersion.Hash"/>.</param>
internal sealed record PulledFile(long Version, string Sha256);

/// <summary>A folder for an editor or for git, with a hidden file that remembers which versions were pulled into it.</summary>
internal sealed class PulledFolder
{
    private const string Memory = ".content-pull";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly string _root;

    /// <exception cref="SettingsException">What the folder remembers cannot be read.</exception>
    public PulledFolder(string root)
    {
        (_root, Files) = (root, new(root));
        Hashes = Directory.Exists(root) ? NamesIn(root).ToDictionary(name => name, name => HashOf(Path.Combine(root, name))) : [];
        var memory = Path.Combine(root, Memory);
        try
        {
            Pulled = File.Exists(memory) ? JsonSerializer.Deserialize<Dictionary<string, PulledFile>>(File.ReadAllText(memory), Json)! : [];
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{memory} cannot be read. Pull into an empty folder. Nothing was changed.");
        }
    }

    public ContentFiles Files { get; }

    /// <summary>The hash of each text, picture and material in the folder, by name.</summary>
    public IReadOnlyDictionary<string, string> Hashes { get; }

    /// <summary>What the last pull or push remembers, by name.</summary>
    public IReadOnlyDictionary<string, PulledFile> Pulled { get; }

    public string PathOf(string name) => Path.Combine(_root, name);

    /// <summary>Remembers what folder and site have in common now.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public void Remember(IReadOnlyDictionary<string, PulledFile> files)
    {
        var memory = Path.Combine(_root, Memory);
        File.WriteAllText(
            memory + "-new",
            JsonSerializer.Serialize(new SortedDictionary<string, PulledFile>(files.ToDictionary(), StringComparer.Ordinal), Json)
        );
        File.Move(memory + "-new", memory, overwrite: true);
    }

    /// <summary>The texts, pictures and materials in a folder.</summary>
    public static IEnumerable<string> NamesIn(string root) =>
        new ContentFiles(root)
            .Names()
            .Concat(
                ContentFolder
                    .FilesIn(root, ContentFolder.Materials)
                    .Select(file => ContentFileName.OfMaterial(file.Name))
                    .Where(ContentFileName.IsMaterial)
            );

    public static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
