using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Domain.Programme;

/// <summary>
/// A file that the site serves for a picture of the content folder: a cleaned drawing, or a photograph in one width or for print.
/// </summary>
public sealed class ImageFile
{
    /// <summary><c>map.svg</c>, <c>photo.jpg.608.webp</c> or, for print, <c>photo.jpg.print</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Hexadecimal digits that change with the picture, so that browsers may keep the file for ever.</summary>
    public required string Fingerprint { get; init; }

    public required string MediaType { get; init; }

    /// <summary>In pixels, as is <see cref="Height"/>.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    public required byte[] Content { get; init; }

    public string Address => Routes.Image(Fingerprint, Name);
}
