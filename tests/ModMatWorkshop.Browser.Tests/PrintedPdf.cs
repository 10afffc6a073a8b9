using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>A page as the browser prints it, on the paper size of its style sheet.</summary>
public sealed partial class PrintedPdf
{
    private const string Reader = "/usr/bin/pdftotext";
    private readonly byte[] pdf;

    private PrintedPdf(byte[] pdf) => this.pdf = pdf;

    public static string? WhyUnreadable { get; } =
        File.Exists(Reader) ? null : "pdftotext is not installed; run `apt-get install poppler-utils`.";

    public static PrintedPdf Of(byte[] pdf) => new(pdf);

    public static async Task<PrintedPdf> PrintAsync(IPage page) => new(await page.PdfAsync(new() { PreferCSSPageSize = true }));

    /// <summary>Width and height of each sheet in millimetres.</summary>
    public IReadOnlyList<(int Width, int Height)> Sheets =>
        [
            .. MediaBoxes()
                .Matches(Encoding.Latin1.GetString(pdf))
                .Select(box => (Millimetres(box.Groups["width"]), Millimetres(box.Groups["height"]))),
        ];

    /// <summary>The text in the order of the PDF content stream.</summary>
    public async Task<string> TextAsync()
    {
        using var reading = Process.Start(
            new ProcessStartInfo(Reader, ["-raw", "-", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true }
        )!;
        var text = reading.StandardOutput.ReadToEndAsync();
        await reading.StandardInput.BaseStream.WriteAsync(pdf);
        reading.StandardInput.Close();
        return await text;
    }

    private static int Millimetres(Group points) =>
        (int)Math.Round(double.Parse(points.Value, System.Globalization.CultureInfo.InvariantCulture) / 72 * 25.4);

    [GeneratedRegex(@"/MediaBox\s*\[\s*0\s+0\s+(?<width>[\d.]+)\s+(?<height>[\d.]+)")]
    private static partial Regex MediaBoxes();
}
