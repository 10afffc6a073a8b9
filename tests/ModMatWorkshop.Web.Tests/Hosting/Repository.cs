namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>Where the files of this repository stand, wherever the tests were built.</summary>
public static class Repository
{
    public static string Root { get; } = FolderAbove(AppContext.BaseDirectory);

    public static string Content => Path.Combine(Root, "content");

    /// <summary>What a test leaves for whoever looks for its failure.</summary>
    public static string Artifacts => Path.Combine(Root, "artifacts");

    private static string FolderAbove(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ModMatWorkshop.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No ModMatWorkshop.sln above {start}");
    }
}
