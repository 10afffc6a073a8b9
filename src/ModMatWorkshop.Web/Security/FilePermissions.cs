using System.Runtime.InteropServices;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// Who may read the files that the program writes. Only its own user may, whatever the umask it was started with: this includes the
/// files of SQLite and of programs that it starts. The static archive is an exception, because it is public.
/// </summary>
internal static class FilePermissions
{
    /// <summary>Octal 077: group and others get no permission on new files.</summary>
    private const uint GroupAndOthers = 63;

    private const UnixFileMode PublicFile =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode PublicFolder = PublicFile | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Makes all files private that this process creates from now on.</summary>
    public static void MakeNewFilesPrivate()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetMask(GroupAndOthers);
    }

    /// <summary>Lets everybody read an existing file or folder.</summary>
    public static void MakePublic(string path)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, Directory.Exists(path) ? PublicFolder : PublicFile);
    }

    [DllImport("libc", EntryPoint = "umask")]
    private static extern uint SetMask(uint mask);
}
