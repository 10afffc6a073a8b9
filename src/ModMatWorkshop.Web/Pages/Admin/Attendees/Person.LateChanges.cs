using Microsoft.AspNetCore.Mvc;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <content>What the person has asked to change after the last day for changes.</content>
public sealed partial class PersonModel
{
    /// <summary>Null for nothing.</summary>
    public LateChangeView? LateChange { get; private set; }

    public Task<IActionResult> OnPostApproveChangeAsync([FromRoute] int number, [FromForm] long seen, CancellationToken cancel) =>
        ApplyAsync(number, new ApproveChange(seen), cancel);

    public Task<IActionResult> OnPostRefuseChangeAsync([FromRoute] int number, [FromForm] long seen, CancellationToken cancel) =>
        DecideAsync(number, reason => new RefuseChange(reason, seen), cancel);

    private async Task LoadLateChangeAsync(CancellationToken cancel)
    {
        if (await ProposalService.FindLateAsync(db, Registration.Id, cancel) is { } late)
            LateChange = LateChangeView.Of(late, Registration, new(words, Choices));
    }
}
