using System.Globalization;
using System.Net;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content.Images;

/// <summary>Writes pictures as HTML.</summary>
public static class PictureHtml
{
    /// <param name="alternative">The text alternative; empty for a decoration.</param>
    /// <param name="isLazy">False for a picture that is seen when the page opens.</param>
    /// <param name="classes">Null for none.</param>
    public static string Img(Picture picture, string alternative, bool isLazy = true, string? classes = null) =>
        $"<img src=\"{picture.Address}\""
        + string.Concat(Attributes(picture, isLazy, classes).Select(a => $" {a.Key}=\"{a.Value}\""))
        + $" alt=\"{WebUtility.HtmlEncode(alternative)}\">";

    /// <summary>The attributes besides <c>src</c> and <c>alt</c>.</summary>
    internal static IEnumerable<KeyValuePair<string, string?>> Attributes(Picture picture, bool isLazy, string? classes = null)
    {
        if (picture is { Sources: { } sources, Sizes: { } sizes })
        {
            yield return new("srcset", sources);
            yield return new("sizes", sizes);
        }
        yield return new("width", picture.Width.ToString(CultureInfo.InvariantCulture));
        yield return new("height", picture.Height.ToString(CultureInfo.InvariantCulture));
        if (picture.NeedsLightGround)
            classes = classes is null ? "light-ground" : $"{classes} light-ground";
        if (classes is not null)
            yield return new("class", classes);
        if (isLazy)
            yield return new("loading", "lazy");
    }
}
