using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>
/// The ways to sign in to the administration pages. The site is on localhost, because browsers create no passkey for an IP address.
/// </summary>
[Collection(nameof(SignedIn))]
public sealed partial class SignInTests(Chromium chromium)
{
    private const string Password = "quatre oxydes et un gel";

    [BrowserFact]
    public Task The_first_organiser_sets_up_an_account_with_a_second_factor_and_invites_another() =>
        SetUpAndInviteAsync(Reader.Phone, ColorScheme.Dark, "fr-FR");

    [Trait("Category", "prove")]
    [BrowserFact]
    public Task The_first_organiser_does_so_in_English_on_a_desktop_too() =>
        SetUpAndInviteAsync(Reader.Desktop, ColorScheme.Light, "en-GB");

    private async Task SetUpAndInviteAsync(int width, ColorScheme colours, string locale)
    {
        await using var site = Start();
        var setup = site.Services.GetRequiredService<OrganiserLinks>().SetupPath();
        await chromium.VisitAsync(
            setup,
            async page =>
            {
                await CreateFirstAccountAsync(page);
                await SetUpCodesAsync(page);
                await InviteAndOpenAccountPagesAsync(page);
                await SignOutAndInWithCodeAsync(page, site);
            },
            With(width, colours, locale),
            site: site
        );

        var link = AccountTestHelpers.LinkIn(await site.LastMailAsync("ada@example.org"));
        await chromium.VisitAsync(link, page => AcceptInvitationAsync(page, link), With(width, colours, locale), site: site);
    }

    [BrowserFact]
    public async Task A_passkey_is_a_second_factor_and_signs_in_without_a_password_until_it_is_removed()
    {
        await using var site = Start();
        var email = await site.OrganiserAsync();
        await chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                await using var authenticator = await Authenticator.AttachAsync(page);
                var recovery = await CreatePasskeyAsync(page, email);
                Assert.Equal(1, await site.PasskeysAsync(email));

                await page.GotoAsync("/admin/account");
                await page.ClickAsync("header form[action='/admin/logout'] button");
                await page.ClickAsync("form[data-passkey=get] button");
                await Arrival.WaitForAddressAsync(page, "/admin");

                // After a password, a second factor is still required.
                await page.ClickAsync("header form[action='/admin/logout'] button");
                await SignInAsync(page, email, OrganiserAccounts.Password);
                Assert.Equal("/admin/login/code", PathOf(page));
                await HasNoFaultsAsync(page);
                await page.FillAsync("#code", recovery);
                await page.ClickAsync("#with-code button");
                Assert.Equal("/admin", PathOf(page));

                await RenamePasskeyAsync(page);
                // The last second factor cannot be removed.
                await page.ClickAsync("button[data-action=remove]");
                Assert.Equal(1, await site.PasskeysAsync(email));
                await page.FillAsync("#code", await CodeOnPageAsync(page));
                await page.ClickAsync("button[data-action=application]");
                await page.ClickAsync("button[data-action=remove]");
                Assert.Equal(0, await site.PasskeysAsync(email));

                // The removed passkey is refused, with a message.
                await page.ClickAsync("header form[action='/admin/logout'] button");
                await page.ClickAsync("form[data-passkey=get] button");
                await Arrival.WaitForAddressAsync(page, "/admin/login?refused=passkey");
                await HasNoFaultsAsync(page);
            },
            Reader.On(Reader.Desktop),
            site: site
        );
    }

    [Trait("Category", "prove")]
    [BrowserFact]
    public async Task Without_script_passkeys_are_hidden_and_codes_work()
    {
        await using var site = Start();
        var email = await site.OrganiserAsync();
        await chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                Assert.False(await page.Locator("form[data-passkey]").IsVisibleAsync());
                await SignInAsync(page, email, OrganiserAccounts.Password);
                Assert.False(await page.Locator("form[data-passkey]").IsVisibleAsync());
                await page.FillAsync("#code", await CodeOnPageAsync(page));
                await page.ClickAsync("button[data-action=application]");
                await page.ClickAsync("#go-on");
                Assert.Equal("/admin", PathOf(page));
                await page.GotoAsync("/admin/account");
                await page.ClickAsync("header form[action='/admin/logout'] button");
                Assert.Equal("/admin/login", PathOf(page));
            },
            Reader.WithoutScript(Reader.Phone),
            site: site
        );
    }

    private static async Task CreateFirstAccountAsync(IPage page)
    {
        await HasNoFaultsAsync(page);
        await page.FillAsync("#name", "Grace Hopper");
        await page.FillAsync("#email", "grace@example.org");
        await page.FillAsync("#password", "password1234");
        await page.ClickAsync("main button");
        Assert.Equal(
            "password-fault",
            await page.Locator("#password").GetAttributeAsync("aria-describedby") is { } described ? described.Split(' ')[^1] : null
        );
        await HasNoFaultsAsync(page);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("main button");
    }

    private static async Task SetUpCodesAsync(IPage page)
    {
        // The password alone gives no access: the second factor comes first.
        Assert.Equal("/admin/account/second-factor", PathOf(page));
        await HasNoFaultsAsync(page);
        await page.FillAsync("#code", await CodeOnPageAsync(page));
        await page.ClickAsync("button[data-action=application]");
        var codes = await page.Locator("[data-recovery-codes] code").AllInnerTextsAsync();
        Assert.Equal(10, codes.Count);
        await HasNoFaultsAsync(page);
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[download]"));
        Assert.Equal(
            codes,
            (await File.ReadAllTextAsync((await download.PathAsync())!)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
        await page.ClickAsync("#go-on");
        Assert.Equal("/admin", PathOf(page));
    }

    private static async Task InviteAndOpenAccountPagesAsync(IPage page)
    {
        await page.GotoAsync("/admin/organisers");
        await page.FillAsync("#name", "Ada Lovelace");
        await page.FillAsync("#email", "ada@example.org");
        await page.CheckAsync("[name=role][value=organiser]");
        await page.ClickAsync("main form button");
        Assert.Equal("/admin/organisers", PathOf(page));
        await HasNoFaultsAsync(page);
        foreach (var path in new[] { "/admin/organisers/2", "/admin/account", "/admin/account/password", "/admin/account/second-factor" })
        {
            await page.GotoAsync(path);
            await HasNoFaultsAsync(page);
        }
    }

    private static async Task SignOutAndInWithCodeAsync(IPage page, SiteFactory site)
    {
        await page.ClickAsync("header form[action='/admin/logout'] button");
        Assert.Equal("/admin/login", PathOf(page));
        await HasNoFaultsAsync(page);
        await page.GotoAsync("/admin");
        await SignInAsync(page, "grace@example.org", Password);
        Assert.Equal("/admin/login/code", PathOf(page));
        await HasNoFaultsAsync(page);
        await page.FillAsync("#code", await site.CodeAsync("grace@example.org"));
        await page.ClickAsync("#with-code button");
        Assert.Equal("/admin", PathOf(page));
    }

    private static async Task AcceptInvitationAsync(IPage page, string link)
    {
        await HasNoFaultsAsync(page);
        await page.FillAsync("#password", Password + " et de l’eau");
        await page.ClickAsync("main button");
        Assert.Equal("/admin/account/second-factor", PathOf(page));
        await page.GotoAsync(link);
        Assert.Equal(0, await page.Locator("#password").CountAsync());
        await HasNoFaultsAsync(page);
    }

    /// <returns>One recovery code.</returns>
    private static async Task<string> CreatePasskeyAsync(IPage page, string email)
    {
        await SignInAsync(page, email, OrganiserAccounts.Password);
        Assert.Equal("/admin/account/second-factor", PathOf(page));
        await page.FillAsync("#passkey-name", "téléphone");
        await page.ClickAsync("form[data-passkey=create] button");
        await page.WaitForSelectorAsync("[data-recovery-codes]");
        return await page.Locator("[data-recovery-codes] code").First.InnerTextAsync();
    }

    private static async Task RenamePasskeyAsync(IPage page)
    {
        await page.GotoAsync("/admin/account/second-factor");
        await HasNoFaultsAsync(page);
        Assert.Equal("téléphone", await page.Locator("[data-passkey-name]").GetAttributeAsync("data-passkey-name"));
        await page.FillAsync("#name-0", "clé bleue");
        await page.ClickAsync("button[data-action=rename]");
        Assert.Equal("clé bleue", await page.Locator("[data-passkey-name]").GetAttributeAsync("data-passkey-name"));
    }
}
