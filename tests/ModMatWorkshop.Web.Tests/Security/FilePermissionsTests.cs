using System.Net;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Running;

namespace ModMatWorkshop.Web.Tests.Security;

/// <summary>Who may read the files of the program, which starts with a umask that hides nothing.</summary>
[Trait("Category", "prove")]
public sealed class FilePermissionsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modmat-permissions-");

    private string[] Settings =>
        ["--Site:BaseUrl=https://modmat.test", $"--Site:DataPath={folder.FullName}/data", "--Clock:RehearseFrom=2021-09-01T09:00"];

    public void Dispose() => folder.Delete(recursive: true);

    [PdfFact]
    public async Task Database_key_mails_PDFs_and_backups_can_be_read_by_the_user_of_the_program_only()
    {
        await using var site = await SiteProcess.ServeAsync(Settings);
        var form = await OpenForm.ReadAsync(site.Reader);
        using var request = form.Of("ada@example.org");
        using var registered = await site.Reader.SendAsync(request);
        using var printed = await site.Reader.GetAsync("/programme.pdf");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (registered.StatusCode, printed.StatusCode));
        Assert.Equal(0, (await SiteProcess.RunAsync(["backup", $"{folder.FullName}/data/backups/backup.zip", .. Settings])).ExitCode);
        while (!folder.EnumerateFiles("*.eml", SearchOption.AllDirectories).Any())
            await Task.Delay(50);

        var modes = ModesIn(folder);

        Assert.Equal(
            ["", ".db", ".db-shm", ".db-wal", ".eml", ".key", ".pdf", ".zip"],
            modes.Keys.Select(file => Path.GetExtension(file)).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.All(modes, file => Assert.Equal(UnixFileMode.None, file.Value & ~(UnixFileMode)0b111_000_000));
    }

    [Fact]
    public async Task Everybody_can_read_the_static_archive()
    {
        var archive = await SiteProcess.RunAsync(["archive", $"{folder.FullName}/archives/2021", .. Settings]);
        Assert.Equal((0, ""), (archive.ExitCode, archive.Errors));

        var modes = ModesIn(new($"{folder.FullName}/archives"));

        Assert.All(modes, file => Assert.Equal((UnixFileMode)(Directory.Exists(file.Key) ? 0b111_101_101 : 0b110_100_100), file.Value));
        Assert.Contains($"{folder.FullName}/archives/2021/index.html", modes.Keys);
    }

    /// <summary>The modes of all files and folders in a folder, by path.</summary>
    private static Dictionary<string, UnixFileMode> ModesIn(DirectoryInfo folder) =>
        folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).ToDictionary(f => f.FullName, f => f.UnixFileMode);
}
