using System.Globalization;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages.Call;

/// <content>The pictures of the figures, which come with the form.</content>
public abstract partial class SubmissionPageModel
{
    public const string FigureInput = "figure-";
    public const string RemoveFigureInput = "figure-remove-";

    /// <summary>The address of a picture that the page may show; null where it shows none.</summary>
    protected virtual string? AddressOfFigure(int number) => null;

    protected async Task<IReadOnlyList<ListedFile>> FiguresAsync(CancellationToken cancel) =>
        Submission is { } submission && Call.Figures > 0
            ? [.. (await SubmissionFileService.ListAsync(db, submission.Id, cancel)).Where(f => f.Use == SubmissionFileUse.Figure)]
            : [];

    protected IReadOnlyDictionary<int, Picture> PicturesOf(IEnumerable<ListedFile> figures) =>
        figures
            .Select(f => (f.Number, Address: AddressOfFigure(f.Number), f.Width, f.Height))
            .Where(f => f.Address is not null)
            .ToDictionary(f => f.Number, f => new Picture(f.Address!, f.Width, f.Height));

    /// <summary>Keeps the pictures of a form that changes nothing else. Without a submission there is nowhere to keep them.</summary>
    private async Task<IReadOnlyList<SubmissionFault>> ReceiveFiguresAsync(CancellationToken cancel)
    {
        var (figures, wrong) = await ReadFiguresAsync(cancel);
        if (Submission is not null)
            return [.. wrong, .. await KeepFiguresAsync(figures, cancel)];
        return [.. wrong, .. figures.Select(f => new SubmissionFault(InputOf(f.Number), Both(Words.ChooseFileAgain)))];
    }

    /// <summary>The pictures of the form that can be kept, and what is wrong with the others.</summary>
    private async Task<(IReadOnlyList<ReceivedFile> Figures, IReadOnlyList<SubmissionFault> Wrong)> ReadFiguresAsync(
        CancellationToken cancel
    )
    {
        var (figures, wrong) = (new List<ReceivedFile>(), new List<SubmissionFault>());
        // The script sends the texts alone, as they are typed: a box that is ticked is no press yet.
        if (IsScript)
            return (figures, wrong);
        for (var number = 1; number <= Call.Figures; number++)
        {
            if (await uploads.ReadAsync(SubmissionFileUse.Figure, Request.Form.Files.GetFile(InputOf(number)), cancel) is { } file)
            {
                if (file.Result == UploadResult.Kept)
                    figures.Add(new(SubmissionFileUse.Figure, number, file));
                else
                    wrong.Add(FaultOf(number, file.Result));
            }
            else if (Request.Form[string.Create(CultureInfo.InvariantCulture, $"{RemoveFigureInput}{number}")] == "yes")
                figures.Add(new(SubmissionFileUse.Figure, number, null));
        }
        return (figures, wrong);
    }

    private async Task<IReadOnlyList<SubmissionFault>> KeepFiguresAsync(IReadOnlyList<ReceivedFile> figures, CancellationToken cancel)
    {
        if (figures.Count == 0)
            return [];
        var results = await files.ChangeAsync(Id, figures, At, cancel);
        return
        [
            .. results
                .Zip(figures)
                .Where(r => r.First is not (UploadResult.Kept or UploadResult.Removed or UploadResult.NoChange))
                .Select(r => FaultOf(r.Second.Number, r.First)),
        ];
    }

    private SubmissionFault FaultOf(int number, UploadResult result) =>
        new(
            InputOf(number),
            Both($"{Words.Labelled(Words.FigureNumber(number))} {Words.FileResultText(result, SubmissionFileUse.Figure)}")
        );

    private static string InputOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{FigureInput}{number}");
}
