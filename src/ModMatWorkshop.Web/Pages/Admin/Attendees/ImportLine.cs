using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

public enum ImportLineStatus
{
    New,
    Changed,
    Unchanged,
    Refused,
}

/// <summary>The effect of one line.</summary>
/// <param name="Line">The line number in the file.</param>
/// <param name="Why">Why the line is refused, in the organiser's language.</param>
/// <param name="Row">Null when the line is refused.</param>
public sealed record ImportLine(
    int Line,
    string Name,
    string Email,
    ImportLineStatus Outcome,
    Place Place,
    int? Rank,
    IReadOnlyList<RegistrationField> Changes,
    string? Why,
    ImportRow? Row
)
{
    public BatchItem ToItem() =>
        new()
        {
            Position = Line,
            Reason = Why,
            Row = Outcome is ImportLineStatus.New or ImportLineStatus.Changed ? Row : null,
            RowEmail = Outcome is ImportLineStatus.New or ImportLineStatus.Changed ? Row!.Email : null,
            State = Outcome switch
            {
                ImportLineStatus.Refused => BatchItemState.Refused,
                ImportLineStatus.Unchanged => BatchItemState.NoChange,
                _ => BatchItemState.Waiting,
            },
        };
}
