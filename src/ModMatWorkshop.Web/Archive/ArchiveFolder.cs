using System.Globalization;

namespace ModMatWorkshop.Web.Archive;

/// <summary>Limits what the folder of an archive may contain. It is read at every start, and any file in it may be requested.</summary>
public static class ArchiveFolder
{
    private const int MaxEntries = 50_000;
    private const int MaxDepth = 32;

    /// <summary>The site compresses a text while it sends it: this much takes about half a second of one core.</summary>
    private const long MaxTextBytes = 50 << 20;

    private static readonly string[] Texts = [".html", ".htm", ".css", ".js", ".mjs", ".json", ".xml", ".txt", ".svg"];

    /// <returns>Why the archive cannot be served, as a clause; null if it can.</returns>
    public static string? FindFault(string folder)
    {
        if (IsLink(new DirectoryInfo(folder)))
            return "it is a link";
        var everything = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = MaxDepth + 1,
            AttributesToSkip = FileAttributes.None,
            IgnoreInaccessible = false,
        };
        try
        {
            var entries = 0;
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", everything))
                if (FindFault(entry, Path.GetRelativePath(folder, entry.FullName)) is { } fault)
                    return fault;
                else if (++entries > MaxEntries)
                    return string.Create(CultureInfo.InvariantCulture, $"it has more than {MaxEntries} files and folders");
            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return unreadable.Message.TrimEnd('.');
        }
    }

    public static bool IsLink(FileSystemInfo entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static string? FindFault(FileSystemInfo entry, string path)
    {
        // The replacement character stands for bytes that are no UTF-8.
        if (entry.Name.Any(c => char.IsControl(c) || c is '\\' or '\uFFFD'))
            return $"{string.Concat(path.Select(c => char.IsControl(c) ? '?' : c))} has a name that is no address";
        if (IsLink(entry))
            return $"{path} is a link";
        if (path.Count(c => c == Path.DirectorySeparatorChar) > MaxDepth)
            return string.Create(CultureInfo.InvariantCulture, $"{path} is inside more than {MaxDepth} folders");
        return entry is FileInfo { Length: > MaxTextBytes } && Texts.Contains(entry.Extension.ToLowerInvariant())
            ? string.Create(CultureInfo.InvariantCulture, $"{path} has more than {MaxTextBytes >> 20} megabytes")
            : null;
    }
}
