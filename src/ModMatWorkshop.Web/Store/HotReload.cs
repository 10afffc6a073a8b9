using System.Reflection.Metadata;
using ModMatWorkshop.Web.Store;

[assembly: MetadataUpdateHandler(typeof(HotReload))]

namespace ModMatWorkshop.Web.Store;

/// <summary>Who works on a page under <c>dotnet watch</c> sees it as it is now.</summary>
internal static class HotReload
{
    public static event Action? Applied;

    public static void ClearCache(Type[]? updatedTypes) => Applied?.Invoke();
}
