namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>The programs of this machine that tests run.</summary>
internal static class ExternalTools
{
    // A user's PATH may leave out where servers are.
    private static readonly string[] Folders =
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        "/usr/sbin",
    ];

    /// <returns>The reason for which a test that needs them is skipped, or null.</returns>
    public static string? WhyMissing(params (string Program, string Package)[] programs)
    {
        var missing = programs.Where(p => Find(p.Program) is null).ToList();
        return missing.Count == 0
            ? null
            : $"Not on this machine: {string.Join(", ", missing.Select(p => p.Program))}; `apt-get install "
                + $"{string.Join(' ', missing.Select(p => p.Package))}` brings it.";
    }

    /// <returns>Its path; null where it is not installed.</returns>
    public static string? Find(string program) => Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
