using System.Text.Encodings.Web;
using System.Text.Json;

namespace ModMatWorkshop.Application.Backups;

/// <summary>The description of a backup, stored in it as <c>manifest.json</c>.</summary>
/// <param name="Format">The format of the backup; see <see cref="CurrentFormat"/>.</param>
/// <param name="Site">The version of the program that took the backup.</param>
/// <param name="TakenAt">Real time, UTC.</param>
/// <param name="HasKey">Whether the backup contains the site key. It does not when the key comes from a setting.</param>
/// <param name="Rows">The number of rows of each table, by table name.</param>
/// <param name="Sha256">The SHA-256 of every other file, in hexadecimal, by file name.</param>
public sealed record Manifest(
    int Format,
    string Site,
    DateTimeOffset TakenAt,
    bool HasKey,
    SortedDictionary<string, long> Rows,
    SortedDictionary<string, string> Sha256
)
{
    public const int CurrentFormat = 1;
    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="JsonException">The file is not a valid manifest.</exception>
    public static Manifest Read(Stream json) => JsonSerializer.Deserialize<Manifest>(json, Json) ?? throw new JsonException();
}
