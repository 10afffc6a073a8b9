using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>One kind of mail: a folder with this class and a template in each language, named after the kind.</summary>
public abstract class MailDefinition(MailKind kind)
{
    public MailKind Kind => kind;

    /// <summary>The name of the mail on the pages of the outbox.</summary>
    public abstract string Name(Words words);
}

/// <param name="Message">The organisers' message; null for a mail with a template.</param>
/// <param name="IsTest">True if the mail goes to an organiser who tests it.</param>
/// <param name="Now">Site time.</param>
/// <param name="Today">The date in the workshop's time zone.</param>
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
    /// <summary>False when the mail is no longer true and is not to be sent.</summary>
    public abstract bool IsStillTrue(RegistrationMailState state);

    public virtual string AddressOf(Registration registration) => registration.Email;

    /// <summary>The token of its secret link.</summary>
    public virtual string TokenOf(Registration registration, SecretLinks links) => links.Of(registration);

    /// <summary>The deadline in its text; null for none.</summary>
    public virtual DateTimeOffset? Until(Registration registration) => registration.HoldUntil;

    /// <summary>
    /// Whether it says all that is needed on the day, with the ticket and the calendar. Its template has <c>{practical}</c>.
    /// </summary>
    public virtual bool IsPractical => false;

    /// <summary>
    /// The name of its files. Some mails speak of an application where the person is not accepted yet, in files of their own.
    /// </summary>
    public string TemplateOf(Registration registration) =>
        registration.IsApplication && HasTextOfApplication ? $"{Kind}OfApplication" : Kind.ToString();

    protected virtual bool HasTextOfApplication => false;

    /// <summary>Whether the person's own calendar is attached.</summary>
    public virtual bool HasCalendar => IsPractical;
}

/// <summary>A mail to a guest who holds an invitation and is not registered yet.</summary>
public abstract class GuestMail(MailKind kind) : MailDefinition(kind)
{
    /// <summary>The path of its link.</summary>
    public abstract string LinkOf(Invitation invitation, WorkshopLanguages languages, SecretLinks links);
}

/// <summary>A mail to the author of a submission to the call.</summary>
public abstract class SubmissionMail(MailKind kind) : MailDefinition(kind)
{
    /// <summary>False when the mail is no longer true and is not to be sent.</summary>
    public abstract bool IsStillTrue(Submission submission);

    public virtual string AddressOf(Submission submission) => submission.Email;

    /// <summary>The token of its secret link.</summary>
    public virtual string TokenOf(Submission submission, SecretLinks links) => links.Of(submission);
}

/// <summary>A letter with the decision of the committee. It is not sent if a later letter tells another one.</summary>
public abstract class DecisionMail(MailKind kind) : SubmissionMail(kind)
{
    public override bool IsStillTrue(Submission submission) => submission.State == SubmissionState.Submitted;
}

/// <summary>A mail to an organiser or helper about their account.</summary>
public abstract class OrganiserMail(MailKind kind) : MailDefinition(kind)
{
    /// <summary>How long its link works; null for a mail without a link.</summary>
    public virtual TimeSpan? LinkLifetime => null;

    /// <summary>False when the mail is no longer true and is not to be sent.</summary>
    public virtual bool IsStillTrue(Organiser organiser) => true;
}
