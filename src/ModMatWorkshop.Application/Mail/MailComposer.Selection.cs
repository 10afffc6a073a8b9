using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <content>What mails say about applications and travel support.</content>
public sealed partial class MailComposer
{
    private void AddSelection(Dictionary<string, string?> values, Registration registration, Workshop workshop, Words words)
    {
        var isDecided = registration.Selection is Selection.Accepted or Selection.Declined;
        values["reason"] = isDecided ? registration.SelectionReason : null;
        values["support"] = registration.TravelSupportWords is { } support ? OnOneLine(support) : null;
        values["answers"] = workshop.AnswersBy is { } day && day >= Today(workshop) ? words.DayWithYear(day) : null;
        values["in-line"] = registration.Place == Place.WaitingList ? "" : null;
        values["follows"] = registration.Place == Place.Remote ? "" : null;
    }
}
