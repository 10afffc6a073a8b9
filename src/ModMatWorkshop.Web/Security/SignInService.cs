using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Security;

public enum SignInStatus
{
    /// <summary>Signed in; the session cookie is set.</summary>
    SignedIn,

    /// <summary>The first factor is correct; the second one follows.</summary>
    SecondFactorRequired,

    /// <summary>Wrong password, unknown or disabled account. Only the log tells them apart.</summary>
    Failed,

    /// <summary>Too many attempts; the password was not compared.</summary>
    Throttled,

    /// <summary>The first factor was verified too long ago.</summary>
    Expired,
}

/// <param name="Wait">How long to wait, with <see cref="SignInStatus.Throttled"/>.</param>
/// <param name="Organiser">The signed-in account.</param>
public sealed record SignInOutcome(SignInStatus Status, TimeSpan Wait = default, Organiser? Organiser = null);

/// <summary>Signs organisers in: with a password and a second factor, with a passkey alone, or through an institution.</summary>
public sealed class SignInService(
    WorkshopDb db,
    UserManager<Organiser> organisers,
    SignInManager<Organiser> signIn,
    OrganiserSessions sessions,
    SignInThrottle tries,
    SecondFactors factors,
    KnownBrowserCookie browsers,
    AuditTrail audit,
    IDataProtectionProvider protection,
    TimeProvider realTime
)
{
    private const string PendingSignInCookie = "__Host-second-step";
    private static readonly TimeSpan PendingSignInLifetime = TimeSpan.FromMinutes(10);
    private static readonly Organiser Nobody = new();
    private static string? _dummyPasswordHash;
    private readonly ITimeLimitedDataProtector _step = protection.CreateProtector("second step of a sign-in").ToTimeLimitedDataProtector();

    public async Task<SignInOutcome> PasswordSignInAsync(string email, string password, HttpContext http, CancellationToken cancel)
    {
        var address = EmailAddress.TryParse(email, out var parsed) ? parsed.Value : email.Trim().ToLowerInvariant();
        var organiser = await FindAsync(address, cancel);
        var attempt = await tries.BeginAsync(address, organiser is null ? null : browsers.NumberFor(organiser.Id, http), http, cancel);
        if (attempt.Wait > TimeSpan.Zero)
            return await RefuseAsync(organiser, "too often", http, new(SignInStatus.Throttled, attempt.Wait), cancel);

        var isRight = IsPassword(organiser, password);
        if (!isRight || organiser!.DisabledAt is not null)
            return await RefuseAsync(organiser, isRight ? "disabled" : "password", http, new(SignInStatus.Failed), cancel);
        await tries.SucceedAsync(attempt, cancel);
        return await CompleteFirstFactorAsync(organiser, "password", http, cancel);
    }

    /// <summary>Checks the password of the signed-in organiser. Counts as a sign-in attempt.</summary>
    public async Task<SignInOutcome> ReauthenticateAsync(Organiser organiser, string password, HttpContext http, CancellationToken cancel)
    {
        var attempt = await tries.BeginAsync(organiser.Email!, browsers.NumberFor(organiser.Id, http), http, cancel);
        if (attempt.Wait > TimeSpan.Zero)
            return await RefuseAsync(organiser, "too often", http, new(SignInStatus.Throttled, attempt.Wait), cancel);
        if (!IsPassword(organiser, password))
            return await RefuseAsync(organiser, "password", http, new(SignInStatus.Failed), cancel);
        await tries.SucceedAsync(attempt, cancel);
        return new(SignInStatus.SignedIn, default, organiser);
    }

    /// <summary>
    /// Continues after the first factor: to the second one, or to a session. If a second factor is required but not set up, the session
    /// gives access only to the page that sets it up.
    /// </summary>
    public async Task<SignInOutcome> CompleteFirstFactorAsync(Organiser organiser, string how, HttpContext http, CancellationToken cancel)
    {
        if (!await factors.HasAnyAsync(organiser, cancel))
            return await CompleteSignInAsync(organiser, how, isStrong: false, http, cancel);
        http.Response.Cookies.Append(
            PendingSignInCookie,
            _step.Protect($"{organiser.Id:N} {organiser.SecurityStamp} {how}", PendingSignInLifetime),
            PendingSignInCookieOptions()
        );
        return new(SignInStatus.SecondFactorRequired, default, organiser);
    }

    /// <summary>The account whose first factor was just verified in this browser, and how; null for none.</summary>
    public async Task<(Organiser Organiser, string How)?> FindPendingSignInAsync(HttpContext http, CancellationToken cancel)
    {
        try
        {
            if (
                http.Request.Cookies[PendingSignInCookie] is not { Length: > 0 } cookie
                || _step.Unprotect(cookie).Split(' ', 3) is not [var id, var stamp, var how]
            )
                return null;
            var organiser = await db.Organisers.SingleOrDefaultAsync(o => o.Id == Guid.Parse(id), cancel);
            return organiser is { DisabledAt: null } && organiser.SecurityStamp == stamp ? (organiser, how) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public async Task<SignInOutcome> CodeSignInAsync(string code, HttpContext http, CancellationToken cancel)
    {
        if (await FindPendingSignInAsync(http, cancel) is not { } step)
            return new(SignInStatus.Expired);
        var organiser = step.Organiser;
        var attempt = await tries.BeginAsync($"code {organiser.Id:N}", browsers.NumberFor(organiser.Id, http), http, cancel);
        if (attempt.Wait > TimeSpan.Zero)
            return await RefuseAsync(organiser, "code too often", http, new(SignInStatus.Throttled, attempt.Wait), cancel);
        if (await factors.UseCodeAsync(organiser, code, cancel) is not { } proved)
            return await RefuseAsync(organiser, "code", http, new(SignInStatus.Failed), cancel);
        await tries.SucceedAsync(attempt, cancel);
        return await CompleteSignInAsync(organiser, $"{step.How}, {proved}", isStrong: true, http, cancel);
    }

    /// <summary>Signs in with a passkey, which counts as both factors: it is held, and asks for a finger or a PIN.</summary>
    /// <param name="credential">The result of the browser's <c>navigator.credentials.get</c>, as JSON.</param>
    public async Task<SignInOutcome> PasskeySignInAsync(string credential, HttpContext http, CancellationToken cancel)
    {
        PasskeyAssertionResult<Organiser> result;
        try
        {
            result = await signIn.PerformPasskeyAssertionAsync(credential);
        }
        // No challenge was issued, or the response is malformed.
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or System.Text.Json.JsonException)
        {
            return await RefuseAsync(null, "passkey", http, new(SignInStatus.Failed), cancel);
        }
        if (!result.Succeeded || result.User.DisabledAt is not null)
            return await RefuseAsync(result.User, result.Succeeded ? "disabled" : "passkey", http, new(SignInStatus.Failed), cancel);
        await organisers.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return await CompleteSignInAsync(result.User, "passkey", isStrong: true, http, cancel);
    }

    public async Task<SignInOutcome> CompleteSignInAsync(
        Organiser organiser,
        string how,
        bool isStrong,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var now = realTime.GetUtcNow();
        if (organiser.LastSeenAt is not null && browsers.NumberFor(organiser.Id, http) is null)
            db.Outbox.Add(OutboxMessage.For(organiser, MailKind.NewSignIn, now, await db.UidDomainAsync(cancel)));
        await db.Organisers.Where(o => o.Id == organiser.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.LastSeenAt, now), cancel);
        audit.Add(new($"organiser {organiser.Number}", Networks.CoarsePrefix(http.Connection.RemoteIpAddress)), "signed in", result: how);
        await sessions.BeginAsync(organiser, isStrong, http, cancel);
        browsers.Remember(organiser.Id, http);
        http.Response.Cookies.Delete(PendingSignInCookie, PendingSignInCookieOptions());
        return new(SignInStatus.SignedIn, default, organiser);
    }

    /// <summary>Logs a sign-in through an institution that was refused.</summary>
    public Task RejectOpenIdConnectAsync(Organiser? organiser, string why, HttpContext http, CancellationToken cancel) =>
        RefuseAsync(organiser, $"institution, {why}", http, new(SignInStatus.Failed), cancel);

    private async Task<SignInOutcome> RefuseAsync(
        Organiser? organiser,
        string why,
        HttpContext http,
        SignInOutcome outcome,
        CancellationToken cancel
    )
    {
        var whom = organiser is null ? "nobody's account" : string.Create(CultureInfo.InvariantCulture, $"account {organiser.Number}");
        await audit.WriteAsync(
            new("stranger", Networks.CoarsePrefix(http.Connection.RemoteIpAddress)),
            "sign-in refused",
            result: $"{whom}, {why}",
            cancel: cancel
        );
        return outcome;
    }

    /// <summary>
    /// Compares the password. Takes the same time when there is no account, so that timing does not reveal whether one exists.
    /// </summary>
    private bool IsPassword(Organiser? organiser, string password)
    {
        password = Passwords.Normal(password);
        if (password.Length > Passwords.MaxLength)
            password = "";
        var hasher = organisers.PasswordHasher;
        var result = hasher.VerifyHashedPassword(
            organiser ?? Nobody,
            organiser?.PasswordHash
                ?? (_dummyPasswordHash ??= hasher.HashPassword(Nobody, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)))),
            password
        );
        if (organiser?.PasswordHash is null || result == PasswordVerificationResult.Failed)
            return false;
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
            organiser.PasswordHash = hasher.HashPassword(organiser, password);
        return true;
    }

    private Task<Organiser?> FindAsync(string address, CancellationToken cancel)
    {
        var normal = organisers.NormalizeEmail(address);
        return db.Organisers.SingleOrDefaultAsync(o => o.NormalizedEmail == normal, cancel);
    }

    private static CookieOptions PendingSignInCookieOptions() =>
        new()
        {
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = PendingSignInLifetime,
            IsEssential = true,
        };
}
