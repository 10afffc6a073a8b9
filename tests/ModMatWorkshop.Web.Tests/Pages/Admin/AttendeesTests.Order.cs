using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

public sealed partial class AttendeesTests
{
    [Fact]
    public async Task A_heading_sorts_the_list_and_reverses_the_order_the_second_time()
    {
        var page = await workshop.French.ReadAsync("/admin/attendees?status=confirmed&sort=affiliation");

        Assert.Equal(["ascending"], page.AttributeOfAll("th[aria-sort]", "aria-sort").Where(s => s.Length > 0));
        Assert.Equal(
            "/admin/attendees?status=confirmed&sort=affiliation&desc=yes",
            page.QuerySelector("[data-sort=affiliation]")!.GetAttribute("href")
        );
        Assert.Equal("/admin/attendees?status=confirmed", page.QuerySelector("[data-sort=name]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Empty_fields_are_removed_from_the_address_of_the_filter_form()
    {
        var answer = await workshop.French.GetAsync("/admin/attendees?q=+ada&status=&place=seat&attendance=&sort=number&page=2");

        Assert.Equal(
            (HttpStatusCode.Redirect, "/admin/attendees?q=ada&place=seat&sort=number"),
            (answer.StatusCode, answer.Headers.Location?.OriginalString)
        );
    }

    [Fact]
    public async Task The_form_for_actions_carries_the_filters_and_the_chosen_people()
    {
        var page = await workshop.French.ReadAsync("/admin/attendees?status=confirmed&q=e");
        var form = page.QuerySelector("#act")!;

        Assert.Equal(("get", "/admin/attendees/act"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Equal(
            ["q=e", "status=confirmed"],
            form.QuerySelectorAll("input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}")
        );
        Assert.Equal(
            ["", "confirm", "cancel", "remote", "offer", "message", "link"],
            form.QuerySelectorAll("[name=do] option").Select(o => o.GetAttribute("value"))
        );
        Assert.Equal("toute la liste : 6", form.QuerySelector("[name=all][value=yes]")!.ParentElement.Seen());
        Assert.Equal(page.AttributeOfAll("#attendees tbody tr", "data-number"), page.AttributeOfAll("[name=ids]", "value"));
        Assert.Equal("/admin/messages/new?q=e&status=confirmed", page.QuerySelector("#write")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_list_without_matches_says_so_and_links_to_everybody()
    {
        var page = await workshop.English.ReadAsync("/admin/attendees?q=nobody+at+all");

        Assert.Equal(
            ("0 of 212 registrations", "No registration matches these filters. Everybody"),
            (page.Seen("#count"), page.Seen("#no-match"))
        );
        Assert.Empty(page.QuerySelectorAll("#act, #export"));
    }

    [Theory]
    [InlineData("/admin/attendees?q=%00%ED%A0%80&half-day=x&there=%FF&sort=%27;--&page=-1&status[]=1")]
    [InlineData("/admin/attendees?page=99999999999999999999")]
    [InlineData("/admin/attendees?half-day=9999-12-31-morning&there=remote")]
    [InlineData("/admin/attendees?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    public async Task A_forged_filter_still_gives_a_page(string address)
    {
        var page = await workshop.French.ReadAsync(address);

        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task A_site_without_registrations_says_so()
    {
        await using var site = new OpenSite();
        using var browser = await site.SignedInAsync();
        var page = await browser.ReadAsync("/admin/attendees?status=confirmed");

        Assert.StartsWith("Personne ne s’est encore inscrit.", page.Seen("#nobody"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#filters, #act"));
        foreach (var report in new[] { "caterer", "reception", "funder" })
            await browser.ReadAsync($"/admin/reports/{report}");
        Assert.Equal($"\uFEFF{Header}\r\n", Encoding.UTF8.GetString(await browser.GetByteArrayAsync("/admin/attendees/export.csv")));
    }

    [Theory]
    [InlineData("/admin/attendees")]
    [InlineData("/admin/attendees/export.csv")]
    [InlineData("/admin/attendees/export.xlsx")]
    [InlineData("/admin/reports/caterer")]
    [InlineData("/admin/reports/reception")]
    [InlineData("/admin/reports/funder")]
    [InlineData("/admin/reports/caterer.csv")]
    [InlineData("/admin/reports/reception.csv")]
    [InlineData("/admin/reports/reception.xlsx")]
    [InlineData("/admin/reports/funder.xlsx")]
    public async Task Only_organisers_see_lists_and_exports(string address)
    {
        using var visitor = workshop.Site.CreateClient();
        using var helper = await workshop.Site.SignedInAsync(OrganiserRoles.Helper);

        Assert.Equal("/admin/login", (await visitor.GetAsync(address)).Headers.Location?.AbsolutePath);
        Assert.Equal("/admin/denied", (await helper.GetAsync(address)).Headers.Location?.AbsolutePath);
    }
}
