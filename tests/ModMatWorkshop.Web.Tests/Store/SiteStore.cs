using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Web.Store;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Store;

internal static class SiteStore
{
    public static PageStore Store(this SiteFactory site) => site.Services.GetRequiredService<PageStore>();
}
