using FluentValidation.Results;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// The page behind the secret link, which takes the place of an account. Reading it changes nothing; every button is a form.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class MyRegistrationModel(
    WorkshopDb db,
    RegistrationService registrations,
    SiteContext siteContext,
    ProposalService proposals,
    SecretLinks links,
    AnswerUploads uploads,
    IAntiforgery antiforgery
) : PageModel
{
    private Words Words => siteContext.Words;

    public Workshop Workshop { get; private set; } = null!;

    /// <summary>Null for an invalid link.</summary>
    public Registration? Registration { get; private set; }

    public SeatOutcome Standing { get; private set; } = new(Place.None);

    public RegistrationChoices Choices { get; private set; } = null!;

    public RegistrationForm Form { get; private set; } = new();

    public IReadOnlyList<ValidationFailure> Faults { get; private set; } = [];

    /// <summary>The revision of the answers in the form.</summary>
    public int Revision { get; private set; }

    /// <summary>The form merged with the changes that somebody else made in the meantime; null when there are none.</summary>
    public MergedForm? Merged { get; private set; }

    public string? Notice { get; private set; }

    public bool IsErased { get; private set; }

    public string Token { get; private set; } = "";

    /// <summary>True after the last half-day, when certificates are available.</summary>
    public bool IsOver { get; private set; }

    /// <summary>True once the workshop has started, for a person without a seat: free seats are then given out at the desk.</summary>
    public bool IsDeskOpen { get; private set; }

    /// <summary>True when an organiser has revoked the certificate.</summary>
    public bool IsRevoked { get; private set; }

    /// <summary>True when the person was present at any half-day.</summary>
    public bool WasThere { get; private set; }

    /// <summary>True when only organisers may change the name and the claims.</summary>
    public bool IsIdentityFixed { get; private set; }

    /// <summary>What the person has, claims or was refused.</summary>
    public IReadOnlyList<RoleStanding> Roles { get; private set; } = [];

    /// <summary>When, where, half-days and meals; null for an invalid link.</summary>
    public MyRegistration.PracticalView? Practical { get; private set; }

    /// <summary>The check-in address in the QR code of the ticket.</summary>
    public string TicketAddress => siteContext.Address.Of(Routes.Ticket(Registration!.Ticket));

    public async Task<IActionResult> OnGetAsync([FromRoute] string token, [FromQuery] string? said, CancellationToken cancel)
    {
        siteContext.Head.NoIndex = true;
        if (SecretLinks.Repair(token) is var repaired && repaired != token)
            return Redirect(siteContext.Path(Routes.MyRegistration, repaired) + Request.QueryString);
        IsErased = said == "erased";
        Notice = Words.MyRegistrationResult(said);
        if (await LoadAsync(token, cancel))
            Form = RegistrationForm.Of(Registration!, Choices.Fields);
        return Page();
    }

    /// <summary>Downloads all data of the person.</summary>
    public async Task<IActionResult> OnGetDataAsync([FromRoute] string token, CancellationToken cancel)
    {
        if (!await LoadAsync(token, cancel) || IsOfAnotherAddress)
            return NotFound();
        var data = await MyRegistration.PersonalDataExport.JsonAsync(db, Registration!, cancel);
        return File(data, "application/json; charset=utf-8", $"{Workshop.Slug}.json");
    }

    /// <summary>Shows the page again for a form without a known handler.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] string token, CancellationToken cancel) =>
        await OpenFormAsync(token, null, cancel) ?? Page();

    public Task<IActionResult> OnPostConfirmAsync([FromRoute] string token, CancellationToken cancel) =>
        ApplyAsync(token, new Confirm(), cancel);

    public Task<IActionResult> OnPostSeatAsync([FromRoute] string token, CancellationToken cancel) =>
        ApplyAsync(token, new RequestSeat(), cancel);

    public Task<IActionResult> OnPostRemoteAsync([FromRoute] string token, CancellationToken cancel) =>
        ApplyAsync(token, new FollowRemotely(), cancel);

    public Task<IActionResult> OnPostAcceptAsync([FromRoute] string token, CancellationToken cancel) =>
        ApplyAsync(token, new AcceptOffer(), cancel);

    public Task<IActionResult> OnPostCancelAsync([FromRoute] string token, CancellationToken cancel) =>
        ApplyAsync(token, new Cancel(), cancel);

    public async Task<IActionResult> OnPostEraseAsync([FromRoute] string token, CancellationToken cancel)
    {
        if (await OpenOwnFormAsync(token, null, cancel) is { } refusal)
            return refusal;
        await registrations.EraseAsync(Registration!.Id, Actor.Participant, cancel);
        ParticipantCookie.Remove(HttpContext);
        return SeeOther(token, "erased");
    }

    public async Task<IActionResult> OnPostSaveAsync([FromRoute] string token, CancellationToken cancel)
    {
        if (await OpenOwnFormAsync(token, KeepAnswers, cancel) is { } refusal)
            return refusal;
        var ofFiles = await ReceiveFilesAsync(cancel);
        var answers = Form with { Key = Registration!.FormKey };
        var checkedForm = await new RegistrationFormValidator(Words, Choices).ValidateAsync(answers, cancel);
        if (AnswerUploads.All(checkedForm.Errors, ofFiles) is { Count: > 0 } faults)
            return Refuse(faults);
        (var saved, Merged) = await RegistrationEdit.SaveAsync(
            db,
            registrations,
            Words,
            Choices,
            Registration.Id,
            Revision,
            answers.With(PersonFields.Language, ""),
            siteContext.Language,
            Actor.Participant,
            cancel
        );
        return Merged is null ? await RedirectWithResultAsync(saved, cancel) : ShowConflict(Merged);

        void KeepAnswers() =>
            (Form, Revision) = (
                RegistrationForm
                    .Read(Request.Form, Choices.Fields)
                    .OnAddressAndPlaceOf(Registration!)
                    .OnClosedFieldsOf(Registration, Choices, siteContext.Now)
                    .OnFixedIdentityOf(Registration!, Request.Form),
                RegistrationEdit.RevisionIn(Request.Form)
            );
    }

    private async Task<IActionResult> ApplyAsync(string token, RegistrationCommand command, CancellationToken cancel) =>
        await OpenOwnFormAsync(token, null, cancel)
        ?? await RedirectWithResultAsync(await registrations.ApplyAsync(Registration!.Id, command, Actor.Participant, cancel), cancel);

    /// <summary>
    /// Like <see cref="OpenFormAsync"/>, but refuses a link that was sent to a new or a previous address: it has one purpose only.
    /// </summary>
    private async Task<IActionResult?> OpenOwnFormAsync(string token, Action? keepTyped, CancellationToken cancel) =>
        await OpenFormAsync(token, keepTyped, cancel) ?? (IsOfAnotherAddress ? Page() : null);

    /// <summary>Loads the registration and checks the form's token.</summary>
    /// <param name="keepTyped">Copies the typed values into the form that is shown again.</param>
    /// <returns>The response when the link is invalid or the form too old; null when the handler may continue.</returns>
    private async Task<IActionResult?> OpenFormAsync(string token, Action? keepTyped, CancellationToken cancel)
    {
        siteContext.Head.NoIndex = true;
        if (!await LoadAsync(token, cancel))
            return Page();
        Form = RegistrationForm.Of(Registration!, Choices.Fields);
        keepTyped?.Invoke();
        return await antiforgery.IsRequestValidAsync(HttpContext)
            ? null
            : Refuse([new("", FormToken.FaultIn(HttpContext, Words)), .. AnswerUploads.Lost(Request.Form.Files, Choices.Fields, Words)]);
    }

    private PageResult Refuse(IReadOnlyList<ValidationFailure> faults)
    {
        Faults = faults;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        siteContext.Head.Mark("invalid");
        return Page();
    }

    private PageResult ShowConflict(MergedForm merged)
    {
        (Form, Revision) = (merged.Form, merged.Revision);
        Response.StatusCode = StatusCodes.Status409Conflict;
        siteContext.Head.Mark("invalid");
        return Page();
    }

    /// <summary>Redirects to the page, whose link may have changed.</summary>
    private async Task<IActionResult> RedirectWithResultAsync(ChangeResult result, CancellationToken cancel)
    {
        var registration = await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Registration!.Id, cancel);
        return registration is null ? NotFound() : SeeOther(links.Of(registration), result.ToString().ToLowerInvariant());
    }

    private RedirectResult SeeOther(string token, string said) => Redirect($"{siteContext.Path(Routes.MyRegistration, token)}?said={said}");

    private async Task<bool> LoadAsync(string token, CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        (Token, Registration) = (token, await OfAsync(token, cancel));
        if (Registration is null)
        {
            if (!IsErased)
                Response.StatusCode = StatusCodes.Status404NotFound;
            siteContext.Head.Mark("invalid");
            return false;
        }
        // The page speaks of an application until it is accepted, and of a registration afterwards.
        Words.IsOnApplication = Registration.IsApplication;
        Standing = new(Registration.Place, await RegistrationQueries.RankAsync(db, Registration, cancel));
        Revision = Registration.Revision;
        Choices = (await siteContext.CachedAsync(RegistrationChoices.ReadAsync)).With(Registration.Details);
        Roles = (await siteContext.RolesAsync()).StandingOf(Registration);
        siteContext.Head.Mark(Registration.Status, Registration.Place);
        WasThere = await PresenceSummary.HasAttendedAsync(db, Registration.Id, cancel);
        IsIdentityFixed = WasThere || siteContext.Now >= LocalHours.StartOfDay(Workshop.End.AddDays(1), Workshop.TimeZone);
        IsOver = CertificateService.MayIssueAt(
            siteContext.Now,
            await siteContext.CachedAsync(db => PresenceService.HalfDayHoursAsync(db, CancellationToken.None))
        );
        if (Registration is { Status: RegistrationStatus.Confirmed, HoldsSeat: false } && !IsOver)
            IsDeskOpen = siteContext.Now >= (await RegistrationContext.ReadAsync(db, cancel)).Policy.Start;
        if (IsOver)
            IsRevoked = await db
                .Certificates.AsNoTracking()
                .Where(c => c.RegistrationId == Registration.Id)
                .OrderByDescending(c => c.Issue)
                .Select(c => c.RevokedAt != null)
                .FirstOrDefaultAsync(cancel);
        if (Registration.Status == RegistrationStatus.Confirmed)
            Practical = await MyRegistration.PracticalView.ReadAsync(siteContext, links, Registration);
        await LoadOptionsAsync(cancel);
        Proposal = await ProposalAsync(cancel);
        await LoadLateChangeAsync(cancel);
        await LoadFeesAsync(cancel);
        if (!IsOfAnotherAddress)
            ParticipantCookie.Set(HttpContext, token, Workshop, siteContext.Now);
        return true;
    }
}
