using Microsoft.AspNetCore.Mvc;
using ModMatWorkshop.Application.Options;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <content>The places of the options: what the person has, is offered or waits for.</content>
public sealed partial class MyRegistrationModel
{
    public IReadOnlyList<OptionStanding> Options { get; private set; } = [];

    /// <summary>Roughly how many places are left of each option.</summary>
    public IReadOnlyDictionary<string, SeatsLeft> OptionsLeft { get; private set; } = new Dictionary<string, SeatsLeft>();

    public Task<IActionResult> OnPostAcceptOptionAsync([FromRoute] string token, [FromForm] string? option, CancellationToken cancel) =>
        ApplyAsync(token, new AcceptOption(option ?? ""), cancel);

    public Task<IActionResult> OnPostDeclineOptionAsync([FromRoute] string token, [FromForm] string? option, CancellationToken cancel) =>
        ApplyAsync(token, new DeclineOption(option ?? ""), cancel);

    private async Task LoadOptionsAsync(CancellationToken cancel)
    {
        Options = await OptionQueries.StandingOfAsync(db, Registration!, Workshop.Options, cancel);
        if (Workshop.Options.Count > 0)
            OptionsLeft = await OptionQueries.LeftAsync(db, siteContext.Now, cancel);
    }
}
