namespace ModMatWorkshop.Web.Tests.Exports;

/// <summary>Files that stand beside the repository, in <c>../shared</c>, on the machines that have them.</summary>
internal static class Shared
{
    public static string? PathOf(string name)
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "ModMatWorkshop.sln")))
            directory = directory.Parent;
        if (directory?.Parent is not { } beside)
            return null;
        var path = Path.Combine(beside.FullName, "shared", name);
        return File.Exists(path) ? path : null;
    }

    public static string Read(string name) => File.ReadAllText(PathOf(name) ?? throw new FileNotFoundException(name));
}

/// <summary>A test that needs a file of <c>../shared</c>: where it is absent the test is skipped and says so.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string file)
    {
        if (Shared.PathOf(file) is null)
            Skip = $"../shared/{file} is not here";
    }
}
