using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Pages.MyRegistration;

/// <summary>A letter to a participant as the browser shows and prints it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class ParticipantLetterModel(
    string name,
    WorkshopDb db,
    SecretLinks links,
    SiteContext siteContext,
    PrintableService printing
) : PageModel
{
    public PrintableDocument Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] string token, [FromQuery] string? pdf, CancellationToken cancel)
    {
        if (await ParticipantLetters.DocumentAsync(name, token, db, links, siteContext, printing, cancel) is not { } document)
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

public sealed class ConfirmationModel(WorkshopDb db, SecretLinks links, SiteContext siteContext, PrintableService printing)
    : ParticipantLetterModel("confirmation", db, links, siteContext, printing);

public sealed class InvitationModel(WorkshopDb db, SecretLinks links, SiteContext siteContext, PrintableService printing)
    : ParticipantLetterModel("invitation", db, links, siteContext, printing);

public sealed class CertificateModel(WorkshopDb db, SecretLinks links, SiteContext siteContext, PrintableService printing)
    : ParticipantLetterModel("certificate", db, links, siteContext, printing);
