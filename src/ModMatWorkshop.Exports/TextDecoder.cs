using System.Text;

namespace ModMatWorkshop.Exports;

/// <summary>Decodes the bytes of a text file whose encoding nobody has declared.</summary>
public static class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Encodings with one byte for each character, the most frequent first.</summary>
    private static readonly (string Name, Encoding Encoding)[] OneByte =
    [
        ("Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!),
        ("Windows-1250", CodePagesEncodingProvider.Instance.GetEncoding(1250)!),
        ("Mac Roman", CodePagesEncodingProvider.Instance.GetEncoding(10000)!),
    ];

    private static readonly (string Name, Encoding Encoding)[] All = [("UTF-8", Encoding.UTF8), ("UTF-16", Encoding.Unicode), .. OneByte];

    /// <summary>The encodings that can be chosen by hand.</summary>
    public static readonly IReadOnlyList<string> Names = [.. All.Select(e => e.Name)];

    /// <summary>
    /// The text and the name of its encoding. A byte order mark decides, then valid UTF-8, then the encoding that gives the most plausible
    /// words.
    /// </summary>
    /// <param name="chosen">One of <see cref="Names"/>; any other text to detect the encoding.</param>
    public static (string Text, string Encoding) Decode(ReadOnlySpan<byte> bytes, string? chosen = null)
    {
        var byHand = All.FirstOrDefault(e => e.Name == chosen);
        if (byHand.Name is "UTF-16" or null)
        {
            if (bytes.StartsWith(Encoding.Unicode.Preamble))
                return (Encoding.Unicode.GetString(bytes[2..]), "UTF-16");
            if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
                return (Encoding.BigEndianUnicode.GetString(bytes[2..]), "UTF-16");
        }
        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        if (byHand.Name is not null)
            return (byHand.Encoding.GetString(text), byHand.Name);
        try
        {
            return (StrictUtf8.GetString(text), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            var candidates = new List<(string Text, string Encoding)>();
            foreach (var (name, encoding) in OneByte)
                candidates.Add((encoding.GetString(bytes), name));
            // The first of several equal ones: MaxBy keeps it.
            return candidates.MaxBy(c => WordPlausibility.Of(c.Text));
        }
    }
}
