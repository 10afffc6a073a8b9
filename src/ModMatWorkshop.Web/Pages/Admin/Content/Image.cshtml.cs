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
public sealed class ImageModel(WorkshopDb db, SiteSettings settings, ContentEditor editor, Words words) : PageModel
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

    public long Version { get; private set; }

    public string? Fault { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>What has just been done: <c>added</c>, <c>replaced</c> or <c>cropped</c>.</summary>
    public string? Done { get; private set; }

    public string FileName => ContentFileName.OfPicture(Picture.Name);

    public async Task<IActionResult> OnGetAsync(string name, [FromQuery] string? done, CancellationToken cancel)
    {
        Done = done;
        return await LoadAsync(name, cancel) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostReplaceAsync(string name, IFormFile? file, [FromForm] long? basis, CancellationToken cancel)
    {
        if (await LoadAsync(name, cancel) is null)
            return NotFound();
        if (await ImagesModel.ContentOfAsync(file, cancel) is not { Length: > 0 } content)
            return Refuse(words.ChooseAPicture);
        return await SaveAsync(content, basis, "replaced", cancel);
    }

    public async Task<IActionResult> OnPostCropAsync(string name, [FromForm] long? basis, CancellationToken cancel)
    {
        if (await LoadAsync(name, cancel) is not { } content)
            return NotFound();
        if (Picture.Size is not { CanBeCropped: true } size || AreaIn(size) is not { } area || !area.IsIn(size))
            return Refuse(words.AreaIsOutside);
        var maxWidth = Request.Form["reduce"] == "on" ? PictureEditor.MaxWidth : int.MaxValue;
        return area == new PictureArea(0, 0, size.Width, size.Height) && size.Width <= maxWidth
            ? Refuse(words.NothingToCrop)
            : await SaveAsync(PictureEditor.Crop(content, area, maxWidth), basis, "cropped", cancel);
    }

    public async Task<IActionResult> OnPostDeleteAsync(string name, [FromForm] long? basis, CancellationToken cancel) =>
        await LoadAsync(name, cancel) is null ? NotFound() : await SaveAsync(null, basis, "deleted", cancel);

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

    private async Task<IActionResult> SaveAsync(byte[]? content, long? basis, string done, CancellationToken cancel)
    {
        var outcome = await editor.SavePictureAsync(OrganiserSignIn.ActorOf(HttpContext), FileName, content, basis, cancel);
        if (outcome.Result is EditResult.Saved or EditResult.Unchanged)
            return LocalRedirect(content is null ? $"{ContentAddress.Images}?deleted={Picture.Name}" : $"{Picture.Address}?done={done}");
        Problems = outcome.Problems;
        return Refuse(words.WhyNoPicture(outcome.Result));
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
        if (await PictureList.ReadAsync(db, settings.ContentPath, name, cancel) is not [var listed])
            return null;
        (Picture, Version) = (listed, picture.Version);
        return picture.Content;
    }
}
