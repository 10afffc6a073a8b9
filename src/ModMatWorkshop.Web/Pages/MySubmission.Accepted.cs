using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Web.Pages.Call;

namespace ModMatWorkshop.Web.Pages;

/// <content>What an author sends and corrects once the submission is accepted.</content>
public sealed partial class MySubmissionModel
{
    /// <summary>Null while the author knows of no acceptance.</summary>
    public AcceptedView? Accepted { get; private set; }

    protected override string? AddressOfFigure(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Address}?handler=File&use={SubmissionFileUse.Figure}&n={number}");

    /// <summary>A file to its author.</summary>
    public async Task<IActionResult> OnGetFileAsync([FromQuery] string? use, [FromQuery] int n, CancellationToken cancel) =>
        await OpenAsync(new(), cancel) is null && Submission is { } submission
            ? await SubmissionFileAnswer.OfAsync(Db, HttpContext, submission.Id, use, n, cancel)
            : NotFound();

    /// <summary>Receives slides or a poster, or a figure after the acceptance.</summary>
    public Task<IActionResult> OnPostFileAsync(CancellationToken cancel) =>
        WithAcceptedAsync(
            async accepted =>
            {
                if (!SubmissionFileAnswer.TryUse(Request.Form["use"], out var use))
                    return await RefuseAcceptedAsync(new("file", Localized.Same(Words.FileResultText(UploadResult.NotAsked, use))), cancel);
                _ = int.TryParse(Request.Form["n"], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
                var input = AcceptedView.InputOf(use, number);
                var file = await Uploads.ReadAsync(use, Request.Form.Files.GetFile(input), cancel);
                var isRemoval = Request.Form["remove"] == "yes";
                var result =
                    file is null && !isRemoval
                        ? UploadResult.Empty
                        : (await Files.ChangeAsync(Id, [new(use, number, isRemoval ? null : file)], At, cancel))[0];
                if (result is not (UploadResult.Kept or UploadResult.Removed or UploadResult.NoChange))
                    return await RefuseAcceptedAsync(new(input, Localized.Same(Words.FileResultText(result, use))), cancel);
                if (result == UploadResult.Kept)
                    await PublishAtOnceAsync(accepted, cancel);
                return SeeOther($"file-{result.ToString().ToLowerInvariant()}");
            },
            cancel
        );

    public Task<IActionResult> OnPostPresentationAsync(CancellationToken cancel) =>
        WithAcceptedAsync(
            async accepted =>
            {
                var details = new PresentationDetails(
                    Request.Form[PresentationDetails.RecordingInput].ToString().Trim(),
                    UserInput.CleanLine(Request.Form[PresentationDetails.PronunciationInput].ToString()),
                    Request.Form["do-not-record"] == "yes"
                );
                Accepted = accepted with { Details = details };
                if (details.Faults().ToList() is [var fault, ..])
                    return await RefuseAcceptedAsync(fault, cancel);
                await Files.DescribeAsync(Id, details, cancel);
                await PublishAtOnceAsync(accepted, cancel);
                return SeeOther("presentation");
            },
            cancel
        );

    public Task<IActionResult> OnPostCorrectAsync(CancellationToken cancel) =>
        WithAcceptedAsync(
            async accepted =>
            {
                var typed = new CorrectedText(
                    UserInput.CleanLine(Request.Form["correct-title"].ToString()),
                    UserInput.CleanText(Request.Form["correct-abstract"].ToString()).Trim('\n'),
                    UserInput.CleanText(Request.Form["correct-authors"].ToString()).Trim(),
                    UserInput.CleanText(Request.Form["correct-affiliations"].ToString()).Trim(),
                    UserInput.CleanLine(Request.Form["correct-keywords"].ToString())
                );
                _ = long.TryParse(Request.Form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
                Accepted = accepted with { Text = accepted.Text is null ? null : new(typed, version) };
                if (CorrectionRules.Faults(typed).ToList() is [var fault, ..])
                    return await RefuseAcceptedAsync(fault, cancel);
                var result = await corrections.ProposeAsync(Id, typed, version, cancel);
                return result is CorrectionResult.Proposed or CorrectionResult.Live or CorrectionResult.NoChange
                    ? SeeOther($"correction-{result.ToString().ToLowerInvariant()}")
                    : await RefuseAcceptedAsync(new("correct-title", Localized.Same(Words.CorrectionResultText(result))), cancel);
            },
            cancel
        );

    /// <summary>Publishes what the author has sent, if the call asks for no press of an organiser.</summary>
    private async Task PublishAtOnceAsync(AcceptedView accepted, CancellationToken cancel)
    {
        if (Call.PublishesAtOnce && accepted.Submission.ContributionCode is not null)
            await publisher.PublishAsync(accepted.Submission.Number, Actor.Author, page => pdf.FirstPageAsync(page, cancel), cancel);
    }

    private string? SaidAfterAcceptance(string? said) =>
        said switch
        {
            "presentation" => Words.PresentationKept,
            ['f', 'i', 'l', 'e', '-', .. var file] when Enum.TryParse<UploadResult>(file, ignoreCase: true, out var result) =>
                Words.FileResultText(result, SubmissionFileUse.Slides),
            _ when said?.StartsWith("correction-", StringComparison.Ordinal) == true
                    && Enum.TryParse<CorrectionResult>(said["correction-".Length..], ignoreCase: true, out var result) =>
                Words.CorrectionResultText(result),
            _ => null,
        };

    private async Task OpenAcceptedAsync(CancellationToken cancel)
    {
        var submission = Submission!;
        var (isAccepted, kind) = await SubmissionFileService.AcceptanceAsync(Db, submission.Id, Workshop, cancel);
        if (!isAccepted || submission.State != SubmissionState.Submitted)
            return;
        var code = submission.ContributionCode?.ToLowerInvariant();
        Accepted = new(submission, Call, Workshop, Address, kind)
        {
            Files = await SubmissionFileService.ListAsync(Db, submission.Id, cancel),
            Details = new(submission.RecordingUrl, submission.Pronunciation, submission.IsNotRecorded),
            Text = await corrections.OpenAsync(submission, cancel),
            Correction = await Db
                .SubmissionCorrections.AsNoTracking()
                .Where(c => c.SubmissionId == submission.Id && c.State != CorrectionState.Replaced)
                .OrderByDescending(c => c.At)
                .FirstOrDefaultAsync(cancel),
            PublicAddress =
                code is not null && await Db.Contributions.AnyAsync(c => c.Code == code, cancel) ? Site.Path(Routes.Abstract, code) : null,
        };
    }

    private Task<IActionResult> WithAcceptedAsync(Func<AcceptedView, Task<IActionResult>> act, CancellationToken cancel) =>
        WithFormAsync(
            async _ => Accepted is { } accepted ? await act(accepted) : SeeOther("file-notasked"),
            cancel,
            form => Submission is null ? form : SubmissionForm.Of(Submission)
        );

    /// <summary>The page again with what is wrong. Nothing that was typed is lost.</summary>
    private async Task<IActionResult> RefuseAcceptedAsync(SubmissionFault fault, CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        Site.Head.Mark("invalid");
        Accepted = Accepted! with { Fault = fault };
        await ShowAsync(SubmissionForm.Of(Submission!), null, cancel);
        return Page();
    }
}
