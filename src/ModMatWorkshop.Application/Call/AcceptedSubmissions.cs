using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Application.Call;

internal static class AcceptedSubmissions
{
    /// <summary>The acceptances of which the authors know: a letter has told them.</summary>
    public static IQueryable<Assessment> ToldAcceptances(this WorkshopDb db) =>
        db.Assessments.Where(a => a.ToldOutcome == CallOutcome.Accepted);
}
