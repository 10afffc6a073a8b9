using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Content;

/// <summary>The pictures of the content, and a form that adds one.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[RequestSizeLimit(MaxRequest)]
public sealed class ImagesModel(WorkshopDb db, SiteSettings settings, ContentEditor editor, SharedDraft draft, Words words) : PageModel
{
    /// <summary>A picture and the other fields of its form.</summary>
    public const int MaxRequest = PictureEditor.MaxBytes + (1 << 16);

    public IReadOnlyList<ListedPicture> Pictures { get; private set; } = [];

    public string? Fault { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>The name of a picture that has just been deleted.</summary>
    public string? Deleted { get; private set; }

    /// <summary>Where the page proposes to save: in the shared draft, if there is one.</summary>
    public SaveTarget Proposed { get; private set; }

    public Task OnGetAsync([FromQuery] string? deleted, CancellationToken cancel)
    {
        Deleted = deleted;
        return LoadAsync(cancel);
    }

    public Task<IActionResult> OnPostAsync(IFormFile? file, [FromForm] string? name, CancellationToken cancel) =>
        AddAsync(file, name, SaveTarget.Live, cancel);

    /// <summary>Keeps the picture in the shared draft.</summary>
    public Task<IActionResult> OnPostKeepAsync(IFormFile? file, [FromForm] string? name, CancellationToken cancel) =>
        AddAsync(file, name, SaveTarget.Draft, cancel);

    private async Task<IActionResult> AddAsync(IFormFile? file, string? name, SaveTarget target, CancellationToken cancel)
    {
        if (await ContentOfAsync(file, cancel) is not { Length: > 0 } content)
            return await RefuseAsync(words.ChooseAPicture, [], cancel);
        if (name is not null && name.AsSpan().IndexOfAny('/', '\\') >= 0)
            return await RefuseAsync(words.PictureNameHasFolder, [], cancel);
        var saved = PictureEditor.NameFor(string.IsNullOrWhiteSpace(name) ? file!.FileName : name.Trim(), file!.FileName, content);
        if (!ContentFileName.IsPicture(ContentFileName.OfPicture(saved)))
            return await RefuseAsync(words.NotAPicture, [], cancel);
        var outcome = await editor.SavePictureAsync(
            OrganiserSignIn.ActorOf(HttpContext),
            ContentFileName.OfPicture(saved),
            content,
            null,
            null,
            target,
            cancel
        );
        return outcome.Result switch
        {
            EditResult.Saved or EditResult.Unchanged => LocalRedirect(
                $"{ContentAddress.Images}/{saved}?done={(target == SaveTarget.Draft ? "kept" : "added")}"
            ),
            EditResult.Conflict => await RefuseAsync(words.PictureNameIsTaken(saved), [], cancel),
            _ => await RefuseAsync(words.WhyNoPicture(outcome.Result), outcome.Problems, cancel),
        };
    }

    /// <summary>The content of an uploaded file; null without one, or if it is too large.</summary>
    public static async Task<byte[]?> ContentOfAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length > PictureEditor.MaxBytes)
            return null;
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, cancel);
        return copy.ToArray();
    }

    private async Task<IActionResult> RefuseAsync(string fault, IReadOnlyList<Problem> problems, CancellationToken cancel)
    {
        (Fault, Problems, Response.StatusCode) = (fault, problems, StatusCodes.Status400BadRequest);
        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var files = await draft.FilesAsync(cancel);
        Pictures = await PictureList.ReadAsync(db, settings.ContentPath, null, files, cancel);
        Proposed = files.Count > 0 ? SaveTarget.Draft : SaveTarget.Live;
    }
}
