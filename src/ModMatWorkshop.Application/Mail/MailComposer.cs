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
    public async Task<MimeMessage?> ComposeAsync(OutboxMessage message, CancellationToken cancel) =>
        MailList.Find(message.Kind) switch
        {
            RegistrationMail mail => await ComposeAsync(mail, message, cancel),
            GuestMail mail => await ComposeAsync(mail, message, cancel),
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

        var words = new Words(text?.LanguageFor(registration.Details.Language) ?? registration.Details.Language);
        var letter = text is null
            ? MailTemplate.Fill(mail, await ValuesAsync(mail, registration, workshop, words, cancel), words)
            : await PreviewAsync(text, registration, isMasked: isTest, cancel);
        var body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html };
        if (mail.HasCalendar && ExportList.PersonalCalendar is { } calendar)
            body.Attachments.Add(await CalendarAsync(registration, calendar, cancel));
        var subject = isTest ? words.TestOf(letter.Subject) : letter.Subject;
        return Sealed(message, subject, body, message.To ?? mail.AddressOf(registration), words);
    }

    /// <summary>To a guest, whom nothing is known of but what an organiser noted: nothing of that is repeated.</summary>
    private async Task<MimeMessage?> ComposeAsync(GuestMail mail, OutboxMessage message, CancellationToken cancel)
    {
        var invitation = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == message.RegistrationId, cancel);
        if (invitation is not { Email: { } address, UsedBy: null })
            return null;
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var words = new Words(invitation.Language);
        var state = await db.WorkshopStates.AsNoTracking().SingleAsync(cancel);
        var until = state.LastReserveDay(workshop.ReservedUntil, workshop.RegistrationCloses);
        if (Today(workshop) > until)
            return null;
        var letter = MailTemplate.Fill(
            mail,
            new Dictionary<string, string?>(ValuesOf(workshop, words))
            {
                ["until"] = words.DayWithYear(until),
                ["link"] = site.Of(mail.LinkOf(invitation, links)),
            },
            words
        );
        return Sealed(message, letter.Subject, new() { TextBody = letter.Text, HtmlBody = letter.Html }, address, words);
    }

    /// <summary>About an account. A link in it lasts from when it was asked for, however long the mail has waited.</summary>
    private async Task<MimeMessage?> ComposeAsync(OrganiserMail mail, OutboxMessage message, CancellationToken cancel)
    {
        var organiser = await db.Organisers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == message.OrganiserId, cancel);
        var until = message.CreatedAt + mail.LinkLifetime;
        if (organiser is null or { DisabledAt: not null } || until <= realTime.GetUtcNow() || !mail.IsStillTrue(organiser))
            return null;
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var words = new Words(organiser.Language);
        var letter = MailTemplate.Fill(
            mail,
            new Dictionary<string, string?>(ValuesOf(workshop, words))
            {
                ["organiser"] = organiser.Role == OrganiserRole.Organiser ? "" : null,
                ["helper"] = organiser.Role == OrganiserRole.Helper ? "" : null,
                ["link"] = until is { } end ? site.Of(organiserLinks.ToPassword(organiser, end)) : null,
                ["until"] = until is { } deadline ? Instant(deadline, workshop, words) : null,
                ["when"] = Instant(message.CreatedAt, workshop, words),
                ["account"] = site.Of("/admin/account"),
                ["forgotten"] = site.Of("/admin/login/forgotten"),
            },
            words
        );
        return Sealed(message, letter.Subject, new() { TextBody = letter.Text, HtmlBody = letter.Html }, organiser.Email!, words);
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
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var values = await ValuesAsync(links.Of(registration), registration.HoldUntil, registration, workshop, words, cancel);
        if (isMasked)
            values["link"] = site.Of(Routes.MyRegistration.Path(language)) + "***";
        // Nobody may have confirmed this address yet: a stranger could have typed the name into a mail that we send.
        if (registration.Status == RegistrationStatus.Pending)
            foreach (var name in MessageText.UserSuppliedNames)
                values[name] = null;
        return MessageText.Fill(text.Subject(language), text.Body(language), values, words);
    }

    private Task<Dictionary<string, string?>> ValuesAsync(
        RegistrationMail mail,
        Registration registration,
        Workshop workshop,
        Words words,
        CancellationToken cancel
    ) => ValuesAsync(mail.TokenOf(registration, links), mail.Until(registration), registration, workshop, words, cancel);

    /// <summary>The mails to an address that nobody may have confirmed yet name no <c>{name}</c>: a stranger could have typed it.</summary>
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
        int? rank = registration.LineNumber is { } line ? await db.Registrations.CountAsync(r => r.LineNumber <= line, cancel) : null;
        var first = await db.Slots.AsNoTracking().OrderBy(s => s.Start).Select(s => (DateTimeOffset?)s.Start).FirstOrDefaultAsync(cancel);
        var (venue, seated) = (workshop.Venue, registration.Place == Place.Seat);
        return new(ValuesOf(workshop, words))
        {
            ["address"] = string.Join(", ", [venue.Name, .. venue.Address, venue.TownLine()]),
            ["room"] = venue.Room?.In(language),
            ["name"] = OnOneLine(registration.Details.Name),
            ["given-name"] = OnOneLine(registration.Details.GivenName),
            ["family-name"] = OnOneLine(registration.Details.FamilyName),
            ["affiliation"] = OnOneLine(registration.Details.Affiliation),
            ["place"] = words.Got(registration.Place, rank),
            ["rank"] = rank is { } number ? $"{number}" : null,
            ["until"] = until > clock.GetUtcNow() ? Instant(until.Value, workshop, words) : null,
            ["start"] = first is { } start ? Instant(start, workshop, words) : words.DayWithYear(workshop.Start),
            ["seated"] = seated ? "" : null,
            ["remote"] = seated ? null : "",
            ["link"] = site.Of(Routes.MyRegistration.Path(language, token)),
            ["live"] = site.Of(Routes.Live.Path(language)),
            ["info"] = site.Of(Routes.PracticalInfo.Path(language)),
            ["programme"] = site.Of(Routes.Programme.Path(language)),
        };
    }

    /// <summary>What every template may name.</summary>
    private Dictionary<string, string?> ValuesOf(Workshop workshop, Words words) =>
        new()
        {
            ["workshop"] = workshop.Name,
            ["dates"] = words.Dates(workshop.Start, workshop.End),
            ["where"] = $"{workshop.Venue.Name}, {workshop.Venue.City}",
            ["contact"] = workshop.Contact,
            ["site"] = site.Of(Routes.Home.Path(words.Language)),
        };

    private DateOnly Today(Workshop workshop) => DateOnly.FromDateTime(workshop.Local(clock.GetUtcNow()).DateTime);

    private static string Instant(DateTimeOffset instant, Workshop workshop, Words words) =>
        words.Deadline(workshop.Local(instant), workshop.TimeZoneId.Split('/')[^1].Replace('_', ' '));

    private static string OnOneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));

    private async Task<MimePart> CalendarAsync(Registration registration, SelectionExport export, CancellationToken cancel)
    {
        var schedule = await db.WholeScheduleAsync(cancel);
        var slugs = registration.Details.TimetableIn(schedule).Select(s => s.Slug).ToList();
        var calendar = export.Write(schedule, slugs, site, registration.Details.Language);
        var name = schedule.Workshop.Slug + Path.GetExtension(export.FileName);
        return new("text", "calendar")
        {
            ContentType = { Charset = "utf-8", Name = name },
            ContentDisposition = new(ContentDisposition.Attachment) { FileName = name },
            ContentTransferEncoding = ContentEncoding.Base64,
            Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(calendar))),
        };
    }
}
