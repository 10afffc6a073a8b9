using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Web.Store;

namespace ModMatWorkshop.Web.Tests.Hosting;

internal static class SiteStore
{
    public static PageStore Store(this SiteFactory site) => site.Services.GetRequiredService<PageStore>();
}
