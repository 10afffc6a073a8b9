using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Pages.Admin.Content;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Editing;

/// <summary>
/// Edits the workshop, a talk or poster, a session, a page, a news item or a mail: as a form and as the text of its file, with a preview.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class EditorModel(
    ContentEditor editor,
    ContentImporter importer,
    ContentDrafts drafts,
    ChangeProposals proposals,
    SiteContext siteContext,
    SiteSettings settings,
    MailPreviews mails,
    Words words
) : PageModel
{
    /// <summary>The view with the text of the file.</summary>
    public const string AsTextView = "text";

    /// <summary>
    /// The header of a request of the script, which asks for the preview alone: <c>typed</c> while somebody types, <c>whole</c> once the
    /// keys rest.
    /// </summary>
    public const string PreviewHeader = "X-Preview";

    public const string PictureInput = "insert-picture";
    public const string AlternativeInput = "insert-alt";
    public const string IntoInput = "insert-into";

    public EditedThing Thing { get; private set; } = null!;

    /// <summary>A picture that could not be put into the text, because its name or what it shows is missing.</summary>
    public (string Picture, string Alternative)? Unplaced { get; private set; }

    public Workshop Workshop { get; private set; } = null!;

    /// <summary>What is proposed follows from all files together, which takes too long while somebody types.</summary>
    public bool IsProposedLater => Request.Headers[PreviewHeader] == "typed" && ContentFolder.IsTimetable(Thing.Name);

    public FilePreview Preview { get; private set; } = null!;

    public bool IsText { get; private set; }

    public IReadOnlyList<EditorProblem> Problems { get; private set; } = [];

    /// <summary>Why nothing was saved, if no field is wrong.</summary>
    public string? Fault { get; private set; }

    /// <summary>What became of the last save.</summary>
    public string? Notice { get; private set; }

    private Dictionary<string, string> _ours = [];

    public IReadOnlyList<FileConflict> Conflicts { get; private set; } = [];

    public bool IsUnsaved { get; private set; }

    /// <summary>What this organiser has typed earlier and not saved; null if there is nothing, or if it is shown.</summary>
    public ContentDraft? Draft { get; private set; }

    /// <summary>The line of the text that a link is about; null for none.</summary>
    public int? Line { get; private set; }

    public bool HasErrors => Problems.Any(p => p.IsError);

    public string Address => ContentAddress.EditorOf(Thing.Name);

    public async Task<IActionResult> OnGetAsync(
        [FromRoute] string folder,
        [FromRoute] string? slug,
        [FromQuery] string? @as,
        string? saved,
        string? draft,
        string? file,
        int? line,
        CancellationToken cancel
    )
    {
        Workshop = await siteContext.WorkshopAsync();
        if (await EditedThing.OpenAsync(folder, slug, Workshop.Languages, editor, cancel) is not { } thing)
            return NotFound();
        if (line > 0 && @as != AsTextView)
            return LocalRedirect(thing.AddressOfLine(file, line.Value));
        Line = line;
        Notice = saved switch
        {
            "yes" => words.SavedChange,
            "merged" => words.SavedMerged,
            "waits" => words.SavedWaits,
            "unchanged" => words.NothingChanged,
            "draft" => words.SavedInDraft,
            _ => null,
        };
        Draft = await drafts.FindAsync(OrganiserSignIn.IdOf(User), thing.Name, cancel);
        if (draft is not null && Draft is not null && EditedThing.Posted(folder, slug, Workshop.Languages, FormOf(Draft)) is { } kept)
        {
            (Draft, IsUnsaved) = (null, true);
            Show(kept, kept.IsTyped ? AsTextView : @as, null);
        }
        else if (thing.Conflicting.Count > 0)
            ShowConflicts(
                thing,
                [.. thing.Conflicting.Select(d => new FileConflict(d.Name, LiveOf(d), d.Conflict!))],
                thing.Conflicting.ToDictionary(d => d.Name, d => ContentEditor.TextOf(d.Version.Content))
            );
        else
            Show(thing, @as, thing.IsInDraft ? null : Shown(thing, await importer.ProblemsAsync(cancel)));
        return await PageAsync(cancel);
    }

    public Task<IActionResult> OnPostAsync(
        [FromRoute] string folder,
        [FromRoute] string? slug,
        [FromQuery] string? @as,
        CancellationToken cancel
    ) => WithPostedAsync(folder, slug, @as, thing => SaveAsync(thing, @as, SaveTarget.Live, cancel), cancel);

    /// <summary>Keeps the change in the shared draft.</summary>
    public Task<IActionResult> OnPostKeepAsync(
        [FromRoute] string folder,
        [FromRoute] string? slug,
        [FromQuery] string? @as,
        CancellationToken cancel
    ) => WithPostedAsync(folder, slug, @as, thing => SaveAsync(thing, @as, SaveTarget.Draft, cancel), cancel);

    /// <summary>The form again with a preview; to the script, the preview alone.</summary>
    public Task<IActionResult> OnPostPreviewAsync(
        [FromRoute] string folder,
        [FromRoute] string? slug,
        [FromQuery] string? @as,
        CancellationToken cancel
    ) =>
        WithPostedAsync(
            folder,
            slug,
            @as,
            async thing =>
            {
                Show(thing, @as, null);
                if (Request.Headers.ContainsKey(PreviewHeader))
                {
                    await ProposeAsync(cancel);
                    await PreviewMailAsync(cancel);
                    return Partial("_TypedPreview", this);
                }
                await KeepDraftAsync(thing, cancel);
                return await PageAsync(cancel);
            },
            cancel
        );

    /// <summary>The form again with a picture at the end of a text. The script puts it where the cursor is.</summary>
    public Task<IActionResult> OnPostInsertAsync(
        [FromRoute] string folder,
        [FromRoute] string? slug,
        [FromForm(Name = PictureInput)] string? picture,
        [FromForm(Name = AlternativeInput)] string? alternative,
        [FromForm(Name = IntoInput)] string? into,
        CancellationToken cancel
    )
    {
        var isPicture = ContentFileName.IsPicture(ContentFileName.OfPicture(picture?.Trim() ?? ""));
        if (isPicture && !string.IsNullOrWhiteSpace(alternative) && into is FormProblems.Body or EditedThing.TranslationInput)
        {
            var fields = Request.Form.ToDictionary(f => f.Key, f => f.Value);
            fields[into] = PictureMarkdown.Append($"{Request.Form[into]}", picture!.Trim(), alternative!);
            Request.Form = new FormCollection(fields);
        }
        else
            (Unplaced, Fault, Response.StatusCode) = (
                (picture ?? "", alternative ?? ""),
                words.ChoosePictureAndSay,
                StatusCodes.Status400BadRequest
            );
        return ShowAgainAsync(folder, slug, null, cancel);
    }

    /// <summary>The other view, with all that was typed.</summary>
    public Task<IActionResult> OnPostSwitchAsync(
        [FromRoute] string folder,
        [FromRoute] string? slug,
        [FromQuery] string? to,
        CancellationToken cancel
    ) => ShowAgainAsync(folder, slug, to, cancel);

    private Task<IActionResult> ShowAgainAsync(string folder, string? slug, string? view, CancellationToken cancel) =>
        WithPostedAsync(
            folder,
            slug,
            view,
            async thing =>
            {
                Show(thing, view, null);
                await KeepDraftAsync(thing, cancel);
                return await PageAsync(cancel);
            },
            cancel
        );

    /// <summary>Deletes the file and its translation; the history keeps both.</summary>
    public Task<IActionResult> OnPostDeleteAsync(
        [FromRoute] string folder,
        [FromRoute] string? slug,
        [FromQuery] string? @as,
        CancellationToken cancel
    ) =>
        WithPostedAsync(
            folder,
            slug,
            @as,
            thing =>
                thing.Name == ContentFolder.WorkshopFile
                    ? Task.FromResult<IActionResult>(BadRequest())
                    : WriteAsync(thing, thing.Deletion(), @as, SaveTarget.Live, cancel),
            cancel
        );

    private async Task<IActionResult> WithPostedAsync(
        string folder,
        string? slug,
        string? view,
        Func<EditedThing, Task<IActionResult>> act,
        CancellationToken cancel
    )
    {
        Workshop = await siteContext.WorkshopAsync();
        if (EditedThing.NameOf(folder, slug) is null)
            return NotFound();
        if (EditedThing.Posted(folder, slug, Workshop.Languages, Request.Form) is { } posted)
            return await act(posted);
        if (await EditedThing.OpenAsync(folder, slug, Workshop.Languages, editor, cancel) is not { } thing)
            return NotFound();
        (Fault, Response.StatusCode) = (words.FormIsDamaged, StatusCodes.Status400BadRequest);
        Show(thing, view, null);
        return await PageAsync(cancel);
    }

    /// <summary>Keeps what was typed until it is saved, also if the browser is closed now.</summary>
    private async Task KeepDraftAsync(EditedThing thing, CancellationToken cancel)
    {
        IsUnsaved = true;
        await drafts.KeepAsync(OrganiserSignIn.IdOf(User), thing.Name, ContentEndpoints.FieldsOf(Request.Form), cancel);
    }

    private static FormCollection FormOf(ContentDraft draft) => new(draft.Fields.ToDictionary(f => f.Key, f => new StringValues(f.Value)));

    /// <param name="problems">Null for those of the file alone.</param>
    private void Show(EditedThing thing, string? view, IReadOnlyList<EditorProblem>? problems)
    {
        Thing = thing;
        IsText = view == AsTextView || thing.Values is null;
        if (thing.Values is null && view != AsTextView)
            Fault ??= words.FileHasNoForm;
        Preview = FilePreview.Of(settings.ContentPath, thing.Name, thing.Text, thing.Translation, Workshop);
        Problems = problems ?? Shown(thing, Preview.Problems);
    }

    private List<EditorProblem> Shown(EditedThing thing, IReadOnlyList<Problem> problems) =>
        [
            .. problems
                .Where(p => p.File == thing.Name || p.File == thing.TranslationName)
                .Select(p => EditorProblem.Of(p, thing, siteContext.Language)),
        ];
}
