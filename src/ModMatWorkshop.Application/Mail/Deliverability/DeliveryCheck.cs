using System.Globalization;
using DnsClient;
using ModMatWorkshop.Domain.Mails;

namespace ModMatWorkshop.Application.Mail.Deliverability;

/// <summary>Looks up what the DNS says about the domain of the sender.</summary>
public sealed class DeliveryCheck(SiteSettings settings)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(4);

    /// <summary>
    /// The TXT records of a name; none if the name does not exist, null if the DNS does not answer. Tests put theirs here.
    /// </summary>
    public Func<string, CancellationToken, Task<IReadOnlyList<string>?>> Lookup { get; set; } = LookUpAsync;

    /// <summary>The domain of the sender, as the DNS writes it.</summary>
    public string Domain { get; } = Ascii(DomainOf(settings.Mail.From.Address));

    /// <param name="contact">Where reports may go; null for none.</param>
    public async Task<IReadOnlyList<DeliveryFinding>> RunAsync(string? contact, CancellationToken cancel)
    {
        var dkim = settings.Mail.Dkim;
        var (spf, key, dmarc) = (
            Lookup(Domain, cancel),
            dkim is null ? Task.FromResult<IReadOnlyList<string>?>([]) : Lookup(dkim.RecordName, cancel),
            DmarcAsync(cancel)
        );
        var (owner, texts) = await dmarc;
        return
        [
            DeliveryRules.Spf(Domain, await spf, settings.Mail.SmtpHost),
            DeliveryRules.Dkim(dkim?.RecordName, await key, dkim?.PublicKey),
            DeliveryRules.Dmarc(owner, texts, contact),
        ];
    }

    /// <summary>A domain without a record has that of the domain above it.</summary>
    private async Task<(string Domain, IReadOnlyList<string>? Texts)> DmarcAsync(CancellationToken cancel)
    {
        var labels = Domain.Split('.');
        for (var i = 0; i + 1 < labels.Length; i++)
        {
            var domain = string.Join('.', labels[i..]);
            var texts = await Lookup($"_dmarc.{domain}", cancel);
            if (texts is not { Count: 0 })
                return (domain, texts);
        }
        return (Domain, []);
    }

    public static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];

    private static string Ascii(string domain)
    {
        try
        {
            return new IdnMapping().GetAscii(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }

    private static async Task<IReadOnlyList<string>?> LookUpAsync(string name, CancellationToken cancel)
    {
        try
        {
            var client = new LookupClient(
                new LookupClientOptions
                {
                    Timeout = Timeout,
                    Retries = 1,
                    UseCache = false,
                }
            );
            var answer = await client.QueryAsync(name, QueryType.TXT, cancellationToken: cancel);
            if (answer.HasError && answer.Header.ResponseCode != DnsHeaderResponseCode.NotExistentDomain)
                return null;
            // A long record is several strings, which belong together.
            return [.. answer.Answers.TxtRecords().Take(50).Select(r => string.Concat(r.Text))];
        }
        catch (Exception failure) when (failure is DnsResponseException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
