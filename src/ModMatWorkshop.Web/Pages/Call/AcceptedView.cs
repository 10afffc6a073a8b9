using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages.Call;

/// <summary>What the author of an accepted submission sends and corrects.</summary>
/// <param name="Address">The page behind the link.</param>
/// <param name="Kind">As what it is accepted.</param>
public sealed record AcceptedView(Submission Submission, CallForAbstracts Call, Workshop Workshop, string Address, ContributionKind Kind)
{
    public required IReadOnlyList<ListedFile> Files { get; init; }

    public required PresentationDetails Details { get; init; }

    /// <summary>What can be corrected, as typed after a mistake; null while the contribution is not in the programme.</summary>
    public CorrectableText? Text { get; init; }

    /// <summary>The last correction; null for none.</summary>
    public SubmissionCorrection? Correction { get; init; }

    /// <summary>The page of the contribution; null while there is none.</summary>
    public string? PublicAddress { get; init; }

    public SubmissionFault? Fault { get; init; }

    /// <summary>The files that can be sent: slides or a poster, then the figures with a caption.</summary>
    public IReadOnlyList<(SubmissionFileUse Use, int Number)> Asked =>
        [
            .. FileRules.Asked(Kind).Select(use => (use, 0)),
            .. Enumerable
                .Range(1, Math.Min(Call.Figures, Submission.Read.FigureLines.Count))
                .Select(number => (SubmissionFileUse.Figure, number)),
        ];

    public ListedFile? FileOf(SubmissionFileUse use, int number) => Files.FirstOrDefault(f => f.Use == use && f.Number == number);

    public static string InputOf(SubmissionFileUse use, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"file-{use.ToString().ToLowerInvariant()}-{number}");
}

/// <summary>Sends a file of a submission: as what its bytes are, as a download, under a name that says nothing.</summary>
public static class SubmissionFileAnswer
{
    public static bool TryUse(string? text, out SubmissionFileUse use) =>
        Enum.TryParse(text, ignoreCase: false, out use) && Enum.IsDefined(use) && use.ToString() == text;

    public static async Task<IActionResult> OfAsync(
        WorkshopDb db,
        HttpContext http,
        Guid submission,
        string? use,
        int number,
        CancellationToken cancel
    ) =>
        await FindAsync(db, http, submission, use, number, cancel) is var (bytes, type, name)
            ? new FileContentResult(bytes, type) { FileDownloadName = name }
            : new NotFoundResult();

    /// <summary>The same for an endpoint that is no page.</summary>
    public static async Task<IResult> ResultAsync(
        WorkshopDb db,
        HttpContext http,
        Guid submission,
        string? use,
        int number,
        CancellationToken cancel
    ) =>
        await FindAsync(db, http, submission, use, number, cancel) is var (bytes, type, name)
            ? Results.File(bytes, type, name)
            : Results.NotFound();

    private static async Task<(byte[] Bytes, string Type, string Name)?> FindAsync(
        WorkshopDb db,
        HttpContext http,
        Guid submission,
        string? use,
        int number,
        CancellationToken cancel
    )
    {
        if (
            !TryUse(use, out var known)
            || await SubmissionFileService.FindAsync(db, submission, known, number, cancel) is not { } file
            || MaterialFileType.Of($".{file.Extension}") is not { } type
        )
            return null;
        http.Response.Headers.CacheControl = "no-store";
        var name = BlindView.FileName(Math.Max(1, file.Number), $".{file.Extension}");
        return (file.Bytes, type.MediaType, name.Replace("file-", $"{known.ToString().ToLowerInvariant()}-", StringComparison.Ordinal));
    }
}
