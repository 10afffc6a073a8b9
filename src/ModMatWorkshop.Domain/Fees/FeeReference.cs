using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Domain.Fees;

/// <summary>
/// The reference of a registration for its payment: <c>K7QM-3XPA-R</c>. It follows from the random identifier of the registration: it is
/// stable, tells nothing about how many people have registered, and nobody can guess that of somebody else. It opens no page.
/// </summary>
/// <remarks>
/// The alphabet leaves out what looks like something else (0 and O, 1, I and L, S, U). It has a prime number of signs and each place has
/// another weight, so the last sign shows every wrong sign and every two neighbours that were exchanged.
/// </remarks>
public static partial class FeeReference
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRTVWXYZ";
    private const int Group = 4;
    private const int Length = 2 * Group + 1;

    public static string Of(Guid registration)
    {
        Span<byte> bytes = stackalloc byte[16];
        registration.TryWriteBytes(bytes, bigEndian: true, out _);
        var number = BitConverter.ToUInt64(SHA256.HashData([.. "fee"u8, .. bytes]), 0);
        Span<char> signs = stackalloc char[Length];
        for (var i = 0; i < Length - 1; i++)
        {
            signs[i] = Alphabet[(int)(number % (ulong)Alphabet.Length)];
            number /= (ulong)Alphabet.Length;
        }
        signs[^1] = CheckSign(signs[..^1]);
        return Shown(new(signs));
    }

    /// <summary>What somebody typed, in the usual form, without regard to case, spaces and hyphens; null for another text.</summary>
    public static string? Parse(string text)
    {
        var signs = text.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant).ToArray();
        return signs.Length == Length && signs.All(Alphabet.Contains) && CheckSign(signs.AsSpan(..^1)) == signs[^1]
            ? Shown(new(signs))
            : null;
    }

    /// <summary>The references in a text of a bank or a platform, such as "Workshop K7QM 3XPA R Durand".</summary>
    public static IReadOnlyList<string> FindIn(string text)
    {
        var words = Words.Matches(text);
        var found = new List<string>();
        for (var first = 0; first < words.Count; first++)
        {
            var (signs, next) = ("", first);
            while (next < words.Count && signs.Length < Length)
                signs += words[next++].Value;
            if (Parse(signs) is not { } reference || found.Contains(reference))
                continue;
            found.Add(reference);
            first = next - 1;
        }
        return found;
    }

    private static char CheckSign(ReadOnlySpan<char> signs)
    {
        var sum = 0;
        for (var i = 0; i < signs.Length; i++)
            sum += (i + 2) * Alphabet.IndexOf(signs[i], StringComparison.Ordinal);
        // With the weight 1 of the check sign, the whole sum is a multiple of the length of the alphabet.
        return Alphabet[(Alphabet.Length - sum % Alphabet.Length) % Alphabet.Length];
    }

    private static string Shown(string signs) => $"{signs[..Group]}-{signs[Group..(2 * Group)]}-{signs[(2 * Group)..]}";

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Words { get; }
}
