using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Playwright;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

public sealed partial class SignInTests
{
    [BrowserFact]
    public async Task Sign_in_with_the_institution_accepts_an_organiser_and_refuses_anybody_else()
    {
        await using var provider = await FakeOpenIdProvider.StartAsync();
        await using var site = Start(provider.Settings);
        (provider.Email, provider.HasSecondFactor) = (await site.OrganiserAsync(), true);
        await chromium.VisitAsync(
            "/admin/organisers",
            async page =>
            {
                await HasNoFaultsAsync(page);
                await page.ClickAsync("#with-institution");
                Assert.Equal("/admin/organisers", PathOf(page));
                await page.ClickAsync("header form[action='/admin/logout'] button");

                (provider.Email, provider.Subject) = ("eve@example.org", "eve");
                await page.ClickAsync("#with-institution");
                Assert.Equal("/admin/login", PathOf(page));
                Assert.Equal(1, await page.Locator("[data-fault]").CountAsync());
                await HasNoFaultsAsync(page);
            },
            Reader.On(Reader.Desktop),
            site: site,
            embeds: "127.0.0.1"
        );
    }

    private static SiteFactory Start(IReadOnlyDictionary<string, string?>? more = null)
    {
        var address = new Uri($"http://localhost:{FreePort()}");
        var site = new SiteFactory
        {
            Address = address,
            RequireSecondFactor = true,
            RehearseFrom = Chromium.BeforeTheWorkshop,
            More = more ?? new Dictionary<string, string?>(),
        };
        site.UseKestrel(address.Port);
        site.StartServer();
        site.ClientOptions.BaseAddress = address;
        return site;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static BrowserNewContextOptions With(int width, ColorScheme colours, string locale) =>
        new(Reader.On(width, colours)) { Locale = locale };

    private static async Task HasNoFaultsAsync(IPage page) =>
        Faults.None([.. await Axe.ViolationsAsync(page), .. await LayoutProbe.ClippedElementsAsync(page)]);

    private static async Task SignInAsync(IPage page, string email, string password)
    {
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", password);
        await page.ClickAsync("#with-password button");
    }

    private static string PathOf(IPage page) => new Uri(page.Url).AbsolutePath;

    /// <summary>The code that an authenticator app shows for the secret on this page.</summary>
    private static async Task<string> CodeOnPageAsync(IPage page)
    {
        var bits = string.Concat(
            (await page.Locator("[data-totp-secret]").TextContentAsync())!
                .Where(char.IsAsciiLetterOrDigit)
                .Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0'))
        );
        byte[] secret = [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
        return Totp.Code(secret, Totp.StepAt(DateTimeOffset.UtcNow));
    }

    /// <summary>A virtual authenticator of the browser that confirms every request.</summary>
    private sealed class Authenticator(ICDPSession session) : IAsyncDisposable
    {
        public static async Task<Authenticator> AttachAsync(IPage page)
        {
            var session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("WebAuthn.enable");
            await session.SendAsync(
                "WebAuthn.addVirtualAuthenticator",
                new()
                {
                    ["options"] = JsonSerializer.SerializeToElement(
                        new
                        {
                            protocol = "ctap2",
                            transport = "internal",
                            hasResidentKey = true,
                            hasUserVerification = true,
                            isUserVerified = true,
                            automaticPresenceSimulation = true,
                        }
                    ),
                }
            );
            return new(session);
        }

        public async ValueTask DisposeAsync() => await session.DetachAsync();
    }
}
