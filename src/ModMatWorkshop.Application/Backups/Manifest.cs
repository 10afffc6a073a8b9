using System.Text.Encodings.Web;
using System.Text.Json;

namespace ModMatWorkshop.Application.Backups;

/// <summary>What a backup says of itself, as <c>manifest.json</c> in it.</summary>
/// <param name="Format">Of the file: <see cref="CurrentFormat"/>.</param>
/// <param name="Site">The version of the program that took it.</param>
/// <param name="TakenAt">Real time, UTC.</param>
/// <param name="HasKey">Whether the site key is in it. A key that comes from a setting never is.</param>
/// <param name="Rows">Of each table of the database, how many there are.</param>
/// <param name="Sha256">Of each other file, by its name, in hexadecimal digits.</param>
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

    /// <exception cref="JsonException">It is none.</exception>
    public static Manifest Read(Stream json) => JsonSerializer.Deserialize<Manifest>(json, Json) ?? throw new JsonException();
}
