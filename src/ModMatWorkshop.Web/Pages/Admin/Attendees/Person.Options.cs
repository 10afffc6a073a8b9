using Microsoft.AspNetCore.Mvc;
using ModMatWorkshop.Application.Options;
using ModMatWorkshop.Domain.Options;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <content>The places of the options. What the person asks for is changed with the other answers.</content>
public sealed partial class PersonModel
{
    public IReadOnlyList<OptionStanding> Options { get; private set; } = [];

    public Task<IActionResult> OnPostAcceptOptionAsync([FromRoute] int number, [FromForm] string? option, CancellationToken cancel) =>
        ApplyAsync(number, new AcceptOption(option ?? ""), cancel);

    public Task<IActionResult> OnPostDeclineOptionAsync([FromRoute] int number, [FromForm] string? option, CancellationToken cancel) =>
        ApplyAsync(number, new DeclineOption(option ?? ""), cancel);
}
