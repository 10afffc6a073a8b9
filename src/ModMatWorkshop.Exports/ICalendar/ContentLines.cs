using System.Text;

namespace ModMatWorkshop.Exports;

/// <summary>
/// The lines of an iCalendar stream (RFC 5545, 3.1): <c>NAME;PARAM=x:value</c>, ended by CR LF, folded after at most 75 octets of UTF-8.
/// </summary>
public sealed class ContentLines
{
    private const int MaxOctets = 75;

    private readonly StringBuilder _lines = new();

    /// <summary>Adds a line whose value needs no escape: an instant, a number, an address.</summary>
    public void Add(string name, string value) => _lines.Append(Fold(PlainText.OneLine($"{name}:{value}"))).Append("\r\n");

    /// <summary>Adds a line whose value is a TEXT (RFC 5545, 3.3.11).</summary>
    public void AddText(string name, string value) => _lines.Append(Fold($"{name}:{Escape(value)}")).Append("\r\n");

    /// <summary>Escapes backslashes, semicolons, commas and line breaks, and removes control characters.</summary>
    public static string Escape(string text) =>
        PlainText
            .Clean(text)
            .Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace(";", @"\;", StringComparison.Ordinal)
            .Replace(",", @"\,", StringComparison.Ordinal)
            .Replace("\n", @"\n", StringComparison.Ordinal);

    /// <summary>
    /// Splits a long line into pieces of at most 75 octets, never within a UTF-8 character. Every piece but the first begins with a space.
    /// </summary>
    public static string Fold(string line)
    {
        var folded = new StringBuilder(line.Length + (line.Length / 32));
        var octets = 0;
        foreach (var sign in line.EnumerateRunes())
        {
            if (octets + sign.Utf8SequenceLength > MaxOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }
            folded.Append(sign);
            octets += sign.Utf8SequenceLength;
        }
        return folded.ToString();
    }

    public override string ToString() => _lines.ToString();
}
