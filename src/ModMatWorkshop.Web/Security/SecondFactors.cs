using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// The second factors of organisers: authenticator code, recovery code, passkey. The TOTP secret and the recovery codes are derived from
/// the site key, the account and a number, so that a stolen database contains none of them.
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

    /// <summary>The TOTP secret: the current one, or the one that the next setup will use.</summary>
    public byte[] SecretOf(Organiser organiser, bool next = false) =>
        key.Derive($"totp {organiser.TotpGeneration + (next ? 1 : 0)}", organiser.Id.ToByteArray())[..SecretBytes];

    /// <summary>Enables the authenticator application if the code is correct. Does not save.</summary>
    public bool TryEnable(Organiser organiser, string code)
    {
        if (Totp.StepOf(Digits(code), SecretOf(organiser, next: true), realTime.GetUtcNow()) is not { } step)
            return false;
        organiser.TotpGeneration++;
        (organiser.TwoFactorEnabled, organiser.LastTotpStep) = (true, step);
        return true;
    }

    /// <summary>Creates ten recovery codes, each valid once, and invalidates the earlier ones. Does not save.</summary>
    public IReadOnlyList<string> NewRecoveryCodes(Organiser organiser)
    {
        organiser.RecoveryGeneration++;
        organiser.RecoveryUsed = 0;
        return [.. Enumerable.Range(0, RecoveryCodes).Select(i => Grouped(RecoveryCode(organiser, i)))];
    }

    public static int RecoveryCodesLeft(Organiser organiser) =>
        organiser.RecoveryGeneration == 0 ? 0 : RecoveryCodes - int.PopCount(organiser.RecoveryUsed);

    /// <summary>Removes all second factors; the next sign-in sets up a new one. Deletes passkeys at once; does not save the rest.</summary>
    public async Task RemoveAllAsync(Organiser organiser, CancellationToken cancel)
    {
        (organiser.TwoFactorEnabled, organiser.RecoveryUsed) = (false, (1 << RecoveryCodes) - 1);
        await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == organiser.Id).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Accepts an authenticator or recovery code. Each works only once, even for simultaneous requests.</summary>
    /// <returns>The kind of code, for the log; null when the code is invalid.</returns>
    public async Task<string?> UseCodeAsync(Organiser organiser, string code, CancellationToken cancel)
    {
        // The new stamp makes a save of an account read earlier fail, so that it cannot make a used code valid again.
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
