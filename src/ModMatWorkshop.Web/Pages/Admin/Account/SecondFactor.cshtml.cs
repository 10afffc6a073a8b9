using System.Buffers.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Account;

/// <summary>Application, passkeys, recovery codes. Who owes a second factor comes here before anything else.</summary>
[Authorize(Policy = OrganiserSignIn.SignedIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SecondFactorModel(
    WorkshopDb db,
    UserManager<Organiser> organisers,
    SignInManager<Organiser> signIn,
    SecondFactors factors,
    OrganiserService organiserService,
    SignInThrottle tries,
    SiteSettings settings,
    TimeProvider realTime,
    OutboxSignal outboxSignal,
    SiteContext siteContext,
    Words words
) : PageModel
{
    private const int MaxPasskeys = 20;
    private const int MaxNameLength = 60;

    public Organiser Organiser { get; private set; } = null!;

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    /// <summary>Shown on this page alone, once.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    public string? Done { get; private set; }

    public string? CodeFault { get; private set; }

    /// <summary>The sign-in is too long ago to change anything here.</summary>
    public bool IsStale => !OrganiserSignIn.IsFresh(User);

    public bool IsOwed { get; private set; }

    /// <summary>Where somebody was going when the second factor was asked for.</summary>
    public string To { get; private set; } = "/admin/account";

    public string Query { get; private set; } = "";

    public string Secret { get; private set; } = "";

    public string SecretUri { get; private set; } = "";

    public bool HasAny => Organiser.TwoFactorEnabled || Passkeys.Count > 0;

    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    public string NameOf(UserPasskeyInfo passkey) =>
        passkey.Name is { Length: > 0 } name ? name : words.UnnamedPasskey(words.Date(DateOnly.FromDateTime(passkey.CreatedAt.Date)));

    public async Task OnGetAsync(string? to, string? done, CancellationToken cancel)
    {
        Done = words.AccountDone(done);
        await LoadAsync(to, cancel);
    }

    public async Task<IActionResult> OnPostAsync(string? to, CancellationToken cancel)
    {
        await LoadAsync(to, cancel);
        if (IsStale)
            return LocalRedirect("/admin/login?to=%2Fadmin%2Faccount%2Fsecond-factor");
        var form = Request.Form;
        return form["action"].ToString() switch
        {
            "application" => await EnableAsync(form["code"].ToString(), cancel),
            "remove-application" => await RemoveApplicationAsync(cancel),
            "passkey" when form["credential"].ToString() is { Length: > 0 } credential => await AddPasskeyAsync(
                credential,
                form["name"].ToString(),
                cancel
            ),
            "passkey" => await AskForPasskeyAsync(),
            "rename" => await RenameAsync(form["passkey"].ToString(), form["name"].ToString()),
            "remove" => await RemoveAsync(form["passkey"].ToString(), cancel),
            "codes" when HasAny => await ShowCodesAsync("recovery codes", cancel),
            _ => See(null),
        };
    }

    private async Task<IActionResult> EnableAsync(string code, CancellationToken cancel)
    {
        var attempt = await tries.BeginAsync($"setup {Organiser.Id:N}", null, HttpContext, cancel);
        if (attempt.Wait > TimeSpan.Zero)
            return this.Wait(attempt.Wait, minutes => CodeFault = words.WaitBeforeTrying(minutes));
        var isFirst = !HasAny;
        if (!factors.TryEnable(Organiser, code))
        {
            CodeFault = words.WrongCode;
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
        outboxSignal.Set();
        return See("removed");
    }

    private async Task<IActionResult> AskForPasskeyAsync() =>
        Passkeys.Count >= MaxPasskeys
            ? See("passkey")
            : Content(
                await signIn.MakePasskeyCreationOptionsAsync(
                    new()
                    {
                        Id = Organiser.Id.ToString(),
                        Name = Organiser.Email!,
                        DisplayName = Organiser.Name,
                    }
                ),
                "application/json"
            );

    private async Task<IActionResult> AddPasskeyAsync(string credential, string name, CancellationToken cancel)
    {
        PasskeyAttestationResult result;
        try
        {
            result = await signIn.PerformPasskeyAttestationAsync(credential);
        }
        // There was no question, or what came is no answer.
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or System.Text.Json.JsonException)
        {
            return See("passkey");
        }
        if (!result.Succeeded || result.UserEntity.Id != Organiser.Id.ToString())
            return See("passkey");
        var isFirst = !HasAny;
        result.Passkey.Name = NameFrom(name) ?? words.UnnamedPasskey(words.Date(DateOnly.FromDateTime(realTime.GetUtcNow().Date)));
        if (!(await organisers.AddOrUpdatePasskeyAsync(Organiser, result.Passkey)).Succeeded)
            return See("passkey");
        Passkeys = [.. Passkeys, result.Passkey];
        return await ChangedAsync("passkey added", isFirst, cancel);
    }

    private async Task<IActionResult> RenameAsync(string id, string name)
    {
        if (Find(id) is not { } passkey || NameFrom(name) is not { } given)
            return See(null);
        passkey.Name = given;
        OrganiserService.Check(await organisers.AddOrUpdatePasskeyAsync(Organiser, passkey));
        return See("renamed");
    }

    private async Task<IActionResult> RemoveAsync(string id, CancellationToken cancel)
    {
        if (Find(id) is not { } passkey)
            return See(null);
        if (IsNeeded(Passkeys.Count == 1, Organiser.TwoFactorEnabled ? 1 : 0))
            return See("kept");
        OrganiserService.Check(await organisers.RemovePasskeyAsync(Organiser, passkey.CredentialId));
        await organiserService.SecondFactorChangedAsync(
            Organiser,
            "passkey removed",
            OrganiserSignIn.SessionOf(User),
            OrganiserSignIn.ActorOf(HttpContext),
            cancel
        );
        outboxSignal.Set();
        return See("removed");
    }

    /// <summary>
    /// What was proved now makes this session strong; with the first factor come the codes for the day on which it is lost.
    /// </summary>
    private async Task<IActionResult> ChangedAsync(string what, bool isFirst, CancellationToken cancel)
    {
        var session = OrganiserSignIn.SessionOf(User);
        await db.OrganiserSessions.Where(s => s.Id == session).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsStrong, true), cancel);
        if (isFirst)
            return await ShowCodesAsync(what, cancel);
        await organiserService.SecondFactorChangedAsync(Organiser, what, session, OrganiserSignIn.ActorOf(HttpContext), cancel);
        outboxSignal.Set();
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
        outboxSignal.Set();
        return Page();
    }

    /// <summary>An organiser keeps one factor at least, where one is required.</summary>
    private bool IsNeeded(bool isTheOnlyOfItsKind, int others) =>
        settings.RequireSecondFactor && Organiser.Role == OrganiserRole.Organiser && isTheOnlyOfItsKind && others == 0;

    private UserPasskeyInfo? Find(string id) => Passkeys.FirstOrDefault(p => IdOf(p) == id);

    private static string? NameFrom(string text) =>
        string.Concat(text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('<' or '>'))).Trim() is { Length: > 0 } name
            ? name[..Math.Min(name.Length, MaxNameLength)]
            : null;

    private LocalRedirectResult See(string? done) => LocalRedirect($"/admin/account/second-factor{(done is null ? "" : $"?done={done}")}");

    private async Task LoadAsync(string? to, CancellationToken cancel)
    {
        var me = OrganiserSignIn.IdOf(User);
        Organiser = await db.Organisers.SingleAsync(o => o.Id == me, cancel);
        Passkeys = [.. (await organisers.GetPasskeysAsync(Organiser)).OrderBy(p => p.CreatedAt)];
        IsOwed = !User.HasClaim(c => c.Type == System.Security.Claims.ClaimTypes.Role);
        To =
            ReturnUrls.IsLocal(to) ? to!
            : IsOwed ? "/admin"
            : "/admin/account";
        Query = ReturnUrls.IsLocal(to) ? $"?to={Uri.EscapeDataString(to!)}" : "";
        var secret = factors.SecretOf(Organiser, next: true);
        Secret = string.Join(' ', Totp.Text(secret).Chunk(4).Select(c => new string(c)));
        SecretUri = Totp.Uri((await siteContext.WorkshopAsync()).Name, Organiser.Email!, secret);
    }
}
