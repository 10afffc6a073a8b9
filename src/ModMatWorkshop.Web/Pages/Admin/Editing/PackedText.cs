using System.IO.Compression;
using System.Text;

namespace ModMatWorkshop.Web.Pages.Admin.Editing;

/// <summary>A text in a hidden field of a form, byte for byte: browsers change the line ends of texts that they send.</summary>
public static class PackedText
{
    private const int MaxBytes = 1 << 20;

    public static string Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(Encoding.UTF8.GetBytes(text));
        return Convert.ToBase64String(packed.ToArray());
    }

    /// <summary>Null for a text that is damaged or too long.</summary>
    public static string? Unpack(string? packed)
    {
        if (packed is null)
            return null;
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
            using var text = new MemoryStream();
            var buffer = new byte[1 << 14];
            for (int count; (count = brotli.Read(buffer)) > 0; )
            {
                if (text.Length + count > MaxBytes)
                    return null;
                text.Write(buffer, 0, count);
            }
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text.ToArray());
        }
        catch (Exception damaged)
            when (damaged is FormatException or InvalidOperationException or InvalidDataException or ArgumentException)
        {
            return null;
        }
    }
}
