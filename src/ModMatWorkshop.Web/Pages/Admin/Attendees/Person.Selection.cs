using Microsoft.AspNetCore.Mvc;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <content>The decision about an application.</content>
public sealed partial class PersonModel
{
    /// <summary>The reasons of a decision that was refused, as typed.</summary>
    public SelectionReasonForm Reasons { get; private set; } = new();

    /// <summary>The colour of the status: that of the place for somebody who takes part.</summary>
    public string StateOf(string place) =>
        Registration.Status switch
        {
            RegistrationStatus.Pending or RegistrationStatus.Applied => "pending",
            RegistrationStatus.Cancelled or RegistrationStatus.Declined => "cancelled",
            _ => place,
        };

    public Task<IActionResult> OnPostAcceptApplicationAsync([FromRoute] int number, [FromForm] Selection seen, CancellationToken cancel) =>
        DecideAsync(number, reason => new AcceptApplication(reason, seen), cancel);

    public Task<IActionResult> OnPostDeclineApplicationAsync([FromRoute] int number, [FromForm] string? stream, CancellationToken cancel) =>
        DecideAsync(number, reason => new DeclineApplication(reason, stream == "yes"), cancel);

    private async Task<IActionResult> DecideAsync(int number, Func<string?, RegistrationCommand> decision, CancellationToken cancel)
    {
        if (!await LoadAsync(number, cancel))
            return NotFound();
        Reasons = SelectionReasonForm.Read(Request.Form);
        if (!Reasons.IsFit)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var (told, note) = Reasons.Reasons;
        var actor = OrganiserSignIn.ActorOf(HttpContext);
        var result = await registrations.DecideAsync(Registration.Id, decision(told), note, actor, cancel);
        return Back(number, result.ToString().ToLowerInvariant());
    }
}
