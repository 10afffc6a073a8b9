using Microsoft.AspNetCore.Routing.Patterns;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// Maps handlers that are compiled at their first request. ASP.NET Core compiles the handlers of all addresses at the first request to any
/// of them.
/// </summary>
internal static class LazyEndpoints
{
    public static IEndpointConventionBuilder MapRead(this WebApplication app, FileRoute route, Delegate handler) =>
        app.MapRead(route.Template, handler);

    /// <summary>Maps GET and HEAD for everybody: calendar programs use HEAD to check for changes.</summary>
    public static IEndpointConventionBuilder MapRead(this WebApplication app, string pattern, Delegate handler) =>
        app.MapLazily([HttpMethods.Get, HttpMethods.Head], pattern, handler).AllowAnonymous();

    public static IEndpointConventionBuilder MapGetLazily(this WebApplication app, string pattern, Delegate handler) =>
        app.MapLazily([HttpMethods.Get], pattern, handler);

    public static IEndpointConventionBuilder MapPostLazily(this WebApplication app, string pattern, Delegate handler) =>
        app.MapLazily([HttpMethods.Post], pattern, handler);

    private static IEndpointConventionBuilder MapLazily(
        this WebApplication app,
        IReadOnlyList<string> methods,
        string pattern,
        Delegate handler
    )
    {
        var compiled = new Lazy<RequestDelegate>(() =>
            RequestDelegateFactory
                .Create(
                    handler,
                    new()
                    {
                        ServiceProvider = app.Services,
                        RouteParameterNames = RoutePatternFactory.Parse(pattern).Parameters.Select(p => p.Name),
                    }
                )
                .RequestDelegate
        );
        return app.MapMethods(pattern, methods, context => compiled.Value(context));
    }
}
