using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>
/// Previews an action on many registrations: the people concerned, and the result for each. The button then applies it to exactly these
/// people.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ActModel(WorkshopDb db, BatchService batches, SiteContext siteContext, Words words) : PageModel
{
    private static readonly Dictionary<string, BatchKind> Kinds = new()
    {
        ["confirm"] = BatchKind.Confirm,
        ["cancel"] = BatchKind.Cancel,
        ["remote"] = BatchKind.Remote,
        ["offer"] = BatchKind.Offer,
        ["link"] = BatchKind.Link,
        ["accept"] = BatchKind.Accept,
        ["decline"] = BatchKind.Decline,
        ["decline-with-stream"] = BatchKind.DeclineWithStream,
        ["approve-change"] = BatchKind.ApproveChange,
        ["refuse-change"] = BatchKind.RefuseChange,
    };

    public BatchKind Kind { get; private set; }

    public string Do { get; private set; } = "";

    public IReadOnlyList<(Registration Registration, int? Rank, PreviewResult Preview)> Lines { get; private set; } = [];

    public int WillBeDone => Lines.Count(l => l.Preview.Result is ChangeResult.Done or ChangeResult.Queued);

    /// <summary>True for decisions about applications, and refusals of late changes: people are told the reason.</summary>
    public bool HasReasons => Kind is BatchKind.Accept or BatchKind.Decline or BatchKind.DeclineWithStream or BatchKind.RefuseChange;

    /// <summary>The reasons as typed.</summary>
    public SelectionReasonForm Reasons { get; private set; } = new();

    /// <summary>The numbers of the registrations shown, which the form sends back.</summary>
    public string Numbers => string.Join(',', Lines.Select(l => l.Registration.Number));

    public Guid Key { get; } = Guid.NewGuid();

    /// <summary>The address of the list from which the action was chosen.</summary>
    public string List { get; private set; } = "/admin/attendees";

    public string? Fault { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "do")] string? action, CancellationToken cancel)
    {
        var selection = AttendeeSelection.Read(new QueryParameters(Request.Query), allByDefault: false);
        List += selection.Query.ToQueryString();
        if (action == "message")
            return LocalRedirect($"/admin/messages/new{selection.ToQueryString()}");
        if (!Knows(action))
            return Refuse(words.NoSuchAction);
        await PreviewAsync(await selection.In(db).ToListAsync(cancel), cancel);
        return Lines.Count == 0 ? Refuse(words.NobodyChosen) : Page();
    }

    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = "do")] string? action,
        [FromForm] string? numbers,
        [FromForm] string? key,
        CancellationToken cancel
    )
    {
        var chosen = AttendeeSelection.ReadNumbers([numbers]);
        if (!Knows(action) || !Guid.TryParseExact(key, "N", out var form))
            return Refuse(words.NoSuchAction);
        if (chosen.Count == 0)
            return Refuse(words.NobodyChosen);
        var actor = OrganiserSignIn.ActorOf(HttpContext);
        if (HasReasons)
        {
            Reasons = SelectionReasonForm.Read(Request.Form);
            if (!Reasons.IsFit)
                return await AskAgainAsync(chosen, cancel);
        }
        var batch = HasReasons
            ? await batches.BeginSelectionAsync(form, Kind, chosen, Reasons.Reasons, actor, cancel)
            : await batches.BeginAsync(form, Kind, chosen, actor, cancel);
        return LocalRedirect($"/admin/batches/{batch.Id}");
    }

    /// <summary>Shows the preview again with the reasons as typed, because one of them cannot be kept.</summary>
    private async Task<IActionResult> AskAgainAsync(IReadOnlyList<int> chosen, CancellationToken cancel)
    {
        await PreviewAsync(await AttendeeSelection.WithNumbers(db, chosen).ToListAsync(cancel), cancel);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private bool Knows(string? action)
    {
        Do = action ?? "";
        (var known, Kind) = (Kinds.TryGetValue(Do, out var kind), kind);
        return known;
    }

    private PageResult Refuse(string fault)
    {
        Fault = fault;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>
    /// Sorts as the batch will: waiting list first, by rank, then by number, so that nobody is served before a person with a better rank.
    /// </summary>
    private async Task PreviewAsync(IEnumerable<Registration> chosen, CancellationToken cancel)
    {
        var line = await db.Registrations.Where(r => r.LineNumber != null).Select(r => r.LineNumber!.Value).Order().ToListAsync(cancel);
        var preview = await BatchPreview.ReadAsync(db, siteContext.Now, cancel);
        Lines =
        [
            .. chosen
                .OrderBy(r => r.LineNumber ?? long.MaxValue)
                .ThenBy(r => r.Number)
                .Select(r =>
                    (r, r.LineNumber is { } at ? line.BinarySearch(at) + 1 : (int?)null, preview.Of(BatchItemService.CommandOf(Kind), r))
                ),
        ];
    }
}
