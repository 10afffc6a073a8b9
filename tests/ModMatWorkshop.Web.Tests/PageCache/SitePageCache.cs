using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Web.PageCache;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.PageCache;

internal static class SitePageCache
{
    public static PageCacheStore PageCache(this SiteFactory site) => site.Services.GetRequiredService<PageCacheStore>();
}
