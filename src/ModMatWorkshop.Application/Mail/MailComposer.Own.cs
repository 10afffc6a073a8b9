using Microsoft.EntityFrameworkCore;
using MimeKit;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Mails;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <content>The organisers' words, and what surrounds a text: sender, signature, attachments.</content>
public sealed partial class MailComposer
{
    /// <summary>Fills the organisers' words for a mail or, where they have none without an error, the built-in text.</summary>
    private async Task<MailContent> FillAsync(
        MailDefinition mail,
        IReadOnlyDictionary<string, string?> values,
        Workshop workshop,
        Words words,
        CancellationToken cancel,
        string? template = null
    ) => Fill(mail, await OwnWordsAsync(mail.Kind, workshop, cancel), values, workshop, words, template);

    /// <param name="template">The name of the files of the built-in text; null for the kind of the mail.</param>
    private MailContent Fill(
        MailDefinition mail,
        OwnMail? own,
        IReadOnlyDictionary<string, string?> values,
        Workshop workshop,
        Words words,
        string? template = null
    )
    {
        template ??= mail.Kind.ToString();
        var language = words.Language;
        var signature = SignatureOf(workshop, language);
        if (own?.Body(language) is not { Length: > 0 } text)
            return MailTemplate.Fill(template, values, words, signature);
        try
        {
            return MessageText.Fill(own.Subject.In(language), MailTemplate.WithPractical(text, language), values, words, signature);
        }
        catch (Exception failure) when (failure is KeyNotFoundException or NotSupportedException)
        {
            // The check knows every placeholder. A mail that is late is worse than one in other words.
            LogOwnWordsFailed(failure, mail.Kind);
            return MailTemplate.Fill(template, values, words, signature);
        }
    }

    /// <summary>
    /// The last good words of the organisers. They are checked again, because an earlier program may have imported them.
    /// </summary>
    private async Task<OwnMail?> OwnWordsAsync(MailKind kind, Workshop workshop, CancellationToken cancel)
    {
        var name = MailReader.FileOf(kind);
        var other = workshop.Languages.Second is { } second ? TranslatedBodies.NameOf(name[..^".md".Length], second) : "";
        var texts = await db
            .LastGoodFiles.AsNoTracking()
            .Where(f => f.Name == name || f.Name == other)
            .ToDictionaryAsync(f => f.Name, f => f.Text, cancel);
        return texts.TryGetValue(name, out var text)
            ? MailReader.Read(kind, text, texts.GetValueOrDefault(other), workshop.Languages, new())
            : null;
    }

    /// <summary>The mail as an invented person would get it: each placeholder has its example.</summary>
    public async Task<MailContent> PreviewAsync(OwnMail own, Language language, CancellationToken cancel)
    {
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var words = new Words(language);
        return Fill(MailList.Find(own.Kind)!, own, ExamplesOf(own.Kind, workshop, words), workshop, words);
    }

    private Dictionary<string, string?> ExamplesOf(MailKind kind, Workshop workshop, Words words)
    {
        var values = MailPlaceholders
            .For(kind)
            .Where(p => p.Name != MailPlaceholders.Practical)
            .ToDictionary(p => p.Name, p => p.Example?.In(words.Language));
        foreach (var (name, value) in ValuesOf(workshop, words))
            values[name] = value;
        values["half-days-title"] = words.YourHalfDays(1);
        values["qr"] = "";
        return values;
    }

    /// <summary>The mail as this person would get it now, with secret links that do not work; null for a mail to somebody else.</summary>
    public async Task<MailContent?> PreviewAsync(OwnMail own, Registration person, Language language, CancellationToken cancel)
    {
        if (MailList.Find(own.Kind) is not RegistrationMail mail)
            return null;
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var words = new Words(language);
        var facts = mail.HasCalendar ? new PracticalFacts(person, await db.WholeScheduleAsync(cancel), site, links) : null;
        var message = OutboxMessage.For(person, own.Kind, "preview", realTime.GetUtcNow(), workshop.UidDomain);
        var values = await ValuesAsync(mail, message, facts, person, workshop, words, cancel);
        foreach (var secret in new[] { MailPlaceholders.Link, "calendar", "session-link" })
            if (values.GetValueOrDefault(secret) is { } address)
                values[secret] = WithoutSecret(address);
        return Fill(mail, own, values, workshop, words);
    }

    /// <summary>The address as a preview shows it: it opens nothing.</summary>
    private static string WithoutSecret(string address) => address[..(address.LastIndexOf('/') + 1)] + "***";

    private static string? SignatureOf(Workshop workshop, Language language) => workshop.Mail?.Signature?.In(language);

    private MimeMessage CreateMessage(
        OutboxMessage message,
        string subject,
        BodyBuilder body,
        string address,
        Workshop workshop,
        Words words
    )
    {
        var mail = new MimeMessage
        {
            MessageId = message.MessageId,
            Date = realTime.GetUtcNow(),
            Subject = OnOneLine(subject),
            Body = body.ToMessageBody(),
        };
        var own = workshop.Mail;
        // The domain of the address is the one for which the mail server may send, so content gives the name alone.
        mail.From.Add(
            own?.From is { } name ? new MailboxAddress(OnOneLine(name.In(words.Language)), settings.Mail.From.Address) : settings.Mail.From
        );
        var reply = own?.ReplyTo is { } answers ? new MailboxAddress("", answers) : settings.Mail.ReplyTo;
        if (reply is not null)
            mail.ReplyTo.Add(reply);
        // The address only: no user input in headers.
        mail.To.Add(new MailboxAddress("", address));
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        // Mails about somebody's own registration answer what they did. A message of the organisers can be stopped by writing to them.
        if (message.Kind == MailKind.Message)
            mail.Headers.Add(HeaderId.ListUnsubscribe, $"<mailto:{(reply ?? settings.Mail.From).Address}?subject=unsubscribe>");
        mail.Body.Headers.Add(HeaderId.ContentLanguage, words.Language.Tag());
        return mail;
    }

    /// <summary>Attaches the files that the content names for this mail. A missing file does not stop the mail.</summary>
    private void Attach(BodyBuilder body, MailKind kind, Workshop workshop)
    {
        var left = WorkshopMail.MaxAttached;
        foreach (var attachment in workshop.Mail?.Attachments ?? [])
        {
            if (!attachment.Mails.Contains(MailPlaceholders.FileStem(kind)))
                continue;
            if (
                MaterialFileType.Of(attachment.File) is not { } type
                || MaterialReader.Find(settings.ContentPath, attachment.File) is not { } file
                || file.Length > left
            )
            {
                LogNotAttached(attachment.File, kind);
                continue;
            }
            left -= (int)file.Length;
            body.Attachments.Add(attachment.File, File.ReadAllBytes(file.FullName), ContentType.Parse(type.MediaType));
        }
    }

    [LoggerMessage(LogLevel.Error, "The organisers' words for the email {Kind} cannot be used; the built-in text is sent")]
    private partial void LogOwnWordsFailed(Exception failure, MailKind kind);

    [LoggerMessage(LogLevel.Warning, "The file {File} is missing or too large, so the email {Kind} goes without it")]
    private partial void LogNotAttached(string file, MailKind kind);
}
