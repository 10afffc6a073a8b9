using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Domain.Tests.Addresses;

/// <summary>What addresses lead to in a workshop in one or two languages.</summary>
public class AddressTargetTests
{
    private static readonly string[] Settings = ["fr en", "en fr", "fr", "en"];

    public static TheoryData<string> AllLanguages => [.. Settings];

    [Theory]
    // The first language has no prefix. The site routes all requests as in a workshop in French and English.
    [InlineData("fr en", "/", "/")]
    [InlineData("fr en", "/en", "/en")]
    [InlineData("fr en", "/en/abstracts/o1", "/en/abstracts/o1")]
    [InlineData("en fr", "/", "/en")]
    [InlineData("en fr", "/fr", "/")]
    [InlineData("en fr", "/programme", "/en/programme")]
    [InlineData("en fr", "/fr/programme", "/programme")]
    [InlineData("en fr", "/abstracts/o1", "/en/abstracts/o1")]
    [InlineData("en fr", "/fr/resumes/o1", "/resumes/o1")]
    [InlineData("en", "/my-registration/a-token", "/en/my-registration/a-token")]
    [InlineData("en", "/my-registration/a-token/certificate.pdf", "/en/my-registration/a-token/certificate.pdf")]
    [InlineData("en", "/live/presence", "/en/live/presence")]
    [InlineData("en", "/book.pdf", "/en/book.pdf")]
    [InlineData("fr", "/livret.pdf", "/livret.pdf")]
    // A file has the name of the first language.
    [InlineData("en", "/abstracts/o1.ics", "/resumes/o1.ics")]
    [InlineData("en fr", "/book.bib", "/livret.bib")]
    [InlineData("en", "/my-calendar/a-token.ics", "/mon-calendrier/a-token.ics")]
    [InlineData("fr en", "/resumes/o1.ics", "/resumes/o1.ics")]
    // Other spellings that routing accepts.
    [InlineData("en", "/PROGRAMME/", "/en/programme")]
    [InlineData("en", "/abstracts/O1", "/en/abstracts/O1")]
    // Addresses of all languages, and unknown ones.
    [InlineData("en", "/programme.ics", "/programme.ics")]
    [InlineData("en", "/admin/attendees", "/admin/attendees")]
    [InlineData("en", "/verification/1", "/verification/1")]
    [InlineData("en", "/css/site.css", "/css/site.css")]
    [InlineData("en", "/healthz", "/healthz")]
    [InlineData("en", "/abstracts/o1/more", "/abstracts/o1/more")]
    // A page of the content.
    [InlineData("en", "/travel", "/en/travel")]
    [InlineData("en fr", "/fr/voyage", "/voyage")]
    [InlineData("fr en", "/en/travel", "/en/travel")]
    [InlineData("en", "/english", "/en/english")]
    [InlineData("en", "/admin", "/admin")]
    [InlineData("en", "/2019", "/2019")]
    [InlineData("fr en", "/en/resumes", "/en/resumes")]
    [InlineData("en", "/fr/nothing", "/fr/nothing")]
    [InlineData("en", "//", "//")]
    public void The_path_by_which_a_request_is_routed(string languages, string path, string routed) =>
        Assert.Equal(new AddressTarget(routed), AddressTarget.Find(Read(languages), path));

    [Theory]
    [InlineData("en fr", "/en", "/")]
    [InlineData("en fr", "/en/programme", "/programme")]
    [InlineData("en fr", "/resumes/o1", "/fr/resumes/o1")]
    [InlineData("en fr", "/livret.pdf", "/fr/livret.pdf")]
    [InlineData("en", "/en/my-registration/a-token", "/my-registration/a-token")]
    [InlineData("en", "/resumes/o1", "/abstracts/o1")]
    [InlineData("en", "/fr/resumes/o1", "/abstracts/o1")]
    [InlineData("en", "/fr", "/")]
    [InlineData("en", "/direct/presence", "/live/presence")]
    [InlineData("en", "/resumes/o1.ics", "/abstracts/o1.ics")]
    [InlineData("fr", "/en/abstracts/o1", "/resumes/o1")]
    [InlineData("fr", "/abstracts", "/resumes")]
    [InlineData("fr en", "/fr/programme", "/programme")]
    [InlineData("fr en", "/abstracts/o1", "/en/abstracts/o1")]
    [InlineData("fr en", "/news.atom", "/actualites.atom")]
    public void An_address_of_other_languages_has_moved_to_that_of_the_same_page(string languages, string path, string movedTo) =>
        Assert.Equal(new AddressTarget(path, movedTo), AddressTarget.Find(Read(languages), path));

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_address_of_a_page_leads_to_its_route(string languages)
    {
        var site = Read(languages);
        Assert.Equal(
            [],
            from route in Routes.All
            from language in site.All
            let routed = route.Path(WorkshopLanguages.Default, language, "o1")
            where AddressTarget.Find(site, route.Path(site, language, "o1")) != new AddressTarget(routed)
            select routed
        );
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_former_address_of_a_page_leads_to_the_present_one_and_no_further(string languages)
    {
        var site = Read(languages);
        Assert.Equal(
            [],
            from route in Routes.All
            from former in Settings.Select(Read)
            from language in former.All
            let path = route.Path(former, language, "o1")
            let moved = AddressTarget.Find(site, path).MovedTo
            where moved is not null && (moved == path || AddressTarget.Find(site, moved).MovedTo is not null)
            select $"{path} {moved}"
        );
    }

    [Fact]
    public void The_addresses_of_two_pages_differ()
    {
        foreach (var site in Settings.Select(Read))
        {
            var all = Routes.All.SelectMany(route => site.All.Select(language => route.Template(site, language))).ToList();
            Assert.Equal(all.Distinct(), all);
        }
    }

    internal static WorkshopLanguages Read(string tags) =>
        tags.Split(' ') switch
        {
            [var only] => new(Languages.FromTag(only)),
            [var first, var second] => new(Languages.FromTag(first), Languages.FromTag(second)),
            _ => throw new ArgumentOutOfRangeException(nameof(tags)),
        };
}
