using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages.MyRegistration;

/// <summary>A letter to a participant as a page that the browser can print; the address selects the letter.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LetterModel(SecretLinks links, SiteContext siteContext, PrintableService printing) : PageModel
{
    public PrintableDocument Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] string token, [FromQuery] string? pdf, CancellationToken cancel)
    {
        var route = HttpContext.GetEndpoint()?.Metadata.GetMetadata<PageLanguage>()?.Route;
        if (
            PrintableList.Letters.FirstOrDefault(l => l.Route == route) is not { } letter
            || await ParticipantLetterEndpoints.DocumentAsync(letter, token, links, printing.Request(Request.Query), cancel)
                is not { } document
        )
            return NotFound();
        Document = document with
        {
            Back = (siteContext.Path(Routes.MyRegistration, token), siteContext.Words.BackToMyRegistration),
            PdfAddress = printing.IsPossible ? Request.Path + ".pdf" : null,
            Notice = siteContext.Words.WhyNoPdf(pdf),
        };
        return Page();
    }
}
