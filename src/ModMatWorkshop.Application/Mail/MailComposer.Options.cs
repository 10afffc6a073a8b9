using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <content>The options in mails.</content>
public sealed partial class MailComposer
{
    /// <summary>
    /// The options that the mail is about, and what the person has of them: of all options in a mail that is not about one. Null for none.
    /// </summary>
    private static void AddOptions(
        Dictionary<string, string?> values,
        MailKind kind,
        OutboxMessage message,
        Registration registration,
        Workshop workshop,
        Words words
    )
    {
        var places = registration.Options.Where(p => !p.IsKept);
        if (kind is MailKind.OptionOffer or MailKind.OptionOfferReminder)
            places = places.Where(p => p.IsOffered);
        else if (kind == MailKind.OptionOfferLapsed)
            places = places.Where(p => p.Key == LapseOptions.KeyIn(message.Cause));
        var named = places.Select(p => (Place: p, Name: NameOf(p.Key))).ToList();
        values["option"] =
            kind == MailKind.OptionOfferLapsed ? NameOf(LapseOptions.KeyIn(message.Cause)) : string.Join(", ", named.Select(n => n.Name));
        values["option-lines"] =
            named.Count == 0 ? null : string.Join('\n', named.Select(n => words.ListChip(n.Name, words.OptionPlaceInWords(n.Place))));

        string NameOf(string key) =>
            OnOneLine(
                words.Of(
                    workshop.Options.FirstOrDefault(o => o.Key == key)?.Name
                        ?? registration.Details.Answers.Find(WorkshopOption.IdOf(key))?.Label
                        ?? Localized.Same(key)
                )
            );
    }
}
