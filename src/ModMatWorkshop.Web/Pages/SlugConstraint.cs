using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages;

/// <summary>Keeps addresses that no page of the content can have, such as those of files, out of its route.</summary>
internal sealed class SlugConstraint : IRouteConstraint
{
    public const string Name = "slug";

    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection
    ) => values[routeKey] is string slug && Slug.IsValid(slug);
}
