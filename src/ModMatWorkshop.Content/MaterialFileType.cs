using System.Text;

namespace ModMatWorkshop.Content;

/// <summary>
/// A kind of file that readers may be given. Nothing is among them that a browser would run as part of this site: no HTML, no SVG, no
/// script.
/// </summary>
/// <param name="Extension">Of the file's name, without the dot.</param>
/// <param name="IsShown">By browsers themselves; anything else they keep.</param>
/// <param name="Mark">The bytes with which such a file begins.</param>
/// <param name="Within">Among how many bytes that mark begins.</param>
public sealed record MaterialFileType(string Extension, string MediaType, bool IsShown, byte[] Mark, int Within = 1)
{
    private const string Office = "application/vnd.";
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    public static readonly IReadOnlyList<MaterialFileType> All =
    [
        // Readers of PDF accept a few lines of something else before it.
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

    /// <summary>By the ending of a name; null for a kind that is not given.</summary>
    public static MaterialFileType? Of(string name) =>
        All.FirstOrDefault(kind => name.EndsWith("." + kind.Extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a file begins as its kind does. A page that says “sign in first”, saved as slides.pdf, does not.</summary>
    /// <exception cref="IOException">It cannot be read, or not by us (<see cref="UnauthorizedAccessException"/>).</exception>
    public bool Begins(FileInfo file)
    {
        using var stream = file.OpenRead();
        var head = new byte[Within - 1 + Mark.Length];
        return head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)).IndexOf(Mark) >= 0;
    }
}
