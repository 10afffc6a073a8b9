using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Domain.Programme;

/// <summary>A picture of the content folder, checked and cleaned.</summary>
public sealed class ImageFile
{
    /// <summary>The name of the file: <c>map.svg</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Ten hexadecimal digits that change with the content, so that browsers may keep the file for ever.</summary>
    public required string Fingerprint { get; init; }

    public required string MediaType { get; init; }

    /// <summary>In CSS pixels, as is <see cref="Height"/>.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    public required byte[] Content { get; init; }

    public string Address => Routes.Image(Fingerprint, Name);
}
