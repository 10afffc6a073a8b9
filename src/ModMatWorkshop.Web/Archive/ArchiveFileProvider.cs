using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace ModMatWorkshop.Web.Archive;

/// <summary>The files of the archives, each in the folder of its year. Links are not followed, in any part of the path.</summary>
/// <param name="files">The folder that contains the folders of the years.</param>
/// <param name="years">The years to serve.</param>
internal sealed class ArchiveFileProvider(PhysicalFileProvider files, IReadOnlySet<string> years) : IFileProvider
{
    /// <summary>The first part of a path: <c>/2021/index.html</c> becomes <c>2021</c>.</summary>
    public static string YearOf(string path) => path.TrimStart('/').Split('/', 2)[0];

    public IFileInfo GetFileInfo(string subpath) =>
        years.Contains(YearOf(subpath)) && files.GetFileInfo(subpath) is { PhysicalPath: { } path } file && IsServed(file, path)
            ? file
            : new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) =>
        years.Contains(YearOf(subpath)) ? files.GetDirectoryContents(subpath) : NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private bool IsServed(IFileInfo file, string path)
    {
        // A named pipe has no length. Opening one waits for ever.
        if (file is not { Exists: true, Length: > 0 } || !years.Contains(YearOf(Path.GetRelativePath(files.Root, path))))
            return false;
        for (FileSystemInfo part = new FileInfo(path); part.FullName.Length > files.Root.Length; part = Parent(part))
            if (ArchiveFolder.IsLink(part))
                return false;
        return true;
    }

    private static DirectoryInfo Parent(FileSystemInfo part) => new(Path.GetDirectoryName(part.FullName)!);
}
