using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>A workshop in English alone: no page, file or address is in French.</summary>
public sealed partial class OneLanguageTests(OneLanguageTests.CrawledSite site) : IClassFixture<OneLanguageTests.CrawledSite>
{
    private static readonly WorkshopLanguages English = new(Language.English);

    /// <summary>The texts of the interface that are in French only.</summary>
    private static readonly HashSet<string> FrenchTexts = TextsIn(Language.French)
        .Except(TextsIn(Language.English).Append(new Words(Language.French).OtherLanguage))
        .ToHashSet();

    public sealed class CrawledSite : SiteFactory, IAsyncLifetime
    {
        public CrawledSite()
        {
            RehearseFrom = "2026-05-04T11:00";
            ContentPath = Repository.TwoRooms;
        }

        internal Crawl Crawl { get; private set; } = null!;

        public Task InitializeAsync() => (Crawl = new(this)).InitializeAsync();

        public new Task DisposeAsync() => Task.CompletedTask;
    }

    [Fact]
    public void No_public_page_has_a_French_word_or_offers_another_language() =>
        Assert.Equal([], site.Crawl.Pages.SelectMany(visited => FrenchIn(visited.Page!).Select(text => $"{visited.Address}: {text}")));

    [Fact]
    public void Every_link_has_the_address_of_an_English_page_without_prefix() =>
        Assert.Equal(
            [],
            site.Crawl.Visited.Values.Where(v =>
                    v.Status != HttpStatusCode.OK
                    || AddressTarget.PrefixOf(v.Address) is not null
                    || v.Address.Contains("lang=", StringComparison.Ordinal)
                )
                .Select(v => $"{v.Address} {(int)v.Status}")
        );

    [Fact]
    public async Task No_file_for_programs_has_a_French_word_or_address()
    {
        foreach (var export in ExportList.All.Where(e => e is not PersonalExport))
        {
            var address = export.Route.Path(English, Language.English, export is DayExport ? "2026-06-09" : "o1");
            var text = await site.CreateClient().GetStringAsync(export is SelectionExport ? address + "?codes=o1,panel-data" : address);
            Assert.Equal((address, ""), (address, string.Join(' ', FrenchWordsIn(text))));
            Assert.Equal(
                [],
                Addresses()
                    .Matches(text)
                    .Select(m => m.Groups[1].Value)
                    .Where(path => AddressTarget.Find(English, path).MovedTo is not null)
            );
        }
        Assert.Contains(
            "Preferred-Languages: en\n",
            await site.CreateClient().GetStringAsync("/.well-known/security.txt"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Search_engines_learn_of_one_language()
    {
        var home = await site.CreateClient().ReadAsync("/");
        Assert.Contains(
            "\"inLanguage\":[\"en\"]",
            home.QuerySelector("script[type='application/ld+json']")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("hreflang", await site.CreateClient().GetStringAsync("/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_of_an_organiser_has_a_French_word()
    {
        await site.ConfirmedAsync();
        using var organiser = await site.SignedInAsync(language: English.First);
        var visited = new HashSet<string>();
        var queue = new Queue<string>(["/admin", "/check-in"]);
        var faults = new List<string>();
        while (queue.TryDequeue(out var address))
        {
            // The guide describes the site in both languages, with a table of their names.
            if (!visited.Add(address) || address == "/admin/help" || visited.Count > 300)
                continue;
            using var answer = await organiser.GetAsync(address);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
            faults.AddRange(FrenchIn(page).Select(text => $"{address}: {text}"));
            foreach (
                var link in page.QuerySelectorAll("a[href]").Select(a => new Uri(new(SiteFactory.BaseUrl, address), a.GetAttribute("href")))
            )
                if (link.AbsolutePath.StartsWith("/admin/", StringComparison.Ordinal) && !Path.HasExtension(link.AbsolutePath))
                    queue.Enqueue(link.PathAndQuery);
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults.Distinct()));
        Assert.Contains("/admin/printables/badges?lang=en", visited);
    }

    [Fact]
    public async Task A_printable_is_in_English_for_an_organiser_who_reads_French()
    {
        using var organiser = await site.SignedInAsync(language: Language.French);
        Assert.Equal("fr", (await organiser.ReadAsync("/admin")).DocumentElement.GetAttribute("lang"));
        foreach (var printable in PrintableList.All.Where(p => p is not Report))
        foreach (var query in new[] { "", "?lang=fr" })
        {
            var address = printable.Page(English, Language.French).Split('?')[0] + query;
            Assert.Equal([], FrenchIn(await organiser.ReadAsync(address)).Select(text => $"{address}: {text}"));
        }
    }

    [Theory]
    [InlineData("/admin/login", HttpStatusCode.OK)]
    [InlineData("/verification/unknown?lang=fr", HttpStatusCode.NotFound)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/fr/nothing", HttpStatusCode.NotFound)]
    [InlineData("/abstracts/o99", HttpStatusCode.NotFound)]
    [InlineData("/my-registration", HttpStatusCode.OK)]
    public async Task Errors_and_pages_of_all_languages_are_in_English_whatever_the_browser_prefers(string address, HttpStatusCode status)
    {
        var reader = site.CreateClient();
        reader.DefaultRequestHeaders.Add("Accept-Language", "fr-CA, fr;q=0.9");
        using var answer = await reader.GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal([], FrenchIn(await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync())));
    }

    [Theory]
    [InlineData("/en", "/")]
    [InlineData("/en/abstracts/o1", "/abstracts/o1")]
    [InlineData("/fr/resumes?page=2", "/abstracts?page=2")]
    [InlineData("/intervenants/solveig-aas", "/speakers/solveig-aas")]
    [InlineData("/resumes/o9.ics?lang=en", "/abstracts/o9.ics?lang=en")]
    public async Task An_old_address_in_another_language_leads_to_that_of_the_page(string old, string now)
    {
        using var answer = await site.CreateClient().GetAsync(old);
        Assert.Equal(
            (HttpStatusCode.MovedPermanently, now, "no-store"),
            (answer.StatusCode, answer.Headers.Location?.OriginalString, answer.Headers.CacheControl?.ToString())
        );
    }

    [Fact]
    public async Task A_form_sent_to_an_old_address_is_sent_again_to_the_new_one()
    {
        using var answer = await site.CreateClient().PostAsync("/inscription", new FormUrlEncodedContent([]));
        Assert.Equal((HttpStatusCode.PermanentRedirect, "/registration"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task A_participant_who_registered_in_French_reads_English()
    {
        var token = await site.RegisterAsync(r =>
        {
            r.AssignSeat(79, false);
            r.Confirm(r.CreatedAt);
        });
        foreach (var address in new[] { $"/my-registration/{token}", $"/my-registration/{token}/confirmation" })
            Assert.Equal([], FrenchIn(await site.CreateClient().ReadAsync(address)));
    }

    [Fact]
    public async Task No_form_asks_for_a_language()
    {
        using var organiser = await site.SignedInAsync(language: English.First);
        foreach (var address in new[] { "/registration", "/admin/attendees/new", "/admin/attendees/import", "/admin/invitations" })
            Assert.Empty((await organiser.ReadAsync(address)).QuerySelectorAll("[name=language]"));
    }

    /// <summary>What is French in a page: texts, attributes and declared languages.</summary>
    private static IEnumerable<string> FrenchIn(IHtmlDocument page)
    {
        // An organiser may choose French for their own pages. A token may contain any letters.
        foreach (var ignored in page.QuerySelectorAll("label:has([name=language]), input[type=hidden]").ToList())
            ignored.Remove();
        if (page.DocumentElement.GetAttribute("lang") != "en")
            yield return "the language of the page";
        foreach (var element in page.QuerySelectorAll("[lang=fr], [hreflang=fr], link[hreflang], [data-switch-language]"))
            yield return element.OuterHtml;
        var texts = page.DocumentElement.Descendants<IText>().Select(text => text.Text);
        string[] attributes = ["aria-label", "title", "alt", "placeholder", "content", "value"];
        var values = page.QuerySelectorAll("*").SelectMany(e => attributes.Select(e.GetAttribute)).OfType<string>();
        foreach (var text in texts.Concat(values))
            if (FrenchTexts.Contains(text.Trim()) || FrenchWordsIn(text).Any())
                yield return text.Trim();
    }

    /// <summary>Without codes in capitals, such as that of Laos.</summary>
    private static IEnumerable<string> FrenchWordsIn(string text) =>
        FrenchWords().Matches(text).Select(m => m.Value).Where(word => word.Any(char.IsLower));

    private static IEnumerable<string> TextsIn(Language language)
    {
        var words = new Words(language);
        return typeof(Words)
            .GetProperties()
            .Where(property => property.PropertyType == typeof(string) && property.GetIndexParameters().Length == 0)
            .Select(property => (string?)property.GetValue(words))
            .OfType<string>()
            .Where(text => text.Length > 3);
    }

    /// <summary>Frequent words of French that English does not have.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}-])(?:le|la|les|une|du|aux|est|sont|vous|votre|vos|nous|notre|pour|dans|avec|sur|qui|que|pas|cette|ces|leur|ou|où|à"
            + @"|inscriptions?|atelier|résumés?|affiches?|exposés?|langue|courriels?|français|anglais|accueil|salle)(?![\p{L}-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex FrenchWords();

    [GeneratedRegex(@"https://modmat\.test(/[^\s?#""<\\]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();
}
