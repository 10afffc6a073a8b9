using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>The rules of <see cref="AttributeRules"/> on pages that no crawl reaches: of organisers, and behind a secret link.</summary>
public sealed class AttributesTests : IDisposable
{
    private static readonly string[] Addresses =
    [
        "/admin/attendees/new",
        "/admin/content",
        "/admin/content/contributions/new",
        "/admin/content/contributions/o7",
        "/admin/content/contributions/o7?as=text",
        "/admin/content/history",
        "/admin/content/images",
        "/admin/content/images/way.svg",
        "/admin/content/mails/confirmed",
        "/admin/content/news/2021-07-01-opening",
        "/admin/content/pages/practical-info",
        "/admin/content/people",
        "/admin/content/people/julien-lam",
        "/admin/content/sessions/session-2",
        "/admin/content/timetable",
        "/admin/content/workshop",
        "/admin/content/workshop?as=text",
        "/admin/options",
        "/admin/options/dinner",
        "/admin/reports/caterer",
        "/admin/settings",
        "/admin/today",
    ];

    private readonly OptionSite _sites = new();

    public AttributesTests() => _sites.Content.Edit("workshop.md", "  closes: 2021-09-20\n", "  closes: 2021-09-20\n  visa_letter: true\n");

    public void Dispose() => _sites.Dispose();

    [Fact]
    public async Task Attributes_stand_only_where_they_are_allowed_on_pages_of_organisers_and_of_a_person()
    {
        var token = await _sites.Open.RegisterAsync(r =>
        {
            r.AssignSeat(1, fromReserve: false);
            r.Confirm(r.CreatedAt);
        });
        string[] own = [$"/mon-inscription/{token}", $"/mon-inscription/{token}/visa", $"/en/my-registration/{token}/visa"];
        using var organiser = await OrganiserClient.SignInAsync(_sites.Open);
        var number = await organiser.DbAsync(db => db.Registrations.Select(r => r.Number).SingleAsync());
        string[] person = [$"/admin/attendees/{number}", $"/admin/attendees/{number}/edit"];
        List<string> faults = [];
        foreach (var address in Addresses.Concat(own).Concat(person))
        {
            await organiser.OpenAsync(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, organiser.Status));
            faults.AddRange(AttributeRules.FaultsIn(organiser.Page).Select(fault => $"{address}: {fault}"));
        }
        Assert.Equal([], faults);
    }
}
