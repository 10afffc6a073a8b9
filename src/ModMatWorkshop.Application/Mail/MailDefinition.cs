using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>One mail of the site: a folder with this class and a template in each language, named after the kind.</summary>
public abstract class MailDefinition(MailKind kind)
{
    public MailKind Kind => kind;

    /// <summary>The mail as the pages of the outbox call it.</summary>
    public abstract string Name(Words words);
}

/// <param name="Message">The message of the organisers; null for a mail with a template.</param>
/// <param name="IsTest">An organiser gets the mail of this registration.</param>
/// <param name="Now">On the clock of the site.</param>
/// <param name="Today">At the workshop.</param>
public sealed record RegistrationMailState(
    Registration Registration,
    Workshop Workshop,
    Message? Message,
    bool IsTest,
    DateTimeOffset Now,
    DateOnly Today
)
{
    public bool IsConfirmed => Registration.Status == RegistrationStatus.Confirmed;
}

/// <summary>A mail to the owner of a registration.</summary>
public abstract class RegistrationMail(MailKind kind) : MailDefinition(kind)
{
    /// <summary>False when what it would say is no longer true: it is not sent.</summary>
    public abstract bool IsStillTrue(RegistrationMailState state);

    public virtual string AddressOf(Registration registration) => registration.Email;

    /// <summary>The token of the secret link in it.</summary>
    public virtual string TokenOf(Registration registration, SecretLinks links) => links.Of(registration);

    /// <summary>The deadline that it names; null for none.</summary>
    public virtual DateTimeOffset? Until(Registration registration) => registration.HoldUntil;

    /// <summary>Whether the participant's half-days are attached as a calendar.</summary>
    public virtual bool HasCalendar => false;
}

/// <summary>A mail to a guest who holds an invitation and is not registered yet.</summary>
public abstract class GuestMail(MailKind kind) : MailDefinition(kind)
{
    /// <summary>The path of the link in it.</summary>
    public abstract string LinkOf(Invitation invitation, SecretLinks links);
}

/// <summary>A mail to an organiser or helper about their account.</summary>
public abstract class OrganiserMail(MailKind kind) : MailDefinition(kind)
{
    /// <summary>How long its link opens the account; null for a mail without a link.</summary>
    public virtual TimeSpan? LinkLifetime => null;

    /// <summary>False when what it would say is no longer true: it is not sent.</summary>
    public virtual bool IsStillTrue(Organiser organiser) => true;
}
