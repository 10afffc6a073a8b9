using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>An answer to one claim.</summary>
/// <param name="Name">The name that the page showed.</param>
/// <param name="From"><c>person</c> for the page of the person, to which the response then returns.</param>
public sealed record ClaimForm(
    [FromForm(Name = "number")] int Number,
    [FromForm(Name = "part")] string? Part,
    [FromForm(Name = "name")] string? Name,
    [FromForm(Name = "from")] string? From
);

/// <summary>The claims that wait for the organisers, and the buttons that confirm and refuse roles.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ClaimsModel(WorkshopDb db, RegistrationService registrations, ClaimService claims, SiteContext siteContext, Words words)
    : PageModel
{
    public const string Address = "/admin/attendees/claims";

    public IReadOnlyList<Claim> Claims { get; private set; } = [];

    public string? Notice { get; private set; }

    /// <summary>The registration that the last answer concerned.</summary>
    public int? Answered { get; private set; }

    public async Task OnGetAsync(
        [FromQuery] string? done,
        [FromQuery] int? number,
        [FromQuery] int? confirmed,
        [FromQuery] int? of,
        CancellationToken cancel
    )
    {
        Notice = confirmed is { } count && of is { } asked ? words.ObviousConfirmed(count, asked) : words.ClaimResult(done);
        Answered = Notice is null ? null : number;
        Claims = await RoleQueries.ClaimsAsync(db, await siteContext.RolesAsync(), cancel);
    }

    public Task<IActionResult> OnPostConfirmAsync([FromForm] ClaimForm form, CancellationToken cancel) =>
        AnswerAsync(form, new ConfirmRole(form.Part ?? "", form.Name ?? ""), "confirmed", cancel);

    public Task<IActionResult> OnPostRefuseAsync([FromForm] ClaimForm form, CancellationToken cancel) =>
        AnswerAsync(form, new RefuseRole(form.Part ?? "", form.Name ?? ""), "refused", cancel);

    /// <summary>Confirms the claims that the page showed as obvious.</summary>
    public async Task<IActionResult> OnPostObviousAsync(
        [FromForm] int[] number,
        [FromForm] string[] part,
        [FromForm] string[] name,
        CancellationToken cancel
    )
    {
        var seen = number.Zip(part, name).Select(c => new SeenClaim(c.First, c.Second, c.Third)).ToHashSet();
        var confirmed = await claims.ConfirmObviousAsync(seen, OrganiserSignIn.ActorOf(HttpContext), cancel);
        return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"{Address}?confirmed={confirmed}&of={seen.Count}"));
    }

    private async Task<IActionResult> AnswerAsync(ClaimForm form, RegistrationCommand command, string done, CancellationToken cancel)
    {
        if (await db.Registrations.Where(r => r.Number == form.Number).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancel) is not { } id)
            return NotFound();
        var result = await registrations.ApplyAsync(id, command, OrganiserSignIn.ActorOf(HttpContext), cancel);
        var isFromPerson = form.From == "person";
        var said = result.ToString().ToLowerInvariant();
        return LocalRedirect(
            isFromPerson
                ? string.Create(CultureInfo.InvariantCulture, $"/admin/attendees/{form.Number}?done={said}")
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Address}?done={(result == ChangeResult.Done ? done : said)}&number={form.Number}"
                )
        );
    }
}
