namespace ModMatWorkshop.Domain.Mails;

/// <summary>What the workshop says about its mails. The address of the sender is a setting of the site.</summary>
public sealed record WorkshopMail
{
    /// <summary>The attachments of one mail have at most so many bytes.</summary>
    public const int MaxAttached = 2_000_000;

    /// <summary>The name of the sender; null for that of the site's settings.</summary>
    public Localized? From { get; init; }

    /// <summary>Where answers go; null for the address of the site's settings.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Plain text of a few lines; null for the built-in signature.</summary>
    public Localized? Signature { get; init; }

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}

/// <summary>A file that is attached to some mails.</summary>
/// <param name="File">Its name in the folder of materials.</param>
/// <param name="Mails">The names of the mails: <c>confirmed</c>.</param>
public sealed record MailAttachment(string File, IReadOnlyList<string> Mails);
