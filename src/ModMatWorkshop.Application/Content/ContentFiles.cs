using System.Security.Cryptography;
using ModMatWorkshop.Content;

namespace ModMatWorkshop.Application.Content;

/// <summary>
/// Reads and writes single files of the content folder. A file is written whole: to a hidden file beside it, which is then renamed.
/// Symbolic links are not followed.
/// </summary>
/// <param name="root">The content folder.</param>
internal sealed class ContentFiles(string root)
{
    /// <summary>A larger file is an error of the content check, and has no versions.</summary>
    private const int MaxBytes = 10 << 20;

    private const string Temporary = ".saving-";

    /// <summary>The hash of a file that does not exist.</summary>
    public const string NoFile = "";

    public bool HasWorkshop => File.Exists(PathOf(ContentFolder.WorkshopFile));

    /// <summary>The texts and pictures in the folder, by name.</summary>
    public IEnumerable<string> Names() =>
        ContentFolder
            .Files(root)
            .Concat(ContentFolder.FilesIn(root, ContentFolder.Images).Select(f => f.FullName))
            .Select(path => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(name => ContentFileName.IsText(name) || ContentFileName.IsPicture(name));

    public static string HashOf(byte[]? content) => content is null ? NoFile : Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The content and hash of a file; null if it cannot be read now, or is not for the site to read.</summary>
    public (byte[]? Content, string Hash)? Read(string name)
    {
        var file = new FileInfo(PathOf(name));
        if (IsLink(file))
            return null;
        try
        {
            if (!file.Exists)
                return (null, NoFile);
            if (file.Length > MaxBytes)
                return null;
            var content = File.ReadAllBytes(file.FullName);
            return (content, HashOf(content));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, NoFile);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether the file, or the folder that it is in, is a symbolic link.</summary>
    public bool IsLink(string name) => IsLink(new FileInfo(PathOf(name)));

    /// <summary>Writes files, or deletes those without content. What the disk refuses, it refuses before the first file changes.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public void Write(IReadOnlyList<(string Name, byte[]? Content)> files)
    {
        var prepared = new List<(string From, string To)>();
        try
        {
            foreach (var (name, content) in files)
                if (content is not null)
                    prepared.Add((Prepare(PathOf(name), stream => stream.Write(content)), PathOf(name)));
            foreach (var (from, to) in prepared)
                File.Move(from, to, overwrite: true);
            foreach (var (name, _) in files.Where(f => f.Content is null))
                File.Delete(PathOf(name));
        }
        finally
        {
            foreach (var (from, _) in prepared)
                File.Delete(from);
        }
    }

    /// <summary>Copies a file of any size to a name, whole.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public void CopyFrom(string path, string name)
    {
        using var content = File.OpenRead(path);
        var prepared = Prepare(PathOf(name), content.CopyTo);
        File.Move(prepared, PathOf(name), overwrite: true);
    }

    /// <summary>Deletes what a killed process has left.</summary>
    public void DeleteTemporary()
    {
        try
        {
            foreach (var folder in Directory.GetDirectories(root).Prepend(root))
            foreach (var file in Directory.GetFiles(folder, Temporary + "*"))
                File.Delete(file);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Readers ignore hidden files, so they may stay.
        }
    }

    /// <summary>Writes the content to the disk, beside its place.</summary>
    private string Prepare(string path, Action<Stream> write)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            CopyMode(root, folder);
        }
        var temporary = Path.Combine(folder, $"{Temporary}{Guid.NewGuid():N}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            // Files of the site are private. Those of the content folder are for whoever could read them before.
            CopyMode(File.Exists(path) ? path : PathOf(ContentFolder.WorkshopFile), temporary);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        return temporary;
    }

    private static void CopyMode(string from, string to)
    {
        if (!OperatingSystem.IsWindows() && Path.Exists(from))
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
    }

    private bool IsLink(FileInfo file) =>
        file.LinkTarget is not null || file.DirectoryName != Root && file.Directory!.LinkTarget is not null;

    private string Root => Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    private string PathOf(string name) => Path.Combine(root, name.Replace('/', Path.DirectorySeparatorChar));
}
