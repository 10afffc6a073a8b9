using Microsoft.EntityFrameworkCore;
using MimeKit;
using ModMatWorkshop.Application.Chairs;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Composes the mail for an outbox row when it is sent, from current data.</summary>
public sealed partial class MailComposer(
    WorkshopDb db,
    SiteAddress site,
    SiteSettings settings,
    SecretLinks links,
    OrganiserLinks organiserLinks,
    SiteClock clock,
    TimeProvider realTime,
    ILogger<MailComposer> log
)
{
    /// <returns>Null when the mail is no longer true and is not to be sent.</returns>
    public async Task<MimeMessage?> ComposeAsync(OutboxMessage message, CancellationToken cancel) =>
        MailList.Find(message.Kind) switch
        {
            RegistrationMail mail => await ComposeAsync(mail, message, cancel),
            GuestMail mail => await ComposeAsync(mail, message, cancel),
            SubmissionMail mail => await ComposeAsync(mail, message, cancel),
            OrganiserMail mail => await ComposeAsync(mail, message, cancel),
            _ => throw new InvalidOperationException($"There is no mail of the kind {message.Kind}."),
        };

    private async Task<MimeMessage?> ComposeAsync(RegistrationMail mail, OutboxMessage message, CancellationToken cancel)
    {
        var registration = await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == message.RegistrationId, cancel);
        if (registration is null)
            return null;
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var text = message.TextId is { } id ? await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel) : null;
        var isTest = message.To is not null;
        if (!mail.IsStillTrue(new(registration, workshop, text, isTest, clock.GetUtcNow(), Today(workshop))))
            return null;
        if (!await IsStillDueAsync(mail, registration, workshop, cancel))
            return null;

        var language = workshop.Languages.OrFirst(registration.Details.Language);
        var words = new Words(text?.LanguageFor(language) ?? language);
        var facts = mail.HasCalendar ? new PracticalFacts(registration, await db.WholeScheduleAsync(cancel), site, links) : null;
        var content = text is null
            ? await FillAsync(
                mail,
                await ValuesAsync(mail, message, facts, registration, workshop, words, cancel),
                workshop,
                words,
                cancel,
                mail.TemplateOf(registration)
            )
            : await RenderAsync(text, registration, isMasked: isTest, cancel);
        var body = new BodyBuilder { TextBody = content.Text, HtmlBody = content.Html };
        facts?.AddTo(body, withTicket: mail.IsPractical);
        Attach(body, mail.Kind, workshop);
        var subject = isTest ? words.TestOf(content.Subject) : content.Subject;
        return CreateMessage(message, subject, body, message.To ?? mail.AddressOf(registration), workshop, words);
    }

    /// <summary>Composes a mail to a guest, who reads who invites them.</summary>
    private async Task<MimeMessage?> ComposeAsync(GuestMail mail, OutboxMessage message, CancellationToken cancel)
    {
        var invitation = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == message.RegistrationId, cancel);
        if (invitation is not { Email: { } address, UsedBy: null })
            return null;
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var words = new Words(workshop.Languages.OrFirst(invitation.Language));
        var state = await db.WorkshopStates.AsNoTracking().SingleAsync(cancel);
        var until = state.LastReserveDay(workshop.ReservedUntil, workshop.RegistrationCloses);
        if (Today(workshop) > until)
            return null;
        var parts = invitation.PartsIn(await RoleQueries.RolesAsync(db, cancel));
        var content = await FillAsync(
            mail,
            new Dictionary<string, string?>(ValuesOf(workshop, words))
            {
                ["guest"] = OnOneLine(invitation.Guest),
                ["inviter"] = words.Inviter(await InviterAsync(invitation, cancel)),
                ["invited-as"] = parts.Count > 0 ? string.Join('\n', parts.Select(words.InvitedAs)) : null,
                ["until"] = words.DayWithYear(until),
                ["link"] = site.Of(mail.LinkOf(invitation, workshop.Languages, links)),
            },
            workshop,
            words,
            cancel
        );
        var body = new BodyBuilder { TextBody = content.Text, HtmlBody = content.Html };
        Attach(body, mail.Kind, workshop);
        return CreateMessage(message, content.Subject, body, address, workshop, words);
    }

    /// <summary>The name of the organiser who invited; null when the account is gone.</summary>
    private async Task<string?> InviterAsync(Invitation invitation, CancellationToken cancel) =>
        Actor.OrganiserIn(invitation.By) is { } number
            ? await db.Organisers.Where(o => o.Number == number).Select(o => o.Name).SingleOrDefaultAsync(cancel)
            : null;

    /// <summary>
    /// Composes a mail about an account. The lifetime of its link starts when the mail is requested, not when it is sent.
    /// </summary>
    private async Task<MimeMessage?> ComposeAsync(OrganiserMail mail, OutboxMessage message, CancellationToken cancel)
    {
        var organiser = await db.Organisers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == message.OrganiserId, cancel);
        var until = message.CreatedAt + mail.LinkLifetime;
        if (organiser is null or { DisabledAt: not null } || until <= realTime.GetUtcNow() || !mail.IsStillTrue(organiser))
            return null;
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var words = new Words(organiser.Language);
        var content = await FillAsync(
            mail,
            new Dictionary<string, string?>(ValuesOf(workshop, words))
            {
                ["roles"] = words.RoleNames(organiser.Roles),
                ["link"] = until is { } end ? site.Of(organiserLinks.PasswordPath(organiser, end)) : null,
                ["until"] = until is { } deadline ? Instant(deadline, workshop, words) : null,
                ["when"] = Instant(message.CreatedAt, workshop, words),
                ["account"] = site.Of("/admin/account"),
                ["forgotten"] = site.Of("/admin/login/forgotten"),
            },
            workshop,
            words,
            cancel
        );
        var body = new BodyBuilder { TextBody = content.Text, HtmlBody = content.Html };
        return CreateMessage(message, content.Subject, body, organiser.Email!, workshop, words);
    }

    private async Task<Dictionary<string, string?>> ValuesAsync(
        RegistrationMail mail,
        OutboxMessage message,
        PracticalFacts? facts,
        Registration registration,
        Workshop workshop,
        Words words,
        CancellationToken cancel
    )
    {
        var values = await ValuesAsync(mail.TokenOf(registration, links), mail.Until(registration), registration, workshop, words, cancel);
        if (mail.Kind == MailKind.ProgrammeChanged)
        {
            var id = ProgrammeChange.IdIn(message);
            var change = await db.ProgrammeChanges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel);
            var lines = words.ChangesFor(registration, change?.HalfDays ?? []);
            values["changes"] = lines.Count > 0 ? string.Join('\n', lines) : null;
            values["check"] = change?.AsksToCheck == true ? "" : null;
            values["told"] = change?.AsksToCheck == true ? null : "";
        }
        if (mail.Kind == MailKind.WaitingList)
        {
            var isAtDesk = (await RegistrationContext.ReadAsync(db, cancel)).Policy.DeskGivesSeatsAt(clock.GetUtcNow());
            values["desk"] = isAtDesk ? "" : null;
            values["offers"] = isAtDesk ? null : "";
        }
        if (mail.Kind == MailKind.SessionChair)
            await AddSessionAsync(message, workshop, values, words, cancel);
        if (mail.Kind == MailKind.AlreadyRegistered)
            values["proposal"] = await ProposalService.FindAsync(db, registration.Id, cancel) is null ? null : "";
        AddSelection(values, registration, workshop, words);
        if (mail.Kind == MailKind.ChangeRefused)
            values["reason"] = (await ProposalService.FindLateAsync(db, registration.Id, cancel))?.Reason;
        if (mail.Kind == MailKind.FeeReminder)
            await AddFeeAsync(values, registration, workshop, words, cancel);
        AddOptions(values, mail.Kind, message, registration, workshop, words);
        facts?.AddTo(values, words);
        return values;
    }

    /// <summary>Adds the session that the person chairs; a session that has left the programme since has no link.</summary>
    private async Task AddSessionAsync(
        OutboxMessage message,
        Workshop workshop,
        Dictionary<string, string?> values,
        Words words,
        CancellationToken cancel
    )
    {
        var number = SessionLinkService.SessionIn(message);
        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Number == number, cancel);
        var generation = await db.SessionLinks.Where(l => l.SessionNumber == number).Select(l => l.Generation).SingleOrDefaultAsync(cancel);
        values["session"] = session is null ? null : OnOneLine(words.SessionAndHalfDay(session));
        values["session-link"] = session is null
            ? null
            : site.Of(Routes.ChairSession.Path(workshop.Languages, words.Language, links.OfSession(session.Number, generation)));
    }

    /// <summary>
    /// The values for placeholders. Mails to unconfirmed addresses must not use names, because anybody can have typed them.
    /// </summary>
    private async Task<Dictionary<string, string?>> ValuesAsync(
        string token,
        DateTimeOffset? until,
        Registration registration,
        Workshop workshop,
        Words words,
        CancellationToken cancel
    )
    {
        var language = words.Language;
        var first = await db.Slots.AsNoTracking().OrderBy(s => s.Start).Select(s => (DateTimeOffset?)s.Start).FirstOrDefaultAsync(cancel);
        var hasInfo = (await db.PageLinksAsync(cancel)).Any(p => p.Route == Routes.PracticalInfo);
        var (venue, seated) = (workshop.Venue, registration.Place == Place.Seat);
        return new(ValuesOf(workshop, words))
        {
            ["address"] = string.Join(", ", [venue.Name, .. venue.Address, venue.TownLine()]),
            ["room"] = venue.Room?.In(language),
            ["directions"] = hasInfo ? venue.Directions?.In(language) ?? words.DirectionsAreOnTheSite : null,
            ["directions-only"] = hasInfo ? null : venue.Directions?.In(language),
            ["name"] = OnOneLine(registration.Details.Name),
            ["given-name"] = OnOneLine(registration.Details is { GivenName: { Length: > 0 } given } ? given : registration.Details.Name),
            ["family-name"] = OnOneLine(
                registration.Details is { FamilyName: { Length: > 0 } family } ? family : registration.Details.Name
            ),
            ["affiliation"] = OnOneLine(registration.Details.Affiliation),
            ["place"] = words.Got(registration.Place, workshop.Offer),
            ["waiting"] = words.WaitingSubject(workshop.Offer),
            ["stream"] = workshop.Offer.HasStream() ? "" : null,
            ["no-stream"] = workshop.Offer.HasStream() ? null : "",
            ["switch"] = workshop.Offer == AttendanceOffer.Both ? "" : null,
            ["no-switch"] = workshop.Offer == AttendanceOffer.Both ? null : "",
            ["until"] = until > clock.GetUtcNow() ? Instant(until.Value, workshop, words) : null,
            ["start"] = first is { } start ? Instant(start, workshop, words) : words.DayWithYear(workshop.Start),
            ["seated"] = seated ? "" : null,
            ["remote"] = seated || !workshop.Offer.HasStream() ? null : "",
            ["link"] = site.Of(Routes.MyRegistration.Path(workshop.Languages, language, token)),
            ["live"] = site.Of(Routes.Live.Path(workshop.Languages, language)),
            ["info"] = site.Of(Routes.PracticalInfo.Path(workshop.Languages, language)),
            ["register"] = site.Of(Routes.Register.Path(workshop.Languages, language)),
            ["programme"] = site.Of(Routes.Programme.Path(workshop.Languages, language)),
        };
    }

    /// <summary>The values that every template may use.</summary>
    private Dictionary<string, string?> ValuesOf(Workshop workshop, Words words) =>
        new()
        {
            ["workshop"] = workshop.Name,
            ["dates"] = words.Dates(workshop.Start, workshop.End),
            ["where"] = $"{workshop.Venue.Name}, {workshop.Venue.City}",
            ["contact"] = workshop.Contact,
            ["fee"] = workshop.Fee?.In(words.Language),
            ["site"] = site.Of(Routes.Home.Path(workshop.Languages, words.Language)),
        };

    private DateOnly Today(Workshop workshop) => DateOnly.FromDateTime(workshop.Local(clock.GetUtcNow()).DateTime);

    private static string Instant(DateTimeOffset instant, Workshop workshop, Words words) =>
        words.Deadline(workshop.Local(instant), words.ZoneName(workshop.TimeZoneId));

    private static string OnOneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
