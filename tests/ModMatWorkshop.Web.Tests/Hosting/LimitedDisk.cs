using System.Diagnostics;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>A small in-memory file system that a test can fill up or make read-only.</summary>
public sealed class LimitedDisk : IDisposable
{
    private const int Megabytes = 8;

    public LimitedDisk() => Assert.True(Mount("-t", "tmpfs", "-o", $"size={Megabytes}m", "tmpfs", Path));

    public string Path { get; } = Directory.CreateTempSubdirectory("modmat-disk-").FullName;

    private string Filling => System.IO.Path.Combine(Path, "filling");

    /// <summary>The reason why no such file system can be made here, or null.</summary>
    public static string? WhyMissing { get; } = FindWhyMissing();

    public void Fill()
    {
        using var file = new FileStream(Filling, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var size = 4096; ; )
                file.Write(new byte[size]);
        }
        catch (IOException)
        {
            // The disk is full.
        }
    }

    public void Clear() => File.Delete(Filling);

    /// <summary>Makes the disk read-only. Retries, because a remount fails while a file is open for writing.</summary>
    public void MakeReadOnly() => Assert.True(SpinWait.SpinUntil(() => Mount("-o", "remount,ro", Path), TimeSpan.FromSeconds(20)));

    public void MakeWritable() => Assert.True(Mount("-o", "remount,rw", Path));

    public void Dispose()
    {
        Run("umount", "--lazy", Path);
        Directory.Delete(Path);
    }

    private static string? FindWhyMissing()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return "Only root on Linux can mount a file system.";
        var folder = Directory.CreateTempSubdirectory("modmat-disk-").FullName;
        var can = Mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", folder);
        if (can)
            Run("umount", folder);
        Directory.Delete(folder);
        return can ? null : "No file system can be mounted here.";
    }

    private static bool Mount(params string[] arguments) => Run("mount", arguments);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

/// <summary>A fact that needs a <see cref="LimitedDisk"/>. It is skipped where none can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LimitedDiskFactAttribute : FactAttribute
{
    public LimitedDiskFactAttribute() => Skip = LimitedDisk.WhyMissing;
}
