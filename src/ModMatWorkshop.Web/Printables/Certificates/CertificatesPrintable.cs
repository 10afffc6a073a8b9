using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Printables;

public sealed record CertificateSheets(Workshop Workshop, IReadOnlyList<IssuedCertificate> Certificates)
{
    public const string View = "/Printables/Certificates/Certificates.cshtml";
    public const string Style = "css/printables/certificates.css";

    /// <summary>Reads the certificates, and issues those that do not exist yet.</summary>
    /// <param name="number">The number of one registration; null for everybody who attended.</param>
    public static async Task<CertificateSheets> ReadAsync(PrintableRequest request, int? number, Actor actor, CancellationToken cancel)
    {
        var certificates = request.SiteContext.Http.RequestServices.GetRequiredService<CertificateService>();
        return new(await request.SiteContext.WorkshopAsync(), await certificates.IssueAsync(number, actor, cancel));
    }
}

/// <summary>The certificates of everybody who attended. In the query, <c>number</c> selects one registration.</summary>
public sealed class CertificatesPrintable() : Printable("certificates")
{
    public override string AuditAction => "exported the certificates";

    public override string Style => CertificateSheets.Style;

    public override string Title(Words words) => words.Certificates;

    public override string Purpose(Words words) => words.CertificatesPurpose;

    public override async Task<bool> IsReadyAsync(PrintableRequest request, CancellationToken cancel) =>
        CertificateService.MayIssueAt(request.SiteContext.Now, await PresenceService.HalfDayHoursAsync(request.Db, cancel));

    public override async Task<PrintableDocument?> ReadAsync(PrintableRequest request, CancellationToken cancel)
    {
        if (request.Number("number") is not { } number)
            return null;
        var actor = OrganiserSignIn.ActorOf(request.SiteContext.Http);
        var sheets = await CertificateSheets.ReadAsync(request, number == 0 ? null : number, actor, cancel);
        return Document(request, CertificateSheets.View, sheets) with { People = sheets.Certificates.Count };
    }
}

/// <summary>A participant's own certificate.</summary>
public sealed class CertificateOfAttendance() : Letter("certificate", Routes.Certificate)
{
    public override async Task<PrintableDocument?> ReadAsync(Registration registration, PrintableRequest request, CancellationToken cancel)
    {
        var sheets = await CertificateSheets.ReadAsync(request, registration.Number, Actor.Participant, cancel);
        return sheets.Certificates.Count == 1
            ? new("certificates", request.Words.Certificates, CertificateSheets.View, sheets)
            {
                People = 1,
                Style = CertificateSheets.Style,
            }
            : null;
    }
}
