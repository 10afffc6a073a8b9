using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Web.Tests;

/// <summary>A fact about a PDF. It is skipped when a program that makes or reads PDFs is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfFactAttribute : FactAttribute
{
    public PdfFactAttribute() => Skip = PrintedPdf.WhyUnreadable;
}

/// <summary>A theory about a PDF. It is skipped when a program that makes or reads PDFs is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfTheoryAttribute : TheoryAttribute
{
    public PdfTheoryAttribute() => Skip = PrintedPdf.WhyUnreadable;
}

/// <summary>A fact about the QR codes of a PDF. It is skipped when a program is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class QrCodeFactAttribute : FactAttribute
{
    public QrCodeFactAttribute() => Skip = PrintedPdf.WhyUnreadable ?? PrintedPdf.WhyNoCodes;
}

/// <summary>Reads a PDF: page sizes, text, the position of each word, QR codes.</summary>
internal sealed partial class PrintedPdf(byte[] pdf)
{
    public static string? WhyUnreadable { get; } = ExternalTools.WhyMissing(("weasyprint", "weasyprint"), ("pdftotext", "poppler-utils"));

    public static string? WhyNoCodes { get; } = ExternalTools.WhyMissing(("zbarimg", "zbar-tools"));

    public byte[] Bytes => pdf;

    /// <summary>Width and height of each page in millimetres.</summary>
    public async Task<(int Width, int Height)[]> SheetsAsync() =>
        [
            .. Size()
                .Matches(Text(await RunAsync("pdfinfo", pdf, "-l", "1000", "-")))
                .Select(m => (Millimetres(m.Groups["width"].Value), Millimetres(m.Groups["height"].Value))),
        ];

    /// <summary>What <c>pdfinfo</c> tells: <c>Title</c>, <c>Tagged</c>, <c>Pages</c> and others.</summary>
    public async Task<IReadOnlyDictionary<string, string>> InfoAsync() =>
        Text(await RunAsync("pdfinfo", pdf, "-"))
            .Split('\n')
            .Where(line => line.Contains(':', StringComparison.Ordinal))
            .Select(line => line.Split(':', 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim());

    /// <summary>The types of the structure elements, such as <c>H1</c> and <c>P</c>, in the order of a screen reader.</summary>
    public async Task<string[]> StructureAsync() =>
        [
            .. Text(await RunAsync("pdfinfo", pdf, "-struct", "-"))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.TrimStart().Split(' ')[0]),
        ];

    /// <summary>The language of the document, from its catalog, which WeasyPrint does not compress; null for none.</summary>
    public string? Language =>
        CatalogLanguage().Match(System.Text.Encoding.Latin1.GetString(pdf)) is { Success: true } lang ? lang.Groups[1].Value : null;

    /// <summary>The text of each page, laid out in lines as on the page or in the order of the document.</summary>
    public async Task<string[]> PagesAsync(bool inLines = false) =>
        Text(await RunAsync("pdftotext", pdf, inLines ? "-layout" : "-raw", "-enc", "UTF-8", "-", "-")).Split('\f')[..^1];

    public async Task<string> TextAsync() => string.Join('\n', await PagesAsync());

    /// <summary>
    /// Every word of each page with its bounding box, in millimetres from the top left; without headings for screen readers, which are a
    /// fraction of a millimetre high.
    /// </summary>
    public async Task<(int Page, string Text, double Left, double Top, double Right, double Bottom)[]> WordsAsync()
    {
        var pages = XDocument
            .Parse(
                Text(await RunAsync("pdftotext", pdf, "-bbox", "-enc", "UTF-8", "-", "-"))
                    .Replace(
                        "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" "
                            + "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">",
                        ""
                    )
            )
            .Descendants()
            .Where(e => e.Name.LocalName == "page");
        return
        [
            .. pages.SelectMany(
                (page, i) =>
                    page.Descendants()
                        .Where(e => e.Name.LocalName == "word")
                        .Select(w => (i + 1, w.Value, Side(w, "xMin"), Side(w, "yMin"), Side(w, "xMax"), Side(w, "yMax")))
                        .Where(w => w.Item6 - w.Item4 > 1)
            ),
        ];

        static double Side(XElement word, string side) =>
            double.Parse(word.Attribute(side)!.Value, CultureInfo.InvariantCulture) / 72 * 25.4;
    }

    /// <summary>The contents of the QR codes, page by page.</summary>
    public async Task<string[]> CodesAsync()
    {
        var folder = Directory.CreateTempSubdirectory("modmat-codes-").FullName;
        try
        {
            await RunAsync("pdftoppm", pdf, "-r", "110", "-gray", "-", Path.Combine(folder, "page"));
            var codes = new List<string>();
            foreach (var page in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
                codes.AddRange(
                    Text(await RunAsync("zbarimg", [], "--quiet", "--raw", page)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                );
            return [.. codes];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The letters and digits of a text, without accents, spaces and hyphens: line breaks do not change them.</summary>
    public static string Letters(string text) => string.Concat(Folding.Words(text));

    private static async Task<byte[]> RunAsync(string program, byte[] input, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        _ = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync();
        return output.ToArray();
    }

    private static string Text(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);

    private static int Millimetres(string points) => (int)Math.Round(double.Parse(points, CultureInfo.InvariantCulture) / 72 * 25.4);

    [GeneratedRegex(@"/Lang \(([^)]+)\)")]
    private static partial Regex CatalogLanguage();

    [GeneratedRegex(@"Page +[0-9]+ size: +(?<width>[0-9.]+) x (?<height>[0-9.]+)")]
    private static partial Regex Size();
}
