namespace ModMatWorkshop.Tests.Shared;

/// <summary>Folders of this repository, found from the folder of the built tests.</summary>
public static class Repository
{
    public static string Root { get; } = FolderAbove(AppContext.BaseDirectory);

    public static string Content => Path.Combine(Root, "content");

    /// <summary>
    /// The content of another workshop, with invented people: four days, two rooms, tutorials, a panel, keynotes, demos, a dinner until
    /// after midnight, and what is still to be confirmed.
    /// </summary>
    public static string TwoRooms => Path.Combine(Root, "tests/content/montreal");

    /// <summary>The content of a workshop in ten lines, with one session and one talk: everything that may be absent is.</summary>
    public static string Minimal => Path.Combine(Root, "tests/content/minimal");

    /// <summary>Traces and screenshots of failed tests.</summary>
    public static string Artifacts => Path.Combine(Root, "artifacts");

    private static string FolderAbove(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ModMatWorkshop.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No ModMatWorkshop.sln above {start}");
    }
}
