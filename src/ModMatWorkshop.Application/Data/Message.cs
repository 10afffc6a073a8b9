using System.Security.Cryptography;
using System.Text;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Application.Data;

public enum MessageState
{
    Draft,
    Sending,

    /// <summary>Its mails that are still in the outbox are not sent.</summary>
    Paused,
}

/// <summary>
/// A text that organisers send to many participants. It is stored as typed and rendered for each recipient when the mail is sent.
/// </summary>
public sealed class Message
{
    public long Id { get; init; }

    /// <summary>
    /// Identifies the form of the first draft, so that submitting it again changes this draft instead of creating another one. Unique.
    /// </summary>
    public required Guid Key { get; init; }

    public string SubjectFr { get; set; } = "";

    public string SubjectEn { get; set; } = "";

    /// <summary>Markdown with placeholders in braces.</summary>
    public string BodyFr { get; set; } = "";

    public string BodyEn { get; set; } = "";

    /// <summary>The recipients: the query string of the attendee list, with <c>?</c>; empty for everybody.</summary>
    public string Query { get; set; } = "";

    /// <summary>True if the query selects cancelled registrations. Otherwise no cancelled registration receives the message.</summary>
    public bool ToCancelled { get; set; }

    /// <summary>For a message about changes of the programme, the last version that it tells of; null for any other message.</summary>
    public int? UpToVersion { get; init; }

    /// <summary>The last version that an earlier message told of; 0 for none.</summary>
    public int AfterVersion { get; init; }

    /// <summary>See <see cref="Actor.Name"/>.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>Real time of the last change, and once sent, of sending.</summary>
    public required DateTimeOffset At { get; set; }

    public MessageState State { get; set; }

    /// <summary>A hash of the text. Sending compares it with the hash that the organiser saw in the preview.</summary>
    public string Stamp =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', SubjectFr, SubjectEn, BodyFr, BodyEn))))[..16];

    /// <summary>The language of the mail: the recipient's, unless the message has text in the other language only.</summary>
    public Language LanguageFor(Language wanted) => Subject(wanted).Length > 0 && Body(wanted).Length > 0 ? wanted : wanted.Other();

    public string Subject(Language language) => language == Language.English ? SubjectEn : SubjectFr;

    public string Body(Language language) => language == Language.English ? BodyEn : BodyFr;
}
