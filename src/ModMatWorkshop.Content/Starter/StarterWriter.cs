namespace ModMatWorkshop.Content.Starter;

/// <summary>What became of writing a new content folder.</summary>
public enum StarterResult
{
    Written,

    /// <summary>Somebody has put content files there. Nothing was written.</summary>
    NotEmpty,

    /// <summary>The folder cannot be written. Nothing is left of the attempt.</summary>
    Refused,
}

/// <summary>Writes the files of a new workshop into a folder that is missing or has no content files.</summary>
public static class StarterWriter
{
    /// <summary>Hidden, so that no import reads it.</summary>
    private const string Staging = ".new-";

    /// <summary>
    /// Writes all files aside first, then moves them. The first move fails if somebody else has moved theirs, so that one of two writers
    /// wins, also from another machine.
    /// </summary>
    /// <param name="files">The text of each file, by name.</param>
    public static StarterResult Write(string folder, IReadOnlyDictionary<string, string> files)
    {
        var aside = Path.Combine(folder, $"{Staging}{Guid.NewGuid():N}");
        var moved = new List<string>();
        try
        {
            if (!ContentFolder.IsEmpty(folder))
                return StarterResult.NotEmpty;
            foreach (var (name, text) in files)
                WriteToDisk(Path.Combine(aside, name), text);
            // Folders first: a folder that has content cannot be replaced.
            var folders = Directory.EnumerateDirectories(aside).Order(StringComparer.Ordinal);
            foreach (var part in folders.Concat(Directory.EnumerateFiles(aside)).ToList())
            {
                var target = Path.Combine(folder, Path.GetFileName(part));
                Move(part, target);
                moved.Add(target);
            }
            return StarterResult.Written;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            foreach (var target in moved)
                Delete(target);
            return HasContent(folder) ? StarterResult.NotEmpty : StarterResult.Refused;
        }
        finally
        {
            Delete(aside);
        }
    }

    private static bool HasContent(string folder)
    {
        try
        {
            return !ContentFolder.IsEmpty(folder);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Move(string path, string target)
    {
        if (Directory.Exists(path))
        {
            // An empty folder may be there. One that has files refuses to be deleted.
            if (Directory.Exists(target))
                Directory.Delete(target);
            Directory.Move(path, target);
        }
        else
            File.Move(path, target);
    }

    private static void WriteToDisk(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.CreateNew);
        using (var writer = new StreamWriter(file, leaveOpen: true))
            writer.Write(text);
        file.Flush(flushToDisk: true);
    }

    private static void Delete(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        else if (File.Exists(path))
            File.Delete(path);
    }
}
