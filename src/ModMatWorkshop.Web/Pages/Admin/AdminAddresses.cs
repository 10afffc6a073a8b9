using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>The pages of the organisers and helpers: the folder is the address, in lower case, one for all languages.</summary>
public sealed class AdminAddresses : IPageRouteModelConvention
{
    private static readonly string[] Roots = ["/admin", "/check-in", "/verification"];
    private static readonly HttpMethodMetadata Reading = new([HttpMethods.Get, HttpMethods.Head]);
    private static readonly HttpMethodMetadata ReadingAndPosting = new([HttpMethods.Get, HttpMethods.Head, HttpMethods.Post]);

    /// <summary>Whether an address is one for all languages: the account says which, or the browser.</summary>
    public static bool Holds(PathString path) => Roots.Any(root => path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase));

    public void Apply(PageRouteModel model)
    {
        if (model.ViewEnginePath == "/Verification")
            foreach (var selector in model.Selectors)
                selector.EndpointMetadata.Add(Reading);
        if (!model.ViewEnginePath.StartsWith("/Admin/", StringComparison.Ordinal) && !model.ViewEnginePath.StartsWith("/CheckIn/", StringComparison.Ordinal))
            return;
        // A page has one address: that of its folder, without "index".
        foreach (var second in model.Selectors.Where(s => s.AttributeRouteModel!.Template!.EndsWith("/Index", StringComparison.Ordinal)).ToList())
            model.Selectors.Remove(second);
        foreach (var selector in model.Selectors)
        {
            selector.AttributeRouteModel!.Template = selector.AttributeRouteModel.Template!.ToLowerInvariant();
            selector.EndpointMetadata.Add(ReadingAndPosting);
        }
    }
}
