using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Printables;

/// <param name="Blank">How many badges without a name follow.</param>
public sealed record BadgeSheets(Workshop Workshop, IReadOnlyList<Badge> Badges, int Blank);

/// <summary>
/// The badges of everybody with a seat. In the query, <c>number</c> selects one registration and <c>blank</c> adds badges without a name.
/// </summary>
public sealed class BadgesPrintable() : Printable("badges")
{
    private const int MaxBlanks = 200;

    public override string? ChoiceView => "/Printables/Badges/BadgeChoice.cshtml";

    public override string AuditAction => "exported the badges";

    public override string Title(Words words) => words.Badges;

    public override string Purpose(Words words) => words.BadgesPurpose;

    public override async Task<PrintableDocument?> ReadAsync(PrintableRequest request, CancellationToken cancel)
    {
        var (number, blank) = (request.Number("number"), request.Number("blank"));
        if (number is null || blank is null)
            return null;
        var workshop = await request.SiteContext.WorkshopAsync();
        IReadOnlyList<Badge> badges =
            blank > 0 && number == 0
                ? []
                : await Badge.ReadAsync(request.Db, workshop.Fields, request.Words, number == 0 ? null : number, cancel);
        if (number > 0 && badges.Count == 0)
            return null;
        var sheets = new BadgeSheets(workshop, badges, Math.Min(blank.Value, MaxBlanks));
        return Document(request, "/Printables/Badges/Badges.cshtml", sheets) with { People = badges.Count };
    }
}
