using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Pages;

namespace ModMatWorkshop.Web.Printables;

/// <param name="IsPoster">True for the A3 sheet for walls; false for the A4 sheet.</param>
/// <param name="Size">0 is the largest.</param>
public sealed record ProgrammeSheet(
    Workshop Workshop,
    IReadOnlyList<ProgrammeDay> Days,
    IReadOnlyList<Contribution> Posters,
    bool IsPoster,
    int Size
);

/// <summary>The programme on one sheet, in the largest size that fits.</summary>
public abstract class ProgrammeSheetPrintable(string name, bool isPoster) : Printable(name)
{
    public override bool IsPublic => true;

    public override int Sizes => 16;

    public override string Style => "css/printables/programme-sheet.css";

    public override async Task<PrintableDocument?> ReadAsync(PrintableRequest request, CancellationToken cancel)
    {
        var schedule = await request.Db.WholeScheduleAsync(cancel);
        var lines = schedule.Slots.Select(s => TimetableRow.Of(s, schedule.ContributionOf(s)));
        return Document(
            request,
            "/Printables/ProgrammeSheets/ProgrammeSheet.cshtml",
            new ProgrammeSheet(
                schedule.Workshop,
                TimetableQueries.Days(lines, schedule.Sessions),
                [.. schedule.Posters.Where(p => !p.Cancelled)],
                isPoster,
                request.Size
            )
        );
    }
}

/// <summary>The A4 sheet. Its page is the programme page of the site.</summary>
public sealed class ProgrammeA4() : ProgrammeSheetPrintable("programme-a4", isPoster: false)
{
    public override IReadOnlyList<PublicPdf> PublicPdfs =>
        [new(Routes.ProgrammePdf.Template, "programme", Routes.Programme, Language: null)];

    public override string Title(Words words) => words.ProgrammeA4;

    public override string Purpose(Words words) => words.ProgrammeA4Purpose;

    public override string Page(WorkshopLanguages languages, Language language) => Routes.Programme.Path(languages, language);

    public override string Pdf(WorkshopLanguages languages, Language language) => Routes.ProgrammePdf.Path(languages, language);
}

/// <summary>The A3 sheet for walls.</summary>
public sealed class ProgrammeA3() : ProgrammeSheetPrintable("programme-a3", isPoster: true)
{
    public override string Title(Words words) => words.ProgrammeA3;

    public override string Purpose(Words words) => words.ProgrammeA3Purpose;
}
