using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Security;

/// <content>Passwords and second factors.</content>
public sealed partial class OrganiserService
{
    /// <summary>A mail with a link, if the address has an account that may come in. Nobody is told whether it has.</summary>
    public Task RequestPasswordResetAsync(string address, Actor actor, CancellationToken cancel) =>
        InTransactionAsync(
            async () =>
            {
                var normal = organisers.NormalizeEmail(address);
                var organiser = await db.Organisers.SingleOrDefaultAsync(o => o.NormalizedEmail == normal && o.DisabledAt == null, cancel);
                if (organiser is not null)
                    await MailAsync(organiser, MailKind.PasswordReset, cancel);
                audit.Add(actor, "link asked for", result: organiser is null ? "nobody's account" : Named(organiser));
                await db.SaveChangesAsync(cancel);
                return true;
            },
            cancel
        );

    /// <summary>Sets a password that the rules allow, and ends every other session: whoever knew the old one is out.</summary>
    /// <param name="but">The session in which it is changed; null where it was set with a link.</param>
    /// <returns>False when the account has changed meanwhile: its link is used, or somebody else was faster.</returns>
    public async Task<bool> SetPasswordAsync(Organiser organiser, string password, long? but, Actor actor, CancellationToken cancel)
    {
        var isNew = organiser.PasswordHash is null;
        organiser.PasswordHash = organisers.PasswordHasher.HashPassword(organiser, password);
        organiser.EmailConfirmed |= but is null;
        // The stamp goes into the row together with the hash: the link that was used is dead with it.
        if (!(await organisers.UpdateSecurityStampAsync(organiser)).Succeeded)
            return false;
        await sessions.EndAllAsync(organiser.Id, but, cancel);
        if (!isNew)
            await MailAsync(organiser, MailKind.PasswordChanged, cancel);
        await LogAsync(actor, "password set", organiser, null, cancel);
        return true;
    }

    /// <summary>
    /// Says in the log and by mail that a second factor has changed, and saves with what waits to be saved. Other sessions end.
    /// </summary>
    public async Task SecondFactorChangedAsync(Organiser organiser, string what, long but, Actor actor, CancellationToken cancel)
    {
        await MailAsync(organiser, MailKind.SecondFactorChanged, cancel);
        Check(await organisers.UpdateSecurityStampAsync(organiser));
        await sessions.EndAllAsync(organiser.Id, but, cancel);
        await LogAsync(actor, "second factor changed", organiser, what, cancel);
    }
}
