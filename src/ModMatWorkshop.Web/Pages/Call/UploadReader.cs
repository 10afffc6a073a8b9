using ModMatWorkshop.Content.Submissions;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages.Call;

/// <summary>
/// Reads the files that authors and participants send, one after the other: a file may need ten times its size in memory. The name of a
/// file is not looked at.
/// </summary>
public sealed class UploadReader(PdfPages pdf)
{
    private static readonly SemaphoreSlim One = new(1);

    /// <returns>Null if no file was chosen.</returns>
    public Task<UploadedFile?> ReadAsync(SubmissionFileUse use, IFormFile? file, CancellationToken cancel) =>
        ReadAsync(
            file,
            use == SubmissionFileUse.Figure ? FileRules.MaxFigure : FileRules.MaxDocument,
            bytes => UploadedFile.Read(use, bytes),
            cancel
        );

    /// <param name="most">In bytes.</param>
    /// <inheritdoc cref="ReadAsync(SubmissionFileUse, IFormFile?, CancellationToken)"/>
    public Task<UploadedFile?> ReadPdfAsync(IFormFile? file, int most, CancellationToken cancel) =>
        ReadAsync(file, most, bytes => UploadedFile.Pdf(bytes, most), cancel);

    private async Task<UploadedFile?> ReadAsync(IFormFile? file, int most, Func<byte[], UploadedFile> check, CancellationToken cancel)
    {
        // A browser sends an empty part for an input without a file.
        if (file is null || file is { Length: 0, FileName.Length: 0 })
            return null;
        if (file.Length > most)
            return new(UploadResult.TooLarge, "", []);
        await One.WaitAsync(cancel);
        try
        {
            var bytes = new byte[file.Length];
            await using (var stream = file.OpenReadStream())
                await stream.ReadExactlyAsync(bytes, cancel);
            var read = check(bytes);
            return read is not { Result: UploadResult.Kept, Extension: "pdf" } ? read
                : await pdf.CheckAsync(bytes, cancel) is var result && result == UploadResult.Kept ? read
                : new(result, "", []);
        }
        finally
        {
            One.Release();
        }
    }
}
