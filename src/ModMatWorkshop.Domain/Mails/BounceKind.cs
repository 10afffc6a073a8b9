namespace ModMatWorkshop.Domain.Mails;

/// <summary>Why a mail came back. The outbox stores the number; a higher one replaces a lower one.</summary>
public enum BounceKind
{
    /// <summary>It is late, or the mailbox does not take mail for now.</summary>
    Temporary,

    /// <summary>The server takes no such mail, whoever it is for: a rule against spam, a size.</summary>
    Refused,

    /// <summary>The address does not exist or takes no mail.</summary>
    Address,
}
