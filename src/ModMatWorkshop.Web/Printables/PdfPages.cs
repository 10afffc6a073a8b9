using System.Text;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Web.Printables;

/// <summary>
/// Opens PDFs of other people with the tools of Poppler, outside the process and within limits of time and memory. Where they are missing,
/// a PDF has no picture, and only its bytes are checked.
/// </summary>
public sealed partial class PdfPages(ILogger<PdfPages> log)
{
    private const int Pixels = 1400;
    private const string Limiter = "prlimit";
    private static readonly string[] Limits = ["--as=1500000000", "--cpu=20", "--fsize=0"];
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    private readonly ExternalProgram _pages = new("pdftoppm", MostTime, log);
    private readonly ExternalProgram _info = new("pdfinfo", MostTime, log);
    private readonly ExternalProgram _limited = new(Limiter, MostTime, log);

    /// <summary>One at a time: a page may need a gigabyte.</summary>
    private static readonly SemaphoreSlim One = new(1);

    public bool IsAvailable => _pages.IsInstalled && _info.IsInstalled;

    /// <returns><see cref="UploadResult.Kept"/> for a PDF that opens without a password and has no program.</returns>
    public async Task<UploadResult> CheckAsync(byte[] pdf, CancellationToken cancel)
    {
        if (!IsAvailable)
            return UploadResult.Kept;
        if (await RunAsync(_info, "pdfinfo", ["-"], pdf, cancel) is not { } output)
            return UploadResult.Damaged;
        var facts = Encoding.UTF8.GetString(output);
        return Encrypted().IsMatch(facts) ? UploadResult.Encrypted
            : HasScript().IsMatch(facts) ? UploadResult.HasScript
            : HasPages().IsMatch(facts) ? UploadResult.Kept
            : UploadResult.Damaged;
    }

    /// <summary>The first page as a PNG; null where it cannot be drawn.</summary>
    public async Task<byte[]?> FirstPageAsync(byte[] pdf, CancellationToken cancel) =>
        IsAvailable
            ? await RunAsync(_pages, "pdftoppm", ["-png", "-f", "1", "-l", "1", "-singlefile", "-scale-to", $"{Pixels}", "-"], pdf, cancel)
            : null;

    private async Task<byte[]?> RunAsync(ExternalProgram program, string name, string[] arguments, byte[] pdf, CancellationToken cancel)
    {
        await One.WaitAsync(cancel);
        try
        {
            return _limited.IsInstalled
                ? await _limited.RunAsync([.. Limits, name, .. arguments], pdf, cancel)
                : await program.RunAsync(arguments, pdf, cancel);
        }
        finally
        {
            One.Release();
        }
    }

    [GeneratedRegex(@"^Encrypted:\s+yes", RegexOptions.Multiline)]
    private static partial Regex Encrypted();

    [GeneratedRegex(@"^JavaScript:\s+yes", RegexOptions.Multiline)]
    private static partial Regex HasScript();

    [GeneratedRegex(@"^Pages:\s+[1-9]", RegexOptions.Multiline)]
    private static partial Regex HasPages();
}
