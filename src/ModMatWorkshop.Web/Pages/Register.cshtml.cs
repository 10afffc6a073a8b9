using FluentValidation.Results;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Data;
using ModMatWorkshop.Web.Registrations;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Text;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The form of registration, and the answer to it.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RegisterModel(WorkshopDb db, RegistrationDesk desk, Visit visit, Words words, SecretLinks links, SiteSettings settings, IAntiforgery antiforgery) : PageModel
{
    public const string Correct = "correct";

    public Workshop Workshop { get; private set; } = null!;

    public RoomNotice Room { get; private set; } = null!;

    public RegistrationChoices Choices { get; private set; } = null!;

    public RegistrationForm Form { get; private set; } = new();

    public IReadOnlyList<ValidationFailure> Faults { get; private set; } = [];

    /// <summary>The token of an invitation that draws on the reserve, as it came in the address.</summary>
    public string? Invitation { get; private set; }

    /// <summary>Null until the form has been taken.</summary>
    public SeatOutcome? Outcome { get; private set; }

    /// <summary>The address as it was taken, to be shown back.</summary>
    public string Email { get; private set; } = "";

    public TimeSpan Hold => settings.Hold;

    public async Task OnGetAsync([FromQuery] string? invitation, CancellationToken cancel)
    {
        await LoadAsync(invitation, cancel);
        Form = RegistrationForm.Empty(Choices);
        if (!Room.IsOpen)
            visit.Head.Mark("closed");
    }

    public async Task OnPostAsync([FromQuery] string? invitation, CancellationToken cancel)
    {
        await LoadAsync(invitation, cancel);
        Form = RegistrationForm.Read(Request.Form);
        if (!Room.IsOpen)
        {
            visit.Head.Mark("closed");
            return;
        }
        if (Request.Form.ContainsKey(Correct))
            return;
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            Refuse([new("", words.FormIsOld)]);
            return;
        }
        var checkedForm = await new RegistrationFormValidator(words, Choices).ValidateAsync(Form, cancel);
        if (!checkedForm.IsValid || !EmailAddress.TryParse(Form.Email, out var email))
        {
            Refuse(checkedForm.Errors);
            return;
        }
        Email = email.Value;
        Outcome = await desk.RegisterAsync(email, Form.ToDetails(Choices, visit.Language), Form.ChosenAttendance!.Value, Form.Key, links.ReadInvitation(Invitation), cancel);
        if (Outcome is { } outcome)
            visit.Head.Mark(RegistrationStatus.Pending, outcome.Place);
        else
        {
            Room = Room with { IsOpen = false };
            visit.Head.Mark("closed");
        }
    }

    private void Refuse(IReadOnlyList<ValidationFailure> faults)
    {
        Faults = faults;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        visit.Head.Mark("invalid");
    }

    private async Task LoadAsync(string? invitation, CancellationToken cancel)
    {
        Invitation = invitation is { Length: <= 100 } ? invitation : null;
        Workshop = await visit.WorkshopAsync();
        Room = await RoomState.NoticeAsync(db, visit.Now, cancel);
        Choices = await RegistrationChoices.ReadAsync(db, cancel);
    }
}
