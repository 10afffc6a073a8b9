using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>
/// A site with a script in place of WeasyPrint. The script waits until the test lets it finish, so that no test depends on its speed.
/// </summary>
internal sealed class WaitingRenderer : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modmat-printer-");

    private WaitingRenderer() { }

    public SiteProcess Site { get; private set; } = null!;

    /// <summary>One line for each PDF that the script has begun.</summary>
    public string[] Made => File.Exists(FileOf("made")) ? File.ReadAllLines(FileOf("made")) : [];

    public string[] Kept => Directory.Exists(FileOf("data/printables")) ? Directory.GetFiles(FileOf("data/printables")) : [];

    /// <param name="arguments">More settings of the site.</param>
    public static async Task<WaitingRenderer> ServeAsync(params IEnumerable<string> arguments)
    {
        var renderer = new WaitingRenderer();
        await File.WriteAllTextAsync(
            renderer.FileOf("weasyprint"),
            $"""
            #!/bin/sh
            cd {renderer.folder.FullName}
            /bin/cat >/dev/null
            echo made >>made
            until [ -e go ]; do /bin/sleep 0.02; done
            [ -e broken ] || printf '%%PDF-1.7 /Type /Page'

            """
        );
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(renderer.FileOf("weasyprint"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        renderer.Site = await SiteProcess.ServeAsync(
            [$"--Site:DataPath={renderer.folder.CreateSubdirectory("data").FullName}", .. arguments],
            path: renderer.folder.FullName
        );
        return renderer;
    }

    public void LetRendererFinish() => File.WriteAllText(FileOf("go"), "");

    public void Break() => File.WriteAllText(FileOf("broken"), "");

    public void Repair() => File.Delete(FileOf("broken"));

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private string FileOf(string name) => Path.Combine(folder.FullName, name);
}
