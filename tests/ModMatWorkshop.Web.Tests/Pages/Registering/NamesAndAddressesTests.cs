using System.Text;
using System.Text.Json;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>People with one name, and addresses with an international domain, from the form to the lists and exports.</summary>
public sealed class NamesAndAddressesTests(OpenSite site) : IClassFixture<OpenSite>
{
    private const string Stored = "zoe@xn--mller-institut-gsb.example";
    private const string Shown = "zoe@müller-institut.example";

    [Theory]
    [InlineData("", "Suparno", "suparno@example.org")]
    [InlineData("Björk", "", "bjork@example.org")]
    public async Task A_person_with_one_name_registers_and_is_shown_by_it(string given, string family, string email)
    {
        using var person = await new RegistrationClient(site).OpenAsync("/inscription");
        Assert.Equal(["Si vous n’avez qu’un nom, remplissez un seul des deux champs."], person.Page.SeenAll("#given-name-hint"));
        Assert.Empty(person.Page.QuerySelectorAll("#given-name[required], #family-name[required]"));
        await person.FillIn(email, "in-person").Fill("given-name", given).Fill("family-name", family).Fill("listed", "yes").PressAsync();
        Assert.Equal(("pending", "seat"), person.StatusAndPlace);
        await person.FollowLinkAsync(email);
        await person.DoAsync("confirm");
        var name = given + family;
        Assert.Equal([name], person.Page.QuerySelectorAll("h1").Select(h => h.TextContent));
        await person.OpenAsync("/participants");
        Assert.Contains($"{name} LAAS-CNRS", person.Page.QuerySelectorAll(".participants li").Select(l => l.TextContent));

        using var organiser = await OrganiserClient.SignInAsync(site);
        var number = (await site.RegistrationAsync(email))!.Number;
        await organiser.OpenAsync($"/admin/attendees?q={Uri.EscapeDataString(name)}");
        Assert.Equal([name], organiser.Page.QuerySelectorAll($"main a[href^='/admin/attendees/{number}']").Select(a => a.TextContent));
        await organiser.OpenAsync($"/admin/printables/badges?number={number}");
        Assert.Equal([name], organiser.Page.QuerySelectorAll(".badge-name").Select(b => b.TextContent));
    }

    [Fact]
    public async Task A_person_without_any_name_is_asked_for_one()
    {
        using var person = await new RegistrationClient(site).OpenAsync("/en/registration");
        await person.FillIn("nobody@example.org").Fill("given-name", " ").Fill("family-name", "").PressAsync();

        Assert.Equal(["Enter your name: a given name, a family name, or both."], person.Faults);
        Assert.Equal("#given-name", person.Page.QuerySelector("[role=alert] li a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task People_read_an_international_address_in_its_own_letters()
    {
        using var zoe = await new RegistrationClient(site).OpenAsync("/inscription");
        await zoe.FillIn(Shown).PressAsync();
        Assert.Equal([Shown], zoe.Page.SeenAll("[data-email]"));
        Assert.Equal(Stored, (await site.RegistrationAsync(Stored))!.Email);

        await zoe.FollowLinkAsync(Stored);
        Assert.Contains(Shown, zoe.Page.SeenAll("main details p"));
        await zoe.OpenAsync($"{zoe.Address}?handler=Data");
        var data = JsonDocument.Parse(await zoe.Answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(Shown, data.GetProperty("registration").GetProperty("Email").GetString());

        using var organiser = await OrganiserClient.SignInAsync(site);
        foreach (var search in new[] { "müller-institut", "xn--mller-institut-gsb" })
        {
            await organiser.OpenAsync($"/admin/attendees?q={Uri.EscapeDataString(search)}");
            Assert.Equal([Shown], organiser.Seen(".attendee-email"));
        }
        await organiser.OpenAsync($"/admin/attendees/{(await site.RegistrationAsync(Stored))!.Number}");
        Assert.Equal([Shown], organiser.Seen("[data-fact=email] a"));
        using var http = await site.SignedInAsync(language: Language.French);
        var csv = Encoding.UTF8.GetString(
            await http.GetByteArrayAsync(new Uri("/admin/attendees/export.csv?q=institut", UriKind.Relative))
        );
        Assert.Contains(Shown, csv, StringComparison.Ordinal);
        Assert.DoesNotContain(Stored, csv, StringComparison.Ordinal);
    }
}
