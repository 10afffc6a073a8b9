using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Mails;

namespace ModMatWorkshop.Content;

/// <summary>Reads <c>mail</c> of <c>workshop.md</c>: sender, signature and attachments.</summary>
internal sealed class WorkshopMailReader(MaterialReader materials)
{
    private const int MaxName = 100;
    private const int MaxSignature = 500;
    private const int MaxLines = 8;

    public WorkshopMail Read(Fields fields)
    {
        var mail = new WorkshopMail
        {
            From = Name(fields),
            ReplyTo = Address(fields),
            Signature = Signature(fields),
            Attachments = Attachments(fields),
        };
        fields.ReportUnknownKeys();
        return mail;
    }

    private static Localized? Name(Fields fields)
    {
        var name = fields.LocalizedAsTyped("from");
        foreach (var text in Texts(name))
            if (text.Length > MaxName || text.AsSpan().ContainsAny("\n<>@\""))
                fields.Error("from", $"`{text}` is not the name of a sender.", "Write a name alone: the address is a setting of the site.");
        return name;
    }

    private static string? Address(Fields fields)
    {
        if (fields.Text("reply_to") is not { } address)
            return null;
        if (!WorkshopReader.IsEmail(address))
            fields.Error("reply_to", $"`{address}` is not an email address.", "Give one address, without a name.");
        return address;
    }

    private static Localized? Signature(Fields fields)
    {
        var signature = fields.LocalizedAsTyped("signature");
        if (Texts(signature).Any(text => text.Length > MaxSignature || text.Split('\n').Length > MaxLines))
            fields.Error("signature", "The signature is too long.", $"At most {MaxLines} lines and {MaxSignature} characters.");
        return signature;
    }

    private List<MailAttachment> Attachments(Fields fields)
    {
        var attachments = new List<MailAttachment>();
        var sizes = new Dictionary<string, long>();
        foreach (var item in fields.List("attachments"))
        {
            var (name, mails) = (item.RequiredText("file"), item.TextOrTexts("mails"));
            if (mails.Count == 0)
                item.Error("mails", "No mail has this attachment.", $"Name some under `mails`: {KnownMails}.");
            foreach (var mail in mails.Where(mail => !May(mail)))
                item.Error("mails", $"The mail `{mail}` cannot have attachments.", $"These can: {KnownMails}.");
            item.ReportUnknownKeys();
            if (name.Length == 0 || materials.File(item, name) is not { } file)
                continue;
            attachments.Add(new(name, [.. mails.Where(May).Distinct()]));
            foreach (var mail in mails.Distinct())
                if ((sizes[mail] = sizes.GetValueOrDefault(mail) + file.Bytes) > WorkshopMail.MaxAttached)
                    item.Error(
                        "file",
                        $"The attachments of the mail `{mail}` have more than 2 MB.",
                        "Put the file on a page of the site, and link to it from the mail."
                    );
        }
        return attachments;
    }

    private static bool May(string mail) => MailPlaceholders.OfFileStem(mail) is { } kind && MailPlaceholders.MayHaveAttachments(kind);

    private static string KnownMails =>
        string.Join(", ", MailPlaceholders.Kinds.Where(MailPlaceholders.MayHaveAttachments).Select(MailPlaceholders.FileStem));

    private static IEnumerable<string> Texts(Localized? text) => new[] { text?.Fr, text?.En }.OfType<string>().Distinct();
}
