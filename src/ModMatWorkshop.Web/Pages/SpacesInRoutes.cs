using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace ModMatWorkshop.Web.Pages;

/// <summary>Passes a route value of spaces as it is. ASP.NET Core would pass null, also to a parameter that is never null.</summary>
internal sealed class SpacesInRoutes : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Attributes.OfType<FromRouteAttribute>().Any())
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
    }
}
