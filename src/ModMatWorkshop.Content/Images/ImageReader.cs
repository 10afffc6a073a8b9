using System.Security.Cryptography;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content.Images;

/// <summary>Reads and cleans the pictures of <c>images/</c>. Not safe for concurrent use.</summary>
public sealed class ImageReader
{
    private const int MaxBytes = 256 << 10;
    private const string Example = "`map.svg`";

    private readonly ProblemList _problems;
    private readonly Dictionary<string, ImageFile> _files = [];

    /// <summary>Files with an error, which has been reported.</summary>
    private readonly HashSet<string> _refused = [];
    private readonly HashSet<string> _named = [];

    public ImageReader(string root, ProblemList problems)
    {
        _problems = problems;
        foreach (var file in ContentFolder.FilesIn(root, ContentFolder.Images).Where(f => f.Extension != ".md"))
            if (Read(file) is { } image)
                _files.Add(image.Name, image);
            else
                _refused.Add(file.Name);
    }

    /// <summary>By name. Also those that nothing shows.</summary>
    public IReadOnlyList<ImageFile> All => [.. _files.Values.OrderBy(f => f.Name, StringComparer.Ordinal)];

    /// <summary>A file, or null with a reported problem.</summary>
    public ImageFile? Find(string name, SourceLocation place)
    {
        _named.Add(name);
        if (_files.TryGetValue(name, out var file))
            return file;
        if (!_refused.Contains(name))
            _problems.Error(
                place,
                $"There is no picture {ContentFolder.Images}/{name}.",
                $"Put it there, and write only its name: {Example}."
            );
        return null;
    }

    public void ReportUnused()
    {
        foreach (var name in _files.Keys.Where(name => !_named.Contains(name)).Order(StringComparer.Ordinal))
            _problems.Warn(new($"{ContentFolder.Images}/{name}"), "Nothing shows this picture.", "Show it: `![What it shows](name.svg)`.");
    }

    private ImageFile? Read(FileInfo file)
    {
        var place = new SourceLocation($"{ContentFolder.Images}/{file.Name}");
        if (file.Extension != ".svg" || !Slug.IsValid(Path.GetFileNameWithoutExtension(file.Name)))
            return Refuse(
                "This file cannot be a picture of the site.",
                $"SVG, with a name of lower-case letters, digits and hyphens: {Example}."
            );
        if (file.Length > MaxBytes)
            return Refuse($"The picture is larger than {MaxBytes >> 10} kB.", "Simplify the drawing.");
        try
        {
            var cleaner = new SvgCleaner();
            var (content, width, height) = cleaner.Clean(File.ReadAllBytes(file.FullName));
            if (cleaner.Removed.Count > 0)
                _problems.Warn(
                    place,
                    $"The picture is shown without: {string.Join(", ", cleaner.Removed)}.",
                    "The site allows no such thing."
                );
            return new()
            {
                Name = file.Name,
                Fingerprint = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 5)),
                MediaType = "image/svg+xml",
                Width = width,
                Height = height,
                Content = content,
            };
        }
        catch (SvgException wrong)
        {
            return Refuse($"The picture cannot be used. {wrong.Message}", wrong.Hint);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Refuse("The file cannot be read.", "Check its permissions.");
        }

        ImageFile? Refuse(string message, string hint)
        {
            _problems.Error(place, message, hint);
            return null;
        }
    }
}
