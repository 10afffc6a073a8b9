using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Images;

namespace ModMatWorkshop.Application.Content;

/// <content>The last good versions of pictures, which the history has.</content>
public sealed partial class ContentImportTransaction
{
    /// <summary>Older versions are not looked at.</summary>
    private const int MaxVersions = 20;

    /// <summary>The last version that can be shown of each picture in the folder that cannot, by name.</summary>
    private static async Task<IReadOnlyDictionary<string, byte[]>> LastGoodPicturesAsync(
        WorkshopDb db,
        WorkshopContent content,
        CancellationToken cancel
    )
    {
        var pictures = new Dictionary<string, byte[]>();
        foreach (var name in content.Waiting.Select(w => w.Name).Where(ContentFileName.IsPicture))
        {
            var versions = ContentHistory
                .WrittenIn(db)
                .Where(v => v.Name == name && v.Content != null)
                .OrderByDescending(v => v.Id)
                .Take(MaxVersions)
                .Select(v => v.Content!);
            await foreach (var version in versions.AsAsyncEnumerable().WithCancellation(cancel))
                if (ImageReader.CanShow(Path.GetFileName(name), version))
                {
                    pictures[name] = version;
                    break;
                }
        }
        return pictures;
    }
}
