using Microsoft.AspNetCore.Mvc;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>A change that the organisers decide.</summary>
/// <param name="RefusedAt">Null while it waits.</param>
/// <param name="Reason">Of the refusal; null for none.</param>
public sealed record LateChangeView(ProposalView Asked, DateTimeOffset? RefusedAt, string? Reason)
{
    public static LateChangeView Of(AnswerProposal late, Registration registration, RegistrationFormDiff diff) =>
        new(ProposalView.Of(late, registration, diff, isIdentityFixed: true), late.RefusedAt, late.Reason);
}

/// <content>Changes after the last day for changes.</content>
public sealed partial class MyRegistrationModel
{
    /// <summary>What the person has asked for; null for nothing.</summary>
    public LateChangeView? LateChange { get; private set; }

    /// <summary>What the form says about the last day for changes; null without one.</summary>
    public string? LastDayForChanges =>
        Registration?.Status != RegistrationStatus.Confirmed || Workshop.ChangesUntil is not { } day ? null
        : siteContext.Now < LocalHours.StartOfDay(day.AddDays(1), Workshop.TimeZone) ? Words.ChangesAreFreeUntil(Words.DayWithYear(day))
        : Words.ChangesAreLate;

    public Task<IActionResult> OnPostTakeBackChangeAsync([FromRoute] string token, [FromForm] long proposal, CancellationToken cancel) =>
        TakeProposalAsync(token, () => proposals.TakeBackAsync(Registration!.Id, proposal, cancel), cancel);

    private async Task LoadLateChangeAsync(CancellationToken cancel)
    {
        if (
            !IsOfAnotherAddress
            && Registration is { Status: RegistrationStatus.Confirmed } registration
            && await ProposalService.FindLateAsync(db, registration.Id, cancel) is { } late
        )
            LateChange = LateChangeView.Of(late, registration, new(Words, Choices));
    }
}
