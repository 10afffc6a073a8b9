using FluentValidation.Results;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Options;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The registration form and its result.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RegisterModel(
    WorkshopDb db,
    RegistrationService registrations,
    SiteContext siteContext,
    SecretLinks links,
    SiteSettings settings,
    AnswerUploads uploads,
    IAntiforgery antiforgery
) : PageModel
{
    public const string Correct = "correct";
    public const string CorrectsField = "corrects";

    public Workshop Workshop { get; private set; } = null!;

    /// <summary>Set when the form is shown; null on the page with the result.</summary>
    public RegistrationAvailability Availability { get; private set; } = null!;

    /// <summary>What the page shows instead of the form; null while registration is open.</summary>
    public ClosedRegistration? Closed { get; private set; }

    public RegistrationChoices Choices { get; private set; } = null!;

    public RegistrationForm Form { get; private set; } = new();

    public IReadOnlyList<ValidationFailure> Faults { get; private set; } = [];

    /// <summary>The token of an invitation, from the address.</summary>
    public string? Invitation { get; private set; }

    /// <summary>The person behind the invitation; null without a valid one.</summary>
    public InvitedGuest? Guest { get; private set; }

    /// <summary>
    /// The seats as this reader sees them: a room is not full for a guest with a seat of the reserve, nor for somebody who corrects the
    /// address of a place that is already held.
    /// </summary>
    public SeatsLeft Left => Corrects is not null || Guest is { HasSeat: true, IsUsed: false } ? SeatsLeft.Many : Availability.Left;

    /// <summary>Roughly how many places are left of each option.</summary>
    public IReadOnlyDictionary<string, SeatsLeft> OptionsLeft { get; private set; } = new Dictionary<string, SeatsLeft>();

    /// <summary>False while strangers have sent too many files.</summary>
    public bool TakesFiles { get; private set; } = true;

    /// <summary>Null until the registration is saved.</summary>
    public Place? Outcome { get; private set; }

    /// <summary>The mistyped address with which the form was sent before, while the sender corrects it; null otherwise.</summary>
    public string? Corrects { get; private set; }

    /// <summary>The saved address, shown on the page with the result.</summary>
    public string Email { get; private set; } = "";

    public TimeSpan Hold => settings.Hold;

    /// <summary>Whether the form asks for options, which are held like a seat until the address is confirmed.</summary>
    public bool HoldsOptions => Choices.Fields.Options.Any(option => Form[option].Length > 0);

    public async Task OnGetAsync([FromQuery] string? invitation, CancellationToken cancel)
    {
        await LoadAsync(invitation, cancel);
        Form = RegistrationForm.Empty();
        await LoadAvailabilityAsync(cancel);
    }

    public async Task OnPostAsync([FromQuery] string? invitation, CancellationToken cancel)
    {
        await LoadAsync(invitation, cancel);
        Form = RegistrationForm.Read(Request.Form, Choices.Fields).OnClosedFieldsOf(null, Choices, siteContext.Now);
        var beginsCorrection = Request.Form.ContainsKey(Correct);
        Corrects = (beginsCorrection ? Form.Email : Request.Form[CorrectsField].ToString()) is { Length: > 0 } mistyped ? mistyped : null;
        IReadOnlyList<ValidationFailure> faults = beginsCorrection ? [] : await FindFaultsAsync(cancel);
        if (!beginsCorrection && faults.Count == 0 && EmailAddress.TryParse(Form.Email, out var email))
        {
            Email = EmailAddress.Display(email.Value);
            Outcome = await EqualTime.RunAsync(() =>
                registrations.RegisterAsync(Submission(email), links.ReadInvitation(Invitation), cancel)
            );
        }
        if (Outcome is { } place)
        {
            siteContext.Head.Mark(RegistrationStatus.Pending, place);
            return;
        }
        await LoadAvailabilityAsync(cancel);
        if (Availability.IsOpen && faults.Count > 0)
            Refuse(faults);
    }

    private FormSubmission Submission(EmailAddress email) =>
        new(
            email,
            Form.ToDetails(Choices, siteContext.Language),
            Form.ChosenAttendance!.Value,
            Form.Key,
            EmailAddress.TryParse(Corrects, out var mistyped) ? mistyped : null
        );

    private async Task<IReadOnlyList<ValidationFailure>> FindFaultsAsync(CancellationToken cancel)
    {
        var words = siteContext.Words;
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return [new("", FormToken.FaultIn(HttpContext, words)), .. AnswerUploads.Lost(Request.Form.Files, Choices.Fields, words)];
        var of = new UploadForm(Form.Key, null, IsKnown: false);
        (Form, var ofFiles) = await uploads.ReceiveAsync(Form, Request.Form.Files, Choices.Fields, of, words, cancel);
        var answers = await new RegistrationFormValidator(words, Choices, asksForHalfDays: true).ValidateAsync(Form, cancel);
        return AnswerUploads.All(answers.Errors.Where(f => TakesFiles || !IsOpenFile(f.PropertyName)), ofFiles);

        bool IsOpenFile(string key) => Choices.Fields.Find(key) is { Kind: FieldKind.File } file && Form[file].Length == 0;
    }

    private void Refuse(IReadOnlyList<ValidationFailure> faults)
    {
        Faults = faults;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        siteContext.Head.Mark("invalid");
    }

    private async Task LoadAsync(string? invitation, CancellationToken cancel)
    {
        Invitation = invitation is null ? null : SecretLinks.Repair(invitation);
        if (Invitation is { Length: > 100 })
            Invitation = null;
        Workshop = await siteContext.WorkshopAsync();
        Choices = await siteContext.CachedAsync(RegistrationChoices.ReadAsync);
        TakesFiles = !Choices.Fields.Files.Any() || await AnswerFileService.TakesFromStrangersAsync(db, cancel);
    }

    private async Task LoadAvailabilityAsync(CancellationToken cancel)
    {
        Availability = await RegistrationContext.ReadAvailabilityAsync(db, siteContext.Now, cancel);
        var reader = await ParticipantCookie.ConfirmedRegistrationAsync(HttpContext, db, links, cancel);
        Guest = await InvitedGuest.ReadAsync(db, links, Invitation, reader, siteContext.Now, cancel);
        // Invited people need no selection.
        if (Guest is { IsUsed: false })
            siteContext.Words.IsOnApplication = false;
        if (Workshop.Options.Count > 0)
            OptionsLeft = await OptionQueries.LeftAsync(db, siteContext.Now, cancel);
        if (Availability.IsOpen)
            return;
        siteContext.Head.Mark("closed");
        Closed = await ClosedRegistration.ReadAsync(db, siteContext, Availability, cancel);
    }
}
