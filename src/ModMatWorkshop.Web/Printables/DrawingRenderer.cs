using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ModMatWorkshop.Web.Printables;

/// <summary>
/// Draws an HTML document of one page as PNG, with WeasyPrint and pdftocairo. Drawings are kept in the data folder until the document
/// changes.
/// </summary>
public sealed class DrawingRenderer(PdfRenderer pdf, SiteSettings settings, ILogger<DrawingRenderer> log)
{
    /// <summary>The package of Debian with pdftocairo.</summary>
    public const string Package = "poppler-utils";

    private readonly ExternalProgram _program = new("pdftocairo", settings.PrintTimeout, log);
    private readonly PrintQueue _queue = new(atOnce: 1);

    public bool IsAvailable => pdf.IsAvailable && _program.IsInstalled;

    /// <param name="name">The beginning of the file name.</param>
    /// <param name="html">With its styles and pictures in it; its page has the proportions of the drawing.</param>
    /// <param name="width">In pixels, as is <paramref name="height"/>.</param>
    /// <returns>Null when the drawing cannot be made; the log says why.</returns>
    public async Task<byte[]?> GetOrDrawAsync(string name, string html, int width, int height, CancellationToken cancel)
    {
        if (!IsAvailable)
            return null;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{width} {height} {html}")).AsSpan(0, 8));
        var file = Path.Combine(settings.DataPath, "drawings", $"{name}-{hash}.png");
        if (File.Exists(file))
            return await File.ReadAllBytesAsync(file, cancel);
        var result = await _queue.MakeAsync(file, file, abandoned => DrawAsync(file, name, html, width, height, abandoned), cancel);
        return result.Pdf;
    }

    private async Task<PrintResult> DrawAsync(string file, string name, string html, int width, int height, CancellationToken cancel)
    {
        if (await pdf.RunWeasyPrintAsync(html, cancel) is not { } document)
            return PrintResult.Failed;
        var drawing = await _program.RunAsync(
            ["-png", "-singlefile", "-transp", "-scale-to-x", Pixels(width), "-scale-to-y", Pixels(height), "-", "-"],
            document,
            cancel
        );
        if (drawing is not null)
            await SaveAsync(drawing, file, name, cancel);
        return PrintResult.Of(drawing);

        static string Pixels(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Moves a finished file into place, and deletes the older drawings of this name.</summary>
    private static async Task SaveAsync(byte[] drawing, string file, string name, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = $"{file}.{Guid.NewGuid():N}";
        try
        {
            await File.WriteAllBytesAsync(draft, drawing, cancel);
            File.Move(draft, file, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
        foreach (var old in folder.EnumerateFiles($"{name}-*.png").Where(f => f.FullName != Path.GetFullPath(file)))
            old.Delete();
    }
}
