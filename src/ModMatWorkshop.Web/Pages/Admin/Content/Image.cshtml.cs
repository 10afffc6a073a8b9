using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Content;

/// <summary>One picture: where it is shown, and forms that replace, crop and delete it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[RequestSizeLimit(ImagesModel.MaxRequest)]
public sealed class ImageModel(WorkshopDb db, SiteSettings settings, ContentEditor editor, SharedDraft draft, Words words) : PageModel
{
    /// <summary>The proportions that may be chosen, by the value of the field.</summary>
    public static readonly IReadOnlyDictionary<string, (int Across, int Down)> Shapes = new Dictionary<string, (int, int)>
    {
        ["1-1"] = (1, 1),
        ["4-3"] = (4, 3),
        ["3-2"] = (3, 2),
        ["16-9"] = (16, 9),
        ["3-4"] = (3, 4),
    };

    /// <summary>Which part is kept, by the value of the field.</summary>
    public static readonly IReadOnlyDictionary<string, double> Positions = new Dictionary<string, double>
    {
        ["middle"] = .5,
        ["start"] = 0,
        ["end"] = 1,
    };

    public ListedPicture Picture { get; private set; } = null!;

    public long Version => Opened.Version;

    public OpenedPicture Opened { get; private set; } = null!;

    /// <summary>Where the page proposes to save: in the shared draft, if there is one.</summary>
    public SaveTarget Proposed { get; private set; }

    public string? Fault { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>What has just been done: <c>added</c>, <c>replaced</c>, <c>cropped</c> or <c>kept</c> in the draft.</summary>
    public string? Done { get; private set; }

    public string FileName => ContentFileName.OfPicture(Picture.Name);

    public async Task<IActionResult> OnGetAsync(string name, [FromQuery] string? done, CancellationToken cancel)
    {
        Done = done;
        return await LoadAsync(name, cancel) is null ? NotFound() : Page();
    }

    public Task<IActionResult> OnPostReplaceAsync(string name, IFormFile? file, CancellationToken cancel) =>
        ReplaceAsync(name, file, SaveTarget.Live, cancel);

    public Task<IActionResult> OnPostKeepReplacedAsync(string name, IFormFile? file, CancellationToken cancel) =>
        ReplaceAsync(name, file, SaveTarget.Draft, cancel);

    public Task<IActionResult> OnPostCropAsync(string name, CancellationToken cancel) => CropAsync(name, SaveTarget.Live, cancel);

    public Task<IActionResult> OnPostKeepCroppedAsync(string name, CancellationToken cancel) => CropAsync(name, SaveTarget.Draft, cancel);

    public Task<IActionResult> OnPostDeleteAsync(string name, CancellationToken cancel) => DeleteAsync(name, SaveTarget.Live, cancel);

    public Task<IActionResult> OnPostKeepDeletedAsync(string name, CancellationToken cancel) => DeleteAsync(name, SaveTarget.Draft, cancel);

    private async Task<IActionResult> ReplaceAsync(string name, IFormFile? file, SaveTarget target, CancellationToken cancel)
    {
        if (await LoadAsync(name, cancel) is null)
            return NotFound();
        if (await ImagesModel.ContentOfAsync(file, cancel) is not { Length: > 0 } content)
            return Refuse(words.ChooseAPicture);
        return await SaveAsync(content, target, "replaced", cancel);
    }

    private async Task<IActionResult> CropAsync(string name, SaveTarget target, CancellationToken cancel)
    {
        if (await LoadAsync(name, cancel) is not { } content)
            return NotFound();
        if (Picture.Size is not { CanBeCropped: true } size || AreaIn(size) is not { } area || !area.IsIn(size))
            return Refuse(words.AreaIsOutside);
        var maxWidth = Request.Form["reduce"] == "on" ? PictureEditor.MaxWidth : int.MaxValue;
        return area == new PictureArea(0, 0, size.Width, size.Height) && size.Width <= maxWidth
            ? Refuse(words.NothingToCrop)
            : await SaveAsync(PictureEditor.Crop(content, area, maxWidth), target, "cropped", cancel);
    }

    private async Task<IActionResult> DeleteAsync(string name, SaveTarget target, CancellationToken cancel) =>
        await LoadAsync(name, cancel) is null ? NotFound() : await SaveAsync(null, target, "deleted", cancel);

    /// <summary>The area in numbers if there are any, otherwise that of the chosen shape.</summary>
    private PictureArea? AreaIn(PictureSize size)
    {
        var form = Request.Form;
        string[] fields = ["left", "top", "width", "height"];
        if (fields.Any(f => form[f].ToString().Trim().Length > 0))
            return fields.Select(f => Number(form[f])).ToList() is [{ } left, { } top, { } width, { } height]
                ? new(left, top, width, height)
                : null;
        return Shapes.TryGetValue(form["shape"].ToString(), out var shape)
            ? PictureArea.OfShape(size, shape.Across, shape.Down, Positions.GetValueOrDefault(form["position"].ToString(), .5))
            : new(0, 0, size.Width, size.Height);

        static int? Number(string? text) =>
            int.TryParse(
                text,
                NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null;
    }

    private async Task<IActionResult> SaveAsync(byte[]? content, SaveTarget target, string done, CancellationToken cancel)
    {
        var by = OrganiserSignIn.ActorOf(HttpContext);
        var (basis, live) = (Number("basis"), Number("live"));
        var outcome = await editor.SavePictureAsync(by, FileName, content, basis, live, target, cancel);
        if (outcome.Result is EditResult.Saved or EditResult.Unchanged)
            return LocalRedirect(
                content is not null ? $"{Picture.Address}?done={(target == SaveTarget.Draft ? "kept" : done)}"
                : target == SaveTarget.Draft ? ContentAddress.Draft
                : $"{ContentAddress.Images}?deleted={Picture.Name}"
            );
        Problems = outcome.Problems;
        return Refuse(words.WhyNoPicture(outcome.Result));

        long? Number(string field) =>
            long.TryParse(Request.Form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    private PageResult Refuse(string fault)
    {
        (Fault, Response.StatusCode) = (fault, StatusCodes.Status400BadRequest);
        return Page();
    }

    /// <returns>The content of the picture; null if there is none.</returns>
    private async Task<byte[]?> LoadAsync(string name, CancellationToken cancel)
    {
        if (await editor.OpenPictureAsync(ContentFileName.OfPicture(name), cancel) is not { } picture)
            return null;
        var files = await draft.FilesAsync(cancel);
        if (await PictureList.ReadAsync(db, settings.ContentPath, name, files, cancel) is not [var listed])
            return null;
        (Picture, Opened, Proposed) = (listed, picture, files.Count > 0 ? SaveTarget.Draft : SaveTarget.Live);
        return picture.Content;
    }
}
