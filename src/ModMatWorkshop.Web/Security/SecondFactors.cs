using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// What an organiser shows besides the password: a code of an application, a recovery code, a passkey. Secret and recovery codes are made
/// under the site key from the
/// account and a number, so that a stolen database holds none of them.
/// </summary>
public sealed class SecondFactors(WorkshopDb db, SiteKey key, TimeProvider realTime)
{
    public const int RecoveryCodes = 10;
    private const int SecretBytes = 20;
    private const int RecoveryLetters = 12;

    public async Task<bool> HasAnyAsync(Organiser organiser, CancellationToken cancel) =>
        organiser.TwoFactorEnabled || await HasPasskeyAsync(organiser.Id, cancel);

    public Task<bool> HasPasskeyAsync(Guid organiser, CancellationToken cancel) =>
        db.Set<IdentityUserPasskey<Guid>>().AnyAsync(p => p.UserId == organiser, cancel);

    /// <summary>The secret of the application: the one in use, or the one that the next setup will use.</summary>
    public byte[] SecretOf(Organiser organiser, bool next = false) =>
        key.Derive($"totp {organiser.TotpGeneration + (next ? 1 : 0)}", organiser.Id.ToByteArray())[..SecretBytes];

    /// <summary>Takes the application into use whose code this is. Not yet saved.</summary>
    public bool TryEnable(Organiser organiser, string code)
    {
        if (Totp.StepOf(Digits(code), SecretOf(organiser, next: true), realTime.GetUtcNow()) is not { } step)
            return false;
        organiser.TotpGeneration++;
        (organiser.TwoFactorEnabled, organiser.LastTotpStep) = (true, step);
        return true;
    }

    /// <summary>Ten new codes, each good once; those before them are good no more. Not yet saved.</summary>
    public IReadOnlyList<string> NewRecoveryCodes(Organiser organiser)
    {
        organiser.RecoveryGeneration++;
        organiser.RecoveryUsed = 0;
        return [.. Enumerable.Range(0, RecoveryCodes).Select(i => Grouped(RecoveryCode(organiser, i)))];
    }

    public static int RecoveryCodesLeft(Organiser organiser) =>
        organiser.RecoveryGeneration == 0 ? 0 : RecoveryCodes - int.PopCount(organiser.RecoveryUsed);

    /// <summary>Without any: the next sign-in leads to setting one up. Not yet saved, except that the passkeys are gone.</summary>
    public async Task RemoveAllAsync(Organiser organiser, CancellationToken cancel)
    {
        (organiser.TwoFactorEnabled, organiser.RecoveryUsed) = (false, (1 << RecoveryCodes) - 1);
        await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == organiser.Id).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Takes a code of the application, or one for recovery, each only once, however many ask at the same time.</summary>
    /// <returns>How it was proved; null for a code that is none.</returns>
    public async Task<string?> UseCodeAsync(Organiser organiser, string code, CancellationToken cancel)
    {
        // Whoever has read the account before and writes it back whole is refused, and so makes no code good again.
        var changed = Guid.NewGuid().ToString();
        if (organiser.TwoFactorEnabled && Totp.StepOf(Digits(code), SecretOf(organiser), realTime.GetUtcNow()) is { } step)
            return
                await db
                    .Organisers.Where(o => o.Id == organiser.Id && o.LastTotpStep < step)
                    .ExecuteUpdateAsync(o => o.SetProperty(x => x.LastTotpStep, step).SetProperty(x => x.ConcurrencyStamp, changed), cancel)
                == 1
                ? "application"
                : null;
        var typed = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        for (var i = 0; i < RecoveryCodes; i++)
        {
            var used = organiser.RecoveryUsed | 1 << i;
            if (organiser.RecoveryGeneration == 0 || used == organiser.RecoveryUsed || typed != RecoveryCode(organiser, i))
                continue;
            return
                await db
                    .Organisers.Where(o =>
                        o.Id == organiser.Id
                        && o.RecoveryGeneration == organiser.RecoveryGeneration
                        && o.RecoveryUsed == organiser.RecoveryUsed
                    )
                    .ExecuteUpdateAsync(o => o.SetProperty(x => x.RecoveryUsed, used).SetProperty(x => x.ConcurrencyStamp, changed), cancel)
                == 1
                ? "recovery code"
                : null;
        }
        return null;
    }

    private string RecoveryCode(Organiser organiser, int number) =>
        Totp.Text(key.Derive($"recovery {organiser.RecoveryGeneration} {number}", organiser.Id.ToByteArray()))[..RecoveryLetters];

    private static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(c => new string(c)));

    private static string Digits(string code) => new StringBuilder().AppendJoin("", code.Where(char.IsAsciiDigit)).ToString();
}
