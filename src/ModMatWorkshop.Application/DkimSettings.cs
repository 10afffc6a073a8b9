using System.Security.Cryptography;
using MimeKit.Cryptography;

namespace ModMatWorkshop.Application;

/// <summary>The key with which the site signs its mails (DKIM, RFC 6376).</summary>
/// <param name="KeyPath">A private RSA key in PEM.</param>
/// <param name="Domain">The domain in whose DNS the public key is.</param>
/// <param name="Selector">The name of the key there.</param>
public sealed record DkimSettings(string KeyPath, string Domain, string Selector)
{
    /// <summary>The name of the DNS record with the public key.</summary>
    public string RecordName => $"{Selector}._domainkey.{Domain}";

    /// <summary>The public key, as its record has it.</summary>
    public string PublicKey
    {
        get
        {
            using var key = RSA.Create();
            key.ImportFromPem(File.ReadAllText(KeyPath));
            return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        }
    }

    /// <summary>The text of the record with a public key.</summary>
    public static string RecordOf(string publicKey) => $"v=DKIM1; k=rsa; p={publicKey}";

    internal static DkimSettings? Read(IConfiguration configuration, string fromDomain)
    {
        if (configuration["Mail:Dkim:KeyPath"] is not { Length: > 0 } path)
            return null;
        var domain = configuration["Mail:Dkim:Domain"] is { Length: > 0 } named ? named : fromDomain;
        var selector = configuration["Mail:Dkim:Selector"] is { Length: > 0 } chosen ? chosen : "site";
        if (Uri.CheckHostName(domain) != UriHostNameType.Dns || Uri.CheckHostName($"{selector}.{domain}") != UriHostNameType.Dns)
            throw new SettingsException(
                $"Mail:Dkim names the key '{selector}' of '{domain}'; they must be names in the DNS, such as 'site' and 'example.org'."
            );
        // Receivers ask for the domain of the sender (DMARC), so a signature of another domain would help nobody.
        if (
            !fromDomain.Equals(domain, StringComparison.OrdinalIgnoreCase)
            && !fromDomain.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase)
        )
            throw new SettingsException($"Mail:Dkim:Domain is '{domain}', but Mail:From is an address of '{fromDomain}'.");
        var settings = new DkimSettings(Path.GetFullPath(path, SiteSettings.Root), domain.ToLowerInvariant(), selector);
        try
        {
            _ = settings.PublicKey;
            settings.CreateSigner();
        }
        catch (Exception unusable)
            when (unusable is IOException or UnauthorizedAccessException or FormatException or CryptographicException or ArgumentException)
        {
            throw new SettingsException(
                $"Mail:Dkim:KeyPath is '{settings.KeyPath}', which is not a private RSA key in PEM: {unusable.Message}"
                    + " `ModMatWorkshop mail key FILE` makes one."
            );
        }
        return settings;
    }

    /// <summary>The signer, with headers and body in the canonical form that survives most relays.</summary>
    public DkimSigner CreateSigner() =>
        new(KeyPath, Domain, Selector)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        };
}
