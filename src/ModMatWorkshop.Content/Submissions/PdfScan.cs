using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Content.Submissions;

/// <summary>
/// Looks into a PDF for what no slides and no poster need: programs, attached files, actions that start something, a password. Names may
/// stand in plain objects or in compressed ones. It does not replace the headers under which a file is served; it tells authors in time.
/// </summary>
internal static partial class PdfScan
{
    /// <summary>What a few kilobytes may not become. A scan of a real file needs less.</summary>
    private const int MaxUnpacked = 64 << 20;

    private static readonly string[] Active =
    [
        "JavaScript",
        "JS",
        "Launch",
        "EmbeddedFile",
        "EmbeddedFiles",
        "RichMedia",
        "XFA",
        "ImportData",
        "SubmitForm",
        "GoToE",
        "GoToR",
    ];

    public static UploadResult Of(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        if (!text.AsSpan(Math.Max(0, text.Length - 2048)).Contains("%%EOF", StringComparison.Ordinal))
            return UploadResult.Damaged;
        var left = MaxUnpacked;
        var at = 0;
        var isHarmless = true;
        foreach (var (start, end, dictionary) in Streams(text))
        {
            var names = NamesIn(text[at..start]);
            if (names.Contains("Encrypt"))
                return UploadResult.Encrypted;
            isHarmless &= !names.Overlaps(Active);
            var own = NamesIn(dictionary);
            // The table of a newer file is a stream, whose dictionary says what the trailer of an older one does.
            if (own.Contains("XRef") && own.Contains("Encrypt"))
                return UploadResult.Encrypted;
            if (own.Contains("ObjStm") && own.Contains("FlateDecode"))
            {
                if (Unpack(pdf.AsSpan(start, end - start), left) is not { } objects)
                    return UploadResult.Damaged;
                left -= objects.Length;
                isHarmless &= !NamesIn(objects).Overlaps(Active);
            }
            at = end;
        }
        var rest = NamesIn(text[at..]);
        return rest.Contains("Encrypt") ? UploadResult.Encrypted
            : !isHarmless || rest.Overlaps(Active) ? UploadResult.HasScript
            : UploadResult.Kept;
    }

    /// <summary>The data of each stream, with the dictionary before it.</summary>
    private static IEnumerable<(int Start, int End, string Dictionary)> Streams(string text)
    {
        for (var at = 0; ; )
        {
            var begin = text.IndexOf("stream", at, StringComparison.Ordinal);
            if (begin < 0)
                yield break;
            var start = begin + "stream".Length;
            if (begin >= 3 && text.AsSpan(begin - 3, 3).SequenceEqual("end") || start >= text.Length || text[start] is not ('\r' or '\n'))
            {
                at = start;
                continue;
            }
            start += text[start] == '\r' && start + 1 < text.Length && text[start + 1] == '\n' ? 2 : 1;
            var end = text.IndexOf("endstream", start, StringComparison.Ordinal);
            if (end < 0)
                yield break;
            var from = Math.Max(text.LastIndexOf("endobj", begin, begin - at, StringComparison.Ordinal), at);
            yield return (start, end, text[from..begin]);
            at = end + "endstream".Length;
        }
    }

    /// <summary>The names of PDF objects in a text. Any letter of a name may be written as a number: <c>/J#61vaScript</c>.</summary>
    private static HashSet<string> NamesIn(string text)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var match in Name().EnumerateMatches(text))
        {
            var name = text.AsSpan(match.Index + 1, match.Length - 1);
            names.Add(name.Contains('#') ? Plain(name.ToString()) : name.ToString());
        }
        return names;
    }

    private static string Plain(string name) =>
        Escaped().Replace(name, e => ((char)int.Parse(e.ValueSpan[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    /// <returns>Null for data that is damaged, or larger than allowed.</returns>
    private static string? Unpack(ReadOnlySpan<byte> data, int most)
    {
        try
        {
            using var unpacking = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var part = new byte[1 << 16];
            for (int read; (read = unpacking.Read(part)) > 0; )
            {
                if (unpacked.Length + read > most)
                    return null;
                unpacked.Write(part, 0, read);
            }
            return Encoding.Latin1.GetString(unpacked.GetBuffer(), 0, (int)unpacked.Length);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"/[^\x00\t\n\f\r ()<>\[\]{}/%]{1,127}")]
    private static partial Regex Name();

    [GeneratedRegex("#[0-9A-Fa-f]{2}")]
    private static partial Regex Escaped();
}
