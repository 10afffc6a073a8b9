using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content.Images;

namespace ModMatWorkshop.Web.Printables;

/// <summary>
/// Puts the pictures of the content into a document, in the resolution for print, because the PDF renderer loads no files.
/// </summary>
public static partial class PrintImages
{
    public static async Task<string> EmbedAsync(string html, WorkshopDb db, CancellationToken cancel)
    {
        var names = Source().Matches(html).Select(NameOf).Distinct().ToList();
        if (names.Count == 0)
            return html;
        var images = await db.Images.AsNoTracking().Where(i => names.Contains(i.Name)).ToDictionaryAsync(i => i.Name, cancel);
        return Source()
            .Replace(html, match =>
                images.TryGetValue(NameOf(match), out var image)
                    ? $"src=\"data:{image.MediaType};base64,{Convert.ToBase64String(image.Content)}\""
                    : match.Value
            );
    }

    private static string NameOf(Match source) => PictureFile.PrintNameOf(source.Groups["name"].Value);

    [GeneratedRegex("""src="/images/[0-9a-f]+/(?<name>[a-z0-9.-]+)["]""")]
    private static partial Regex Source();
}
