using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.PageCache;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>The site before, during and after the workshop.</summary>
public sealed class PhaseTests(PhaseTests.SitesByTime sites) : IClassFixture<PhaseTests.SitesByTime>
{
    private const string BeforeOpening = "2021-06-15T09:00";
    private const string WhileOpen = "2021-09-01T09:00";
    private const string AfterClosing = "2021-09-21T09:00";
    private const string DuringATalk = "2021-09-23T09:45";
    private const string AfterTheLastTalk = "2021-09-24T12:50";

    public sealed class SitesByTime : IDisposable
    {
        private readonly Dictionary<string, SiteFactory> sites = [];

        internal HttpClient this[string time]
        {
            get
            {
                if (!sites.TryGetValue(time, out var site))
                    sites[time] = site = new() { RehearseFrom = time };
                return site.CreateClient();
            }
        }

        public void Dispose()
        {
            foreach (var site in sites.Values)
                site.Dispose();
        }
    }

    [Theory]
    [InlineData(BeforeOpening, "/", "/inscription Inscription")]
    [InlineData(WhileOpen, "/en/programme", "/en/registration Registration")]
    [InlineData(AfterClosing, "/", "/inscription Inscription")]
    [InlineData(DuringATalk, "/intervenants", "/direct En direct")]
    [InlineData(DuringATalk, "/en", "/en/live Live")]
    [InlineData(AfterTheLastTalk, "/", "/inscription Documents et attestations")]
    [InlineData(AfterTheLastTalk, "/en/abstracts/o1", "/en/registration Materials and certificates")]
    public async Task The_header_offers_what_counts_at_this_time(string time, string address, string action)
    {
        var link = (await sites[time].ReadAsync(address)).QuerySelector("header a[data-action]")!;

        Assert.Equal(action, $"{link.GetAttribute("href")} {link.Seen("span:first-child")}");
    }

    [Theory]
    [InlineData(DuringATalk, "/inscription")]
    [InlineData(AfterTheLastTalk, "/direct")]
    [InlineData(WhileOpen, "/direct")]
    public async Task The_page_that_the_header_does_not_offer_is_in_the_footer(string time, string address) =>
        Assert.Single((await sites[time].ReadAsync("/")).QuerySelectorAll($"footer a[href='{address}']"));

    [Theory]
    [InlineData(BeforeOpening, "/", "/programme /infos-pratiques")]
    [InlineData(WhileOpen, "/en", "/en/registration /en/programme /en/practical-info")]
    [InlineData(AfterClosing, "/", "/programme /infos-pratiques")]
    [InlineData(DuringATalk, "/", "/direct /programme /infos-pratiques")]
    [InlineData(AfterTheLastTalk, "/en", "/en/registration /en/programme /en/practical-info")]
    public async Task The_home_page_offers_what_counts_at_this_time(string time, string address, string links) =>
        Assert.Equal(links, string.Join(' ', (await sites[time].ReadAsync(address)).AttributeOfAll("main header a", "href")));

    [Theory]
    [InlineData(BeforeOpening, "/inscription", "not-yet", "/programme /resumes")]
    [InlineData(AfterClosing, "/inscription", "before", "/lien-perdu /direct /programme /infos-pratiques")]
    [InlineData(DuringATalk, "/en/registration", "during", "/en/lost-link /en/live /en/programme /en/practical-info")]
    [InlineData(AfterTheLastTalk, "/inscription", "after", "/lien-perdu /verification?lang=fr /resumes /livret")]
    public async Task While_registration_is_closed_its_page_offers_what_one_can_still_do(
        string time,
        string address,
        string state,
        string links
    )
    {
        var page = await sites[time].ReadAsync(address);

        Assert.Equal(state, page.QuerySelector("[data-registration-closed]")!.GetAttribute("data-registration-closed"));
        Assert.Equal(links, string.Join(' ', page.AttributeOfAll("[data-registration-closed] a", "href")));
    }

    [Fact]
    public async Task Nobody_is_asked_to_write_to_an_address_that_is_not_known() =>
        Assert.Equal(
            "Venez à l’accueil à partir du mercredi 22 septembre : une place libre y revient à qui se présente.",
            (await sites[AfterClosing].ReadAsync("/inscription")).Seen("#h-not-registered + p")
        );

    [Theory]
    [InlineData(WhileOpen, "/direct", "L’atelier n’a pas encore commencé. Début : mercredi 22 septembre, 13 h 00–13 h 30")]
    [InlineData(
        DuringATalk,
        "/en/live",
        "On now 9:40–10:10, Session 2 Zinc oxide crystallization modeled with machine-learning interatomic potential "
            + "Julien Lam, CEMES-CNRS, Toulouse"
    )]
    public async Task Without_a_link_the_stream_page_says_what_is_on_or_when_it_begins(string time, string address, string text)
    {
        var page = await sites[time].ReadAsync(address);

        Assert.Equal(text, page.Seen("[data-live=now]"));
        Assert.Equal(["by-code"], page.AttributeOfAll("main form", "id"));
    }

    [Fact]
    public async Task After_the_workshop_the_stream_page_leads_to_materials_and_certificates()
    {
        var page = await sites[AfterTheLastTalk].ReadAsync("/direct");

        Assert.Equal(["/inscription", "/programme"], page.AttributeOfAll("main a", "href"));
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task During_the_workshop_the_programme_opens_with_today_and_with_what_is_on()
    {
        var page = await sites[DuringATalk].ReadAsync("/programme");

        Assert.Equal(["d-2021-09-23", "d-2021-09-24", "d-2021-09-22"], page.AttributeOfAll("main section", "id"));
        Assert.Equal(["mer. 22", "jeu. 23", "ven. 24", "Maintenant"], page.SeenAll("main nav a"));
        Assert.Equal(["jeu. 23"], page.SeenAll("main nav a[aria-current=date]"));
        Assert.Equal("#o6", page.QuerySelector("[data-to-current]")!.GetAttribute("href"));
        Assert.Equal(
            (
                "#o6",
                "En ce moment 9 h 40–10 h 10 Zinc oxide crystallization modeled with machine-learning interatomic potential Julien Lam"
            ),
            (page.QuerySelector("[data-playing] a")!.GetAttribute("href"), page.Seen("[data-playing] a"))
        );
    }

    [Theory]
    [InlineData(WhileOpen)]
    [InlineData(AfterTheLastTalk)]
    public async Task Before_and_after_the_workshop_the_programme_is_in_order_of_time(string time)
    {
        var page = await sites[time].ReadAsync("/programme");

        Assert.Equal(["d-2021-09-22", "d-2021-09-23", "d-2021-09-24"], page.AttributeOfAll("main section", "id"));
        Assert.Empty(page.QuerySelectorAll("[data-playing], [data-to-current], main nav [aria-current]"));
    }

    [Fact]
    public async Task A_cached_page_turns_to_the_next_phase_by_itself()
    {
        await using var timed = new TimedSite(new(2021, 9, 21, 21, 59, 59, TimeSpan.Zero));
        using var reader = timed.CreateClient();
        List<string?> phases = [];
        foreach (var instant in new[] { "2021-09-21T21:59:59Z", "2021-09-21T22:00:00Z", "2021-09-24T10:44:59Z", "2021-09-24T10:45:00Z" })
        {
            timed.Time.SetUtcNow(DateTimeOffset.Parse(instant, null));
            phases.Add((await reader.ReadAsync("/contact")).DocumentElement.GetAttribute("data-phase"));
        }
        Assert.Equal(["before", "during", "during", "after"], phases);
    }
}
