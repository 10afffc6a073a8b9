using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Pages.MyRegistration;

/// <summary>A letter to a participant as the browser shows and prints it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class LetterModel(string name, WorkshopDb db, SecretLinks links, Visit visit, Printing printing) : PageModel
{
    public PaperDocument Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] string token, [FromQuery] string? pdf, CancellationToken cancel)
    {
        if (await ParticipantLetters.DocumentAsync(name, token, db, links, visit, printing, cancel) is not { } document)
            return NotFound();
        Document = document with
        {
            Back = (visit.Path(Routes.MyRegistration, token), visit.Words.BackToMyRegistration),
            PdfAddress = printing.IsPossible ? Request.Path + ".pdf" : null,
            Notice = visit.Words.WhyNoPdf(pdf),
        };
        return Page();
    }
}

public sealed class ConfirmationModel(WorkshopDb db, SecretLinks links, Visit visit, Printing printing) : LetterModel("confirmation", db, links, visit, printing);

public sealed class InvitationModel(WorkshopDb db, SecretLinks links, Visit visit, Printing printing) : LetterModel("invitation", db, links, visit, printing);

public sealed class CertificateModel(WorkshopDb db, SecretLinks links, Visit visit, Printing printing) : LetterModel("certificate", db, links, visit, printing);
