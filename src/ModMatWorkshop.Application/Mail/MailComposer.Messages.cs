using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <content>Messages of the organisers.</content>
public sealed partial class MailComposer
{
    /// <summary>Renders a mail about changes of the programme, with those that concern the recipient first.</summary>
    /// <param name="isMasked">True when an organiser reads it: the secret link is replaced by one that does not work.</param>
    public async Task<MailContent> RenderAsync(
        ProgrammeChanges changes,
        Registration registration,
        Language language,
        bool isMasked,
        CancellationToken cancel
    )
    {
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var words = new Words(language);
        var values = await ValuesAsync(links.Of(registration), null, registration, workshop, words, cancel);
        if (isMasked)
            values["link"] = site.Of(Routes.MyRegistration.Path(workshop.Languages, language)) + "***";
        var concerns = changes.Differences.ToLookup(
            d => new ProgrammeAudience(changes, d).Includes(registration),
            d => words.LineOf(d, workshop.TimeZone)
        );
        values["yours"] = concerns[true].Any() ? string.Join('\n', concerns[true]) : null;
        values["others"] = concerns[false].Any() ? string.Join('\n', concerns[false]) : null;
        values["more"] = values["others"] is null ? null : "";
        values["changes"] = site.Of(Routes.Changes.Path(workshop.Languages, language));
        return MailTemplate.Fill(ProgrammeNewsService.Template, values, words, SignatureOf(workshop, language));
    }

    /// <summary>Renders a message for one recipient, in their language if the message has text in it.</summary>
    /// <param name="isMasked">True when an organiser reads it: the secret link is replaced by one that does not work.</param>
    public async Task<MailContent> RenderAsync(Message text, Registration registration, bool isMasked, CancellationToken cancel)
    {
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var language = text.LanguageFor(workshop.Languages.OrFirst(registration.Details.Language));
        if (text.UpToVersion is { } upTo)
            return await RenderAsync(
                await ProgrammeNewsService.ChangesAsync(db, text.AfterVersion, upTo, cancel),
                registration,
                language,
                isMasked,
                cancel
            );
        var words = new Words(language);
        var values = await ValuesAsync(links.Of(registration), registration.HoldUntil, registration, workshop, words, cancel);
        if (isMasked)
            values["link"] = site.Of(Routes.MyRegistration.Path(workshop.Languages, language)) + "***";
        // The address may be unconfirmed. Anybody could type any text as a name, and the site would mail it to a stranger.
        if (registration.Status == RegistrationStatus.Pending)
            foreach (var name in MessageText.UserSuppliedNames)
                values[name] = null;
        return MessageText.Fill(text.Subject(language), text.Body(language), values, words, SignatureOf(workshop, language));
    }
}
