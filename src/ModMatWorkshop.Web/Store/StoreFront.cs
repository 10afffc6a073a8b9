using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Store;

/// <summary>
/// The web server with the page store in front of the application: what is stored is answered before there is a request of ASP.NET Core, with its scope, its routing and its
/// log. Everything else goes the ordinary way.
/// </summary>
/// <param name="leaving">Set as soon as the process is told to stop.</param>
public sealed class StoreFront(IServer server, PageStore store, SiteAddress site, CancellationToken leaving) : IServer
{
    public IFeatureCollection Features => server.Features;

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull =>
        server.StartAsync(new Front<TContext>(application, store, site, leaving), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public void Dispose() => server.Dispose();

    public static void PutInFrontOf(IServiceCollection services)
    {
        var server = services.Last(s => s.ServiceType == typeof(IServer));
        services.Remove(server);
        services.AddSingleton<IServer>(provider => new StoreFront(
            (IServer)(server.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, server.ImplementationType!)),
            provider.GetRequiredService<PageStore>(), provider.GetRequiredService<SiteAddress>(), provider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping));
    }

    private readonly record struct Exchange<TContext>(IFeatureCollection Features, StoredPage? Page, bool IsHttps, TContext Behind);

    private sealed class Front<TContext>(IHttpApplication<TContext> behind, PageStore store, SiteAddress site, CancellationToken leaving) : IHttpApplication<Exchange<TContext>>
        where TContext : notnull
    {
        public Exchange<TContext> CreateContext(IFeatureCollection contextFeatures)
        {
            // A proxy keeps its connections, and would one day send a form into one that is being closed.
            if (leaving.IsCancellationRequested)
                contextFeatures.GetRequiredFeature<IHttpResponseFeature>().Headers.Connection = "close";
            var request = contextFeatures.GetRequiredFeature<IHttpRequestFeature>();
            var isHttps = SecureOrigin.ClaimsHttps(request);
            return StoreKey.Of(request) is { } key && (isHttps || SecureOrigin.Suffices(site, new(request.Headers.Host.ToString()))) && store.Find(key) is { } page
                ? new(contextFeatures, page, isHttps, default!)
                : new(contextFeatures, null, isHttps, behind.CreateContext(contextFeatures));
        }

        public Task ProcessRequestAsync(Exchange<TContext> context) =>
            context.Page is { } page ? page.AnswerAsync(context.Features, context.IsHttps) : AtTheWorkersAsync(context.Behind);

        public void DisposeContext(Exchange<TContext> context, Exception? exception)
        {
            if (context.Page is null)
                behind.DisposeContext(context.Behind, exception);
        }

        private async Task AtTheWorkersAsync(TContext context)
        {
            await WorkerThreads.Enter();
            await behind.ProcessRequestAsync(context);
        }
    }
}
