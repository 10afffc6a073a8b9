namespace ModMatWorkshop.Tests.Shared;

/// <summary>Installed programs that tests use.</summary>
internal static class ExternalTools
{
    // A user's PATH may lack the folder of system programs.
    private static readonly string[] Folders =
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        "/usr/sbin",
    ];

    /// <returns>The reason to skip a test that needs these programs; null if all are installed.</returns>
    public static string? WhyMissing(params (string Program, string Package)[] programs)
    {
        var missing = programs.Where(p => Find(p.Program) is null).ToList();
        return missing.Count == 0
            ? null
            : $"Not installed: {string.Join(", ", missing.Select(p => p.Program))}; run `apt-get install "
                + $"{string.Join(' ', missing.Select(p => p.Package))}`.";
    }

    /// <returns>The path of the program; null if it is not installed.</returns>
    public static string? Find(string program) => Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
