using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>The site while registration is open, with all seats free.</summary>
public sealed class OpenSite : SiteFactory
{
    public const string Start = "2021-09-01T09:00";

    public OpenSite() => RehearseFrom = Start;
}

/// <summary>The same on each database. The first test that needs a site starts it.</summary>
public sealed class OpenSiteOnEachDatabase : IDisposable
{
    private readonly Dictionary<Engine, SiteFactory> sites = [];

    public SiteFactory this[Engine engine]
    {
        get
        {
            if (!sites.TryGetValue(engine, out var site))
                sites[engine] = site = new() { Engine = engine, RehearseFrom = OpenSite.Start };
            return site;
        }
    }

    public void Dispose()
    {
        foreach (var site in sites.Values)
            site.Dispose();
    }
}
