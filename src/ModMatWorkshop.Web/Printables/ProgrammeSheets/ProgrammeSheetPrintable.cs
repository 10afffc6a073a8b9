using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Pages;

namespace ModMatWorkshop.Web.Printables;

/// <param name="IsPoster">For a wall, A3; for a pocket otherwise, A4.</param>
/// <param name="Size">From 0, the largest.</param>
public sealed record ProgrammeSheet(
    Workshop Workshop,
    IReadOnlyList<ProgrammeDay> Days,
    IReadOnlyList<Contribution> Posters,
    bool IsPoster,
    int Size
);

/// <summary>The programme on one sheet, set as large as the sheet allows.</summary>
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

/// <summary>For a pocket. Its page is the programme of the site.</summary>
public sealed class ProgrammeA4() : ProgrammeSheetPrintable("programme-a4", isPoster: false)
{
    public override IReadOnlyList<PublicPdf> PublicPdfs =>
        [new(Routes.ProgrammePdf.Template, "programme", Routes.Programme, Language: null)];

    public override string Title(Words words) => words.ProgrammeA4;

    public override string Purpose(Words words) => words.ProgrammeA4Purpose;

    public override string Page(Language language) => Routes.Programme.Path(language);

    public override string Pdf(Language language) => Routes.ProgrammePdf.Path(language);
}

/// <summary>For a wall.</summary>
public sealed class ProgrammeA3() : ProgrammeSheetPrintable("programme-a3", isPoster: true)
{
    public override string Title(Words words) => words.ProgrammeA3;

    public override string Purpose(Words words) => words.ProgrammeA3Purpose;
}
