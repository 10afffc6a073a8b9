using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Login;

/// <summary>
/// Sends a link that sets a password. The response is the same for known and unknown addresses. The number of mails is limited.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ForgottenModel(OrganiserService organiserService, SignInThrottle tries, Words words, IAntiforgery antiforgery)
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
        // Each request counts as a failed attempt. When there are too many, the response is the same but no mail is sent.
        var attempt = await tries.BeginAsync($"link {address.Value}", null, HttpContext, cancel);
        if (attempt.Wait == TimeSpan.Zero)
        {
            await organiserService.RequestPasswordResetAsync(
                address.Value,
                new("stranger", Networks.CoarsePrefix(HttpContext.Connection.RemoteIpAddress)),
                cancel
            );
        }
        IsSent = true;
    }
}
