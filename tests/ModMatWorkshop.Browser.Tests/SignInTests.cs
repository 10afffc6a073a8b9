using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>
/// The ways into the organisers' room as a person walks them. The site is on localhost, since no browser makes passkeys for a bare number.
/// </summary>
[Collection(nameof(SignedIn))]
public sealed partial class SignInTests(Chromium chromium)
{
    private const string Password = "quatre oxydes et un gel";

    [BrowserTheory]
    [InlineData(Reader.Phone, ColorScheme.Dark, "fr-FR")]
    [InlineData(Reader.Desktop, ColorScheme.Light, "en-GB")]
    public async Task From_the_printed_link_to_an_invitation_with_a_code_of_an_application(int width, ColorScheme colours, string locale)
    {
        await using var site = Start();
        var setup = site.Services.GetRequiredService<OrganiserLinks>().SetupPath();
        await chromium.VisitAsync(
            setup,
            async page =>
            {
                await LooksRightAsync(page);
                await page.FillAsync("#name", "Grace Hopper");
                await page.FillAsync("#email", "grace@example.org");
                await page.FillAsync("#password", "password1234");
                await page.ClickAsync("main button");
                Assert.Equal(
                    "password-fault",
                    await page.Locator("#password").GetAttributeAsync("aria-describedby") is { } described ? described.Split(' ')[^1] : null
                );
                await LooksRightAsync(page);
                await page.FillAsync("#password", Password);
                await page.ClickAsync("main button");

                // The password alone opens nothing: the second factor first.
                Assert.Equal("/admin/account/second-factor", PathOf(page));
                await LooksRightAsync(page);
                await page.FillAsync("#code", await CodeOnPageAsync(page));
                await page.ClickAsync("button[data-action=application]");
                var codes = await page.Locator("[data-recovery-codes] code").AllInnerTextsAsync();
                Assert.Equal(10, codes.Count);
                await LooksRightAsync(page);
                var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[download]"));
                Assert.Equal(
                    codes,
                    (await File.ReadAllTextAsync((await download.PathAsync())!)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                );
                await page.ClickAsync("#go-on");
                Assert.Equal("/admin", PathOf(page));

                await page.GotoAsync("/admin/organisers");
                await page.FillAsync("#name", "Ada Lovelace");
                await page.FillAsync("#email", "ada@example.org");
                await page.ClickAsync("main form button");
                Assert.Equal("/admin/organisers", PathOf(page));
                await LooksRightAsync(page);
                await page.GotoAsync("/admin/organisers/2");
                await LooksRightAsync(page);
                await page.GotoAsync("/admin/account");
                await LooksRightAsync(page);
                await page.GotoAsync("/admin/account/password");
                await LooksRightAsync(page);
                await page.GotoAsync("/admin/account/second-factor");
                await LooksRightAsync(page);

                await page.ClickAsync("header form[action='/admin/logout'] button");
                Assert.Equal("/admin/login", PathOf(page));
                await LooksRightAsync(page);
                await page.GotoAsync("/admin");
                await SignInAsync(page, "grace@example.org");
                Assert.Equal("/admin/login/code", PathOf(page));
                await LooksRightAsync(page);
                await page.FillAsync("#code", await site.CodeAsync("grace@example.org"));
                await page.ClickAsync("#with-code button");
                Assert.Equal("/admin", PathOf(page));
            },
            With(width, colours, locale),
            site: site
        );

        var link = AccountTestHelpers.LinkIn(await site.LastMailAsync("ada@example.org"));
        await chromium.VisitAsync(
            link,
            async page =>
            {
                await LooksRightAsync(page);
                await page.FillAsync("#password", Password + " et de l’eau");
                await page.ClickAsync("main button");
                Assert.Equal("/admin/account/second-factor", PathOf(page));
                await page.GotoAsync(link);
                Assert.Equal(0, await page.Locator("#password").CountAsync());
                await LooksRightAsync(page);
            },
            With(width, colours, locale),
            site: site
        );
    }

    [BrowserFact]
    public async Task A_passkey_is_set_up_as_the_second_factor_and_signs_in_alone()
    {
        await using var site = Start();
        var email = await site.OrganiserAsync();
        await chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                await using var authenticator = await Authenticator.PlugInAsync(page);
                await page.FillAsync("#email", email);
                await page.FillAsync("#password", OrganiserAccounts.Password);
                await page.ClickAsync("#with-password button");
                Assert.Equal("/admin/account/second-factor", PathOf(page));
                await page.FillAsync("#passkey-name", "téléphone");
                await page.ClickAsync("form[data-passkey=create] button");
                await page.WaitForSelectorAsync("[data-recovery-codes]");
                var recovery = await page.Locator("[data-recovery-codes] code").First.InnerTextAsync();
                Assert.Equal(1, await site.PasskeysAsync(email));

                // Alone, without a password.
                await page.GotoAsync("/admin/account");
                await page.ClickAsync("header form[action='/admin/logout'] button");
                await page.ClickAsync("form[data-passkey=get] button");
                await Arrival.WaitForAddressAsync(page, "/admin");

                // And it is asked for after a password: the password alone is not enough for who has a passkey.
                await page.ClickAsync("header form[action='/admin/logout'] button");
                await page.FillAsync("#email", email);
                await page.FillAsync("#password", OrganiserAccounts.Password);
                await page.ClickAsync("#with-password button");
                Assert.Equal("/admin/login/code", PathOf(page));
                await LooksRightAsync(page);
                await page.FillAsync("#code", recovery);
                await page.ClickAsync("#with-code button");
                Assert.Equal("/admin", PathOf(page));

                await page.GotoAsync("/admin/account/second-factor");
                await LooksRightAsync(page);
                Assert.Equal("téléphone", await page.Locator("[data-passkey-name]").GetAttributeAsync("data-passkey-name"));
                await page.FillAsync("#name-0", "clé bleue");
                await page.ClickAsync("button[data-action=rename]");
                Assert.Equal("clé bleue", await page.Locator("[data-passkey-name]").GetAttributeAsync("data-passkey-name"));
                await page.ClickAsync("button[data-action=remove]");
                // The last factor stays.
                Assert.Equal(1, await site.PasskeysAsync(email));
                await page.FillAsync("#code", await CodeOnPageAsync(page));
                await page.ClickAsync("button[data-action=application]");
                await page.ClickAsync("button[data-action=remove]");
                Assert.Equal(0, await site.PasskeysAsync(email));

                // What was removed opens nothing, and the page says so.
                await page.ClickAsync("header form[action='/admin/logout'] button");
                await page.ClickAsync("form[data-passkey=get] button");
                await Arrival.WaitForAddressAsync(page, "/admin/login?refused=passkey");
                await LooksRightAsync(page);
            },
            Reader.On(Reader.Desktop),
            site: site
        );
    }

    [BrowserFact]
    public async Task Without_script_there_is_no_word_of_passkeys_and_everything_else_works()
    {
        await using var site = Start();
        var email = await site.OrganiserAsync();
        await chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                Assert.False(await page.Locator("form[data-passkey]").IsVisibleAsync());
                await page.FillAsync("#email", email);
                await page.FillAsync("#password", OrganiserAccounts.Password);
                await page.ClickAsync("#with-password button");
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
}
