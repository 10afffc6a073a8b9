using System.Text;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Writes the mail of a row of the outbox when its turn has come, from what is true then.</summary>
public sealed class MailComposer(
    WorkshopDb db,
    SiteAddress site,
    SiteSettings settings,
    SecretLinks links,
    OrganiserLinks organiserLinks,
    SiteClock clock,
    TimeProvider realTime
)
{
    /// <returns>Null when what it would say is no longer so.</returns>
    public async Task<MimeMessage?> ComposeAsync(OutboxMessage message, CancellationToken cancel)
    {
        if (message.Kind == MailKind.Invitation)
            return await ComposeInvitationAsync(message, cancel);
        if (message.OrganiserId is { } organiser)
            return await ComposeOrganiserMailAsync(message, organiser, cancel);
        var registration = await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == message.RegistrationId, cancel);
        if (registration is null)
            return null;
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var text = message.TextId is { } id ? await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel) : null;
        var isTest = message.To is not null;
        if (
            message.Kind == MailKind.Message
                ? text is null || !isTest && registration.Status == RegistrationStatus.Cancelled && !text.ToCancelled
                : !IsStillValid(message.Kind, registration, workshop)
        )
            return null;

        var words = new Words(text?.LanguageFor(registration.Details.Language) ?? registration.Details.Language);
        var letter = text is null
            ? MailTemplate.Fill(message.Kind, await ValuesAsync(message.Kind, registration, workshop, words, cancel), words)
            : await PreviewAsync(text, registration, isMasked: isTest, cancel);
        var body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html };
        if (message.Kind is MailKind.Confirmed or MailKind.Reminder)
            body.Attachments.Add(await CalendarAsync(registration, cancel));
        return Sealed(
            message,
            isTest ? words.TestOf(letter.Subject) : letter.Subject,
            body,
            message.To ?? AddressFor(message.Kind, registration),
            words
        );
    }

    /// <summary>To a guest, whom nothing is known of but what an organiser noted: nothing of that is repeated.</summary>
    private async Task<MimeMessage?> ComposeInvitationAsync(OutboxMessage message, CancellationToken cancel)
    {
        var invitation = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == message.RegistrationId, cancel);
        if (invitation is not { Email: { } address, UsedBy: null })
            return null;
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var words = new Words(invitation.Language);
        var room = await db.WorkshopStates.AsNoTracking().SingleAsync(cancel);
        var until = room.LastReserveDay(workshop.ReservedUntil, workshop.RegistrationCloses);
        if (DateOnly.FromDateTime(workshop.Local(clock.GetUtcNow()).DateTime) > until)
            return null;
        var values = new Dictionary<string, string?>
        {
            ["workshop"] = workshop.Name,
            ["dates"] = words.Dates(workshop.Start, workshop.End),
            ["where"] = $"{workshop.Venue.Name}, {workshop.Venue.City}",
            ["contact"] = workshop.Contact,
            ["until"] = words.DayWithYear(until),
            ["link"] = site.Of($"{Routes.Register.Path(words.Language)}?invitation={links.OfInvitation(invitation.Id)}"),
            ["site"] = site.Of(Routes.Home.Path(words.Language)),
        };
        var letter = MailTemplate.Fill(message.Kind, values, words);
        return Sealed(message, letter.Subject, new() { TextBody = letter.Text, HtmlBody = letter.Html }, address, words);
    }

    /// <summary>About an account. A link in it lasts from when it was asked for, however long the mail has waited.</summary>
    private async Task<MimeMessage?> ComposeOrganiserMailAsync(OutboxMessage message, Guid id, CancellationToken cancel)
    {
        var organiser = await db.Organisers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancel);
        var lasts = message.Kind == MailKind.OrganiserInvitation ? OrganiserLinks.InvitationLifetime : OrganiserLinks.ResetLifetime;
        var until = message.CreatedAt + lasts;
        var hasLink = message.Kind is MailKind.OrganiserInvitation or MailKind.PasswordReset;
        if (
            organiser is null or { DisabledAt: not null }
            || hasLink && until <= realTime.GetUtcNow()
            || message.Kind == MailKind.OrganiserInvitation && organiser.PasswordHash is not null
        )
            return null;
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var words = new Words(organiser.Language);
        var letter = MailTemplate.Fill(
            message.Kind,
            new Dictionary<string, string?>
            {
                ["workshop"] = workshop.Name,
                ["dates"] = words.Dates(workshop.Start, workshop.End),
                ["where"] = $"{workshop.Venue.Name}, {workshop.Venue.City}",
                ["contact"] = workshop.Contact,
                ["site"] = site.Of(Routes.Home.Path(words.Language)),
                ["organiser"] = organiser.Role == OrganiserRole.Organiser ? "" : null,
                ["helper"] = organiser.Role == OrganiserRole.Helper ? "" : null,
                ["link"] = site.Of(organiserLinks.ToPassword(organiser, until)),
                ["until"] = Instant(until),
                ["when"] = Instant(message.CreatedAt),
                ["account"] = site.Of("/admin/account"),
                ["forgotten"] = site.Of("/admin/login/forgotten"),
            },
            words
        );
        return Sealed(message, letter.Subject, new() { TextBody = letter.Text, HtmlBody = letter.Html }, organiser.Email!, words);

        string Instant(DateTimeOffset instant) =>
            words.Deadline(workshop.Local(instant), workshop.TimeZoneId.Split('/')[^1].Replace('_', ' '));
    }

    private MimeMessage Sealed(OutboxMessage message, string subject, BodyBuilder body, string address, Words words)
    {
        var mail = new MimeMessage
        {
            MessageId = message.MessageId,
            Date = realTime.GetUtcNow(),
            Subject = subject,
            Body = body.ToMessageBody(),
        };
        mail.From.Add(settings.Mail.From);
        if (settings.Mail.ReplyTo is { } reply)
            mail.ReplyTo.Add(reply);
        // Without the name: nothing that was typed stands in a header.
        mail.To.Add(new MailboxAddress("", address));
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mail.Body.Headers.Add(HeaderId.ContentLanguage, words.Language.Tag());
        return mail;
    }

    /// <summary>A message as one person would read it, in their language if it was written in it.</summary>
    /// <param name="isMasked">For the eyes of an organiser: the secret link opens nothing.</param>
    public async Task<MailContent> PreviewAsync(Message text, Registration registration, bool isMasked, CancellationToken cancel)
    {
        var language = text.LanguageFor(registration.Details.Language);
        var words = new Words(language);
        var values = await ValuesAsync(
            MailKind.Message,
            registration,
            await db.Workshops.AsNoTracking().SingleAsync(cancel),
            words,
            cancel
        );
        if (isMasked)
            values["link"] = site.Of(Routes.MyRegistration.Path(language)) + "***";
        // Nobody may have confirmed this address yet: a stranger could have typed the name into a mail that we send.
        if (registration.Status == RegistrationStatus.Pending)
            foreach (var name in MessageText.UserSuppliedNames)
                values[name] = null;
        return MessageText.Fill(text.Subject(language), text.Body(language), values, words);
    }

    private bool IsStillValid(MailKind kind, Registration registration, Workshop workshop)
    {
        var confirmed = registration.Status == RegistrationStatus.Confirmed;
        var today = DateOnly.FromDateTime(workshop.Local(clock.GetUtcNow()).DateTime);
        return kind switch
        {
            MailKind.ConfirmAddress => registration.Status == RegistrationStatus.Pending,
            MailKind.Confirmed => confirmed,
            MailKind.WaitingList => confirmed && registration.Place == Place.WaitingList,
            MailKind.Offer => confirmed && registration.Place == Place.Offer && registration.OfferUntil > clock.GetUtcNow(),
            MailKind.SwitchedToSeat => confirmed && registration.Place == Place.Seat,
            MailKind.OfferLapsed or MailKind.SwitchedToRemote => confirmed && registration.Place == Place.Remote,
            MailKind.Cancelled => registration.Status == RegistrationStatus.Cancelled,
            MailKind.LinkAgain => true,
            MailKind.ConfirmNewAddress => registration.NewEmail is not null,
            MailKind.Reminder or MailKind.DayBefore => confirmed && today <= workshop.Start,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such mail."),
        };
    }

    private static string AddressFor(MailKind kind, Registration registration) =>
        kind == MailKind.ConfirmNewAddress ? registration.NewEmail! : registration.Email;

    /// <summary>The mails to an address that nobody may have confirmed yet name no <c>{name}</c>: a stranger could have typed it.</summary>
    private async Task<Dictionary<string, string?>> ValuesAsync(
        MailKind kind,
        Registration registration,
        Workshop workshop,
        Words words,
        CancellationToken cancel
    )
    {
        var language = words.Language;
        var token = kind == MailKind.ConfirmNewAddress ? links.OfNewAddress(registration) : links.Of(registration);
        int? rank = registration.LineNumber is { } line ? await db.Registrations.CountAsync(r => r.LineNumber <= line, cancel) : null;
        var until = kind == MailKind.Offer ? registration.OfferUntil : registration.HoldUntil;
        var first = await db.Slots.AsNoTracking().OrderBy(s => s.Start).Select(s => (DateTimeOffset?)s.Start).FirstOrDefaultAsync(cancel);
        var (venue, seated) = (workshop.Venue, registration.Place == Place.Seat);
        return new()
        {
            ["workshop"] = workshop.Name,
            ["dates"] = words.Dates(workshop.Start, workshop.End),
            ["where"] = $"{venue.Name}, {venue.City}",
            ["address"] = string.Join(", ", [venue.Name, .. venue.Address, venue.TownLine()]),
            ["room"] = venue.Room?.In(language),
            ["contact"] = workshop.Contact,
            ["name"] = OnOneLine(registration.Details.Name),
            ["given-name"] = OnOneLine(registration.Details.GivenName),
            ["family-name"] = OnOneLine(registration.Details.FamilyName),
            ["affiliation"] = OnOneLine(registration.Details.Affiliation),
            ["place"] = words.Got(registration.Place, rank),
            ["rank"] = rank is { } number ? $"{number}" : null,
            ["until"] = until > clock.GetUtcNow() ? Instant(until.Value) : null,
            ["start"] = first is { } start ? Instant(start) : words.DayWithYear(workshop.Start),
            ["seated"] = seated ? "" : null,
            ["remote"] = seated ? null : "",
            ["link"] = site.Of(Routes.MyRegistration.Path(language, token)),
            ["live"] = site.Of(Routes.Live.Path(language)),
            ["info"] = site.Of(Routes.PracticalInfo.Path(language)),
            ["programme"] = site.Of(Routes.Programme.Path(language)),
            ["site"] = site.Of(Routes.Home.Path(language)),
        };

        string Instant(DateTimeOffset instant) =>
            words.Deadline(workshop.Local(instant), workshop.TimeZoneId.Split('/')[^1].Replace('_', ' '));
    }

    private static string OnOneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));

    private async Task<MimePart> CalendarAsync(Registration registration, CancellationToken cancel)
    {
        var schedule = await db.WholeScheduleAsync(cancel);
        var calendar = ICalendar.Favourites(
            schedule,
            [.. registration.Details.TimetableIn(schedule).Select(s => s.Slug)],
            site,
            registration.Details.Language
        );
        var name = $"{schedule.Workshop.Slug}.ics";
        return new("text", "calendar")
        {
            ContentType = { Charset = "utf-8", Name = name },
            ContentDisposition = new(ContentDisposition.Attachment) { FileName = name },
            ContentTransferEncoding = ContentEncoding.Base64,
            Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(calendar))),
        };
    }
}
