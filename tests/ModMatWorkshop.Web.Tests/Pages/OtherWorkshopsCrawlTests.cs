using AngleSharp.Dom;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>Every page of a workshop that says only what it must.</summary>
public sealed class MinimalCrawlTests(MinimalCrawl crawl) : CrawlRules(crawl), IClassFixture<MinimalCrawl>;

/// <summary>Every page of that workshop when it takes place remotely only.</summary>
public sealed class RemoteOnlyCrawlTests(RemoteOnlyCrawl crawl) : CrawlRules(crawl), IClassFixture<RemoteOnlyCrawl>
{
    [Fact]
    public void No_page_speaks_of_a_seat_or_a_waiting_list() =>
        AssertOnEachPage(page =>
            new[] { "place en salle", "places en salle", "liste d’attente", "seat", "waiting list" }.Where(page.Body!.Seen().Contains)
        );
}

/// <summary>Every page of that workshop in French alone.</summary>
public sealed class FrenchOnlyCrawlTests(FrenchOnlyCrawl crawl) : CrawlRules(crawl), IClassFixture<FrenchOnlyCrawl>;

/// <summary>Every page of that workshop in English, and in French under a prefix.</summary>
public sealed class EnglishFirstCrawlTests(EnglishFirstCrawl crawl) : CrawlRules(crawl), IClassFixture<EnglishFirstCrawl>;

/// <summary>Every page of a workshop with two rooms and kinds of its own, where nobody takes part remotely.</summary>
public sealed class TwoRoomsCrawlTests(TwoRoomsCrawl crawl) : CrawlRules(crawl), IClassFixture<TwoRoomsCrawl>
{
    [Fact]
    public void No_page_speaks_of_a_stream_or_of_remote_participants() =>
        AssertOnEachPage(page => new[] { "stream", "remote", "online" }.Where(page.Body!.Seen().ToLowerInvariant().Contains));
}

public sealed class MinimalCrawl() : OwnCrawl(new() { ContentPath = Repository.Minimal, RehearseFrom = "2027-02-01T10:00" });

public sealed class TwoRoomsCrawl() : OwnCrawl(new() { ContentPath = Repository.TwoRooms, RehearseFrom = "2026-03-02T10:00" })
{
    public override WorkshopLanguages Languages { get; } = new(Language.English);
}

public sealed class RemoteOnlyCrawl() : ChangedCrawl("seats: 30", "seats: 0");

public sealed class FrenchOnlyCrawl() : ChangedCrawl("seats: 30", "seats: 30\nlanguages: [fr]")
{
    public override WorkshopLanguages Languages { get; } = new(Language.French);
}

public sealed class EnglishFirstCrawl() : ChangedCrawl("seats: 30", "seats: 30\nlanguages: [en, fr]")
{
    public override WorkshopLanguages Languages { get; } = new(Language.English, Language.French);
}

/// <summary>A crawl of the smallest workshop with one line replaced.</summary>
public abstract class ChangedCrawl : OwnCrawl
{
    private readonly ContentSample content;

    protected ChangedCrawl(string line, string replacement)
        : this(Changed(line, replacement)) { }

    private ChangedCrawl(ContentSample content)
        : base(new() { ContentPath = content.Folder, RehearseFrom = "2027-02-01T10:00" }) => this.content = content;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        content.Dispose();
    }

    private static ContentSample Changed(string line, string replacement)
    {
        var content = new ContentSample(Repository.Minimal);
        content.Replace("workshop.md", line, replacement);
        return content;
    }
}

/// <summary>A crawl of a site that no other test uses.</summary>
public abstract class OwnCrawl(SiteFactory site) : Crawl(site)
{
    public override async Task DisposeAsync() => await Site.DisposeAsync();
}
