using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>Every page of a workshop that says only what it must.</summary>
public sealed class MinimalCrawlTests(MinimalCrawl crawl) : CrawlRules(crawl), IClassFixture<MinimalCrawl>;

/// <summary>Every page of a workshop with two rooms and kinds of its own.</summary>
public sealed class TwoRoomsCrawlTests(TwoRoomsCrawl crawl) : CrawlRules(crawl), IClassFixture<TwoRoomsCrawl>;

public sealed class MinimalCrawl() : OwnCrawl(new() { ContentPath = Repository.Minimal, RehearseFrom = "2027-02-01T10:00" });

public sealed class TwoRoomsCrawl() : OwnCrawl(new() { ContentPath = Repository.TwoRooms, RehearseFrom = "2026-03-02T10:00" })
{
    public override WorkshopLanguages Languages { get; } = new(Language.English);
}

/// <summary>A crawl of a site that no other test uses.</summary>
public abstract class OwnCrawl(SiteFactory site) : Crawl(site)
{
    public override async Task DisposeAsync() => await Site.DisposeAsync();
}
