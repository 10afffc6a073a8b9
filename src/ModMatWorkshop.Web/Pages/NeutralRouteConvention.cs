using Microsoft.AspNetCore.Mvc.ApplicationModels;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// Routes the pages with one address for all languages, which is their folder in lower case. Their language is that of the account, or of
/// the browser.
/// </summary>
public sealed class NeutralRouteConvention : IPageRouteModelConvention
{
    private static readonly string[] Roots = [Routes.Admin, Routes.CheckIn, Routes.Verification];
    private static readonly PathString[] Folders = ["/Admin", "/CheckIn", "/Verification"];

    public static bool Contains(PathString path) => Roots.Any(root => path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase));

    public void Apply(PageRouteModel model)
    {
        if (!Folders.Any(folder => new PathString(model.ViewEnginePath).StartsWithSegments(folder)))
            return;
        // Remove the second address of a page, which ends in "Index".
        foreach (
            var second in model.Selectors.Where(s => s.AttributeRouteModel!.Template!.EndsWith("/Index", StringComparison.Ordinal)).ToList()
        )
            model.Selectors.Remove(second);
        foreach (var selector in model.Selectors)
        {
            selector.AttributeRouteModel!.Template = selector.AttributeRouteModel.Template!.ToLowerInvariant();
            selector.EndpointMetadata.Add(
                model.ViewEnginePath == "/Verification" ? LocalizedRouteConvention.GetAndHead : LocalizedRouteConvention.GetHeadAndPost
            );
        }
    }
}
