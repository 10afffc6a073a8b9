using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>A temporary copy of the real content folder that a test may edit.</summary>
public sealed class ContentCopy : IDisposable
{
    public ContentCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Content, "*", SearchOption.AllDirectories))
        {
            var copy = File(System.IO.Path.GetRelativePath(Repository.Content, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("modmat-content-").FullName;

    /// <summary>Replaces a text that must occur exactly once.</summary>
    public void Edit(string name, string old, string now)
    {
        var text = System.IO.File.ReadAllText(File(name));
        Assert.Equal(2, text.Split(old).Length);
        System.IO.File.WriteAllText(File(name), text.Replace(old, now, StringComparison.Ordinal));
    }

    public void Add(string name, string text) => System.IO.File.WriteAllText(File(name), text);

    public void Remove(string name) => System.IO.File.Delete(File(name));

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string File(string name) => System.IO.Path.Combine(Path, name);
}
