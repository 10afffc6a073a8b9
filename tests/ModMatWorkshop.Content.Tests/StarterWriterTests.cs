using ModMatWorkshop.Content.Starter;

namespace ModMatWorkshop.Content.Tests;

/// <summary>The files of a new workshop, written whole or not at all.</summary>
public sealed class StarterWriterTests : IDisposable
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["workshop.md"] = "é\n",
        ["sessions/session-1.md"] = "one",
        ["pages/contact.md"] = "two",
    };

    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("modmat-writer-");

    private string Folder => Path.Combine(parent.FullName, "content");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_missing_folder_and_one_without_content_files_are_filled(bool exists)
    {
        if (exists)
            Directory.CreateDirectory(Path.Combine(Folder, "images"));

        Assert.Equal(StarterResult.Written, StarterWriter.Write(Folder, Files));
        Assert.Equal(Files, Written());
    }

    [Fact]
    public void A_folder_with_a_content_file_is_left_as_it_is()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "notes.md"), "mine");

        Assert.Equal(StarterResult.NotEmpty, StarterWriter.Write(Folder, Files));
        Assert.Equal(new() { ["notes.md"] = "mine" }, Written());
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused()
    {
        File.WriteAllText(Folder, "a file");

        Assert.Equal(StarterResult.Refused, StarterWriter.Write(Folder, Files));
        Assert.Equal("a file", File.ReadAllText(Folder));
    }

    [Fact]
    public void Of_several_writers_at_once_one_wins_with_all_its_files()
    {
        var results = Enumerable
            .Range(0, 8)
            .AsParallel()
            .WithDegreeOfParallelism(8)
            .Select(i => (i, Result: StarterWriter.Write(Folder, Files.ToDictionary(f => f.Key, f => $"{f.Value}{i}"))))
            .ToList();

        var winner = Assert.Single(results, r => r.Result == StarterResult.Written).i;
        Assert.Equal(7, results.Count(r => r.Result == StarterResult.NotEmpty));
        Assert.Equal(Files.ToDictionary(f => f.Key, f => $"{f.Value}{winner}"), Written());
    }

    public void Dispose() => parent.Delete(recursive: true);

    /// <summary>All files, hidden ones too.</summary>
    private Dictionary<string, string> Written() =>
        Directory
            .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(Folder, path), File.ReadAllText);
}
