using System.Reflection.Metadata;
using ModMatWorkshop.Web.PageCache;

[assembly: MetadataUpdateHandler(typeof(HotReload))]

namespace ModMatWorkshop.Web.PageCache;

/// <summary>Clears the page cache when <c>dotnet watch</c> has changed the code.</summary>
internal static class HotReload
{
    public static event Action? Applied;

    // The runtime calls this method by its name.
    public static void ClearCache(Type[]? updatedTypes) => Applied?.Invoke();
}
