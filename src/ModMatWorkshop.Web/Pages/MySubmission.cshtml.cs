using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Content.Submissions;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Web.Pages.Call;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The page behind the secret link of a submission. Reading it changes nothing; every button is a form.</summary>
public sealed partial class MySubmissionModel(
    WorkshopDb db,
    SubmissionService submissions,
    SiteContext siteContext,
    SecretLinks links,
    IAntiforgery antiforgery,
    SubmissionFileService files,
    UploadReader uploads,
    CorrectionService corrections,
    FilePublisher publisher,
    PdfPages pdf,
    PresenterService presenters
) : SubmissionPageModel(db, submissions, siteContext, antiforgery, files, uploads)
{
    public string Token => RouteData.Values["token"] as string ?? "";

    public bool IsErased { get; private set; }

    /// <summary>What was submitted, as the site would show it; null for a draft.</summary>
    public SubmissionPreview? Sent { get; private set; }

    /// <summary>The decision that the author has been told, with the answer; null before the letters go out.</summary>
    public AnswerView? Answer { get; private set; }

    /// <summary>Whether a withdrawal can be taken back now.</summary>
    public bool CanRestore =>
        Submission is { WithdrawnAt: { } withdrawn } && (Call.IsOpenAt(At) || At <= withdrawn + SubmissionRules.UndoTime);

    protected override bool IsByLink => true;

    protected override string Address => Site.Path(Routes.MySubmission, Token);

    protected override Guid Id => Submission!.Id;

    public async Task<IActionResult> OnGetAsync([FromRoute] string token, [FromQuery] string? said, CancellationToken cancel)
    {
        Site.Head.NoIndex = true;
        if (SecretLinks.Repair(token) is var repaired && repaired != token)
            return Redirect(Site.Path(Routes.MySubmission, repaired) + Request.QueryString);
        IsErased = said == "erased";
        if (await OpenAsync(new(), cancel) is { } answer)
            return answer;
        await ShowAsync(SubmissionForm.Of(Submission!), SaidAfterAcceptance(said) ?? Words.MySubmissionResult(said), cancel);
        return Page();
    }

    /// <summary>Downloads all that the site holds about the submission.</summary>
    public async Task<IActionResult> OnGetDataAsync(CancellationToken cancel) =>
        await OpenAsync(new(), cancel) is not null || Submission is null
            ? NotFound()
            : File(
                await SubmissionDataExport.JsonAsync(Db, Submission, Address, cancel),
                "application/json; charset=utf-8",
                $"{Workshop.Slug}.json"
            );

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel) =>
        ApplyAsync(new ConfirmSubmissionAddress(), "confirmed", cancel);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) =>
        WithSubmissionAsync(
            async () =>
            {
                // Who withdraws does not come: the seat is free at once.
                if (Submission!.Answer == AcceptanceAnswer.Confirmed)
                    await presenters.AnswerAsync(Id, AcceptanceAnswer.Declined, default, At, cancel);
                return await SayAsync(new WithdrawSubmission(), "withdrawn", cancel);
            },
            cancel
        );

    public Task<IActionResult> OnPostRestoreAsync(CancellationToken cancel) => ApplyAsync(new RestoreSubmission(), "restored", cancel);

    public Task<IActionResult> OnPostEraseAsync(CancellationToken cancel) =>
        WithSubmissionAsync(
            async () =>
            {
                await Submissions.EraseAsync(Id, cancel);
                return SeeOther("erased");
            },
            cancel
        );

    protected override async Task<IActionResult?> OpenAsync(SubmissionForm form, CancellationToken cancel)
    {
        Site.Head.NoIndex = true;
        if (await LoadAsync() is { } answer)
            return answer;
        var (id, generation) = links.ReadSubmission(Token) ?? default;
        Submission = await Db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.Generation == generation, cancel);
        if (Submission is null)
        {
            await OpenMovingAsync(cancel);
            if (!IsErased && Moving is null)
                Response.StatusCode = StatusCodes.Status404NotFound;
            if (Moving is null)
                Site.Head.Mark("invalid");
            return Page();
        }
        await OpenAcceptedAsync(cancel);
        await OpenAnswerAsync(cancel);
        Sent = Submission.Sent is { } sent ? SubmissionPreview.Of(sent, Workshop, PicturesOf(await FiguresAsync(cancel))) : null;
        return null;
    }

    protected override Task<IActionResult> DoneAsync(
        SubmissionForm form,
        SubmissionChange change,
        string notice,
        CancellationToken cancel
    ) =>
        Task.FromResult<IActionResult>(
            SeeOther(
                change.Result == SubmissionResult.Submitted ? "submitted"
                : change.Submission!.Sent is null ? "saved"
                : "changes"
            )
        );

    private Task<IActionResult> ApplyAsync(SubmissionCommand command, string said, CancellationToken cancel) =>
        WithSubmissionAsync(() => SayAsync(command, said, cancel), cancel);

    private async Task<IActionResult> SayAsync(SubmissionCommand command, string said, CancellationToken cancel) =>
        SeeOther(
            (await Submissions.ApplyAsync(Id, command, At, isByLink: true, cancel)).Result switch
            {
                SubmissionResult.TooLate => "toolate",
                SubmissionResult.InvalidState => "unchanged",
                SubmissionResult.NoChange when command is RequestSubmissionAddress => "unchanged",
                SubmissionResult.AddressJustChanged => "addressjustchanged",
                _ => said,
            }
        );

    /// <summary>Runs a button that has no fields.</summary>
    private Task<IActionResult> WithSubmissionAsync(Func<Task<IActionResult>> act, CancellationToken cancel) =>
        WithFormAsync(_ => act(), cancel, form => Submission is null ? form : SubmissionForm.Of(Submission));

    private RedirectResult SeeOther(string said) => Redirect($"{Address}?said={said}");
}

/// <summary>Everything that the site stores about one submission, for its author to download.</summary>
internal static class SubmissionDataExport
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static async Task<byte[]> JsonAsync(WorkshopDb db, Submission submission, string address, CancellationToken cancel) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                submission,
                // Authors learn the decision by the letter. What else reviewers and committee wrote is theirs, and is not here.
                decision = await db
                    .Assessments.Where(a => a.SubmissionId == submission.Id && a.ToldAt != null)
                    .Select(a => new
                    {
                        Outcome = a.ToldOutcome,
                        Kind = a.ToldKind,
                        Words = a.ToldWords,
                        a.ToldAt,
                        Code = submission.ContributionCode,
                    })
                    .SingleOrDefaultAsync(cancel),
                files = (await SubmissionFileService.ListAsync(db, submission.Id, cancel)).Select(f => new
                {
                    f.Use,
                    f.Number,
                    f.Extension,
                    f.Length,
                    f.At,
                    f.PublishedAt,
                    Link = $"{address}?handler=File&use={f.Use}&n={f.Number}",
                }),
                corrections = await db
                    .SubmissionCorrections.AsNoTracking()
                    .Where(c => c.SubmissionId == submission.Id)
                    .OrderBy(c => c.At)
                    .ToListAsync(cancel),
                mails = await db
                    .Outbox.AsNoTracking()
                    .Where(m => m.RegistrationId == submission.Id)
                    .OrderBy(m => m.Id)
                    .Select(m => new
                    {
                        m.Kind,
                        m.CreatedAt,
                        m.SentAt,
                        m.State,
                    })
                    .ToListAsync(cancel),
                log = await LogAsync(db, submission.Number, cancel),
            },
            Readable
        );

    /// <summary>
    /// The lines about the submission alone, as others name several. What the committee has done is not among them: it would say who
    /// reads the submission.
    /// </summary>
    private static Task<List<LogLine>> LogAsync(WorkshopDb db, int number, CancellationToken cancel)
    {
        var named = FormattableString.Invariant($"submission {number}");
        var withState = $"{named},";
        return db
            .AuditLog.Where(e => e.Actor == Actor.Author.Name || e.Actor == Actor.Site.Name)
            .Where(e => e.Result == named || e.Result!.StartsWith(withState))
            .OrderBy(e => e.Id)
            .Select(e => new LogLine(e.At, e.Action, e.Result!))
            .ToListAsync(cancel);
    }

    private sealed record LogLine(DateTimeOffset At, string Action, string Result);
}
