using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Mails;

/// <summary>The organisers' words for a mail: Markdown with placeholders.</summary>
/// <param name="BodyFr">Null for the built-in text.</param>
/// <param name="BodyEn">Null for the built-in text.</param>
public sealed record OwnMail(MailKind Kind, Localized Subject, string? BodyFr, string? BodyEn)
{
    public string? Body(Language language) => language == Language.English ? BodyEn : BodyFr;
}
