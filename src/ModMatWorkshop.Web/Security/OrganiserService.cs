using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Security;

public enum AccountResult
{
    Done,

    /// <summary>There is no such account.</summary>
    NotFound,

    /// <summary>The address has an account already.</summary>
    AddressTaken,

    /// <summary>Without this one nobody could come in who may invite others.</summary>
    LastOrganiser,

    /// <summary>Somebody was first: there is an organiser.</summary>
    TooLate,
}

/// <summary>
/// The one door to every change of an account but its password: each is a turn, so that two organisers cannot put each other out at once.
/// </summary>
public sealed partial class OrganiserService(
    WorkshopDb db,
    UserManager<Organiser> organisers,
    OrganiserSessions sessions,
    SecondFactors factors,
    WriteLock writeLock,
    AuditTrail audit,
    TimeProvider realTime
)
{
    public async Task<bool> HasNoOrganiserAsync(CancellationToken cancel) => !await db.Organisers.AnyAsync(cancel);

    /// <summary>Of two who hold the link of the first start, one becomes the organiser.</summary>
    public Task<(AccountResult Answer, Organiser? Organiser)> CreateFirstAsync(
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
                var organiser = await NewAsync(name, email, OrganiserRole.Organiser, language, cancel);
                Check(await organisers.CreateAsync(organiser, password));
                await LogAsync(actor, "first organiser", organiser, null, cancel);
                return (AccountResult.Done, organiser);
            },
            cancel
        );

    /// <summary>
    /// An account without a password yet, and, unless a command line prints the link, the mail with the link under which its owner sets
    /// one.
    /// </summary>
    public Task<(AccountResult Answer, Organiser? Organiser)> InviteAsync(
        string name,
        EmailAddress email,
        OrganiserRole role,
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
                var organiser = await NewAsync(name, email, role, language, cancel);
                Check(await organisers.CreateAsync(organiser));
                if (byMail)
                    await MailAsync(organiser, MailKind.OrganiserInvitation, cancel);
                await LogAsync(actor, "account invited", organiser, role.ToString().ToLowerInvariant(), cancel);
                return (AccountResult.Done, organiser);
            },
            cancel
        );

    /// <summary>A new link; the one before is dead.</summary>
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

    public Task<AccountResult> ChangeRoleAsync(int number, OrganiserRole role, Actor actor, CancellationToken cancel) =>
        OfAsync(
            number,
            async organiser =>
            {
                if (organiser.Role == role)
                    return AccountResult.Done;
                if (await IsLastAsync(organiser, cancel))
                    return AccountResult.LastOrganiser;
                organiser.Role = role;
                await EndAllAsync(organiser, null, cancel);
                await LogAsync(actor, "role changed", organiser, role.ToString().ToLowerInvariant(), cancel);
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

    /// <summary>For who has lost telephone and recovery codes: the next sign-in sets up a new one.</summary>
    public Task<AccountResult> ResetSecondFactorAsync(int number, Actor actor, CancellationToken cancel) =>
        OfAsync(
            number,
            async organiser =>
            {
                await factors.RemoveAllAsync(organiser, cancel);
                Check(await organisers.UpdateSecurityStampAsync(organiser));
                await EndAllAsync(organiser, null, cancel);
                await MailAsync(organiser, MailKind.SecondFactorChanged, cancel);
                await LogAsync(actor, "second factor forgotten", organiser, null, cancel);
                return AccountResult.Done;
            },
            cancel
        );

    /// <summary>Whoever runs the machine opens an account again, whatever became of it.</summary>
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

    /// <summary>The last who can come in and invite others. Who has not yet followed their invitation is none.</summary>
    private async Task<bool> IsLastAsync(Organiser organiser, CancellationToken cancel) =>
        organiser is { Role: OrganiserRole.Organiser, DisabledAt: null }
        && !await db.Organisers.AnyAsync(
            o =>
                o.Id != organiser.Id
                && o.Role == OrganiserRole.Organiser
                && o.DisabledAt == null
                && (o.PasswordHash != null || db.UserLogins.Any(l => l.UserId == o.Id)),
            cancel
        );

    private async Task<Organiser> NewAsync(string name, EmailAddress email, OrganiserRole role, Language language, CancellationToken cancel)
    {
        var room = await db.WorkshopStates.SingleAsync(cancel);
        var last = Math.Max(room.LastOrganiser, await db.Organisers.MaxAsync(o => (int?)o.Number, cancel) ?? 0);
        room.LastOrganiser = last + 1;
        return new()
        {
            Number = last + 1,
            UserName = email.Value,
            Email = email.Value,
            Name = name,
            Role = role,
            Language = language,
            CreatedAt = realTime.GetUtcNow(),
        };
    }

    private async Task MailAsync(Organiser organiser, MailKind kind, CancellationToken cancel) =>
        db.Outbox.Add(
            OutboxMessage.For(
                organiser,
                kind,
                realTime.GetUtcNow(),
                await db.Workshops.AsNoTracking().Select(w => w.UidDomain).SingleAsync(cancel)
            )
        );

    private Task<int> EndAllAsync(Organiser organiser, long? but, CancellationToken cancel) =>
        sessions.EndAllAsync(organiser.Id, but, cancel);

    private Task LogAsync(Actor actor, string action, Organiser organiser, string? result, CancellationToken cancel) =>
        audit.WriteAsync(actor, action, result: result is null ? Named(organiser) : $"{Named(organiser)}, {result}", cancel: cancel);

    private static string Named(Organiser organiser) => string.Create(CultureInfo.InvariantCulture, $"account {organiser.Number}");

    private Task<AccountResult> OfAsync(int number, Func<Organiser, Task<AccountResult>> change, CancellationToken cancel) =>
        InTransactionAsync(
            async () =>
            {
                if (await db.Organisers.SingleOrDefaultAsync(o => o.Number == number, cancel) is not { } organiser)
                    return AccountResult.NotFound;
                // Identity writes an account back whole: with another stamp, nobody who has read it before brings an old role back.
                organiser.ConcurrencyStamp = Guid.NewGuid().ToString();
                return await change(organiser);
            },
            cancel
        );

    private Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancel) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                await db.LockForWriteAsync(cancel);
                return await work();
            },
            cancel
        );

    /// <summary>Identity answers where the database throws: an account that has changed meanwhile is no fault.</summary>
    public static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
            throw result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure))
                ? new DbUpdateConcurrencyException(result.ToString())
                : new InvalidOperationException(result.ToString());
    }
}
