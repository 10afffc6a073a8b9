using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.PageCache;

/// <summary>
/// Wraps the web server, and answers cached pages before ASP.NET Core creates an HttpContext, a service scope and a log entry.
/// Every other request goes to the application.
/// </summary>
/// <param name="stopping">Cancelled when the process begins to stop.</param>
public sealed class PageCacheServer(IServer server, PageCacheStore cache, SiteAddress site, CancellationToken stopping) : IServer
{
    public IFeatureCollection Features => server.Features;

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull =>
        server.StartAsync(new CachingApplication<TContext>(application, cache, site, stopping), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public void Dispose() => server.Dispose();

    /// <summary>Replaces the registered web server by one that wraps it.</summary>
    public static void Wrap(IServiceCollection services)
    {
        var registered = services.Last(s => s.ServiceType == typeof(IServer));
        services.Remove(registered);
        services.AddSingleton<IServer>(provider => new PageCacheServer(
            (IServer)(
                registered.ImplementationFactory?.Invoke(provider)
                ?? ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!)
            ),
            provider.GetRequiredService<PageCacheStore>(),
            provider.GetRequiredService<SiteAddress>(),
            provider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
        ));
    }

    /// <param name="Features">The request and its response, as the web server passes them.</param>
    /// <param name="Page">The cached page; null when the application answers.</param>
    /// <param name="Inner">The context of the application, when it answers.</param>
    private readonly record struct Exchange<TContext>(IFeatureCollection Features, CachedPage? Page, bool IsHttps, TContext Inner);

    private sealed class CachingApplication<TContext>(
        IHttpApplication<TContext> application,
        PageCacheStore cache,
        SiteAddress site,
        CancellationToken stopping
    ) : IHttpApplication<Exchange<TContext>>
        where TContext : notnull
    {
        public Exchange<TContext> CreateContext(IFeatureCollection contextFeatures)
        {
            // A proxy reuses its connections, and could otherwise send a form on one that is being closed.
            if (stopping.IsCancellationRequested)
                contextFeatures.GetRequiredFeature<IHttpResponseFeature>().Headers.Connection = "close";
            var request = contextFeatures.GetRequiredFeature<IHttpRequestFeature>();
            var isHttps = SecureOrigin.ClaimsHttps(request);
            var isSecure = isHttps || SecureOrigin.Suffices(site, new(request.Headers.Host.ToString()));
            return isSecure && PageCacheKey.For(request) is { } key && cache.FindFresh(key) is { } page
                ? new(contextFeatures, page, isHttps, default!)
                : new(contextFeatures, null, isHttps, application.CreateContext(contextFeatures));
        }

        public Task ProcessRequestAsync(Exchange<TContext> context) =>
            context.Page is { } page ? page.WriteAsync(context.Features, context.IsHttps) : application.ProcessRequestAsync(context.Inner);

        public void DisposeContext(Exchange<TContext> context, Exception? exception)
        {
            if (context.Page is null)
                application.DisposeContext(context.Inner, exception);
        }
    }
}
