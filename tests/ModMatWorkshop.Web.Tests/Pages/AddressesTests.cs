using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>Every public address with its status and media type. A new page fails until it is added here.</summary>
[Collection(nameof(Archive))]
public sealed class AddressesTests(SiteFactory site)
{
    private const string Html = "text/html; charset=utf-8";
    private const string Calendar = "text/calendar; charset=utf-8";
    private const string BibTeX = "application/x-bibtex; charset=utf-8";
    private const string Ris = "application/x-research-info-systems; charset=utf-8";
    private const string Xml = "application/xml; charset=utf-8";
    private const string Json = "application/json; charset=utf-8";
    private const string Atom = "application/atom+xml; charset=utf-8";
    private const string Text = "text/plain; charset=utf-8";

    public static TheoryData<string, string, HttpStatusCode, string> All =>
        new()
        {
            { "/", "/", HttpStatusCode.OK, Html },
            { "/en", "/en", HttpStatusCode.OK, Html },
            { "/programme", "/programme", HttpStatusCode.OK, Html },
            { "/en/programme", "/en/programme", HttpStatusCode.OK, Html },
            { "/resumes", "/resumes", HttpStatusCode.OK, Html },
            { "/en/abstracts", "/en/abstracts", HttpStatusCode.OK, Html },
            { "/resumes/{code}", "/resumes/o1", HttpStatusCode.OK, Html },
            { "/resumes/{code}", "/resumes/o19", HttpStatusCode.NotFound, Html },
            { "/resumes/{code}", "/resumes/O1", HttpStatusCode.MovedPermanently, "" },
            { "/en/abstracts/{code}", "/en/abstracts/p10", HttpStatusCode.OK, Html },
            { "/en/abstracts/{code}", "/en/abstracts/p11", HttpStatusCode.NotFound, Html },
            { "/en/abstracts/{code}", "/en/abstracts/P10", HttpStatusCode.MovedPermanently, "" },
            { "/posters", "/posters", HttpStatusCode.OK, Html },
            { "/en/posters", "/en/posters", HttpStatusCode.OK, Html },
            { "/intervenants", "/intervenants", HttpStatusCode.OK, Html },
            { "/en/speakers", "/en/speakers", HttpStatusCode.OK, Html },
            { "/intervenants/{slug}", "/intervenants/julien-lam", HttpStatusCode.OK, Html },
            { "/intervenants/{slug}", "/intervenants/personne", HttpStatusCode.NotFound, Html },
            { "/en/speakers/{slug}", "/en/speakers/julien-lam", HttpStatusCode.OK, Html },
            { "/en/speakers/{slug}", "/en/speakers/nobody", HttpStatusCode.NotFound, Html },
            { "/recherche", "/recherche?q=zinc", HttpStatusCode.OK, Html },
            { "/en/search", "/en/search?q=zinc", HttpStatusCode.OK, Html },
            { "/infos-pratiques", "/infos-pratiques", HttpStatusCode.OK, Html },
            { "/en/practical-info", "/en/practical-info", HttpStatusCode.OK, Html },
            { "/actualites", "/actualites", HttpStatusCode.OK, Html },
            { "/modifications", "/modifications", HttpStatusCode.OK, Html },
            { "/en/changes", "/en/changes", HttpStatusCode.OK, Html },
            { "/en/news", "/en/news", HttpStatusCode.OK, Html },
            { "/inscription", "/inscription", HttpStatusCode.OK, Html },
            { "/en/registration", "/en/registration", HttpStatusCode.OK, Html },
            { "/participants", "/participants", HttpStatusCode.OK, Html },
            { "/en/participants", "/en/participants", HttpStatusCode.OK, Html },
            { "/lien-perdu", "/lien-perdu", HttpStatusCode.OK, Html },
            { "/en/lost-link", "/en/lost-link", HttpStatusCode.OK, Html },
            { "/mon-inscription/{token}", "/mon-inscription/x", HttpStatusCode.NotFound, Html },
            { "/en/my-registration/{token}", "/en/my-registration/x", HttpStatusCode.NotFound, Html },
            { "/mon-inscription", "/mon-inscription", HttpStatusCode.OK, Html },
            { "/en/my-registration", "/en/my-registration", HttpStatusCode.OK, Html },
            { "/mon-calendrier/{token}.ics", "/mon-calendrier/x.ics", HttpStatusCode.NotFound, Html },
            { "/mon-inscription/{token}/attestation", "/mon-inscription/x/attestation", HttpStatusCode.NotFound, Html },
            { "/mon-inscription/{token}/attestation.pdf", "/mon-inscription/x/attestation.pdf", HttpStatusCode.NotFound, Html },
            { "/en/my-registration/{token}/certificate", "/en/my-registration/x/certificate", HttpStatusCode.NotFound, Html },
            { "/en/my-registration/{token}/certificate.pdf", "/en/my-registration/x/certificate.pdf", HttpStatusCode.NotFound, Html },
            { "/mon-inscription/{token}/confirmation", "/mon-inscription/x/confirmation", HttpStatusCode.NotFound, Html },
            { "/en/my-registration/{token}/confirmation", "/en/my-registration/x/confirmation", HttpStatusCode.NotFound, Html },
            { "/mon-inscription/{token}/invitation", "/mon-inscription/x/invitation", HttpStatusCode.NotFound, Html },
            { "/en/my-registration/{token}/invitation", "/en/my-registration/x/invitation", HttpStatusCode.NotFound, Html },
            { "/mon-inscription/{token}/visa", "/mon-inscription/x/visa", HttpStatusCode.NotFound, Html },
            { "/en/my-registration/{token}/visa", "/en/my-registration/x/visa", HttpStatusCode.NotFound, Html },
            { "/mon-inscription/{token}/confirmation.pdf", "/mon-inscription/x/confirmation.pdf", HttpStatusCode.NotFound, Html },
            { "/en/my-registration/{token}/confirmation.pdf", "/en/my-registration/x/confirmation.pdf", HttpStatusCode.NotFound, Html },
            { "/mon-inscription/{token}/invitation.pdf", "/mon-inscription/x/invitation.pdf", HttpStatusCode.NotFound, Html },
            { "/en/my-registration/{token}/invitation.pdf", "/en/my-registration/x/invitation.pdf", HttpStatusCode.NotFound, Html },
            { "/mon-inscription/{token}/proforma", "/mon-inscription/x/proforma", HttpStatusCode.NotFound, Html },
            { "/en/my-registration/{token}/proforma", "/en/my-registration/x/proforma", HttpStatusCode.NotFound, Html },
            { "/mon-inscription/{token}/proforma.pdf", "/mon-inscription/x/proforma.pdf", HttpStatusCode.NotFound, Html },
            { "/en/my-registration/{token}/proforma.pdf", "/en/my-registration/x/proforma.pdf", HttpStatusCode.NotFound, Html },
            { "/mon-inscription/{token}/recu", "/mon-inscription/x/recu", HttpStatusCode.NotFound, Html },
            { "/en/my-registration/{token}/receipt", "/en/my-registration/x/receipt", HttpStatusCode.NotFound, Html },
            { "/mon-inscription/{token}/recu.pdf", "/mon-inscription/x/recu.pdf", HttpStatusCode.NotFound, Html },
            { "/en/my-registration/{token}/receipt.pdf", "/en/my-registration/x/receipt.pdf", HttpStatusCode.NotFound, Html },
            { "/mon-inscription/{token}/rien-a-payer", "/mon-inscription/x/rien-a-payer", HttpStatusCode.NotFound, Html },
            { "/en/my-registration/{token}/no-fee", "/en/my-registration/x/no-fee", HttpStatusCode.NotFound, Html },
            { "/mon-inscription/{token}/rien-a-payer.pdf", "/mon-inscription/x/rien-a-payer.pdf", HttpStatusCode.NotFound, Html },
            { "/en/my-registration/{token}/no-fee.pdf", "/en/my-registration/x/no-fee.pdf", HttpStatusCode.NotFound, Html },
            // ModMat has no call; CallTests has one.
            { "/appel", "/appel", HttpStatusCode.NotFound, Html },
            { "/en/call", "/en/call", HttpStatusCode.NotFound, Html },
            { "/ma-soumission/{token}", "/ma-soumission/x", HttpStatusCode.NotFound, Html },
            { "/en/my-submission/{token}", "/en/my-submission/x", HttpStatusCode.NotFound, Html },
            { "/ma-seance/{token}", "/ma-seance/x", HttpStatusCode.NotFound, Html },
            { "/en/my-session/{token}", "/en/my-session/x", HttpStatusCode.NotFound, Html },
            { "/direct", "/direct", HttpStatusCode.OK, Html },
            { "/en/live", "/en/live", HttpStatusCode.OK, Html },
            { "/livret", "/livret", HttpStatusCode.OK, Html },
            { "/en/book", "/en/book", HttpStatusCode.OK, Html },
            { "/contact", "/contact", HttpStatusCode.OK, Html },
            { "/en/contact", "/en/contact", HttpStatusCode.OK, Html },
            { "/mentions-legales", "/mentions-legales", HttpStatusCode.OK, Html },
            { "/en/legal-notice", "/en/legal-notice", HttpStatusCode.OK, Html },
            { "/confidentialite", "/confidentialite", HttpStatusCode.OK, Html },
            { "/en/privacy", "/en/privacy", HttpStatusCode.OK, Html },
            { "/accessibilite", "/accessibilite", HttpStatusCode.OK, Html },
            { "/en/accessibility", "/en/accessibility", HttpStatusCode.OK, Html },
            // The content has no page that the site does not know; OwnPagesTests has some.
            { "/{slug:slug}", "/nowhere", HttpStatusCode.NotFound, Html },
            { "/en/{slug:slug}", "/en/nowhere", HttpStatusCode.NotFound, Html },
            { "/programme.ics", "/programme.ics", HttpStatusCode.OK, Calendar },
            { "/programme.ics", "/programme.ics?lang=en", HttpStatusCode.OK, Calendar },
            { "/programme/{date}.ics", "/programme/2021-09-23.ics", HttpStatusCode.OK, Calendar },
            { "/programme/{date}.ics", "/programme/2021-09-25.ics", HttpStatusCode.NotFound, Html },
            { "/favoris.ics", "/favoris.ics?codes=o1,p3", HttpStatusCode.OK, Calendar },
            { "/favoris.ics", "/favoris.ics", HttpStatusCode.OK, Calendar },
            { "/resumes/{code}.ics", "/resumes/o1.ics", HttpStatusCode.OK, Calendar },
            { "/resumes/{code}.ics", "/resumes/o19.ics", HttpStatusCode.NotFound, Html },
            { "/resumes/{code}.bib", "/resumes/o1.bib", HttpStatusCode.OK, BibTeX },
            { "/resumes/{code}.bib", "/resumes/o19.bib", HttpStatusCode.NotFound, Html },
            { "/resumes/{code}.ris", "/resumes/o1.ris", HttpStatusCode.OK, Ris },
            { "/resumes/{code}.ris", "/resumes/o19.ris", HttpStatusCode.NotFound, Html },
            { "/livret.bib", "/livret.bib", HttpStatusCode.OK, BibTeX },
            { "/livret.ris", "/livret.ris", HttpStatusCode.OK, Ris },
            { "/schedule.xml", "/schedule.xml", HttpStatusCode.OK, Xml },
            { "/schedule.json", "/schedule.json", HttpStatusCode.OK, Json },
            { "/actualites.atom", "/actualites.atom", HttpStatusCode.OK, Atom },
            { "/materials/{name}", "/materials/o1-slides.pdf", HttpStatusCode.NotFound, Html },
            { "/favicon.svg", "/favicon.svg", HttpStatusCode.OK, "image/svg+xml" },
            { "/identity/{fingerprint}.css", "/identity/0.css", HttpStatusCode.OK, "text/css; charset=utf-8" },
            { "/images/{fingerprint}/{name}", "/images/0/way.svg", HttpStatusCode.OK, "image/svg+xml" },
            { "/images/{fingerprint}/{name}", "/images/0/nowhere.svg", HttpStatusCode.NotFound, Html },
            { "/sitemap.xml", "/sitemap.xml", HttpStatusCode.OK, Xml },
            { "/robots.txt", "/robots.txt", HttpStatusCode.OK, Text },
            { "/.well-known/security.txt", "/.well-known/security.txt", HttpStatusCode.OK, Text },
            { "/healthz", "/healthz", HttpStatusCode.OK, Text },
            { "/readyz", "/readyz", HttpStatusCode.OK, Json },
            // Only the error handler reaches this page.
            { "/status/{code:int}", "/status/500", HttpStatusCode.NotFound, Html },
        };

    private static readonly HashSet<string> Forms =
    [
        .. from route in Routes.All.Where(r => r.Posts)
        from language in WorkshopLanguages.Default.All
        select route.Template(WorkshopLanguages.Default, language),
    ];

    /// <summary>BookTests and PrintableListTests request these, because a PDF takes seconds to make.</summary>
    private static readonly string[] Printables = ["/livret.pdf", "/en/book.pdf", "/programme.pdf"];

    /// <summary>IdentityTests requests these, because drawing programs may be missing.</summary>
    private static readonly string[] Drawings = ["/apple-touch-icon.png", "/card.png", "/favicon.ico"];

    /// <summary>Addresses for POST only; HeartbeatTests and DeliveryPagesTests cover them.</summary>
    private static readonly string[] Heartbeats = ["/direct/presence", "/en/live/presence", "/webhooks/bounces"];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_public_address_answers_with_its_media_type(
        string route,
        string address,
        HttpStatusCode status,
        string mediaType
    )
    {
        using var answer = await site.CreateClient().GetAsync(address);

        Assert.Equal((route, status, mediaType), (route, answer.StatusCode, answer.Content.Headers.ContentType?.ToString() ?? ""));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task HEAD_gets_the_same_status_and_media_type(string route, string address, HttpStatusCode status, string mediaType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var answer = await site.CreateClient().SendAsync(request);

        Assert.Equal((route, status, mediaType), (route, answer.StatusCode, answer.Content.Headers.ContentType?.ToString() ?? ""));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("TRACE")]
    [InlineData("BREW")]
    public async Task A_public_address_accepts_only_GET_HEAD_and_its_own_form(string method)
    {
        var client = site.CreateClient();
        foreach (var line in All.Where(line => line[1] is not "/status/500"))
        {
            var address = (string)line[1];
            using var request = new HttpRequestMessage(new(method), address)
            {
                Content = method == "TRACE" ? null : new StringContent("<x>"),
            };
            using var answer = await client.SendAsync(request);

            var (status, allowed) =
                !Forms.Contains((string)line[0]) ? (HttpStatusCode.MethodNotAllowed, "GET, HEAD")
                // The form token is missing.
                : method == "POST" ? (HttpStatusCode.BadRequest, "")
                : (HttpStatusCode.MethodNotAllowed, "GET, HEAD, POST");
            Assert.Equal((address, status, allowed), (address, answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow)));
        }
    }

    [Fact]
    public void The_list_of_public_addresses_is_complete()
    {
        // An unpublished build has one more route, for static files that the build did not know.
        var endpoints = site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/'))
            .Where(route => route != "/{**path:file}" && !NeutralRouteConvention.Contains(route));

        Assert.Equal(
            All.Select(line => (string)line[0])
                .Concat(Printables)
                .Concat(Drawings)
                .Concat(Heartbeats)
                .Distinct()
                .Order(StringComparer.Ordinal),
            endpoints.Distinct().Order(StringComparer.Ordinal)
        );
    }
}
