using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Printables;

/// <summary>
/// Renders HTML to PDF with WeasyPrint. PDFs of public content are cached in the data folder until content or program changes. PDFs with
/// names of participants are never written to disk.
/// </summary>
public sealed partial class PdfRenderer(SiteSettings settings, ILogger<PdfRenderer> log)
{
    private readonly ExternalProgram _program = new("weasyprint", settings.PrintTimeout, log);

    // Participants cannot delay organisers, nor one participant all others.
    private readonly PrintQueue _public = new(atOnce: 1);
    private readonly PrintQueue _participants = new(atOnce: 2);
    private readonly PrintQueue _organisers = new(atOnce: 1);

    // Part of the file name, because a PDF depends on the program, and on the site's address in its QR codes.
    private readonly string _build = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(PdfRenderer).Module.ModuleVersionId} {settings.Address.BaseUrl}")).AsSpan(0, 4)
    );

    public bool IsAvailable => _program.IsInstalled;

    public bool IsCached(string kind, Language language, long version) => File.Exists(FileOf(kind, language, version));

    /// <summary>Returns the cached PDF of public content, or renders it in the largest size that fits one page.</summary>
    /// <param name="kind">The first part of the file name.</param>
    /// <param name="version">The content version; each version has its own file.</param>
    /// <param name="sizes">The document in each size, the largest first; one for a document with any number of pages. With the styles in
    /// it: the renderer fetches no other files.</param>
    public async Task<PrintResult> GetOrRenderAsync(
        string kind,
        Language language,
        long version,
        IReadOnlyList<string> sizes,
        CancellationToken cancel
    )
    {
        if (!IsAvailable)
            return PrintResult.NotInstalled;
        var file = FileOf(kind, language, version);
        return File.Exists(file)
            ? new(await File.ReadAllBytesAsync(file, cancel))
            : await _public.MakeAsync(
                file,
                file,
                async abandoned =>
                {
                    var pdf = await RenderLargestAsync(sizes, abandoned);
                    if (pdf is not null)
                        await SaveAsync(pdf, file, AllOf(kind, language), abandoned);
                    return PrintResult.Of(pdf);
                },
                cancel
            );
    }

    /// <summary>Renders a PDF that contains names, without caching it.</summary>
    public Task<PrintResult> RenderForOrganiserAsync(Guid account, string html, CancellationToken cancel) =>
        RenderAsync(_organisers, account, html, cancel);

    /// <summary>The same for a participant.</summary>
    public Task<PrintResult> RenderForParticipantAsync(Guid registration, string html, CancellationToken cancel) =>
        RenderAsync(_participants, registration, html, cancel);

    /// <summary>Equal documents give equal PDFs, so the document is the key in the queue.</summary>
    private async Task<PrintResult> RenderAsync(PrintQueue queue, Guid person, string html, CancellationToken cancel) =>
        IsAvailable
            ? await queue.MakeAsync(
                person.ToString(),
                html,
                async abandoned => PrintResult.Of(await RunWeasyPrintAsync(html, abandoned)),
                cancel
            )
            : PrintResult.NotInstalled;

    private async Task<byte[]?> RenderLargestAsync(IReadOnlyList<string> sizes, CancellationToken cancel)
    {
        // Binary search: a document that fits in one size also fits in all smaller ones.
        byte[]? pdf = null,
            fitting = null;
        for (var (large, small) = (0, sizes.Count - 1); large <= small; )
        {
            var size = (large + small) / 2;
            pdf = await RunWeasyPrintAsync(sizes[size], cancel);
            if (pdf is null)
                return null;
            if (PagesOf(pdf) == 1)
                (fitting, small) = (pdf, size - 1);
            else
                large = size + 1;
        }
        return fitting ?? pdf;
    }

    private string FileOf(string kind, Language language, long version) =>
        Path.Combine(
            settings.DataPath,
            "printables",
            string.Create(CultureInfo.InvariantCulture, $"{AllOf(kind, language)}{version}-{_build}.pdf")
        );

    /// <summary>The beginning of the file names of all versions.</summary>
    private static string AllOf(string kind, Language language) => $"{kind}-{language.Tag()}-";

    /// <summary>Writes to a temporary file and moves it, so that a PDF is never incomplete. Deletes the PDFs of older versions.</summary>
    private static async Task SaveAsync(byte[] pdf, string file, string all, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = $"{file}.{Guid.NewGuid():N}";
        try
        {
            await File.WriteAllBytesAsync(draft, pdf, cancel);
            File.Move(draft, file, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
        // Another instance may be writing its draft beside them.
        foreach (var old in folder.EnumerateFiles(all + "*.pdf").Where(f => f.FullName != Path.GetFullPath(file)))
            old.Delete();
    }

    /// <summary>The PDF of a document, or null if it failed, which has been logged. Without a queue.</summary>
    public Task<byte[]?> RunWeasyPrintAsync(string html, CancellationToken cancel) =>
        // This variant has tags, which screen readers need. WeasyPrint 57 calls it experimental, so the site claims no conformance.
        _program.RunAsync(
            ["--quiet", "--pdf-variant", "pdf/ua-1", "--encoding", "utf-8", "--base-url", "/nowhere/", "-", "-"],
            Encoding.UTF8.GetBytes(html),
            cancel
        );

    /// <summary>Counts the pages. WeasyPrint writes one uncompressed object for each page.</summary>
    private static int PagesOf(byte[] pdf) => Pages().Count(Encoding.Latin1.GetString(pdf));

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Pages();
}
