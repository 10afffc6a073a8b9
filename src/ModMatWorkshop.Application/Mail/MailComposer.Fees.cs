using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <content>The mail about the fee.</content>
public sealed partial class MailComposer
{
    /// <summary>False for a reminder to somebody who has nothing to pay any more.</summary>
    private async Task<bool> IsStillDueAsync(
        RegistrationMail mail,
        Registration registration,
        Workshop workshop,
        CancellationToken cancel
    ) =>
        mail.Kind != MailKind.FeeReminder || (await FeeQueries.OfAsync(db, workshop, registration, cancel)).Account.Status == FeeStatus.Due;

    private async Task AddFeeAsync(
        Dictionary<string, string?> values,
        Registration registration,
        Workshop workshop,
        Words words,
        CancellationToken cancel
    )
    {
        var person = await FeeQueries.OfAsync(db, workshop, registration, cancel);
        values["amount"] = words.OpenAmount(person.Account, workshop.Fees);
        values["reference"] = person.Reference;
    }
}
