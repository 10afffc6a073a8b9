using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ModMatWorkshop.Web.Printables;

/// <summary>Renders a Razor view to text, for PDFs and progress pages.</summary>
public static class ViewRenderer
{
    public static async Task<string> RenderAsync<T>(HttpContext http, string viewPath, T model)
    {
        var services = http.RequestServices;
        var found = services.GetRequiredService<IRazorViewEngine>().GetView(null, viewPath, isMainPage: true);
        if (!found.Success)
            throw new InvalidOperationException($"There is no view {viewPath}.");

        await using var writer = new StringWriter();
        var data = new ViewDataDictionary<T>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        var temporary = new TempDataDictionary(http, services.GetRequiredService<ITempDataProvider>());
        var action = new ActionContext(http, http.GetRouteData(), new ActionDescriptor());
        await found.View.RenderAsync(new ViewContext(action, found.View, data, temporary, writer, new HtmlHelperOptions()));
        return writer.ToString();
    }
}
