using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <content>Applications, late changes and travel support: a workshop without them does not speak of them.</content>
public sealed partial class IndexModel
{
    private Workshop _workshop = null!;

    /// <summary>The actions that the list offers.</summary>
    public IReadOnlyList<string> ActionsHere =>
        [
            .. !_workshop.IsOnApplication ? (string[])[]
            : _workshop.Offer.HasStream() ? ["accept", "decline", "decline-with-stream"]
            : ["accept", "decline"],
            .. _workshop.ChangesUntil is null ? (string[])[] : ["approve-change", "refuse-change"],
            .. Actions,
        ];

    private IEnumerable<RegistrationStatus> Statuses() =>
        Enum.GetValues<RegistrationStatus>()
            .Where(s => _workshop.IsOnApplication || s is not (RegistrationStatus.Applied or RegistrationStatus.Declined));

    private IEnumerable<ListFilter> BySelection()
    {
        if (_workshop.ChangesUntil is not null || Query.AsksForChange)
            yield return WithNumbers("change", words.LateChanges, [("yes", words.ToDecide)]);
        if (Fields.HasTravelSupport || Query.TravelSupport is not null)
            yield return WithNumbers(
                "support",
                words.TravelSupport,
                Enum.GetValues<TravelSupportDecision>().Select(d => (d.ToString().ToLowerInvariant(), words.TravelSupportName(d)))
            );
        if (_workshop.IsOnApplication || Query.Selection is not null)
            yield return WithNumbers(
                "selection",
                words.ApplicationOfPerson,
                Enum.GetValues<Selection>()
                    .Where(s => s != Selection.None)
                    .Select(s => (s.ToString().ToLowerInvariant(), words.SelectionName(s)))
            );
    }
}
