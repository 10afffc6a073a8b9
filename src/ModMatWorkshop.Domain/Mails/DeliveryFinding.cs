namespace ModMatWorkshop.Domain.Mails;

public enum FindingLevel
{
    Good,

    /// <summary>It works, and could be better, or it is not known.</summary>
    Advice,

    /// <summary>Mails may end up as spam, or be refused.</summary>
    Bad,
}

/// <summary>What one record in the DNS says about mails of a domain.</summary>
/// <param name="Check">SPF, DKIM or DMARC.</param>
/// <param name="Name">The name of the record.</param>
/// <param name="Record">Its text; null without one.</param>
/// <param name="Write">The record to write instead; null if nothing is to do, or if only the person who runs the mail server knows.</param>
public sealed record DeliveryFinding(string Check, FindingLevel Level, string Name, string? Record, Localized Says, string? Write = null);
