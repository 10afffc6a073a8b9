namespace ModMatWorkshop.Tests.Shared;

/// <summary>A fact about files beside the repository. It is skipped where they do not exist.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <param name="paths">Relative to the root of the repository: <c>../shared/booklet/modmat-2021.txt</c>.</param>
    public SharedFactAttribute(params string[] paths)
    {
        var missing = paths.Where(p => !Path.Exists(Locate(p))).ToList();
        if (missing.Count > 0)
            Skip = $"Not on this machine: {string.Join(", ", missing)}";
    }

    public static string Locate(string path) => Path.GetFullPath(path, Repository.Root);
}
