using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Call;

/// <summary>Shows what changes when a contribution leaves the programme, because its submission has left the call; then does it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LeaveModel(ProgrammeExit exit, SiteContext siteContext) : PageModel
{
    public const string Address = ProgrammeModel.Address + "/leave";

    public Workshop Workshop { get; private set; } = null!;

    public ExitPreview Preview { get; private set; } = null!;

    /// <summary>Why nothing was changed; null before a press.</summary>
    public EditResult? Refusal { get; private set; }

    public IReadOnlyList<ModMatWorkshop.Content.Problem> Problems { get; private set; } = [];

    public static string KeyOf(ExitWay way) => way == ExitWay.Cancel ? "cancel" : "out";

    public static ExitWay? WayOf(string? key) =>
        key switch
        {
            "cancel" => ExitWay.Cancel,
            "out" => ExitWay.TakeOut,
            _ => null,
        };

    public static string AddressOf(int number, ExitWay way) =>
        string.Create(CultureInfo.InvariantCulture, $"{Address}?n={number}&way={KeyOf(way)}");

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "n")] int number, [FromQuery] string? way, CancellationToken cancel) =>
        await ShowAsync(number, way, cancel) ? Page() : LocalRedirect(ProgrammeModel.Address);

    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = "n")] int number,
        [FromForm] string? way,
        [FromForm] long version,
        CancellationToken cancel
    )
    {
        if (WayOf(way) is not { } found || !await ShowAsync(number, way, cancel))
            return LocalRedirect(ProgrammeModel.Address);
        var outcome = await exit.LeaveAsync(number, found, version, OrganiserSignIn.ActorOf(HttpContext), cancel);
        if (outcome is null or { Result: EditResult.Saved or EditResult.Unchanged })
            return LocalRedirect($"{ProgrammeModel.Address}?left={KeyOf(found)}&code={Preview.Entry.Code}");
        Response.StatusCode = StatusCodes.Status409Conflict;
        (Refusal, Problems) = (outcome.Result, outcome.Problems);
        return Page();
    }

    private async Task<bool> ShowAsync(int number, string? way, CancellationToken cancel)
    {
        if (
            WayOf(way) is not { } found
            || await exit.PreviewAsync(number, found, OrganiserSignIn.ActorOf(HttpContext), cancel) is not { } preview
        )
            return false;
        (Preview, Workshop) = (preview, await siteContext.WorkshopAsync());
        return true;
    }
}
