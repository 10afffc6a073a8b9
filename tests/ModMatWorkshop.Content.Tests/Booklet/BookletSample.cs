namespace ModMatWorkshop.Content.Tests.Booklet;

/// <summary>A booklet of three invented contributions, a content folder for two of them, and the expected result of the import.</summary>
public sealed class BookletSample : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("booklet-").FullName;

    public BookletSample()
    {
        Copy(Path.Combine(Samples, "content"), Source);
        File.Copy(Path.Combine(Samples, "booklet.txt"), Booklet);
    }

    public static string Samples { get; } = Path.Combine(AppContext.BaseDirectory, "Booklet", "Samples");

    public static string Text { get; } = File.ReadAllText(Path.Combine(Samples, "booklet.txt"));

    public static IReadOnlyDictionary<string, string> Expected { get; } = FilesOf(Path.Combine(Samples, "expected"));

    public string Booklet => Path.Combine(directory, "booklet.txt");

    public string Source => Path.Combine(directory, "content");

    public string Target => Path.Combine(directory, "copy");

    /// <summary>The text of every file in a folder, by relative path with slashes; empty if the folder does not exist.</summary>
    public static IReadOnlyDictionary<string, string> FilesOf(string folder) =>
        !Directory.Exists(folder)
            ? new SortedDictionary<string, string>()
            : new SortedDictionary<string, string>(
                Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText),
                StringComparer.Ordinal
            );

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private static void Copy(string from, string to)
    {
        foreach (var (path, text) in FilesOf(from))
        {
            var file = Path.Combine(to, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}
