using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Security;

/// <content>Passwords and second factors.</content>
public sealed partial class OrganiserService
{
    /// <summary>Whether the link for the first account is valid: the token is right, and there is no organiser yet.</summary>
    public async Task<bool> IsSetupLinkValidAsync(string? token, CancellationToken cancel) =>
        links.IsSetupToken(token) && await HasNoOrganiserAsync(cancel);

    /// <summary>The account of a one-time link; null when the link is invalid or has expired, or when the account is disabled.</summary>
    public async Task<Organiser?> FindByLinkAsync(string? token, CancellationToken cancel)
    {
        var id = OrganiserLinks.IdIn(token);
        var organiser = await db.Organisers.SingleOrDefaultAsync(o => o.Id == id && o.DisabledAt == null, cancel);
        return organiser is not null && links.IsValid(token, organiser, realTime.GetUtcNow()) ? organiser : null;
    }

    /// <summary>
    /// Sends a password link if the address has an account that is not disabled. The page does not reveal whether it has.
    /// </summary>
    public Task RequestPasswordResetAsync(string address, Actor actor, CancellationToken cancel) =>
        InTransactionAsync(
            async () =>
            {
                var normal = organisers.NormalizeEmail(address);
                var organiser = await db.Organisers.SingleOrDefaultAsync(o => o.NormalizedEmail == normal && o.DisabledAt == null, cancel);
                if (organiser is not null)
                    await MailAsync(organiser, MailKind.PasswordReset, cancel);
                audit.Add(actor, "link requested", result: organiser is null ? "nobody's account" : Named(organiser));
                await db.SaveChangesAsync(cancel);
                return true;
            },
            cancel
        );

    /// <summary>Sets a password that has passed the rules, and ends all other sessions.</summary>
    /// <param name="exceptSession">The session in which the password is changed; null when it was set with a link.</param>
    /// <returns>False when somebody else changed the account in the meantime, or its link has been used.</returns>
    public async Task<bool> SetPasswordAsync(
        Organiser organiser,
        string password,
        long? exceptSession,
        Actor actor,
        CancellationToken cancel
    )
    {
        var isNew = organiser.PasswordHash is null;
        organiser.PasswordHash = organisers.PasswordHasher.HashPassword(organiser, password);
        organiser.EmailConfirmed |= exceptSession is null;
        // The security stamp is saved together with the hash, so that the link cannot be used again.
        if (!(await organisers.UpdateSecurityStampAsync(organiser)).Succeeded)
            return false;
        await sessions.EndAllAsync(organiser.Id, exceptSession, cancel);
        if (!isNew)
            await MailAsync(organiser, MailKind.PasswordChanged, cancel);
        await LogAsync(actor, "password set", organiser, null, cancel);
        SignalMail();
        return true;
    }

    /// <summary>
    /// Records in the audit log and by mail that a second factor changed, saves all pending changes, and ends other sessions.
    /// </summary>
    public async Task SecondFactorChangedAsync(Organiser organiser, string what, long exceptSession, Actor actor, CancellationToken cancel)
    {
        await MailAsync(organiser, MailKind.SecondFactorChanged, cancel);
        Check(await organisers.UpdateSecurityStampAsync(organiser));
        await sessions.EndAllAsync(organiser.Id, exceptSession, cancel);
        await LogAsync(actor, "second factor changed", organiser, what, cancel);
        SignalMail();
    }

    /// <summary>For a person who has lost phone and recovery codes: the next sign-in sets up a new second factor.</summary>
    public Task<AccountResult> ResetSecondFactorAsync(int number, Actor actor, CancellationToken cancel) =>
        OfAsync(
            number,
            async organiser =>
            {
                await factors.RemoveAllAsync(organiser, cancel);
                Check(await organisers.UpdateSecurityStampAsync(organiser));
                await EndAllAsync(organiser, null, cancel);
                await MailAsync(organiser, MailKind.SecondFactorChanged, cancel);
                await LogAsync(actor, "second factor reset", organiser, null, cancel);
                return AccountResult.Done;
            },
            cancel
        );

    /// <summary>
    /// Restores access to an account, for the person who runs the server: removes its second factors and enables it again.
    /// </summary>
    public Task<Organiser?> RestoreAccessAsync(EmailAddress email, Actor actor, CancellationToken cancel) =>
        InTransactionAsync(
            async () =>
            {
                var normal = organisers.NormalizeEmail(email.Value);
                if (await db.Organisers.SingleOrDefaultAsync(o => o.NormalizedEmail == normal, cancel) is not { } organiser)
                    return null;
                await factors.RemoveAllAsync(organiser, cancel);
                organiser.DisabledAt = null;
                Check(await organisers.UpdateSecurityStampAsync(organiser));
                await EndAllAsync(organiser, null, cancel);
                await LogAsync(actor, "account reset", organiser, null, cancel);
                return organiser;
            },
            cancel
        );
}
