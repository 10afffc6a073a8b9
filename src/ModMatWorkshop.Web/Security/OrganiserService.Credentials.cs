using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Security;

/// <content>Passwords and second factors.</content>
public sealed partial class OrganiserService
{
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
    }
}
