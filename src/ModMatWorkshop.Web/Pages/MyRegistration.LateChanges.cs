using Microsoft.AspNetCore.Mvc;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <content>Changes after the last day for changes.</content>
public sealed partial class MyRegistrationModel
{
    /// <summary>What the person has asked for; null for nothing.</summary>
    public LateChangeView? LateChange { get; private set; }

    /// <summary>What the form says about the last day for changes; null without one.</summary>
    public string? LastDayForChanges { get; private set; }

    public Task<IActionResult> OnPostTakeBackChangeAsync([FromRoute] string token, [FromForm] long proposal, CancellationToken cancel) =>
        TakeProposalAsync(token, () => proposals.TakeBackAsync(Registration!.Id, proposal, cancel), cancel);

    private async Task LoadLateChangeAsync(CancellationToken cancel)
    {
        if (Registration is not { Status: RegistrationStatus.Confirmed } registration)
            return;
        if (Workshop.ChangesUntil is { } day)
            LastDayForChanges = (await RegistrationContext.ReadAsync(db, cancel)).Policy.AreChangesFreeAt(siteContext.Now)
                ? Words.ChangesAreFreeUntil(Words.DayWithYear(day))
                : Words.ChangesAreLate;
        if (!IsOfAnotherAddress && await ProposalService.FindLateAsync(db, registration.Id, cancel) is { } late)
            LateChange = LateChangeView.Of(late, registration, new(Words, Choices));
    }
}
