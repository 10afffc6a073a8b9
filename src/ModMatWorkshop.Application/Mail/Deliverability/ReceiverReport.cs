using System.Text;
using MimeKit;
using MimeKit.Cryptography;

namespace ModMatWorkshop.Application.Mail.Deliverability;

/// <summary>What the server of a receiver found, from the source of a mail that somebody pasted.</summary>
/// <param name="Server">The server that says so.</param>
/// <param name="Spf"><c>pass</c>, <c>fail</c> and others; null if the server says nothing about it.</param>
/// <param name="Signatures">The result and the domain of each DKIM signature.</param>
public sealed record ReceiverReport(string Server, string? Spf, IReadOnlyList<(string Result, string? Domain)> Signatures, string? Dmarc)
{
    /// <summary>A longer text is not read.</summary>
    public const int MaxLength = 200_000;

    private const int MaxShown = 100;

    /// <summary>
    /// Reads the headers. Each server adds its own above those of others, and a sender may have written some, so only the first one
    /// with results counts.
    /// </summary>
    /// <returns>Null if there is none.</returns>
    public static ReceiverReport? Read(string source)
    {
        if (source.Length > MaxLength)
            return null;
        HeaderList headers;
        try
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(source.TrimStart().ReplaceLineEndings("\r\n")));
            headers = HeaderList.Load(stream);
        }
        catch (FormatException)
        {
            return null;
        }
        foreach (var header in headers.Where(h => h.Id == HeaderId.AuthenticationResults).Take(20))
            if (AuthenticationResults.TryParse(header.RawValue, out var results) && results.Results.Count > 0)
                return Of(results);
        return null;
    }

    private static ReceiverReport Of(AuthenticationResults results)
    {
        return new(
            Short(results.AuthenticationServiceIdentifier) ?? "?",
            Of("spf"),
            [
                .. results
                    .Results.Where(r => r.Method.Equals("dkim", StringComparison.OrdinalIgnoreCase))
                    .Take(10)
                    .Select(r => (Short(r.Result) ?? "?", Short(DomainOf(r)))),
            ],
            Of("dmarc")
        );

        string? Of(string method) =>
            results
                .Results.Where(r => r.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
                .Select(r => Short(r.Result))
                .FirstOrDefault();
    }

    private static string? DomainOf(AuthenticationMethodResult result) =>
        result.Properties.Where(p => p.Property is "d" or "i").Select(p => p.Value).FirstOrDefault();

    private static string? Short(string? text) => text is { Length: > MaxShown } ? text[..MaxShown] : text;
}
