using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// Shows the content of a genuine certificate, so that a reader can detect an altered one. Works even after the participants' data is
/// purged.
/// </summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class VerificationModel(CertificateService certificateService, SiteContext siteContext) : PageModel
{
    /// <summary>The number as typed or scanned; null before.</summary>
    public string? Number { get; private set; }

    /// <summary>Null when no certificate has this number.</summary>
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
