using System.Globalization;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Domain.Mails;

/// <summary>What a delivery status notification means (RFC 3464, RFC 3463).</summary>
public static partial class BounceRules
{
    /// <param name="action">The field <c>Action</c>.</param>
    /// <param name="status">The field <c>Status</c>: <c>5.1.1</c>.</param>
    /// <returns>Null for a mail that arrived.</returns>
    public static BounceKind? KindOf(string? action, string? status)
    {
        var isFinal = Is(action, "failed");
        if (!isFinal && !Is(action, "delayed"))
            return null;
        if (!isFinal || Code().Match(status ?? "") is not { Success: true } code || code.Groups["class"].Value != "5")
            // A final failure without a readable code still says that nothing arrives.
            return isFinal && !Code().IsMatch(status ?? "") ? BounceKind.Address : BounceKind.Temporary;
        var detail = int.Parse(code.Groups["detail"].Value, CultureInfo.InvariantCulture);
        return (code.Groups["subject"].Value, detail) switch
        {
            // Security or policy, and protocol: the same mail from elsewhere might arrive.
            ("7" or "5" or "6", _) => BounceKind.Refused,
            // Too large.
            ("2" or "3", 3 or 4) => BounceKind.Refused,
            // A full mailbox may be emptied.
            ("2", 2) => BounceKind.Temporary,
            _ => BounceKind.Address,
        };
    }

    /// <summary>Whether news of a mail replace what is known: only worse ones do, so that a second copy changes nothing.</summary>
    public static bool Replaces(BounceKind news, BounceKind? known) => known is null || news > known;

    private static bool Is(string? text, string word) => string.Equals(text?.Trim(), word, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\A\s*(?<class>[245])\.(?<subject>[0-9]{1,3})\.(?<detail>[0-9]{1,3})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
