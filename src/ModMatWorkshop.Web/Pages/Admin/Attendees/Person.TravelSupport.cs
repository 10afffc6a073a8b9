using Microsoft.AspNetCore.Mvc;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <content>The decision about travel support.</content>
public sealed partial class PersonModel
{
    public const string SupportField = "support";

    /// <summary>The words of a decision that was refused, as typed; null for none.</summary>
    public string? Support { get; private set; }

    public Task<IActionResult> OnPostGrantSupportAsync(
        [FromRoute] int number,
        [FromForm] TravelSupportDecision seen,
        CancellationToken cancel
    ) => DecideSupportAsync(number, TravelSupportDecision.Granted, words => new GrantTravelSupport(words, seen), cancel);

    public Task<IActionResult> OnPostDeclineSupportAsync(
        [FromRoute] int number,
        [FromForm] TravelSupportDecision seen,
        CancellationToken cancel
    ) => DecideSupportAsync(number, TravelSupportDecision.Declined, words => new DeclineTravelSupport(words, seen), cancel);

    private async Task<IActionResult> DecideSupportAsync(
        int number,
        TravelSupportDecision decision,
        Func<string, RegistrationCommand> command,
        CancellationToken cancel
    )
    {
        var typed = UserInput.CleanLine(Request.Form[SupportField].ToString());
        if (TravelSupportRules.AreFit(decision, typed))
            return await ApplyAsync(number, command(typed), cancel);
        if (!await LoadAsync(number, cancel))
            return NotFound();
        Support = typed;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
