using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.MyRegistration;

/// <summary>
/// A form for passport data whose answer is the letter for a visa. The data are in memory while the letter is made, and nowhere else:
/// neither in the database nor in a file, an address or a log.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class VisaModel(
    WorkshopDb db,
    SecretLinks links,
    SiteContext siteContext,
    PrintableService printing,
    IAntiforgery antiforgery
) : PageModel
{
    private Workshop _workshop = null!;
    private Registration _registration = null!;
    private IReadOnlyList<(string Field, string Fault)> _faults = [];

    public string Token { get; private set; } = "";

    public PassportForm Form { get; private set; } = PassportForm.Empty;

    public string? FaultOf(string field) => _faults.FirstOrDefault(f => f.Field == field).Fault;

    public async Task<IActionResult> OnGetAsync([FromRoute] string token, CancellationToken cancel) =>
        await LoadAsync(token, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string token, CancellationToken cancel)
    {
        if (!await LoadAsync(token, cancel))
            return NotFound();
        var form = Request.Form;
        Form = PassportForm.Of(
            form[PassportForm.NameField].ToString(),
            form[PassportForm.NationalityField].ToString(),
            form[PassportForm.NumberField].ToString(),
            form[PassportForm.BornField].ToString(),
            form[PassportForm.ExpiresField].ToString()
        );
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return Refuse(StatusCodes.Status400BadRequest, ("", FormToken.FaultIn(HttpContext, siteContext.Words)));
        var (passport, faults) = Form.Read(siteContext.Today(_workshop), _workshop.End, IsCountry);
        if (passport is null)
            return Refuse(StatusCodes.Status400BadRequest, [.. faults.Select(f => (f.Field, siteContext.Words.Of(f.Fault)))]);
        var letter = await ParticipantLetter.ReadAsync(_registration, printing.Request(QueryCollection.Empty), cancel);
        var document = LetterForVisa.DocumentOf(letter, passport, siteContext.Words.VisaLetterTitle);
        var made = await printing.LetterAsync(document, _registration.Id, cancel);
        return made.Pdf is { } pdf
            ? File(pdf, PdfResults.MediaType, $"{_workshop.Slug}-{LetterForVisa.Name}.pdf")
            : Refuse(StatusCodes.Status503ServiceUnavailable, ("", siteContext.Words.VisaLetterFailed));
    }

    private bool IsCountry(string code) => Countries.All(siteContext.Language).Any(c => c.Code == code);

    private PageResult Refuse(int status, params IReadOnlyList<(string, string)> faults)
    {
        (_faults, Response.StatusCode) = (faults, status);
        return Page();
    }

    /// <returns>False unless the link opens a confirmed registration with a seat, in a workshop that offers the letter.</returns>
    private async Task<bool> LoadAsync(string token, CancellationToken cancel)
    {
        siteContext.Head.NoIndex = true;
        Token = token;
        _workshop = await siteContext.WorkshopAsync();
        if (!_workshop.OffersVisaLetter || links.Read(token) is not { } read)
            return false;
        var found = await db
            .Registrations.AsNoTracking()
            .SingleOrDefaultAsync(
                r =>
                    r.Id == read.Id && r.Generation == read.Generation && r.Status == RegistrationStatus.Confirmed && r.Place == Place.Seat,
                cancel
            );
        _registration = found!;
        return found is not null;
    }
}
