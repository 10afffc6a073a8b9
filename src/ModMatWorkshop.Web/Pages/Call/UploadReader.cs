using ModMatWorkshop.Content.Submissions;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages.Call;

/// <summary>
/// Reads the files that authors send, one after the other: a file may need ten times its size in memory. The name of a file is not looked
/// at.
/// </summary>
public sealed class UploadReader(PdfPages pdf)
{
    private static readonly SemaphoreSlim One = new(1);

    /// <returns>Null if no file was chosen.</returns>
    public async Task<UploadedFile?> ReadAsync(SubmissionFileUse use, IFormFile? file, CancellationToken cancel)
    {
        // A browser sends an empty part for an input without a file.
        if (file is null || file is { Length: 0, FileName.Length: 0 })
            return null;
        if (file.Length > (use == SubmissionFileUse.Figure ? FileRules.MaxFigure : FileRules.MaxDocument))
            return new(UploadResult.TooLarge, "", []);
        await One.WaitAsync(cancel);
        try
        {
            var bytes = new byte[file.Length];
            await using (var stream = file.OpenReadStream())
                await stream.ReadExactlyAsync(bytes, cancel);
            var read = UploadedFile.Read(use, bytes);
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
