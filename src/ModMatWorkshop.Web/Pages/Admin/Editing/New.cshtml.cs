using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Pages.Admin.Content;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Editing;

/// <summary>Begins a file: asks for its name and the first required values, and saves it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewModel(ContentEditor editor, SiteContext siteContext, Words words) : PageModel
{
    private readonly List<(string Input, string Sentence)> _faults = [];

    public string Folder { get; private set; } = "";

    public Workshop Workshop { get; private set; } = null!;

    public IReadOnlyList<(string Input, string Sentence)> Faults => _faults;

    public string Typed(string input) => Request.HasFormContentType ? Request.Form[input].ToString() : "";

    public async Task<IActionResult> OnGetAsync([FromRoute] string folder) => await IsKnownAsync(folder) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync([FromRoute] string folder, CancellationToken cancel) =>
        SaveAsync(folder, SaveTarget.Live, cancel);

    /// <summary>Begins the file in the shared draft.</summary>
    public Task<IActionResult> OnPostKeepAsync([FromRoute] string folder, CancellationToken cancel) =>
        SaveAsync(folder, SaveTarget.Draft, cancel);

    private async Task<IActionResult> SaveAsync(string folder, SaveTarget target, CancellationToken cancel)
    {
        if (!await IsKnownAsync(folder))
            return NotFound();
        var slug = NewFile.SlugOf(folder, Typed, Workshop);
        if (slug is null)
            _faults.Add(
                (
                    "name",
                    folder == "contributions" ? words.NewCodeIsWrong
                    : folder == "sessions" ? words.NewNumberIsWrong
                    : words.NewNameIsWrong
                )
            );
        else if (await editor.OpenAsync($"{folder}/{slug}.md", cancel) is not null)
            _faults.Add(("name", words.NewNameIsTaken($"{folder}/{slug}.md")));
        if (_faults.Count == 0)
        {
            var file = $"{folder}/{slug}.md";
            var outcome = await editor.SaveAsync(
                OrganiserSignIn.ActorOf(HttpContext),
                [new(file, NewFile.TextOf(folder, Typed, Workshop), null)],
                target,
                cancel
            );
            if (outcome.Result is EditResult.Saved or EditResult.Unchanged)
                return LocalRedirect($"{ContentAddress.EditorOf(file)}?saved={(target == SaveTarget.Draft ? "draft" : "yes")}");
            if (outcome.Result == EditResult.ReadOnlyFolder)
                _faults.Add(("", words.WhyNotSaved(outcome.Result)));
            else if (outcome.Result == EditResult.Conflict)
                _faults.Add(("name", words.NewNameIsTaken(file)));
            _faults.AddRange(
                outcome.Problems.Select(p => (InputOf(p, file), $"{p.Message.In(siteContext.Language)} {p.Hint.In(siteContext.Language)}"))
            );
        }
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public string? FaultOf(string input) => _faults.Where(f => f.Input == input).Select(f => f.Sentence).FirstOrDefault();

    private string InputOf(Problem problem, string file)
    {
        if (problem.File != file || FileEdit.Open(NewFile.TextOf(Folder, Typed, Workshop)) is not { } edit)
            return "";
        var key = edit.PathAt(problem.Line, problem.Column)?.Parts is [var first, ..] ? first : null;
        return NewFile.FieldsOf(Folder).FirstOrDefault(f => f.Key == key || key == "authors" && f.Key == "speaker")?.Key ?? "";
    }

    private async Task<bool> IsKnownAsync(string folder)
    {
        (Folder, Workshop) = (folder, await siteContext.WorkshopAsync());
        return NewFile.Folders.Contains(folder);
    }

    /// <summary>What a choice of the form offers.</summary>
    public IReadOnlyList<(string Value, string Name)> ChoicesOf(FormField field) =>
        field.Source == ChoiceSource.Rooms
            ? [.. Workshop.Rooms.Select(r => (r.Key, r.Name.In(siteContext.Language)))]
            : [.. field.Choices.Select(c => (c.Value, words.Of(c.Name)))];
}
