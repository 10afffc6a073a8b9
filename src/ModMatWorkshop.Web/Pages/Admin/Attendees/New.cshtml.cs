using System.Globalization;
using FluentValidation.Results;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>Adds a registration with the full form, filled in by an organiser.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public class NewModel(
    WorkshopDb db,
    RegistrationService registrations,
    SiteContext siteContext,
    AnswerUploads uploads,
    IAntiforgery antiforgery
) : PageModel
{
    private Words Words => siteContext.Words;

    public Workshop Workshop { get; private set; } = null!;

    public RegistrationChoices Choices { get; private set; } = null!;

    public RegistrationForm Form { get; private set; } = new();

    public IReadOnlyList<ValidationFailure> Faults { get; private set; } = [];

    /// <summary>True to confirm at once, because the organiser knows the person's address.</summary>
    public bool IsConfirmedAtOnce { get; private set; }

    /// <summary>The number of the registration that already has the address.</summary>
    public int? TakenBy { get; private set; }

    protected DateTimeOffset Now => siteContext.Now;

    public int Free { get; private set; }

    public int Waiting { get; private set; }

    /// <summary>From the start of the workshop on, a free seat belongs to whoever stands at the desk.</summary>
    public bool DeskGivesSeats { get; private set; }

    public RegistrationFormView Fields => new(Form, Choices, Faults, RegistrationAvailability.FromCount(Free - Waiting), Workshop);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var form = RegistrationForm
            .WithAllMeals(Choices)
            .With(PersonFields.Language, siteContext.Languages.OrFirst(siteContext.Language).Tag());
        Form = WithDefaults(form with { WhichHalfDays = RegistrationForm.AllHalfDays });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Form = Complete(RegistrationForm.Read(Request.Form, Choices.Fields));
        IsConfirmedAtOnce = ConfirmsAtOnce(Request.Form);
        var faults = await antiforgery.IsRequestValidAsync(HttpContext)
            ? await FaultsAsync(cancel)
            : [new("", FormToken.FaultIn(HttpContext, Words)), .. AnswerUploads.Lost(Request.Form.Files, Choices.Fields, Words)];
        if (faults.Count > 0 || !EmailAddress.TryParse(Form.Email, out var email))
            return Refuse(StatusCodes.Status400BadRequest, faults);
        var (result, number) = await registrations.AddAsync(
            new(email, Form.ToDetails(Choices, Form.ChosenLanguage ?? siteContext.Language), Form.ChosenAttendance!.Value, Form.Key),
            IsConfirmedAtOnce,
            OrganiserSignIn.ActorOf(HttpContext),
            cancel
        );
        switch (result)
        {
            case ChangeResult.AddressTaken:
                TakenBy = number;
                return Refuse(StatusCodes.Status409Conflict, [new("email", Words.AddressTaken)]);
            case ChangeResult.TooLate:
                return Refuse(StatusCodes.Status409Conflict, [new("", Words.PersonResult("toolate"))]);
            default:
                return await RedirectAfterAddAsync(number, result, cancel);
        }
    }

    /// <summary>Fills in the answers that this page suggests.</summary>
    protected virtual RegistrationForm WithDefaults(RegistrationForm form) => form;

    /// <summary>What this page asks for.</summary>
    protected virtual RegistrationChoices Asked(RegistrationChoices choices) => choices;

    /// <summary>Fills in what the form of this page does not contain.</summary>
    protected virtual RegistrationForm Complete(RegistrationForm form) => form;

    protected virtual bool ConfirmsAtOnce(IFormCollection form) => form["confirmed"] == "yes";

    /// <summary>The redirect after a registration was added.</summary>
    protected virtual Task<IActionResult> RedirectAfterAddAsync(int number, ChangeResult result, CancellationToken cancel) =>
        Task.FromResult<IActionResult>(
            LocalRedirect(
                string.Create(CultureInfo.InvariantCulture, $"/admin/attendees/{number}?done={result.ToString().ToLowerInvariant()}")
            )
        );

    private async Task<IReadOnlyList<ValidationFailure>> FaultsAsync(CancellationToken cancel)
    {
        var of = new UploadForm(Form.Key, null, IsKnown: true);
        (Form, var ofFiles) = await uploads.ReceiveAsync(Form, Request.Form.Files, Choices.Fields, of, Words, cancel);
        return AnswerUploads.All((await new RegistrationFormValidator(Words, Choices).ValidateAsync(Form, cancel)).Errors, ofFiles);
    }

    private PageResult Refuse(int status, IReadOnlyList<ValidationFailure> faults)
    {
        Faults = faults;
        Response.StatusCode = status;
        siteContext.Head.Mark("invalid");
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        Choices = Asked((await siteContext.CachedAsync(RegistrationChoices.ReadAsync)).For(User));
        var context = await RegistrationContext.ReadAsync(db, cancel);
        Free = context.SeatsAt(siteContext.Now).Free;
        Waiting = context.Waiting;
        DeskGivesSeats = context.Policy.DeskGivesSeatsAt(siteContext.Now);
    }
}
