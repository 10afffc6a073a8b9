using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Utils;
using ModMatWorkshop.Domain.Mails;

namespace ModMatWorkshop.Application.Mail.Bounces;

/// <summary>What a mail server says about a mail that it could not deliver.</summary>
/// <param name="MessageIds">
/// The mails that it may be about, without angle brackets. Only those that this site has sent count, so a forged notice changes nothing.
/// </param>
public sealed partial record BounceNotice(IReadOnlyList<string> MessageIds, BounceKind Kind, string Reason)
{
    /// <summary>So much of a notice is read. What matters comes before the returned mail.</summary>
    public const int MaxBytes = 1 << 20;

    private const int MaxReason = 300;
    private const int MaxIds = 20;
    private const int MaxParts = 100;
    private const int MaxScanned = 200_000;

    private static readonly ParserOptions Options = new() { MaxMimeDepth = 12, MaxAddressGroupDepth = 2 };

    /// <summary>Reads a mail; null if it is not a notice about a mail that failed or is late.</summary>
    /// <param name="mail">May be cut off.</param>
    public static BounceNotice? Read(Stream mail)
    {
        try
        {
            using var message = MimeMessage.Load(Options, mail);
            return Read(message);
        }
        catch (Exception damaged) when (damaged is FormatException or IOException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    private static BounceNotice? Read(MimeMessage message)
    {
        var parts = Parts(message);
        var reports = parts
            .OfType<MessageDeliveryStatus>()
            .SelectMany(Groups)
            .Select(Reading)
            .OfType<(BounceKind Kind, string Reason)>()
            .ToList();
        if (parts.OfType<MessageDeliveryStatus>().Any())
            return reports.Count == 0 ? null : Of(reports.MaxBy(r => r.Kind).Kind, reports.MaxBy(r => r.Kind).Reason, Ids(message, parts));
        // Some servers, such as older versions of exim, send a text alone.
        if (message.Headers["X-Failed-Recipients"] is null)
            return null;
        var text = Text(parts);
        return Of(KindIn(text), ReasonIn(text), Ids(message, parts));
    }

    /// <param name="messageIds">With or without angle brackets.</param>
    public static BounceNotice Of(BounceKind kind, string reason, IEnumerable<string?> messageIds) =>
        new(
            [
                .. messageIds
                    .OfType<string>()
                    .Select(id => id.Trim().Trim('<', '>'))
                    // PostgreSQL accepts no NUL.
                    .Where(id => id.Length is > 0 and < 300 && !id.Any(char.IsControl))
                    .Distinct()
                    .Take(MaxIds),
            ],
            kind,
            OneLine(reason)
        );

    /// <summary>Each recipient has a group of fields; the first group is about the message.</summary>
    private static IEnumerable<HeaderList> Groups(MessageDeliveryStatus status) => status.StatusGroups.Take(MaxParts);

    private static (BounceKind, string)? Reading(HeaderList fields)
    {
        var (action, status) = (fields["Action"], fields["Status"]);
        if (BounceRules.KindOf(action, status) is not { } kind)
            return null;
        var said = fields["Diagnostic-Code"] is { } code ? code[(code.IndexOf(';', StringComparison.Ordinal) + 1)..] : "";
        return (kind, $"{status} {said}");
    }

    /// <summary>The parts, from the outside in, without those of the returned mail.</summary>
    private static List<MimeEntity> Parts(MimeMessage message)
    {
        var (found, next) = (new List<MimeEntity>(), new Queue<MimeEntity>());
        if (message.Body is { } body)
            next.Enqueue(body);
        while (found.Count < MaxParts && next.TryDequeue(out var part))
        {
            found.Add(part);
            if (part is Multipart several)
                foreach (var inner in several.Take(MaxParts))
                    next.Enqueue(inner);
        }
        return found;
    }

    private static List<string?> Ids(MimeMessage message, List<MimeEntity> parts)
    {
        var ids = new List<string?>();
        foreach (var part in parts)
            ids.Add(
                part switch
                {
                    MessagePart returned => returned.Message?.MessageId,
                    TextPart { ContentType.MediaSubtype: "rfc822-headers" } headers => HeaderIn(TextOf(headers)),
                    _ => null,
                }
            );
        ids.Add(message.InReplyTo);
        ids.AddRange(message.References.Take(MaxIds));
        // Without a returned part, a server quotes the mail in its text.
        if (ids.TrueForAll(id => id is null))
            ids.AddRange(MessageId().Matches(Text(parts)).Take(MaxIds).Select(m => m.Groups["id"].Value));
        return ids;
    }

    private static string? HeaderIn(string headers) =>
        Header().Match(headers) is { Success: true } match
            ? MimeUtils.EnumerateReferences(match.Groups["value"].Value).FirstOrDefault()
            : null;

    private static BounceKind KindIn(string text) =>
        Code().Match(text) is { Success: true } code && code.Value[0] == '4' ? BounceKind.Temporary
        : Code().Match(text) is { Success: true } known ? BounceRules.KindOf("failed", known.Value) ?? BounceKind.Address
        : BounceKind.Address;

    private static string ReasonIn(string text) => Reply().Match(text) is { Success: true } reply ? reply.Value : "";

    private static string Text(List<MimeEntity> parts) =>
        string.Concat(parts.OfType<TextPart>().Where(p => p.IsPlain).Take(3).Select(TextOf)) is var text && text.Length > MaxScanned
            ? text[..MaxScanned]
            : text;

    private static string TextOf(TextPart part)
    {
        if (part.Content is null)
            return "";
        using var bytes = new MemoryStream();
        part.Content.DecodeTo(bytes);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)Math.Min(bytes.Length, MaxScanned));
    }

    /// <summary>A server may say anything; organisers read it on one line.</summary>
    private static string OneLine(string text)
    {
        var line = string.Join(
            ' ',
            string.Concat(text.EnumerateRunes().Select(r => Rune.IsControl(r) ? " " : r.ToString()))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
        return line.Length <= MaxReason ? line : line[..MaxReason];
    }

    [GeneratedRegex(@"<(?<id>[0-9a-f]{32}@[a-z0-9.-]{1,200})>", RegexOptions.CultureInvariant)]
    private static partial Regex MessageId();

    [GeneratedRegex(
        @"^Message-ID:(?<value>[^\n]*(?:\n[ \t][^\n]*)*)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline
    )]
    private static partial Regex Header();

    [GeneratedRegex(@"(?<![0-9.])[45]\.[0-9]{1,3}\.[0-9]{1,3}(?![0-9.])", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![0-9])[45][0-9]{2}[ -][^\n]{1,300}", RegexOptions.CultureInvariant)]
    private static partial Regex Reply();
}
