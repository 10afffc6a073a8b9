namespace ModMatWorkshop.Application;

/// <summary>An institution's OpenID Connect provider.</summary>
/// <param name="Name">The name on the button "Sign in with ...".</param>
/// <param name="TrustsUnverifiedEmail">True if an address counts although the provider does not report it as verified.</param>
public sealed record OpenIdConnectSettings(Uri Authority, string ClientId, string ClientSecret, string Name, bool TrustsUnverifiedEmail)
{
    private const string Section = "Admin:OpenIdConnect";

    internal static OpenIdConnectSettings? Read(IConfiguration configuration)
    {
        var values = configuration
            .GetSection(Section)
            .GetChildren()
            .Where(s => !string.IsNullOrEmpty(s.Value))
            .ToDictionary(s => s.Key, s => s.Value!, StringComparer.OrdinalIgnoreCase);
        if (values.Count == 0)
            return null;
        var trusts = SiteSettings.Flag(configuration, $"{Section}:TrustUnverifiedEmail", false);
        foreach (var key in new[] { "Authority", "ClientId", "ClientSecret" })
            if (!values.ContainsKey(key))
                throw new SettingsException(
                    $"{Section} is incomplete: {Section}:{key} is missing. "
                        + "Sign-in with an institution needs Authority, ClientId and ClientSecret."
                );
        return
            Uri.TryCreate(values["Authority"], UriKind.Absolute, out var authority)
            && authority is { Query: "", Fragment: "" }
            && (authority.Scheme == "https" || authority is { Scheme: "http", IsLoopback: true })
            ? new(authority, values["ClientId"], values["ClientSecret"], values.GetValueOrDefault("Name") ?? authority.Host, trusts)
            : throw new SettingsException(
                $"{Section}:Authority is '{values["Authority"]}'; "
                    + "it must be the https address of the provider, as given under `issuer` in its metadata."
            );
    }
}
