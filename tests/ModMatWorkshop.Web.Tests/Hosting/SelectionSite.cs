namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>ModMat with registration on application, while people may apply.</summary>
public sealed class SelectionSite : IDisposable
{
    private readonly ContentCopy _content = new();
    private readonly List<SiteFactory> _sites = [];

    public SelectionSite() =>
        _content.Edit("workshop.md", "  closes: 2021-09-20\n", "  closes: 2021-09-10\n  how: on application\n  answers: 2021-09-12\n");

    public SiteFactory Open => field ??= New();

    /// <summary>Another site with the same content and nobody registered.</summary>
    public SiteFactory New(string start = "2021-09-01T09:00")
    {
        _sites.Add(new() { ContentPath = _content.Path, RehearseFrom = start });
        return _sites[^1];
    }

    public void Dispose()
    {
        foreach (var site in _sites)
            site.Dispose();
        _content.Dispose();
    }
}
