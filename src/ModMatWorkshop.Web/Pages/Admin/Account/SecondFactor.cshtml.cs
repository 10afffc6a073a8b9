using System.Buffers.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Account;

/// <summary>
/// Manages authenticator application, passkeys and recovery codes. An account that must still set up a second factor is redirected here.
/// </summary>
[Authorize(Policy = OrganiserSignIn.SignedIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SecondFactorModel(
    WorkshopDb db,
    SecondFactors factors,
    PasskeyService passkeys,
    OrganiserService organiserService,
    SignInThrottle tries,
    SiteSettings settings,
    SiteContext siteContext
) : PageModel
{
    private const int MaxPasskeys = 20;

    private Words Words => siteContext.Words;

    public Organiser Organiser { get; private set; } = null!;

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    /// <summary>Shown once, on this page only.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    public string? Done { get; private set; }

    public string? CodeFault { get; private set; }

    /// <summary>True when the sign-in is too old to change second factors.</summary>
    public bool IsStale => !OrganiserSignIn.IsFresh(User);

    public bool IsOwed { get; private set; }

    /// <summary>The page that was requested before the redirect to this one.</summary>
    public string To { get; private set; } = "/admin/account";

    private string Query { get; set; } = "";

    public string Secret { get; private set; } = "";

    public string SecretUri { get; private set; } = "";

    public string AddressOf(string handler) => QueryHelpers.AddQueryString($"/admin/account/second-factor{Query}", "handler", handler);

    public bool HasAny => Organiser.TwoFactorEnabled || Passkeys.Count > 0;

    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    public string NameOf(UserPasskeyInfo passkey) =>
        passkey.Name is { Length: > 0 } name ? name : Words.UnnamedPasskey(Words.Date(DateOnly.FromDateTime(passkey.CreatedAt.Date)));

    public async Task OnGetAsync(string? to, string? done, CancellationToken cancel)
    {
        Done = Words.AccountDone(done);
        await LoadAsync(to, cancel);
    }

    public async Task<IActionResult> OnPostApplicationAsync(string? to, [FromForm] string? code, CancellationToken cancel) =>
        await OpenAsync(to, cancel) ?? await EnableAsync(code ?? "", cancel);

    public async Task<IActionResult> OnPostRemoveApplicationAsync(string? to, CancellationToken cancel) =>
        await OpenAsync(to, cancel) ?? await RemoveApplicationAsync(cancel);

    /// <summary>Called twice by the script: first without a credential, for the challenge; then with the credential.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(
        string? to,
        [FromForm] string? credential,
        [FromForm] string? name,
        CancellationToken cancel
    ) =>
        await OpenAsync(to, cancel)
        ?? (credential is { Length: > 0 } ? await AddPasskeyAsync(credential, name ?? "", cancel) : await AskForPasskeyAsync());

    public async Task<IActionResult> OnPostRenameAsync(
        string? to,
        [FromForm] string? passkey,
        [FromForm] string? name,
        CancellationToken cancel
    ) => await OpenAsync(to, cancel) ?? await RenameAsync(passkey ?? "", name ?? "");

    public async Task<IActionResult> OnPostRemoveAsync(string? to, [FromForm] string? passkey, CancellationToken cancel) =>
        await OpenAsync(to, cancel) ?? await RemoveAsync(passkey ?? "", cancel);

    public async Task<IActionResult> OnPostCodesAsync(string? to, CancellationToken cancel) =>
        await OpenAsync(to, cancel) ?? (HasAny ? await ShowCodesAsync("recovery codes", cancel) : See(null));

    /// <returns>A redirect to the sign-in when the last one is too old; null when the handler may continue.</returns>
    private async Task<IActionResult?> OpenAsync(string? to, CancellationToken cancel)
    {
        await LoadAsync(to, cancel);
        return IsStale ? LocalRedirect("/admin/login?to=%2Fadmin%2Faccount%2Fsecond-factor") : null;
    }

    private async Task<IActionResult> EnableAsync(string code, CancellationToken cancel)
    {
        var attempt = await tries.BeginAsync($"setup {Organiser.Id:N}", null, HttpContext, cancel);
        if (attempt.Wait > TimeSpan.Zero)
            return this.Wait(attempt.Wait, minutes => CodeFault = Words.WaitBeforeTrying(minutes));
        var isFirst = !HasAny;
        if (!factors.TryEnable(Organiser, code))
        {
            CodeFault = Words.WrongCode;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        await tries.SucceedAsync(attempt, cancel);
        return await ChangedAsync("application", isFirst, cancel);
    }

    private async Task<IActionResult> RemoveApplicationAsync(CancellationToken cancel)
    {
        if (IsNeeded(Organiser.TwoFactorEnabled, Passkeys.Count))
            return See("kept");
        Organiser.TwoFactorEnabled = false;
        await organiserService.SecondFactorChangedAsync(
            Organiser,
            "application removed",
            OrganiserSignIn.SessionOf(User),
            OrganiserSignIn.ActorOf(HttpContext),
            cancel
        );
        return See("removed");
    }

    private async Task<IActionResult> AskForPasskeyAsync() =>
        Passkeys.Count >= MaxPasskeys ? See("passkey") : Content(await passkeys.CreationOptionsAsync(Organiser), "application/json");

    private async Task<IActionResult> AddPasskeyAsync(string credential, string name, CancellationToken cancel)
    {
        if (await passkeys.AddAsync(Organiser, credential, name, Words) is not { } passkey)
            return See("passkey");
        var isFirst = !HasAny;
        Passkeys = [.. Passkeys, passkey];
        return await ChangedAsync("passkey added", isFirst, cancel);
    }

    private async Task<IActionResult> RenameAsync(string id, string name) =>
        See(Find(id) is { } passkey && await passkeys.RenameAsync(Organiser, passkey, name) ? "renamed" : null);

    private async Task<IActionResult> RemoveAsync(string id, CancellationToken cancel)
    {
        if (Find(id) is not { } passkey)
            return See(null);
        if (IsNeeded(Passkeys.Count == 1, Organiser.TwoFactorEnabled ? 1 : 0))
            return See("kept");
        await passkeys.RemoveAsync(Organiser, passkey);
        await organiserService.SecondFactorChangedAsync(
            Organiser,
            "passkey removed",
            OrganiserSignIn.SessionOf(User),
            OrganiserSignIn.ActorOf(HttpContext),
            cancel
        );
        return See("removed");
    }

    /// <summary>
    /// Gives this session full access, because the factor has just been verified. The first factor also creates recovery codes.
    /// </summary>
    private async Task<IActionResult> ChangedAsync(string what, bool isFirst, CancellationToken cancel)
    {
        var session = OrganiserSignIn.SessionOf(User);
        await db.OrganiserSessions.Where(s => s.Id == session).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsStrong, true), cancel);
        if (isFirst)
            return await ShowCodesAsync(what, cancel);
        await organiserService.SecondFactorChangedAsync(Organiser, what, session, OrganiserSignIn.ActorOf(HttpContext), cancel);
        return See("saved");
    }

    private async Task<IActionResult> ShowCodesAsync(string what, CancellationToken cancel)
    {
        NewCodes = factors.NewRecoveryCodes(Organiser);
        await organiserService.SecondFactorChangedAsync(
            Organiser,
            what,
            OrganiserSignIn.SessionOf(User),
            OrganiserSignIn.ActorOf(HttpContext),
            cancel
        );
        return Page();
    }

    /// <summary>True when the account must keep this factor, because a second factor is required and there is no other.</summary>
    private bool IsNeeded(bool isTheOnlyOfItsKind, int others) =>
        settings.RequireSecondFactor && OrganiserRights.NeedsSecondFactor(Organiser.Roles) && isTheOnlyOfItsKind && others == 0;

    private UserPasskeyInfo? Find(string id) => Passkeys.FirstOrDefault(p => IdOf(p) == id);

    private LocalRedirectResult See(string? done) => LocalRedirect($"/admin/account/second-factor{(done is null ? "" : $"?done={done}")}");

    private async Task LoadAsync(string? to, CancellationToken cancel)
    {
        var me = OrganiserSignIn.IdOf(User);
        Organiser = await db.Organisers.SingleAsync(o => o.Id == me, cancel);
        Passkeys = await passkeys.ListAsync(Organiser);
        IsOwed = !User.HasClaim(c => c.Type == System.Security.Claims.ClaimTypes.Role);
        To =
            ReturnUrls.IsLocal(to) ? to!
            : IsOwed ? "/admin"
            : "/admin/account";
        Query = ReturnUrls.IsLocal(to) ? $"?to={Uri.EscapeDataString(to!)}" : "";
        var secret = factors.SecretOf(Organiser, next: true);
        Secret = string.Join(' ', Totp.Text(secret).Chunk(4).Select(c => new string(c)));
        var issuer = siteContext.HasContent ? (await siteContext.WorkshopAsync()).Name : siteContext.Address.Host;
        SecretUri = Totp.Uri(issuer, Organiser.Email!, secret);
    }
}
