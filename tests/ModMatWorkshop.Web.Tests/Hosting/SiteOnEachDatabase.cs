using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>A class fixture: one site on each database, started when first used.</summary>
public sealed class SiteOnEachDatabase : IDisposable
{
    private readonly Dictionary<Engine, SiteFactory> sites = [];

    public SiteFactory this[Engine engine]
    {
        get
        {
            if (!sites.TryGetValue(engine, out var site))
                sites[engine] = site = new() { Engine = engine, StartsEmpty = true };
            return site;
        }
    }

    public void Dispose()
    {
        foreach (var site in sites.Values)
            site.Dispose();
    }
}
