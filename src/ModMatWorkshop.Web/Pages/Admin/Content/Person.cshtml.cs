using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Differences;
using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Pages.Admin.Editing;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Content;

/// <summary>Edits one person in all files that name them, with a preview of the files that change.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PersonModel(
    PeopleService service,
    ContentUndo undo,
    ContentDrafts drafts,
    ChangeProposals proposals,
    SiteContext siteContext,
    Words words
) : PageModel
{
    /// <summary>The input that says whether two people of one name are one.</summary>
    public const string SharedInput = "shared";

    private IReadOnlyDictionary<string, string> _typed = new Dictionary<string, string>();
    private PersonEdit _edit = null!;

    public NamedPerson Person { get; private set; } = null!;

    public Workshop Workshop { get; private set; } = null!;

    /// <summary>What the check says about the person, or about what was typed.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public IReadOnlyList<PersonField> Fields => _edit.Fields;

    /// <summary>What was typed would change; null before anything was typed.</summary>
    public PersonChange? Change { get; private set; }

    /// <summary>What would change in the programme; null if nothing was typed, or if it cannot be read.</summary>
    public ProgrammeChanges? Proposal { get; private set; }

    public string? Notice { get; private set; }

    public string? Fault { get; private set; }

    /// <summary>The versions that Undo brings back; null when there is nothing to undo.</summary>
    public string? UndoVersions { get; private set; }

    /// <summary>What this organiser has typed earlier and not saved; null if there is nothing, or if it is shown.</summary>
    public ContentDraft? Draft { get; private set; }

    public bool IsUnsaved => _typed.Count > 0;

    public string Address => ContentAddress.Person(Person.Slug);

    /// <summary>The name under which the draft of the form is kept: its address leads to the form.</summary>
    public string DraftName => $"people/{Person.Slug}";

    public SaveTarget Proposed => Proposal is { Any: true } ? SaveTarget.Draft : SaveTarget.Live;

    public IEnumerable<(string Name, Language? Language)> NamesOf(PersonField field) => _edit.NamesOf(field);

    public string Value(string input) => _typed.GetValueOrDefault(input) ?? _edit.Shown[input];

    public string Typed(string input) => _typed.GetValueOrDefault(input) ?? "";

    /// <summary>The value as it was shown when the organiser began to type.</summary>
    public string Was(string input) =>
        FaultOf(input) == PersonFault.Changed ? _edit.Shown[input] : _typed.GetValueOrDefault(PersonEdit.Was + input) ?? _edit.Shown[input];

    /// <summary>The value in the file now.</summary>
    public string Now(string input) => _edit.Shown[input];

    public PersonFault? FaultOf(string input) =>
        Change?.Faults.Where(f => f.Input == input).Select(f => (PersonFault?)f.Fault).FirstOrDefault();

    /// <summary>Changes of values that are nowhere any more.</summary>
    public IEnumerable<string> Lost => Change?.Faults.Select(f => f.Input).Where(i => !_edit.Shown.ContainsKey(i)) ?? [];

    public static TextDifference DifferenceOf((OpenedFile File, string Text) file) => TextDifference.Between(file.File.Text, file.Text);

    public async Task<IActionResult> OnGetAsync(string slug, string? done, string? undo, string? draft, CancellationToken cancel)
    {
        if (!await LoadAsync(slug, cancel))
            return NotFound();
        Notice = done switch
        {
            "yes" => words.SavedChange,
            "merged" => words.SavedMerged,
            "waits" => words.SavedWaits,
            "unchanged" => words.NothingChanged,
            "draft" => words.SavedInDraft,
            "undone" => words.PersonIsUndone,
            "late" => words.PersonCannotBeUndone,
            _ => null,
        };
        UndoVersions = done is "yes" or "merged" or "waits" or "draft" && undo?.Length > 0 ? undo : null;
        Draft = await drafts.FindAsync(OrganiserSignIn.IdOf(User), DraftName, cancel);
        if (draft is not null && Draft is not null)
        {
            (_typed, Draft) = (Draft.Fields, null);
            await ShowChangeAsync(cancel);
        }
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel) => SaveAsync(slug, SaveTarget.Live, cancel);

    /// <summary>Keeps the change in the shared draft.</summary>
    public Task<IActionResult> OnPostKeepAsync(string slug, CancellationToken cancel) => SaveAsync(slug, SaveTarget.Draft, cancel);

    /// <summary>The form again with the files that would change; to the script, these alone.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string slug, CancellationToken cancel)
    {
        if (!await LoadAsync(slug, cancel))
            return NotFound();
        if (!TakeForm())
            return Page();
        await ShowChangeAsync(cancel);
        if (Request.Headers.ContainsKey(EditorModel.PreviewHeader))
            return Partial("_PersonTyped", this);
        await KeepDraftAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostUndoAsync(string slug, [FromForm] string? versions, CancellationToken cancel)
    {
        var (place, outcome) = (
            (await service.ReadAsync(cancel)).People.Find(slug)?.Places[0],
            await undo.UndoAsync(versions, OrganiserSignIn.ActorOf(HttpContext), cancel)
        );
        var now = place is null ? null : await service.SlugAtAsync(place, cancel);
        return LocalRedirect($"{ContentAddress.Person(now ?? slug)}?done={(outcome?.Result == EditResult.Saved ? "undone" : "late")}");
    }

    private async Task<IActionResult> SaveAsync(string slug, SaveTarget target, CancellationToken cancel)
    {
        if (!await LoadAsync(slug, cancel))
            return NotFound();
        if (!TakeForm())
            return Page();
        var by = OrganiserSignIn.ActorOf(HttpContext);
        if (await service.SaveAsync(slug, _typed, Shared, Workshop.Languages, target, by, cancel) is not { } outcome)
            return NotFound();
        var word = outcome.Edit switch
        {
            { Result: EditResult.Unchanged } => "unchanged",
            { Result: EditResult.Saved } when target == SaveTarget.Draft => "draft",
            { Result: EditResult.Saved, TimetableWaits: true } => "waits",
            { Result: EditResult.Saved, Merged: true } => "merged",
            { Result: EditResult.Saved } => "yes",
            _ => null,
        };
        if (word is not null)
        {
            await drafts.DiscardAsync(OrganiserSignIn.IdOf(User), DraftName, cancel);
            return LocalRedirect($"{ContentAddress.Person(outcome.Slug)}?done={word}&undo={outcome.Undo}");
        }
        await KeepDraftAsync(cancel);
        // Somebody else may have changed the files between the two readings.
        await LoadAsync(slug, cancel);
        await ShowChangeAsync(cancel);
        Change = outcome.Change;
        (Fault, Response.StatusCode) = outcome.Edit?.Result switch
        {
            null => WhyNot(outcome.Change),
            EditResult.Refused => (words.PersonIsRefused, StatusCodes.Status400BadRequest),
            { } other => (words.WhyNotSaved(other), StatusCodes.Status409Conflict),
        };
        if (outcome.Edit is { Problems: { Count: > 0 } problems })
            Problems = problems;
        return Page();
    }

    private (string Fault, int Status) WhyNot(PersonChange change) =>
        change.Conflict is { } file ? (words.PersonFileHasConflict(file), StatusCodes.Status409Conflict)
        : change.Faults.Any(f => f.Fault == PersonFault.Changed) ? (words.PersonHasChanged, StatusCodes.Status409Conflict)
        : change.Namesake is { } other ? (words.OneOrTwoPeople(other.Name), StatusCodes.Status409Conflict)
        : (words.NotSaved(change.Faults.Count), StatusCodes.Status400BadRequest);

    private SharedName Shared =>
        _typed.GetValueOrDefault(SharedInput) switch
        {
            "one" => SharedName.OnePerson,
            "two" => SharedName.TwoPeople,
            _ => SharedName.Unknown,
        };

    /// <summary>Reads the form.</summary>
    /// <returns>False if it is damaged, which the page then says.</returns>
    private bool TakeForm()
    {
        var posted = ContentEndpoints.FieldsOf(Request.Form);
        if (PersonEdit.IsWhole(posted))
        {
            _typed = posted;
            return true;
        }
        (Fault, Response.StatusCode) = (words.FormIsDamaged, StatusCodes.Status400BadRequest);
        return false;
    }

    private async Task ShowChangeAsync(CancellationToken cancel)
    {
        Change = await service.PreviewAsync(Person.Slug, _typed, Shared, Workshop.Languages, cancel);
        if (Change is { CanBeSaved: true, Files.Count: > 0 } change)
            Proposal = await proposals.OfFilesAsync(
                change.Files.ToDictionary(f => f.File.Name, f => ContentEditor.BytesOf(f.Text)),
                cancel
            );
    }

    private Task<bool> KeepDraftAsync(CancellationToken cancel) => drafts.KeepAsync(OrganiserSignIn.IdOf(User), DraftName, _typed, cancel);

    private async Task<bool> LoadAsync(string slug, CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        var (people, problems) = await service.ReadAsync(cancel);
        if (people.Find(slug) is not { } person)
            return false;
        (Person, Problems, _edit) = (person, people.ProblemsOf(person, problems), new(people, person, Workshop.Languages));
        return true;
    }
}
