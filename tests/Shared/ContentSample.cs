using System.Text;
using ModMatWorkshop.Content;

namespace ModMatWorkshop.Tests.Shared;

/// <summary>A temporary copy of Samples/Valid, or of another content folder, that a test may change.</summary>
public sealed class ContentSample : IDisposable
{
    public ContentSample(string? source = null)
    {
        source ??= Path.Combine(Samples, "Valid");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            Write(Path.GetRelativePath(source, file), File.ReadAllBytes(file));
    }

    public static string Samples { get; } = Path.Combine(Repository.Root, "tests/ModMatWorkshop.Content.Tests/Samples");

    public string Folder { get; } = Directory.CreateTempSubdirectory("modmat-content-").FullName;

    /// <summary>
    /// The report of the content check, one line for each problem; without those that a machine without KaTeX has besides.
    /// </summary>
    public IReadOnlyList<string> Report =>
        [
            .. ContentFolder
                .Read(Folder)
                .Problems.Where(p => !p.Message.ToString().EndsWith("is shown as TeX.", StringComparison.Ordinal))
                .Select(p => p.ToString()),
        ];

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public void Write(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllBytes(PathOf(file), bytes);
    }

    public void Delete(string file) => File.Delete(PathOf(file));

    /// <summary>Replaces a text that must occur in the file exactly once.</summary>
    public void Replace(string file, string old, string @new)
    {
        var parts = Read(file).Split(old);
        Assert.True(parts.Length == 2, $"`{old}` occurs {parts.Length - 1} times in {file}.");
        Write(file, string.Join(@new, parts));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
