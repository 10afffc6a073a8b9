using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The form that asks for the secret link.</summary>
/// <param name="Fault">What is wrong with the address; null before it was sent.</param>
public sealed record LostLinkForm(string Email, string? Fault);

/// <summary>
/// Sends the secret link of a registration, and those of submissions, again. The response is the same for known and unknown addresses.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LostLinkModel(RegistrationService registrations, SubmissionService submissions, Words words, IAntiforgery antiforgery)
    : PageModel
{
    public string Email { get; private set; } = "";

    public string? Fault { get; private set; }

    public bool IsSent { get; private set; }

    public void OnGet() { }

    public async Task OnPostAsync(CancellationToken cancel)
    {
        Email = Request.Form["email"].ToString();
        var isOurs = await antiforgery.IsRequestValidAsync(HttpContext);
        if (!isOurs || !EmailAddress.TryParse(Email, out var address))
        {
            Fault = isOurs ? words.NotAnAddress(Email) : FormToken.FaultIn(HttpContext, words);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        await EqualTime.RunAsync(async () =>
        {
            await registrations.SendLinkAgainAsync(address, cancel);
            await submissions.SendLinksAsync(address, cancel);
        });
        IsSent = true;
    }
}
