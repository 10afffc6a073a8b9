using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// Repeats what a genuine certificate says, to whoever holds the paper: an altered one shows. It works years after the participants' data
/// are purged.
/// </summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class VerificationModel(CertificateService certificateService, SiteContext siteContext) : PageModel
{
    /// <summary>As it was typed or scanned; null before.</summary>
    public string? Number { get; private set; }

    /// <summary>Null for a number under which nothing was issued.</summary>
    public VerifiedCertificate? Certificate { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        [FromRoute] string? number,
        [FromQuery(Name = "number")] string? typed,
        CancellationToken cancel
    )
    {
        siteContext.Head.NoIndex = true;
        if (number is null && !string.IsNullOrWhiteSpace(typed) && CertificateProtector.Read(typed) is { } read)
            return Redirect(
                $"{Routes.VerificationOf(read)}{(Request.Query["lang"] is [{ } lang] ? QueryString.Create("lang", lang) : "")}"
            );
        Number = number ?? (string.IsNullOrWhiteSpace(typed) ? null : typed.Trim());
        if (Number is null)
            return Page();
        Certificate = await certificateService.VerifyAsync(Number, cancel);
        if (Certificate is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
