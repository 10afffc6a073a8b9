using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Security;

public enum AccountResult
{
    Done,

    /// <summary>No account has this number or address.</summary>
    NotFound,

    /// <summary>Another account has the address.</summary>
    AddressTaken,

    /// <summary>The change would leave no organiser who can sign in and invite others.</summary>
    LastOrganiser,

    /// <summary>Somebody else has already created the first organiser.</summary>
    TooLate,
}

/// <summary>
/// Makes every change to accounts. Each change is a transaction under the write lock, so that two organisers cannot disable each other at
/// the same time.
/// </summary>
public sealed partial class OrganiserService(
    WorkshopDb db,
    UserManager<Organiser> organisers,
    OrganiserSessions sessions,
    SecondFactors factors,
    WriteLock writeLock,
    AuditTrail audit,
    OrganiserLinks links,
    OutboxSignal outboxSignal,
    TimeProvider realTime
)
{
    private bool _hasMail;

    public async Task<bool> HasNoOrganiserAsync(CancellationToken cancel) => !await db.Organisers.AnyAsync(cancel);

    /// <summary>Creates the first organiser. If two people use the setup link, only the first succeeds.</summary>
    public Task<(AccountResult Result, Organiser? Organiser)> CreateFirstAsync(
        string name,
        EmailAddress email,
        string password,
        Language language,
        Actor actor,
        CancellationToken cancel
    ) =>
        InTransactionAsync<(AccountResult, Organiser?)>(
            async () =>
            {
                if (!await HasNoOrganiserAsync(cancel))
                    return (AccountResult.TooLate, null);
                var organiser = await NewAsync(name, email, OrganiserRoles.Organiser, language, cancel);
                Check(await organisers.CreateAsync(organiser, password));
                await LogAsync(actor, "first organiser", organiser, null, cancel);
                return (AccountResult.Done, organiser);
            },
            cancel
        );

    /// <summary>
    /// Creates an account without a password, and the mail with the link that sets one, unless a command prints the link.
    /// </summary>
    public Task<(AccountResult Result, Organiser? Organiser)> InviteAsync(
        string name,
        EmailAddress email,
        OrganiserRoles roles,
        Language language,
        bool byMail,
        Actor actor,
        CancellationToken cancel
    ) =>
        InTransactionAsync<(AccountResult, Organiser?)>(
            async () =>
            {
                var normal = organisers.NormalizeEmail(email.Value);
                if (await db.Organisers.AnyAsync(o => o.NormalizedEmail == normal, cancel))
                    return (AccountResult.AddressTaken, null);
                var organiser = await NewAsync(name, email, roles, language, cancel);
                Check(await organisers.CreateAsync(organiser));
                if (byMail)
                    await MailAsync(organiser, MailKind.OrganiserInvitation, cancel);
                await LogAsync(actor, "account invited", organiser, NameOf(roles), cancel);
                return (AccountResult.Done, organiser);
            },
            cancel
        );

    /// <summary>Issues a new link; the earlier one stops working.</summary>
    public Task<AccountResult> InviteAgainAsync(int number, Actor actor, CancellationToken cancel) =>
        OfAsync(
            number,
            async organiser =>
            {
                Check(await organisers.UpdateSecurityStampAsync(organiser));
                await MailAsync(organiser, organiser.PasswordHash is null ? MailKind.OrganiserInvitation : MailKind.PasswordReset, cancel);
                await LogAsync(actor, "link sent", organiser, null, cancel);
                return AccountResult.Done;
            },
            cancel
        );

    public Task<AccountResult> ChangeRolesAsync(int number, OrganiserRoles roles, Actor actor, CancellationToken cancel) =>
        OfAsync(
            number,
            async organiser =>
            {
                if (organiser.Roles == roles)
                    return AccountResult.Done;
                if (!roles.HasFlag(OrganiserRoles.Organiser) && await IsLastAsync(organiser, cancel))
                    return AccountResult.LastOrganiser;
                organiser.Roles = roles;
                await EndAllAsync(organiser, null, cancel);
                await LogAsync(actor, "roles changed", organiser, NameOf(roles), cancel);
                return AccountResult.Done;
            },
            cancel
        );

    public Task<AccountResult> DisableAsync(int number, Actor actor, CancellationToken cancel) =>
        OfAsync(
            number,
            async organiser =>
            {
                if (await IsLastAsync(organiser, cancel))
                    return AccountResult.LastOrganiser;
                organiser.DisabledAt ??= realTime.GetUtcNow();
                await EndAllAsync(organiser, null, cancel);
                await LogAsync(actor, "account disabled", organiser, null, cancel);
                return AccountResult.Done;
            },
            cancel
        );

    public Task<AccountResult> EnableAsync(int number, Actor actor, CancellationToken cancel) =>
        OfAsync(
            number,
            async organiser =>
            {
                organiser.DisabledAt = null;
                await LogAsync(actor, "account enabled", organiser, null, cancel);
                return AccountResult.Done;
            },
            cancel
        );

    public Task<AccountResult> DeleteAsync(int number, Actor actor, CancellationToken cancel) =>
        OfAsync(
            number,
            async organiser =>
            {
                if (await IsLastAsync(organiser, cancel))
                    return AccountResult.LastOrganiser;
                await db.Outbox.Where(m => m.OrganiserId == organiser.Id).ExecuteDeleteAsync(cancel);
                await EndAllAsync(organiser, null, cancel);
                db.Organisers.Remove(organiser);
                await LogAsync(actor, "account deleted", organiser, null, cancel);
                return AccountResult.Done;
            },
            cancel
        );

    /// <summary>
    /// True for the only organiser who can sign in and invite others. Accounts that have not accepted their invitation do not count.
    /// </summary>
    private async Task<bool> IsLastAsync(Organiser organiser, CancellationToken cancel) =>
        organiser.Roles.HasFlag(OrganiserRoles.Organiser)
        && organiser.DisabledAt is null
        && !await db.Organisers.AnyAsync(
            o =>
                o.Id != organiser.Id
                && (o.Roles & OrganiserRoles.Organiser) != 0
                && o.DisabledAt == null
                && (o.PasswordHash != null || db.UserLogins.Any(l => l.UserId == o.Id)),
            cancel
        );

    private async Task<Organiser> NewAsync(
        string name,
        EmailAddress email,
        OrganiserRoles roles,
        Language language,
        CancellationToken cancel
    )
    {
        var state = await db.WorkshopStates.SingleAsync(cancel);
        var last = Math.Max(state.LastOrganiser, await db.Organisers.MaxAsync(o => (int?)o.Number, cancel) ?? 0);
        state.LastOrganiser = last + 1;
        return new()
        {
            Number = last + 1,
            UserName = email.Value,
            Email = email.Value,
            Name = name,
            Roles = roles,
            Language = language,
            CreatedAt = realTime.GetUtcNow(),
        };
    }

    private async Task MailAsync(Organiser organiser, MailKind kind, CancellationToken cancel)
    {
        db.Outbox.Add(OutboxMessage.For(organiser, kind, realTime.GetUtcNow(), await db.UidDomainAsync(cancel)));
        _hasMail = true;
    }

    /// <summary>Wakes the mail sender. Must be called after the mails are committed.</summary>
    private void SignalMail()
    {
        if (_hasMail)
            outboxSignal.Set();
        _hasMail = false;
    }

    private Task<int> EndAllAsync(Organiser organiser, long? exceptSession, CancellationToken cancel) =>
        sessions.EndAllAsync(organiser.Id, exceptSession, cancel);

    private Task LogAsync(Actor actor, string action, Organiser organiser, string? result, CancellationToken cancel) =>
        audit.WriteAsync(actor, action, result: result is null ? Named(organiser) : $"{Named(organiser)}, {result}", cancel: cancel);

    private static string NameOf(OrganiserRoles roles) => roles.ToString().ToLowerInvariant();

    private static string Named(Organiser organiser) => string.Create(CultureInfo.InvariantCulture, $"account {organiser.Number}");

    private Task<AccountResult> OfAsync(int number, Func<Organiser, Task<AccountResult>> change, CancellationToken cancel) =>
        InTransactionAsync(
            async () =>
            {
                if (await db.Organisers.SingleOrDefaultAsync(o => o.Number == number, cancel) is not { } organiser)
                    return AccountResult.NotFound;
                // Identity saves all columns of an account. The new stamp makes its save fail if it read the account earlier, so that it
                // cannot restore an old role.
                organiser.ConcurrencyStamp = Guid.NewGuid().ToString();
                return await change(organiser);
            },
            cancel
        );

    private async Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        var result = await writeLock.RunAsync(
            db,
            async () =>
            {
                await db.LockForWriteAsync(cancel);
                return await work();
            },
            cancel
        );
        SignalMail();
        return result;
    }

    /// <summary>
    /// Turns a failed <see cref="IdentityResult"/> into an exception. Identity reports a concurrent change as a result, not as an
    /// exception.
    /// </summary>
    public static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
            throw result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure))
                ? new DbUpdateConcurrencyException(result.ToString())
                : new InvalidOperationException(result.ToString());
    }
}
