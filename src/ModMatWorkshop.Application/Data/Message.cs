using System.Security.Cryptography;
using System.Text;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Application.Data;

public enum MessageState
{
    Draft,
    Sending,

    /// <summary>What waits of it in the outbox stays there.</summary>
    Paused,
}

/// <summary>What the organisers write to many: kept as they typed it, and rendered for each when the mail is sent.</summary>
public sealed class Message
{
    public long Id { get; init; }

    /// <summary>
    /// Of the form that it was first written in: going back and sending it again changes this draft instead of making a second. Unique.
    /// </summary>
    public required Guid Key { get; init; }

    public string SubjectFr { get; set; } = "";

    public string SubjectEn { get; set; } = "";

    /// <summary>Markdown with placeholders.</summary>
    public string BodyFr { get; set; } = "";

    public string BodyEn { get; set; } = "";

    /// <summary>To whom, as it stands in the address of the list, <c>?</c> included; empty for everybody.</summary>
    public string Query { get; set; } = "";

    /// <summary>The query asks for those who have cancelled: nobody else who has is written to.</summary>
    public bool ToCancelled { get; set; }

    /// <summary>As <see cref="Actor.Name"/>.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>Real time: when it was last changed, and from then on when it was sent.</summary>
    public required DateTimeOffset At { get; set; }

    public MessageState State { get; set; }

    /// <summary>Changes with every change of the text: what is sent is what was looked at.</summary>
    public string Stamp =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', SubjectFr, SubjectEn, BodyFr, BodyEn))))[..16];

    /// <summary>The language in which somebody gets it: theirs, unless it was written in the other one only.</summary>
    public Language LanguageFor(Language wanted) => Subject(wanted).Length > 0 && Body(wanted).Length > 0 ? wanted : wanted.Other();

    public string Subject(Language language) => language == Language.English ? SubjectEn : SubjectFr;

    public string Body(Language language) => language == Language.English ? BodyEn : BodyFr;
}
