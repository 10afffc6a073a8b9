using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Call;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>
/// The page of session 1, on the afternoon of 22 September 2021, which Ada Lovelace chairs. Ada has the role of I1, too, and is checked in;
/// the authors of O1 have sent slides.
/// </summary>
public sealed class ChairSessionTests : IDisposable
{
    private static readonly HalfDayId Afternoon = new(new(2021, 9, 22), HalfDay.Afternoon);

    private readonly ContentCopy content = new();
    private readonly List<SiteFactory> sites = [];

    public ChairSessionTests()
    {
        content.Edit("workshop.md", "\ncommittee:\n", $"\n{CallSite.Call}committee:\n");
        content.Edit("sessions/session-1.md", "half_day: afternoon\n", "half_day: afternoon\nchair: \"Ada Lovelace\"\n");
        content.Edit("contributions/i1.md", "\ncode: I1\n", "\ncode: I1\npronunciation: \"EYE-one\"\n");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Chair_reads_order_names_presence_and_slides_and_downloads_them(Engine engine)
    {
        var site = await OpenAsync(engine, "2021-09-22T12:50");
        using var organiser = new RegistrationClient(site, await site.SignedInAsync(OrganiserRoles.Organiser, Language.English));
        await organiser.OpenAsync("/admin/content/chairs");
        var link = organiser.Page.QuerySelector("[data-session='1'] input[readonly]")!.GetAttribute("value")!;
        await organiser.DoAsync("send-1");
        Assert.NotNull(organiser.Page.QuerySelector("[data-notice]"));
        Assert.Equal(
            [MailKind.SessionChair],
            await site.InDbAsync(db => db.Outbox.Where(m => m.Kind == MailKind.SessionChair).Select(m => m.Kind).ToListAsync())
        );

        using var chair = new RegistrationClient(site);
        await chair.OpenAsync(new Uri(link).PathAndQuery);

        Assert.Equal(
            ["introduction", "i1", "o1", "o2", "coffee-wednesday", "o3", "o4", "o5"],
            chair.Page.QuerySelectorAll("[data-row]").Select(r => r.GetAttribute("data-row"))
        );
        Assert.Equal(["unknown", "inroom"], Presences(chair, "i1"));
        Assert.Equal(["unknown"], Presences(chair, "o2"));
        Assert.Contains("EYE-one", chair.Page.QuerySelector("[data-row=i1] [data-pronunciation]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("HOP-per", chair.Page.QuerySelector("[data-row=o1] [data-pronunciation]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(chair.Page.QuerySelector("[data-row=o2] [data-no-slides]"));
        Assert.NotNull(chair.Page.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.True(chair.Answer.Headers.CacheControl!.NoStore);
        var slides = chair.Page.QuerySelector("[data-row=o1] [data-slides]")!.GetAttribute("href")!;
        using var file = await chair.Http.GetAsync(slides);
        Assert.Equal(
            ("application/pdf", "attachment"),
            (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType)
        );
        foreach (var foreign in new[] { "o2", "p1", "", "o9" })
        {
            using var other = await chair.Http.GetAsync($"{slides.Split('?')[0]}?handler=Slides&code={foreign}");
            Assert.Equal((foreign, HttpStatusCode.NotFound), (foreign, other.StatusCode));
        }
        var other2 = await chair.OpenAsync(new Uri(link).PathAndQuery.Replace("/en/my-session/", "/ma-seance/", StringComparison.Ordinal));
        Assert.Contains("dans la salle", other2.Page.QuerySelector("[data-row=i1]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", chair.Page.QuerySelector("main")!.OuterHtml, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_old_a_wrong_and_a_late_link_open_nothing(Engine engine)
    {
        var site = await OpenAsync(engine, "2021-09-22T12:50");
        using var organiser = new RegistrationClient(site, await site.SignedInAsync(OrganiserRoles.Programme, Language.English));
        await organiser.OpenAsync("/admin/content/chairs");
        var old = LinkOf(organiser);
        await organiser.DoAsync("renew-1");
        var fresh = LinkOf(organiser);
        var links = site.Services.GetRequiredService<SecretLinks>();
        var token = fresh.Split('/')[^1];
        using var reader = new RegistrationClient(site);

        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync(fresh)).Status);
        string[] refused =
        [
            old,
            Address(links.OfSession(1, 2)),
            Address(links.OfSession(99, 0)),
            Address((token[0] == 'A' ? 'B' : 'A') + token[1..]),
            Address(await site.ConfirmedAsync()),
        ];
        foreach (var address in refused)
        {
            await reader.OpenAsync(address);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, reader.Status));
            Assert.Null(reader.Page.QuerySelector("[data-row]"));
            using var file = await reader.Http.GetAsync($"{address}?handler=Slides&code=o1");
            Assert.Equal((address, HttpStatusCode.NotFound), (address, file.StatusCode));
        }
        // A link of a session opens no registration.
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync($"/en/my-registration/{token}")).Status);

        var late = await OpenAsync(engine, "2021-09-26T09:00");
        using var afterwards = new RegistrationClient(late);
        await afterwards.OpenAsync(Address(late.Services.GetRequiredService<SecretLinks>().OfSession(1, 0)));
        Assert.Equal(HttpStatusCode.NotFound, afterwards.Status);

        static string Address(string token) => Routes.ChairSession.Path(WorkshopLanguages.Default, Language.English, token);
        static string LinkOf(RegistrationClient client) =>
            new Uri(client.Page.QuerySelector("[data-session='1'] input[readonly]")!.GetAttribute("value")!).PathAndQuery;
    }

    private static string[] Presences(RegistrationClient client, string row) =>
        [.. client.Page.QuerySelectorAll($"[data-row={row}] [data-presence]").Select(p => p.GetAttribute("data-presence")!)];

    private async Task<SiteFactory> OpenAsync(Engine engine, string start)
    {
        var site = new SiteFactory
        {
            ContentPath = content.Path,
            RehearseFrom = start,
            Engine = engine,
        };
        sites.Add(site);
        await site.RegisterAsync(person =>
        {
            person.FollowRemotely();
            person.Confirm(new DateTimeOffset(2021, 8, 1, 0, 0, 0, TimeSpan.Zero));
            person.Decide([new("i1", NameKey.Of(person.Details), true, false, "organiser 1", new(2021, 8, 1, 0, 0, 0, TimeSpan.Zero))]);
        });
        using (var author = await FilesOfAuthors.AcceptedAsync(site, 1, "oral", "O1"))
            await FilesOfAuthors.PostAsync(author, nameof(SubmissionFileUse.Slides), 0, FilesOfAuthors.Pdf());
        await site.InDbAsync(async db =>
        {
            var ada = await db.Registrations.SingleAsync(r => r.SortKey == "lovelace ada");
            var presence = Presence.Of(ada.Id, Afternoon);
            presence.CheckIn(new(2021, 9, 22, 10, 45, 0, TimeSpan.Zero), "organiser 1");
            db.Presences.Add(presence);
            (await db.Submissions.SingleAsync()).DescribePresentation(new("", "HOP-per", false));
            return await db.SaveChangesAsync();
        });
        return site;
    }

    public void Dispose()
    {
        foreach (var site in sites)
            site.Dispose();
        content.Dispose();
    }
}
