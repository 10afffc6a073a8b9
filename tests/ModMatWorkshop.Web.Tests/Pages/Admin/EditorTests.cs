using System.Net;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Files of the content are edited in the browser, as forms and as texts.</summary>
public sealed class EditorTests : IDisposable
{
    private const string Talk = "/admin/content/contributions/o3";
    private readonly ContentSample _content = new(Repository.Content);
    private readonly SiteFactory _site;

    public EditorTests() => _site = new SiteFactory { ContentPath = _content.Folder };

    public void Dispose()
    {
        _site.Dispose();
        _content.Dispose();
    }

    [Fact]
    public async Task A_corrected_title_is_live_and_the_rest_of_the_file_keeps_its_bytes()
    {
        var before = _content.Read("contributions/o3.md");
        using var organiser = await OrganiserClient.SignInAsync(_site);
        await organiser.OpenAsync(Talk);
        await organiser.PressAsync("[data-action=save]", ("title", "Graph kernels: \"local\" # ones"));

        Assert.Equal((HttpStatusCode.OK, $"{Talk}?saved=yes"), (organiser.Status, organiser.Address));
        Assert.Equal("/resumes/o3", organiser.Page.QuerySelector("[data-saved] a")!.GetAttribute("href"));
        Assert.Equal(
            before.Replace(
                "\"Hybrid localized graph kernel for machine learning energy-related properties of molecules and solids\"",
                "\"Graph kernels: \\\"local\\\" # ones\"",
                StringComparison.Ordinal
            ),
            _content.Read("contributions/o3.md")
        );
        await organiser.OpenAsync("/resumes/o3");
        Assert.Equal(["Graph kernels: \"local\" # ones"], organiser.Seen("h1"));
    }

    [Theory]
    [InlineData("workshop")]
    [InlineData("sessions/session-1")]
    [InlineData("contributions/o3")]
    [InlineData("pages/practical-info")]
    [InlineData("pages/contact")]
    [InlineData("news/2021-07-01-opening")]
    public async Task A_form_or_a_text_that_is_sent_as_it_was_shown_changes_nothing(string thing)
    {
        var before = _content.Read($"{thing}.md");
        using var organiser = await OrganiserClient.SignInAsync(_site);
        foreach (var view in new[] { "", "?as=text" })
        {
            await organiser.OpenAsync($"/admin/content/{thing}{view}");
            await organiser.PressAsync("[data-action=save]");
            Assert.Equal(["Rien n’a changé. Voir la page · Versions"], organiser.Seen("[data-saved]"));
            await organiser.PressAsync("[data-action=switch]");
            Assert.Equal(view.Length == 0, organiser.Page.QuerySelector("textarea[name=text]") is not null);
        }
        Assert.Equal(before, _content.Read($"{thing}.md"));
    }

    [Fact]
    public async Task An_error_stands_beside_its_field_and_nothing_that_was_typed_is_lost()
    {
        var before = _content.Read("contributions/o3.md");
        using var organiser = await OrganiserClient.SignInAsync(_site, Language.English);
        await organiser.OpenAsync(Talk);
        await organiser.PressAsync(
            "[data-action=save]",
            ("kind", "orale"),
            ("authors.7.name", "Grace Hopper"),
            ("authors.7.affiliations", "9"),
            ("body", "A formula: $\\frac{1}{2$.")
        );

        Assert.Equal(HttpStatusCode.BadRequest, organiser.Status);
        Assert.Equal(before, _content.Read("contributions/o3.md"));
        var links = organiser
            .Page.QuerySelectorAll("#problems [data-problem=error] a")
            .Select(a => a.GetAttribute("href"))
            .Order()
            .ToList();
        Assert.Equal(["#authors.7.affiliations", "#body", "#kind"], links);
        Assert.All(links, link => Assert.Equal("true", organiser.Page.GetElementById(link![1..])!.GetAttribute("aria-invalid")));
        Assert.Equal("Grace Hopper", organiser.Page.GetElementById("authors.7.name")!.GetAttribute("value"));

        await organiser.PressAsync(
            "[data-action=save]",
            ("kind", "oral"),
            ("authors.7.affiliations", "3"),
            ("authors.7:position", "1"),
            ("body", "A formula: $\\frac{1}{2}$.")
        );
        Assert.Equal($"{Talk}?saved=yes", organiser.Address);
        Assert.Contains(
            "authors:\n  - { name: \"Grace Hopper\", affiliations: [3] }\n  - { name: \"Bastien Casier\"",
            _content.Read("contributions/o3.md"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_preview_is_what_readers_would_see_with_formulas_citations_and_references()
    {
        using var organiser = await OrganiserClient.SignInAsync(_site);
        await organiser.OpenAsync(Talk);
        await organiser.PressAsync(
            "[data-action=preview]",
            ("body", "H~2~O, $E=mc^2$ and [6].\n\n<script>alert(1)</script>"),
            ("references.5.text", "Doe, J., *Acta* **1**, 1 (2021)"),
            ("references.5.doi", "10.1000/182")
        );
        Assert.Equal(
            (1, 1, "https://doi.org/10.1000/182", 0),
            (
                organiser.Page.QuerySelectorAll("#preview .abstract-body sub").Length,
                organiser.Page.QuerySelectorAll("#preview .abstract-body a[href='#ref-6']").Length,
                organiser.Page.QuerySelector("#preview #ref-6 a")?.GetAttribute("href"),
                organiser.Page.QuerySelectorAll("#preview script").Length
            )
        );
        Assert.Equal(["Rien n’est encore enregistré."], organiser.Seen(".editor-bar .facts"));
        Assert.DoesNotContain("10.1000/182", _content.Read("contributions/o3.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_organisers_change_one_file_and_nobody_overwrites_anybody()
    {
        using var ada = await OrganiserClient.SignInAsync(_site);
        using var grace = await OrganiserClient.SignInAsync(_site);
        await ada.OpenAsync(Talk);
        await grace.OpenAsync(Talk);
        await ada.PressAsync("[data-action=save]", ("town", "Metz"));
        await grace.PressAsync("[data-action=save]", ("title", "Graph kernels"));
        Assert.Equal($"{Talk}?saved=merged", grace.Address);

        await ada.OpenAsync(Talk);
        await grace.OpenAsync(Talk);
        await ada.PressAsync("[data-action=save]", ("town", "Paris"));
        await grace.PressAsync("[data-action=save]", ("town", "Lyon"));
        Assert.Equal(HttpStatusCode.Conflict, grace.Status);
        var both = grace.Page.QuerySelector("textarea[name=text]")!.TextContent;
        Assert.Contains("Paris", grace.Page.QuerySelector("[data-conflict] [data-difference]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("town: \"Lyon\"\n", both, StringComparison.Ordinal);
        await grace.PressAsync(
            "[data-action=save]",
            ("text", string.Join('\n', both.Split('\n').Where(line => line != "town: \"Paris\"")).TrimStart('\n'))
        );
        Assert.Equal($"{Talk}?saved=yes&as=text", grace.Address);
        var saved = _content.Read("contributions/o3.md");
        Assert.Contains("title: \"Graph kernels\"\n", saved, StringComparison.Ordinal);
        Assert.Contains("lab: \"LPCT\"\ntown: \"Lyon\"\n", saved, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_and_not_saved_is_kept_until_it_is_saved_or_thrown_away()
    {
        using var organiser = await OrganiserClient.SignInAsync(_site);
        await organiser.OpenAsync(Talk);
        await organiser.PressAsync("[data-action=preview]", ("town", "Metz"), ("keywords.5.text", "new"));
        await organiser.OpenAsync(Talk);
        Assert.Equal(("Nancy", 1), (ValueOf(organiser, "town"), organiser.Seen("[data-draft]").Length));

        await organiser.OpenAsync($"{Talk}?draft=1");
        Assert.Equal(("Metz", "new"), (ValueOf(organiser, "town"), ValueOf(organiser, "keywords.5.text")));
        await organiser.PressAsync("[data-action=save]");
        Assert.Equal(("Metz", 0), (ValueOf(organiser, "town"), organiser.Seen("[data-draft]").Length));
    }

    [Fact]
    public async Task A_deleted_news_item_goes_with_its_translation()
    {
        using var organiser = await OrganiserClient.SignInAsync(_site);
        await organiser.OpenAsync("/admin/content/news/2021-07-01-opening");
        await organiser.PressAsync("[data-action=delete]");
        Assert.Equal(
            (HttpStatusCode.OK, false, false),
            (
                organiser.Status,
                File.Exists(_content.PathOf("news/2021-07-01-opening.md")),
                File.Exists(_content.PathOf("news/2021-07-01-opening.en.md"))
            )
        );
        await organiser.OpenAsync("/admin/content/workshop");
        Assert.Empty(organiser.Seen("[data-action=delete]"));
    }

    [Fact]
    public async Task A_page_and_its_translation_are_one_form()
    {
        using var organiser = await OrganiserClient.SignInAsync(_site);
        await organiser.OpenAsync("/admin/content/news/2021-07-01-opening");
        await organiser.PressAsync("[data-action=save]", ("translation", "Registration is **open**."), ("title.en", ""));
        Assert.Equal("/admin/content/news/2021-07-01-opening?saved=yes", organiser.Address);
        Assert.Equal("Registration is **open**.\n", _content.Read("news/2021-07-01-opening.en.md"));
        Assert.Contains(
            "title: \"Les inscriptions sont ouvertes\"\n",
            _content.Read("news/2021-07-01-opening.md"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("contributions", "P11", "contributions/p11.md")]
    [InlineData("news", "2021-09-20-room", "news/2021-09-20-room.md")]
    [InlineData("pages", "campus", "pages/campus.md")]
    public async Task A_new_thing_begins_with_its_essentials(string folder, string name, string file)
    {
        using var organiser = await OrganiserClient.SignInAsync(_site);
        await organiser.OpenAsync($"/admin/content/{folder}/new");
        (string, string)[] typed =
            folder == "contributions"
                ? [("name", name), ("title", "A new one"), ("lang", "en"), ("speaker", "Grace Hopper")]
                :
                [
                    ("name", name),
                    ("title.fr", "Nouveau"),
                    ("title.en", "New"),
                    .. folder == "news" ? new[] { ("date", "2021-09-20") } : [],
                ];
        await organiser.PressAsync("form[data-new] button", typed);
        Assert.Equal($"/admin/content/{file[..^3]}?saved=yes", organiser.Address);
        Assert.True(File.Exists(_content.PathOf(file)));

        await organiser.OpenAsync($"/admin/content/{folder}/new");
        await organiser.PressAsync("form[data-new] button", typed);
        Assert.Equal([$"Il y a déjà un fichier {file}."], organiser.Seen("#name-problem"));
    }

    [Theory]
    [InlineData("news", "news/le-diner-change-de-salle.md")]
    [InlineData("pages", "pages/le-diner-change-de-salle.md")]
    public async Task The_title_gives_a_new_thing_its_name_where_none_is_typed(string folder, string file)
    {
        using var organiser = await OrganiserClient.SignInAsync(_site);
        await organiser.OpenAsync($"/admin/content/{folder}/new");
        (string, string)[] typed =
        [
            ("title.fr", "Le dîner change de salle !"),
            .. folder == "news" ? new[] { ("date", "2021-09-20") } : [],
        ];
        await organiser.PressAsync("form[data-new] button", typed);
        Assert.Equal($"/admin/content/{file[..^3]}?saved=yes", organiser.Address);
    }

    [Theory]
    [InlineData("/admin/content/contributions/..%2Fworkshop")]
    [InlineData("/admin/content/contributions/o3.en")]
    [InlineData("/admin/content/materials/o3")]
    [InlineData("/admin/content/contributions/o99")]
    [InlineData("/admin/content/images/new")]
    public async Task An_address_of_no_file_is_not_found(string address)
    {
        using var organiser = await OrganiserClient.SignInAsync(_site);
        await organiser.OpenAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, organiser.Status);
    }

    [Fact]
    public async Task Hostile_forms_are_refused_and_write_nothing()
    {
        var before = _content.Read("contributions/o3.md");
        using var organiser = await OrganiserClient.SignInAsync(_site);
        foreach (
            var (typed, status) in new[]
            {
                (("body", new string('a', 40_000)), HttpStatusCode.BadRequest),
                // Kestrel answers 413 to more than 1 MB; the test server has no such limit, but a field has one.
                (("body", new string('a', 5_000_000)), HttpStatusCode.BadRequest),
                (("code", "../../workshop"), HttpStatusCode.BadRequest),
                (("was", "damaged"), HttpStatusCode.BadRequest),
                (("version", "999999"), HttpStatusCode.Conflict),
                (("title", new string('a', 501)), HttpStatusCode.BadRequest),
            }
        )
        {
            await organiser.OpenAsync(Talk);
            await organiser.PressAsync("[data-action=save]", ("town", "Metz"), typed);
            Assert.Equal((typed.Item1, status), (typed.Item1, organiser.Status));
            Assert.Equal(before, _content.Read("contributions/o3.md"));
        }
        using var helper = await _site.SignedInAsync(OrganiserRoles.Helper);
        Assert.Equal("/admin/denied", (await helper.GetAsync(Talk)).Headers.Location?.AbsolutePath);
    }

    private static string? ValueOf(OrganiserClient organiser, string id) => organiser.Page.GetElementById(id)?.GetAttribute("value");
}
