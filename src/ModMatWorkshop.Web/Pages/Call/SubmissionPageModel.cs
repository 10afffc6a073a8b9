using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content.PastedTex;
using ModMatWorkshop.Content.Submissions;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Call;

/// <summary>What the page of the call and the page behind a secret link share: the form, its buttons and its preview.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract partial class SubmissionPageModel(
    WorkshopDb db,
    SubmissionService submissions,
    SiteContext siteContext,
    IAntiforgery antiforgery,
    SubmissionFileService files,
    UploadReader uploads
) : PageModel
{
    /// <summary>The header of a request of the script, which asks for a part of the page.</summary>
    public const string PartHeader = "X-Part";

    /// <summary>The value of that header for a draft that may be new: it counts like a form that a person sends.</summary>
    public const string FirstPart = "first";

    public Workshop Workshop { get; private set; } = null!;

    public CallForAbstracts Call { get; private set; } = null!;

    /// <summary>When the site received the request, or the instant that an organiser previews.</summary>
    public DateTimeOffset At => HttpMethods.IsPost(Request.Method) ? ReceivedAt.Of(HttpContext) : siteContext.Now;

    public CallPhase Phase => Call.PhaseAt(At);

    public SubmissionFormView View { get; protected set; } = null!;

    /// <summary>Null while nothing is kept.</summary>
    public Submission? Submission { get; protected set; }

    protected WorkshopDb Db => db;

    protected SubmissionService Submissions => submissions;

    protected SubmissionFileService Files => files;

    protected UploadReader Uploads => uploads;

    protected SiteContext Site => siteContext;

    protected Words Words => siteContext.Words;

    protected bool IsScript => Request.Headers.ContainsKey(PartHeader);

    /// <summary>The request came through the link that was sent to the address.</summary>
    protected abstract bool IsByLink { get; }

    protected abstract string Address { get; }

    /// <summary>The id of the submission, also of one that is not kept yet.</summary>
    protected abstract Guid Id { get; }

    /// <summary>The answer to a form that was kept or submitted.</summary>
    /// <param name="form">As kept.</param>
    /// <param name="notice">What to say about a draft that is kept.</param>
    protected abstract Task<IActionResult> DoneAsync(SubmissionForm form, SubmissionChange change, string notice, CancellationToken cancel);

    /// <summary>The form as this page shows it again.</summary>
    protected virtual SubmissionForm Prepared(SubmissionForm form) => form;

    /// <summary>Loads the workshop and the submission.</summary>
    /// <returns>The answer when there is no call or no such submission; null to go on.</returns>
    protected abstract Task<IActionResult?> OpenAsync(SubmissionForm form, CancellationToken cancel);

    /// <summary>Keeps the draft.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        WithFormAsync(
            form =>
                SaveAsync(
                    IsScript ? form : Cleaned(form with { Before = null }),
                    (text, seen, email, faults) => new KeepText(text, seen, email, faults, siteContext.Language),
                    cancel
                ),
            cancel
        );

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken cancel) =>
        WithFormAsync(
            form => SaveAsync(form, (text, seen, email, faults) => new SubmitText(text, seen, email, faults, siteContext.Language), cancel),
            cancel
        );

    /// <summary>The form again with a preview; to the script, the preview alone.</summary>
    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel) =>
        WithFormAsync(
            async form =>
            {
                var faults = await ReceiveFiguresAsync(cancel);
                await ShowAsync(IsScript ? form : Cleaned(form), null, cancel, faults.Count > 0 ? faults : null);
                return IsScript ? Part("_SubmissionPreview") : Page();
            },
            cancel
        );

    /// <summary>Adds, removes or moves rows, reads a pasted line, or takes something back. Nothing is saved, and nothing is lost.</summary>
    public Task<IActionResult> OnPostRowsAsync(CancellationToken cancel) =>
        WithFormAsync(
            async form =>
            {
                var (changed, notice) = Changed(form, Request.Form[SubmissionForm.OperationInput].ToString());
                var faults = await ReceiveFiguresAsync(cancel);
                await ShowAsync(changed, notice, cancel, faults.Count > 0 ? faults : null, isPreviewed: !IsScript);
                return IsScript ? Part("_SubmissionPeople") : Page();
            },
            cancel
        );

    /// <summary>The cleaned abstract, to the script.</summary>
    public Task<IActionResult> OnPostCleanAsync(CancellationToken cancel) =>
        WithFormAsync(
            form => Task.FromResult<IActionResult>(Content(CleanedAbstract(form.Text.Abstract), "text/plain; charset=utf-8")),
            cancel
        );

    protected async Task<IActionResult?> LoadAsync()
    {
        Workshop = await siteContext.WorkshopAsync();
        if (Workshop.Call is not { } call)
            return NotFound();
        Call = call;
        return null;
    }

    /// <summary>Shows a form with a preview and with what is wrong in it.</summary>
    /// <param name="faults">Null for none.</param>
    protected async Task ShowAsync(
        SubmissionForm form,
        string? notice,
        CancellationToken cancel,
        IReadOnlyList<SubmissionFault>? faults = null,
        bool isPreviewed = true
    )
    {
        form = Prepared(form);
        var figures = await FiguresAsync(cancel);
        var preview = isPreviewed && !form.Text.IsEmpty ? SubmissionPreview.Of(form.Text, Workshop, PicturesOf(figures)) : null;
        View = new(form, Call, Workshop, Address)
        {
            Preview = preview,
            Faults = faults ?? (preview is null ? [] : preview.Faults),
            Remarks = preview?.Remarks ?? [],
            Laboratories = await SubmissionQueries.LaboratoriesAsync(db, cancel),
            Notice = notice,
            Figures = figures,
            IsAddressFixed = IsByLink || Submission is { IsConfirmed: true },
            IsSubmitted = Submission?.Sent is not null,
        };
    }

    protected IActionResult Part(string name) => Partial($"/Pages/Call/{name}.cshtml", View);

    /// <summary>Reads the form, opens the submission and checks the token against forgery.</summary>
    /// <param name="shown">The form that is shown again if that token is wrong; null for the posted one.</param>
    protected async Task<IActionResult> WithFormAsync(
        Func<SubmissionForm, Task<IActionResult>> act,
        CancellationToken cancel,
        Func<SubmissionForm, SubmissionForm>? shown = null
    )
    {
        siteContext.Head.NoIndex = true;
        var form = SubmissionForm.Read(Request.Form);
        if (await OpenAsync(form, cancel) is { } answer)
            return answer;
        form = shown is null ? form : shown(form);
        if (await IsOfThisSiteAsync())
            return await act(form);
        return await RefuseAsync(form, StatusCodes.Status400BadRequest, [new("", Both(FormToken.FaultIn(HttpContext, Words)))], cancel);
    }

    /// <summary>Whether the form has the token against forgery.</summary>
    protected Task<bool> IsOfThisSiteAsync() => antiforgery.IsRequestValidAsync(HttpContext);

    /// <summary>A call with one kind or one language does not ask for it.</summary>
    private SubmissionText Complete(SubmissionText text) =>
        text with
        {
            Kind = Call.Kinds.Count == 1 ? Call.Kinds[0] : text.Kind,
            Language = Call.Languages.Count == 1 ? Call.Languages[0].Tag() : text.Language,
        };

    private static SubmissionForm Cleaned(SubmissionForm form)
    {
        var clean = form.IsAsTyped ? form.Text.Abstract : CleanedAbstract(form.Text.Abstract);
        return clean == form.Text.Abstract
            ? form
            : form with
            {
                Before = new(SubmissionFields.Abstract.Key, form.Text),
                Text = form.Text with { Abstract = clean },
            };
    }

    private static string CleanedAbstract(string text) =>
        text.Length > SubmissionFields.Abstract.MaxLength ? text : PastedAbstract.Clean(text).Trim();

    private (SubmissionForm Form, string? Notice) Changed(SubmissionForm form, string operation)
    {
        var before = new UndoStep(SubmissionFields.Authors.Key, form.Text);
        switch (operation)
        {
            case SubmissionForm.UndoOperation when form.Before is { } step:
                return (
                    form with
                    {
                        Text = step.Restore(form.Text),
                        Before = null,
                        IsAsTyped = form.IsAsTyped || step.Field == SubmissionFields.Abstract.Key,
                    },
                    Words.Undone
                );
            case SubmissionForm.PasteOperation:
                var (authors, affiliations) = PastedAuthors.Read(form.Pasted);
                return authors.Count == 0
                    ? (form, Words.NoAuthorsInLine)
                    : (
                        form with
                        {
                            Text = form.Text with { Authors = authors, Affiliations = affiliations, Presenter = 1 },
                            Pasted = "",
                            Before = before,
                        },
                        Words.AuthorsRead(authors.Count, affiliations.Count)
                    );
            default:
                var text = PeopleRows.Apply(PeopleRows.ForForm(form.Text), operation);
                var isRemoval = operation.Contains("-remove-", StringComparison.Ordinal);
                return (form with { Text = text, Before = isRemoval ? before : form.Before }, isRemoval ? Words.RowRemoved : null);
        }
    }
}
