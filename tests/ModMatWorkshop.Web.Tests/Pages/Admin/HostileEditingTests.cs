using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;
using SkiaSharp;
using static ModMatWorkshop.Web.Tests.Pages.Admin.HostileEditingSite;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>
/// What hostile or mistaken requests do at every address that edits content: they are refused with a sentence, and the folder, the history
/// and the database stay as they were.
/// </summary>
public sealed class HostileEditingTests(HostileEditingSite site) : IClassFixture<HostileEditingSite>
{
    /// <summary>A tag that is nowhere else. Where a page has it, markup was not encoded.</summary>
    private const string Mark = "x1f0e9";

    /// <summary>Pages that show what organisers type.</summary>
    private static readonly string[] Shown =
    [
        "/en/programme",
        "/en/abstracts/o7",
        "/en/speakers",
        "/en/contact",
        Area,
        Area + "/people",
        Area + "/history",
    ];

    public static TheoryData<string> Addresses => [.. HostileEditingSite.Editors.Select(e => e.Post)];

    [Fact]
    public void Every_address_that_edits_content_is_attacked()
    {
        // Reading the folder again and links for chairs edit nothing; other tests are about telling people what has changed.
        string[] others = [Area + "/changes", Area + "/programme", Area + "/chairs", Area];
        var all = EndpointList
            .Closed(site.Site)
            .Where(e => e.Method == HttpMethod.Post)
            .Where(e => e.Route.StartsWith(Area, StringComparison.Ordinal) || e.Route == "/admin/today")
            .Where(e => !others.Contains(e.Route) && HasHandler(e.Address))
            .Select(e =>
                e.Route
                + (e.Address.Contains('?', StringComparison.Ordinal) ? e.Address[e.Address.IndexOf('?', StringComparison.Ordinal)..] : "")
            );
        Assert.Equal(
            all.Order(StringComparer.Ordinal),
            HostileEditingSite.Editors.Select(e => RouteOf(e.Post)).Order(StringComparer.Ordinal)
        );
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task Five_megabytes_are_refused_and_nothing_is_written(string address)
    {
        var fields = await site.FieldsAsync(address);
        var longest = fields.FindIndex(f =>
            f.Name is "body" or "title" or "text-fr" or "name" or "stream" or "because-fr" or "versions" or "stamp"
        );
        var at = longest < 0 ? fields.Count : longest;
        fields.RemoveRange(at, Math.Min(1, fields.Count - at));
        fields.Add(("body", new string('a', 5 << 20)));
        await site.AssertRefusedAsync(address, fields);
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task A_reader_changes_nothing_and_is_told_so(string address)
    {
        using var reader = await site.Site.SignedInAsync(OrganiserRoles.Reader, Language.English);
        var token = (await reader.ReadAsync("/admin/account")).QuerySelector($"input[name={FormToken.Field}]")!.GetAttribute("value")!;
        var fields = (await site.FieldsAsync(address)).Where(f => f.Name != FormToken.Field).Append((FormToken.Field, token)).ToList();
        var before = await site.StateAsync(withUnsaved: true);
        using var answer = await HostileEditingSite.PostAsync(reader, address, fields);
        Assert.Equal((HttpStatusCode.Redirect, "/admin/denied"), (answer.StatusCode, answer.Headers.Location?.AbsolutePath));
        Assert.NotEqual(
            "",
            (await new HtmlParser().ParseDocumentAsync(await (await reader.GetAsync("/admin/denied")).Content.ReadAsStringAsync())).Seen(
                "main p"
            )
        );
        Assert.Equal(before, await site.StateAsync(withUnsaved: true));
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task A_form_without_its_token_is_refused(string address)
    {
        var fields = (await site.FieldsAsync(address)).Where(f => f.Name != FormToken.Field).ToList();
        await site.AssertRefusedAsync(address, fields);
    }

    [Trait("Category", "prove")]
    [Fact]
    public Task Markup_in_every_field_is_on_no_page_as_markup() =>
        HostileEditingSite.RunAsync(async own =>
        {
            string[] tags = [$"<{Mark}>", $"\"><{Mark} a=\"", $"</textarea><{Mark}>", $"<script>{Mark}()</script>"];
            foreach (var address in HostileEditingSite.Editors.Select(e => e.Post))
            foreach (var tag in tags)
            {
                var fields = (await own.FieldsAsync(address)).Select(f => (f.Name, IsKept(f.Name) ? f.Value : tag)).ToList();
                using var answer = await HostileEditingSite.PostAsync(own.Organiser, address, fields);
                Assert.InRange((int)answer.StatusCode, 200, 499);
                AssertNoMark(address, await answer.Content.ReadAsStringAsync());
                if (answer.Headers.Location is { } next)
                    AssertNoMark(address, await own.Organiser.GetStringAsync(next));
            }
            foreach (var page in Shown)
                AssertNoMark(page, await own.Organiser.GetStringAsync(page));
        });

    [Theory]
    [InlineData(Area + "/images", "", "no picture")]
    [InlineData(Area + "/images?handler=Keep", "", "no picture")]
    [InlineData(House + "?handler=Replace", "", "no picture")]
    [InlineData(House + "?handler=KeepReplaced", "", "no picture")]
    [InlineData(House + "?handler=Replace", "", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>")]
    [InlineData(Area + "/images", "../../workshop", "picture")]
    [InlineData(Area + "/images?handler=Keep", "..\\..\\workshop", "picture")]
    [InlineData(Area + "/images", "", "empty")]
    [InlineData(House + "?handler=Replace", "", "empty")]
    [InlineData(House + "?handler=Replace", "", "bomb")]
    [InlineData(Area + "/images", "", "bomb")]
    public async Task What_is_no_picture_and_a_path_for_a_name_are_refused(string address, string name, string what)
    {
        var file = what switch
        {
            "picture" => Photographs.TwoHalves(40, 20, SKEncodedImageFormat.Png),
            "bomb" => Photographs.Black(30_000, 30_000),
            "empty" => [],
            _ => Encoding.UTF8.GetBytes(what),
        };
        var fields = (await site.FieldsAsync(address)).Where(f => f.Name != "name").Append(("name", name)).ToList();
        await site.AssertRefusedAsync(address, fields, file);
    }

    [Theory]
    [InlineData("../../workshop")]
    [InlineData("..\\..\\workshop")]
    [InlineData("%2e%2e%2fworkshop")]
    [InlineData("/etc/passwd")]
    [InlineData("a\0b")]
    [InlineData(".hidden")]
    [InlineData("a/b")]
    [InlineData("contact.en")]
    [InlineData("", "../..")]
    public async Task A_path_is_no_name_of_a_new_file(string name, string title = "Titre")
    {
        foreach (var address in new[] { Area + "/pages/new", Area + "/pages/new?handler=Keep" })
        {
            var fields = (await site.FieldsAsync(address)).Where(f => f.Name is FormToken.Field).ToList();
            await site.AssertRefusedAsync(address, [.. fields, ("name", name), ("title.fr", title), ("title.en", "Title")]);
        }
    }

    [Theory]
    [InlineData(Area + "/pages/..%2f..%2fworkshop")]
    [InlineData(Area + "/..%2fpages/contact")]
    [InlineData(Area + "/images/..%2fworkshop.md")]
    [InlineData(Area + "/images/..%2fworkshop.md?handler=Replace")]
    [InlineData(Area + "/images/%2e%2e%2f%2e%2e%2fetc%2fpasswd?handler=Delete")]
    [InlineData(Area + "/people/..%2f..%2fworkshop")]
    [InlineData(Area + "/..%2f..%2f/new")]
    [InlineData(Area + "/unsaved?file=../../etc/passwd")]
    [InlineData(Area + "/unsaved?file=people/../../x")]
    [InlineData(Area + "/unsaved/discard?file=..%2f..%2fetc")]
    public async Task A_path_in_an_address_leads_nowhere(string address)
    {
        var token = (await site.FieldsAsync(Talk)).Where(f => f.Name == FormToken.Field).ToList();
        var before = await site.StateAsync(withUnsaved: true);
        using var answer = await HostileEditingSite.PostAsync(
            site.Organiser,
            address,
            [.. token, ("name", "x"), ("was:name", "x"), ("title", "x")]
        );
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        Assert.Equal(before, await site.StateAsync(withUnsaved: true));
    }

    /// <summary>What another organiser changes between the form and its post, and which input this one has filled in.</summary>
    public static TheoryData<string, string, string> StaleForms =>
        new()
        {
            { Talk, "contributions/o7.md", "title" },
            { Talk + "?handler=Keep", "contributions/o7.md", "title" },
            { Talk + "?handler=Delete", "contributions/o7.md", "title" },
            { Person, "contributions/o13.md", "name" },
            { Person + "?handler=Keep", "contributions/o13.md", "name" },
            { Area + "/timetable?handler=Save", "sessions/session-2.md", "start-o7" },
            { Area + "/timetable?handler=Keep", "sessions/session-2.md", "start-o7" },
            { Area + "/pages/new", "pages/getting-there.md", "name" },
            { Area + "/pages/new?handler=Keep", "pages/getting-there.md", "name" },
            { House + "?handler=Crop", "images/house.png", "shape" },
            { House + "?handler=KeepCropped", "images/house.png", "shape" },
            { House + "?handler=Replace", "images/house.png", "" },
            { House + "?handler=KeepReplaced", "images/house.png", "" },
            { "/admin/today?handler=Act", "sessions/session-2.md", "" },
            { Area + "/draft?handler=Release", "draft", "" },
            { Area + "/draft?handler=Discard", "draft", "" },
        };

    [Trait("Category", "prove")]
    [Theory, MemberData(nameof(StaleForms))]
    public Task Another_organiser_s_stale_form_is_refused(string address, string changed, string input) =>
        HostileEditingSite.RunAsync(async own =>
        {
            if (changed == "draft")
                await own.KeepAsync("Kept before");
            var fields = await own.FieldsAsync(address);
            if (changed == "draft")
                await own.KeepAsync("Kept meanwhile");
            else
                own.Change(changed);
            await own.Site.Services.GetRequiredService<ContentImporter>().ImportAsync(default);
            var typed = input switch
            {
                "start-o7" => "10:20",
                "shape" => "1-1",
                "name" when changed.StartsWith("pages", StringComparison.Ordinal) => "getting-there",
                _ => "Typed meanwhile",
            };
            var posted = fields.Where(f => f.Name != input).Concat(input.Length > 0 ? [(input, typed)] : []);
            var isUpload = address.Contains("Replace", StringComparison.Ordinal);
            await own.AssertRefusedAsync(address, [.. posted], isUpload ? Photographs.TwoHalves(20, 20, SKEncodedImageFormat.Png) : null);
        });

    /// <summary>The route with the handler of an address of <see cref="Editors"/>.</summary>
    private static string RouteOf(string address)
    {
        var (path, query) = address.Split('?') is [var p, var q] ? (p, q) : (address, "");
        var route =
            path == Area + "/history/1" ? Area + "/history/{id:long}"
            : path == House ? Area + "/images/{name}"
            : path == Person ? Area + "/people/{slug}"
            : path == Area + "/pages/new" ? Area + "/{folder}/new"
            : path == Talk ? Area + "/{folder}/{slug?}"
            : path;
        return query.StartsWith("handler=", StringComparison.Ordinal) ? $"{route}?{query}" : route;
    }

    /// <summary>A page without a handler of this name for the empty query answers a post with its form, and changes nothing.</summary>
    private static bool HasHandler(string address) =>
        address.Contains("handler=", StringComparison.Ordinal)
        || !address.EndsWith("/draft", StringComparison.Ordinal)
            && !address.EndsWith("/history", StringComparison.Ordinal)
            && !address.EndsWith("/timetable", StringComparison.Ordinal)
            && !address.EndsWith("/images/1", StringComparison.Ordinal)
            && address is not (Area + "/people" or "/admin/today");

    /// <summary>A field that is no text: the token, versions, and what was shown.</summary>
    private static bool IsKept(string name) =>
        name
            is FormToken.Field
                or "basis"
                or "live"
                or "stamp"
                or "version"
                or "translation-version"
                or "translation-live"
                or "was"
                or "was-translation"
                or "do"
        || name.StartsWith("was:", StringComparison.Ordinal)
        || name.StartsWith("shown-", StringComparison.Ordinal);

    private static void AssertNoMark(string address, string html) =>
        Assert.Equal(
            (address, false, false),
            (
                address,
                html.Contains($"<{Mark}", StringComparison.OrdinalIgnoreCase),
                html.Contains($"<script>{Mark}", StringComparison.OrdinalIgnoreCase)
            )
        );
}
