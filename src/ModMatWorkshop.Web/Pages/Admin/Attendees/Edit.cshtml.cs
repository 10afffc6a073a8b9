using System.Globalization;
using FluentValidation.Results;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>Edits a registration as an organiser, and corrects its address.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EditModel(
    WorkshopDb db,
    RegistrationService registrations,
    SiteContext siteContext,
    Words words,
    AnswerUploads uploads,
    IAntiforgery antiforgery
) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;

    public Registration Registration { get; private set; } = null!;

    public RegistrationChoices Choices { get; private set; } = null!;

    public RegistrationForm Form { get; private set; } = new();

    public int Revision { get; private set; }

    public MergedForm? Merged { get; private set; }

    public IReadOnlyList<ValidationFailure> Faults { get; private set; } = [];

    public IReadOnlyList<ValidationFailure> AddressFaults { get; private set; } = [];

    /// <summary>The number of the registration that already has the address.</summary>
    public int? TakenBy { get; private set; }

    /// <summary>The corrected address, as typed.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The query of the list that the organiser came from.</summary>
    public string Query { get; private set; } = "";

    public RegistrationFormView Fields => new(Form, Choices, Faults, null, Workshop) { FileAddress = AddressOfFile };

    public async Task<IActionResult> OnGetAsync([FromRoute] int number, CancellationToken cancel)
    {
        if (!await LoadAsync(number, cancel))
            return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync([FromRoute] int number, CancellationToken cancel)
    {
        if (!await LoadAsync(number, cancel))
            return NotFound();
        var form = Request.Form;
        Form = RegistrationForm.Read(form, Choices.Fields).OnAddressAndPlaceOf(Registration);
        Revision = RegistrationEdit.RevisionIn(form);
        var faults = await antiforgery.IsRequestValidAsync(HttpContext)
            ? await FaultsAsync(cancel)
            : [new("", FormToken.FaultIn(HttpContext, words)), .. AnswerUploads.Lost(form.Files, Choices.Fields, words)];
        if (faults.Count > 0)
        {
            Faults = faults;
            return Shown(StatusCodes.Status400BadRequest);
        }
        (var result, Merged) = await RegistrationEdit.SaveAsync(
            db,
            registrations,
            words,
            Choices,
            Registration.Id,
            Revision,
            Form,
            Registration.Details.Language,
            OrganiserSignIn.ActorOf(HttpContext),
            cancel
        );
        if (Merged is null)
            return Back(result == ChangeResult.Done ? "saved" : result.ToString().ToLowerInvariant());
        (Form, Revision) = (Merged.Form, Merged.Revision);
        return Shown(StatusCodes.Status409Conflict);
    }

    public async Task<IActionResult> OnPostAddressAsync([FromRoute] int number, CancellationToken cancel)
    {
        if (!await LoadAsync(number, cancel))
            return NotFound();
        var form = Request.Form;
        Email = form["email"].ToString().Trim();
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return RefuseAddress(StatusCodes.Status400BadRequest, FormToken.FaultIn(HttpContext, words));
        if (!EmailAddress.TryParse(Email, out var address))
            return RefuseAddress(StatusCodes.Status400BadRequest, words.NotAnAddress(Email));
        switch (
            await registrations.ApplyAsync(
                Registration.Id,
                new CorrectAddress(address, form["seen"].ToString()),
                OrganiserSignIn.ActorOf(HttpContext),
                cancel
            )
        )
        {
            case ChangeResult.AddressTaken:
                TakenBy = await db
                    .Registrations.Where(r => r.Email == address.Value)
                    .Select(r => (int?)r.Number)
                    .SingleOrDefaultAsync(cancel);
                return RefuseAddress(StatusCodes.Status409Conflict, words.AddressTaken);
            case ChangeResult.Conflict:
                await LoadAsync(Registration.Number, cancel);
                return RefuseAddress(
                    StatusCodes.Status409Conflict,
                    words.AddressChangedMeanwhile(EmailAddress.Display(Registration.Email))
                );
            case var result:
                return Back(result.ToString().ToLowerInvariant());
        }
    }

    /// <summary>An answer that an import has left open may stay open: its owner is asked for it.</summary>
    private async Task<IReadOnlyList<ValidationFailure>> FaultsAsync(CancellationToken cancel)
    {
        var open = Choices.Fields.OpenIn(Registration.Snapshot()).Where(f => Form[f].Length == 0).Select(f => f.Key).ToList();
        var of = UploadForm.Of(Registration, isOrganiser: true);
        (Form, var ofFiles) = await uploads.ReceiveAsync(Form, Request.Form.Files, Choices.Fields, of, words, cancel);
        var result = await new RegistrationFormValidator(words, Choices).ValidateAsync(Form, cancel);
        return AnswerUploads.All(result.Errors.Where(f => !open.Contains(f.PropertyName)), ofFiles);
    }

    private string? AddressOfFile(RegistrationField field) =>
        Form[field] is { Length: > 0 } shown && shown == field.Get(Registration.Snapshot())
            ? AnswerFileDownloads.Address(Registration.Number, field)
            : null;

    private PageResult RefuseAddress(int status, string fault)
    {
        AddressFaults = [new("email", fault)];
        return Shown(status);
    }

    private PageResult Shown(int status)
    {
        Response.StatusCode = status;
        siteContext.Head.Mark("invalid");
        return Page();
    }

    private LocalRedirectResult Back(string said) =>
        LocalRedirect(
            string.Create(
                CultureInfo.InvariantCulture,
                $"/admin/attendees/{Registration.Number}{Query}{(Query.Length == 0 ? '?' : '&')}done={said}"
            )
        );

    private async Task<bool> LoadAsync(int number, CancellationToken cancel)
    {
        if (await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Number == number, cancel) is not { } registration)
            return false;
        Registration = registration;
        Workshop = await siteContext.WorkshopAsync();
        Choices = (await siteContext.CachedAsync(RegistrationChoices.ReadAsync)).With(registration.Details).For(User);
        Query = AttendeeQuery.Read(new(Request.Query)).ToQueryString();
        (Form, Revision) = (RegistrationForm.Of(registration, Choices.Fields), registration.Revision);
        siteContext.Head.Mark(registration.Status, registration.Place);
        return true;
    }
}
