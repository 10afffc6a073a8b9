using System.Security.Cryptography;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content.Images;

/// <summary>Reads, checks and cleans the pictures of <c>images/</c>.</summary>
public sealed class ImageReader
{
    private const int MaxDrawingBytes = 256 << 10;
    private const int MaxPhotographBytes = 10 << 20;
    private const string Example = "`map.svg`, `photo.jpg`";

    /// <summary>Changes when photographs are encoded in another way, so that the site encodes them again.</summary>
    private const byte Encoding = 1;

    private readonly ProblemList _problems;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Source> _sources = [];

    /// <summary>Files with an error, which has been reported.</summary>
    private readonly HashSet<string> _refused = [];
    private readonly HashSet<string> _named = [];

    /// <summary>By name: drawings, and photographs in the widths that places ask for.</summary>
    private readonly SortedDictionary<string, PictureFile> _files = new(StringComparer.Ordinal);

    /// <param name="changed">Files to read instead of those in the folder, by name; null for one to leave out.</param>
    public ImageReader(string root, ProblemList problems, IReadOnlyDictionary<string, byte[]?>? changed = null)
    {
        _problems = problems;
        var others = changed ?? new Dictionary<string, byte[]?>();
        foreach (var file in ContentFolder.FilesIn(root, ContentFolder.Images))
            if (file.Extension != ".md" && !others.ContainsKey(file.Name))
                Add(file.Name, Read(file.FullName, file.Length, () => File.ReadAllBytes(file.FullName)));
        foreach (var (name, content) in others)
            if (content is not null)
                Add(name, Read(Path.Combine(root, ContentFolder.Images, name), content.Length, () => content), content);
    }

    /// <summary>For single files.</summary>
    private ImageReader() => _problems = new();

    /// <summary>Whether a file of this name can be shown.</summary>
    /// <param name="name">Without the folder.</param>
    public static bool CanShow(string name, byte[] content) => new ImageReader().Read(name, content.Length, () => content) is not null;

    /// <summary>By name. Also drawings that nothing shows.</summary>
    public IReadOnlyList<PictureFile> All => [.. _files.Values];

    /// <summary>A picture for a place, or null with a reported problem.</summary>
    public Picture? Find(string name, PictureUse use, SourceLocation place)
    {
        lock (_lock)
        {
            _named.Add(name);
            if (_sources.TryGetValue(name, out var source))
                return source.Header is { } header ? Photograph(name, source, header, use) : Drawing(name, source);
            if (!_refused.Contains(name))
                _problems.Error(
                    place,
                    $"There is no picture {ContentFolder.Images}/{name}.",
                    $"Put it there, and write only its name: {Example}."
                );
            return null;
        }
    }

    public void ReportUnused()
    {
        foreach (var name in _sources.Keys.Where(name => !_named.Contains(name)).Order(StringComparer.Ordinal))
            _problems.Warn(new($"{ContentFolder.Images}/{name}"), "Nothing shows this picture.", $"Show it: `![What it shows]({name})`.");
    }

    /// <summary>Adds the fingerprints of pictures that the site has already, so that they are not decoded again.</summary>
    public static void AddKnown(IEnumerable<string> fingerprints) => RasterCodec.AddIntact(fingerprints);

    internal static string FingerprintOf(byte[] photograph) =>
        Convert.ToHexStringLower(SHA256.HashData([Encoding, .. photograph]).AsSpan(0, 8));

    /// <param name="content">Null for what is in the folder.</param>
    private void Add(string name, Source? source, byte[]? content = null)
    {
        if (source is null)
            _refused.Add(name);
        else
            _sources.Add(name, source.Header is null ? source : source with { Content = content });
    }

    private Picture Drawing(string name, Source source) =>
        new(Routes.Image(source.Fingerprint, name), _files[name].Width, _files[name].Height) { NeedsLightGround = source.NeedsLightGround };

    private Picture Photograph(string name, Source source, RasterHeader header, PictureUse use)
    {
        var files = use.Widths(header.Width, header.Height)
            .Select(width => PictureFile.InWidth(width, name, source.Fingerprint, header, source.Path))
            .ToList();
        foreach (var file in use.IsPrinted ? [.. files, PictureFile.ForPrint(name, source.Fingerprint, header, source.Path)] : files)
            _files[file.Name] = file with { Photograph = source.Content };
        var largest = files.MaxBy(f => f.Width)!;
        return new(Routes.Image(source.Fingerprint, files[0].Name), largest.Width, largest.Height)
        {
            Sources = string.Join(", ", files.OrderBy(f => f.Width).Select(f => $"{Routes.Image(source.Fingerprint, f.Name)} {f.Width}w")),
            Sizes = use.Sizes(header.Width, header.Height),
            NeedsLightGround = source.NeedsLightGround,
        };
    }

    private Source? Read(string path, long length, Func<byte[]> read)
    {
        var (name, ending) = (Path.GetFileName(path), Path.GetExtension(path));
        var place = new SourceLocation(ContentFileName.OfPicture(name));
        if (!PictureFormats.Endings.TryGetValue(ending, out var stated) || !ContentFileName.IsPicture(place.File))
            return Refuse(
                "This file cannot be a picture of the site.",
                $"PNG, JPEG, WebP or SVG, with a name of lower-case letters, digits and hyphens: {Example}."
            );
        var most = stated == PictureFormat.Svg ? MaxDrawingBytes : MaxPhotographBytes;
        if (length > most)
            return Refuse(
                $"The picture is larger than {most >> 10} kB.",
                stated == PictureFormat.Svg ? "Simplify the drawing." : "Reduce it: 2000 pixels are enough for print."
            );
        try
        {
            var content = read();
            if (PictureFormats.Of(content) is var actual && actual != stated)
                return actual is { } other
                    ? Refuse(
                        $"The file is {other.Name()}, but its name ends in {ending}.",
                        $"Rename it to {Path.ChangeExtension(name, other.Ending())}."
                    )
                    : Refuse($"The file is not {stated.Name()}.", "Export it again, from the program that has drawn or taken it.");
            return stated == PictureFormat.Svg ? ReadDrawing(path, content, place) : ReadPhotograph(path, content);
        }
        catch (PictureException wrong)
        {
            return Refuse($"The picture cannot be used. {wrong.Reason}", wrong.Hint);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Refuse("The file cannot be read.", "Check its permissions.");
        }

        Source? Refuse(ProblemText message, ProblemText hint)
        {
            _problems.Error(place, message, hint);
            return null;
        }
    }

    private static Source ReadPhotograph(string path, byte[] content)
    {
        var fingerprint = FingerprintOf(content);
        var header = RasterCodec.Read(content, fingerprint);
        return new(path, fingerprint, header.HasAlpha, header);
    }

    /// <summary>A drawing whose styles know dark pages is legible on them.</summary>
    private Source ReadDrawing(string path, byte[] content, SourceLocation place)
    {
        var cleaner = new SvgCleaner();
        var (drawing, width, height) = cleaner.Clean(content);
        if (cleaner.Removed.Count > 0)
            _problems.Warn(place, $"The picture is shown without: {string.Join(", ", cleaner.Removed)}.", "The site allows no such thing.");
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(drawing).AsSpan(0, 8));
        var name = Path.GetFileName(path);
        _files.Add(name, new(name, fingerprint, width, height, path, drawing));
        return new(path, fingerprint, drawing.AsSpan().IndexOf("prefers-color-scheme"u8) < 0, null);
    }

    /// <param name="Header">Null for a drawing.</param>
    private sealed record Source(string Path, string Fingerprint, bool NeedsLightGround, RasterHeader? Header)
    {
        /// <summary>Of a photograph that is not the file in the folder.</summary>
        public byte[]? Content { get; init; }
    }
}
