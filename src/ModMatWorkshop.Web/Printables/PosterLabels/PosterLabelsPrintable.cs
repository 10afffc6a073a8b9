using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Printables;

/// <summary>A label for each poster board.</summary>
public sealed class PosterLabelsPrintable() : Printable("poster-labels")
{
    public override bool IsPublic => true;

    public override string Title(Words words) => words.PosterLabels;

    public override string Purpose(Words words) => words.PosterLabelsPurpose;

    public override async Task<PrintableDocument?> ReadAsync(PrintableRequest request, CancellationToken cancel) =>
        Document(request, "/Printables/PosterLabels/PosterLabels.cshtml", await request.Db.WholeScheduleAsync(cancel));
}
