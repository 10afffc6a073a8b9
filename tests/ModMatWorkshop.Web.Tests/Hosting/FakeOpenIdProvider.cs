using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>
/// A minimal OpenID Connect provider on loopback: discovery, keys, authorization code with PKCE (S256), client secret, signed ID token.
/// It signs in every visitor as <see cref="Subject"/>, without a form.
/// </summary>
public sealed class FakeOpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "workshop";
    public const string ClientSecret = "a secret between the two";
    private readonly WebApplication app;
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "1" };
    private readonly ConcurrentDictionary<
        string,
        (string Nonce, string Challenge, string RedirectUri, Dictionary<string, object> Person)
    > codes = [];

    private FakeOpenIdProvider(WebApplication app) => this.app = app;

    public string Subject { get; set; } = "grace-at-the-laboratory";

    public string Email { get; set; } = "grace@example.org";

    public bool IsVerified { get; set; } = true;

    /// <summary>The ID token states that the provider has checked a second factor.</summary>
    public bool HasSecondFactor { get; set; }

    /// <summary>The ID token carries the nonce of another sign-in.</summary>
    public bool MixesUpNonces { get; set; }

    public string Authority { get; private set; } = "";

    public Dictionary<string, string?> Settings =>
        new()
        {
            ["Admin:OpenIdConnect:Authority"] = Authority,
            ["Admin:OpenIdConnect:ClientId"] = ClientId,
            ["Admin:OpenIdConnect:ClientSecret"] = ClientSecret,
            ["Admin:OpenIdConnect:Name"] = "LAAS",
        };

    public static async Task<FakeOpenIdProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var provider = new FakeOpenIdProvider(builder.Build());
        provider.Map();
        await provider.app.StartAsync();
        provider.Authority = provider
            .app.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Single();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Rsa.Dispose();
    }

    private void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => new
            {
                issuer = Authority,
                authorization_endpoint = $"{Authority}/authorize",
                token_endpoint = $"{Authority}/token",
                jwks_uri = $"{Authority}/keys",
                response_types_supported = new[] { "code" },
                subject_types_supported = new[] { "public" },
                id_token_signing_alg_values_supported = new[] { "RS256" },
            });
        app.MapGet("/keys", () =>
        {
            var parameters = key.Rsa.ExportParameters(false);
            return new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA",
                        use = "sig",
                        alg = "RS256",
                        kid = key.KeyId,
                        n = Base64UrlEncoder.Encode(parameters.Modulus),
                        e = Base64UrlEncoder.Encode(parameters.Exponent),
                    },
                },
            };
        });
        MapAuthorize();
        MapToken();
    }

    private void MapAuthorize()
    {
        app.MapGet("/authorize", (HttpRequest request) =>
        {
            var query = request.Query;
            if (
                query["client_id"] != ClientId
                || query["response_type"] != "code"
                || query["code_challenge_method"] != "S256"
                || query["code_challenge"].ToString().Length == 0
                || !query["scope"].ToString().Contains("openid", StringComparison.Ordinal)
            )
                return Results.BadRequest("Unsupported authorization request.");
            var code = Guid.NewGuid().ToString("N");
            var person = new Dictionary<string, object>
            {
                ["sub"] = Subject,
                ["email"] = Email,
                ["email_verified"] = IsVerified,
            };
            if (HasSecondFactor)
                person["amr"] = new[] { "pwd", "mfa" };
            codes[code] = (
                MixesUpNonces ? "another" : query["nonce"].ToString(),
                query["code_challenge"].ToString(),
                query["redirect_uri"].ToString(),
                person
            );
            return Results.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"].ToString())}");
        });
    }

    private void MapToken()
    {
        app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            var verifier = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
            if (
                form["client_id"] != ClientId
                || form["client_secret"] != ClientSecret
                || !codes.TryRemove(form["code"].ToString(), out var code)
                || code.Challenge != verifier
                || code.RedirectUri != form["redirect_uri"]
            )
                return Results.BadRequest(new { error = "invalid_grant" });
            var token = new JsonWebTokenHandler().CreateToken(
                new SecurityTokenDescriptor
                {
                    Issuer = Authority,
                    Audience = ClientId,
                    Expires = DateTime.UtcNow.AddMinutes(5),
                    Subject = new ClaimsIdentity(),
                    Claims = new Dictionary<string, object>(code.Person) { ["nonce"] = code.Nonce },
                    SigningCredentials = new(key, SecurityAlgorithms.RsaSha256),
                }
            );
            return Results.Json(
                new
                {
                    access_token = Guid.NewGuid().ToString("N"),
                    token_type = "Bearer",
                    expires_in = 300,
                    id_token = token,
                }
            );
        });
    }
}
