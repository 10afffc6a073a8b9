using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Editing;

/// <summary>
/// Edits the workshop, a talk or poster, a session, a page or a news item: as a form and as the text of its file, with a preview.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EditorModel(ContentEditor editor, ContentImporter importer, SiteContext siteContext, SiteSettings settings, Words words)
    : PageModel
{
    /// <summary>The view with the text of the file.</summary>
    public const string AsTextView = "text";

    /// <summary>The header of a request of the script, which asks for the preview alone.</summary>
    private const string PreviewHeader = "X-Preview";

    public EditedThing Thing { get; private set; } = null!;

    public Workshop Workshop { get; private set; } = null!;

    public FilePreview Preview { get; private set; } = null!;

    public bool IsText { get; private set; }

    public IReadOnlyList<EditorProblem> Problems { get; private set; } = [];

    /// <summary>Why nothing was saved, if no field is wrong.</summary>
    public string? Fault { get; private set; }

    /// <summary>What became of the last save.</summary>
    public string? Notice { get; private set; }

    public IReadOnlyList<FileConflict> Conflicts { get; private set; } = [];

    public bool IsUnsaved { get; private set; }

    public bool HasErrors => Problems.Any(p => p.IsError);

    public string Address => $"/admin/content/{Thing.Name[..^".md".Length]}";

    public async Task<IActionResult> OnGetAsync(string folder, string? slug, string? @as, string? saved, CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        if (await EditedThing.OpenAsync(folder, slug, Workshop.Languages, editor, cancel) is not { } thing)
            return NotFound();
        Notice = saved switch
        {
            "yes" => words.SavedChange,
            "merged" => words.SavedMerged,
            "waits" => words.SavedWaits,
            "unchanged" => words.SavedNothing,
            _ => null,
        };
        Show(thing, @as, Shown(thing, await importer.ProblemsAsync(cancel)));
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string folder, string? slug, string? @as, CancellationToken cancel) =>
        WithPostedAsync(folder, slug, @as, thing => SaveAsync(thing, @as, cancel), cancel);

    /// <summary>The form again with a preview; to the script, the preview alone.</summary>
    public Task<IActionResult> OnPostPreviewAsync(string folder, string? slug, string? @as, CancellationToken cancel) =>
        WithPostedAsync(
            folder,
            slug,
            @as,
            thing =>
            {
                Show(thing, @as, null);
                IsUnsaved = true;
                return Task.FromResult<IActionResult>(Request.Headers.ContainsKey(PreviewHeader) ? Partial("_Preview", this) : Page());
            },
            cancel
        );

    /// <summary>The other view, with all that was typed.</summary>
    public Task<IActionResult> OnPostSwitchAsync(string folder, string? slug, string? to, CancellationToken cancel) =>
        WithPostedAsync(
            folder,
            slug,
            to,
            thing =>
            {
                Show(thing, to, null);
                IsUnsaved = true;
                return Task.FromResult<IActionResult>(Page());
            },
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
        return Page();
    }

    private async Task<IActionResult> SaveAsync(EditedThing thing, string? view, CancellationToken cancel)
    {
        if (thing.TooLong.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            Show(thing, view, [.. thing.TooLong.Select(TooLong)]);
            return Page();
        }
        var outcome = await editor.SaveAsync(OrganiserSignIn.ActorOf(HttpContext), thing.Changes(), cancel);
        var word = outcome switch
        {
            { Result: EditResult.Unchanged } => "unchanged",
            { Result: EditResult.Saved, TimetableWaits: true } => "waits",
            { Result: EditResult.Saved, Merged: true } => "merged",
            { Result: EditResult.Saved } => "yes",
            _ => null,
        };
        if (word is not null)
            return LocalRedirect($"/admin/content/{thing.Name[..^".md".Length]}?saved={word}{(view == AsTextView ? "&as=text" : "")}");
        IsUnsaved = true;
        switch (outcome.Result)
        {
            case EditResult.Conflict:
                Conflicts = outcome.Conflicts;
                foreach (var conflict in outcome.Conflicts)
                    thing.Take(conflict);
                Response.StatusCode = StatusCodes.Status409Conflict;
                // Both changes are in the text of the file.
                Show(thing, AsTextView, null);
                break;
            case EditResult.ReadOnlyFolder:
                (Fault, Response.StatusCode) = (words.FolderIsReadOnly, StatusCodes.Status409Conflict);
                Show(thing, view, null);
                break;
            default:
                Response.StatusCode = StatusCodes.Status400BadRequest;
                Show(thing, view, [.. outcome.Problems.Select(p => EditorProblem.Of(p, thing, siteContext.Language))]);
                break;
        }
        return Page();
    }

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

    private EditorProblem TooLong((string Name, FormField Field) value) =>
        new(value.Name, null, 1, true, words.TextIsTooLong(words.Of(value.Field.Label), value.Field.MaxLength), "");

    public IEnumerable<EditorProblem> ProblemsOf(string input) => Problems.Where(p => p.Input == input);

    /// <summary>The problems that no input of this view shows.</summary>
    public IEnumerable<EditorProblem> OtherProblems => IsText ? Problems : Problems.Where(p => p.Input is null);

    /// <summary>The page that readers see.</summary>
    public string PublicAddress()
    {
        var slug = Path.GetFileNameWithoutExtension(Thing.Name);
        return Thing.Name.Split('/')[0] switch
        {
            "contributions" => siteContext.Path(Routes.Abstract, slug),
            "sessions" => siteContext.Path(Routes.Programme),
            "news" => $"{siteContext.Path(Routes.News)}#{slug}",
            "pages" when Preview.Title is not null => PageAddress(slug),
            _ => siteContext.Path(Routes.Home),
        };
    }

    private string PageAddress(string slug)
    {
        var known = Routes.TextPages.FirstOrDefault(r =>
            r.Path(WorkshopLanguages.Default, Language.English).EndsWith($"/{slug}", StringComparison.Ordinal)
        );
        if (known is not null)
            return siteContext.Path(known);
        var address = Thing.Values?.Edit.Value(FieldPath.Parse("slug").Add(siteContext.Language.Tag())) ?? slug;
        return $"{Workshop.Languages.Prefix(Workshop.Languages.OrFirst(siteContext.Language))}/{address}";
    }

    /// <summary>What a choice offers, with the value of the file if it is another one.</summary>
    public IReadOnlyList<(string Value, string Name)> ChoicesOf(FormField field, string value)
    {
        List<(string Value, string Name)> choices = field.Source switch
        {
            ChoiceSource.Kinds => [.. OwnKind.All(Workshop.Kinds).Select(k => (k.Key, NameOfKind(k.Key)))],
            ChoiceSource.SessionKinds =>
            [
                .. SessionKind.All(Workshop.Kinds).Select(k => (k.Key, NameOfKind(k.Key))).DistinctBy(k => k.Key),
            ],
            ChoiceSource.Rooms => [.. Workshop.Rooms.Select(r => (r.Key, r.Name.In(siteContext.Language)))],
            _ => [.. field.Choices.Select(c => (c.Value, words.Of(c.Name)))],
        };
        return value.Length == 0 || choices.Exists(c => c.Value == value) ? choices : [.. choices, (value, value)];
    }

    private string NameOfKind(string key) =>
        Workshop.Kinds.FirstOrDefault(k => k.Key == key)?.Name.In(siteContext.Language) ?? words.BuiltInKind(key);
}
