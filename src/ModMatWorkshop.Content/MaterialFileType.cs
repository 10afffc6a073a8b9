using System.Text;

namespace ModMatWorkshop.Content;

/// <summary>A file type that the site serves as material. None of them can run code in a browser: no HTML, no SVG, no script.</summary>
/// <param name="Extension">The extension, without the dot.</param>
/// <param name="IsShown">Browsers display the file; otherwise they download it.</param>
/// <param name="Mark">The bytes at the beginning of such a file.</param>
/// <param name="Within">The number of first bytes in which the mark may begin.</param>
public sealed record MaterialFileType(string Extension, string MediaType, bool IsShown, byte[] Mark, int Within = 1)
{
    private const string Office = "application/vnd.";
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    public static readonly IReadOnlyList<MaterialFileType> All =
    [
        // PDF readers accept other bytes before the mark.
        new("pdf", "application/pdf", true, Encoding.ASCII.GetBytes("%PDF-"), Within: 1024),
        new("pptx", Office + "openxmlformats-officedocument.presentationml.presentation", false, Zip),
        new("odp", Office + "oasis.opendocument.presentation", false, Zip),
        new("png", "image/png", true, [0x89, 0x50, 0x4E, 0x47]),
        new("jpg", "image/jpeg", true, [0xFF, 0xD8, 0xFF]),
        new("webp", "image/webp", true, Encoding.ASCII.GetBytes("WEBP"), Within: 9),
        new("mp4", "video/mp4", true, Encoding.ASCII.GetBytes("ftyp"), Within: 5),
        new("webm", "video/webm", true, [0x1A, 0x45, 0xDF, 0xA3]),
        new("zip", "application/zip", false, Zip),
    ];

    /// <summary>The type for an extension; null for a type that the site does not serve.</summary>
    public static MaterialFileType? Of(string name) =>
        All.FirstOrDefault(kind => name.EndsWith("." + kind.Extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the file begins with the mark of its type. This detects, for example, a sign-in page saved as slides.pdf.</summary>
    /// <exception cref="IOException">The file cannot be read; <see cref="UnauthorizedAccessException"/> if access is denied.</exception>
    public bool Begins(FileInfo file)
    {
        using var stream = file.OpenRead();
        var head = new byte[Within - 1 + Mark.Length];
        return head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)).IndexOf(Mark) >= 0;
    }
}
