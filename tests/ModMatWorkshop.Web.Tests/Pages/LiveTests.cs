using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>The page of the stream: who may watch, and what it shows when.</summary>
public sealed partial class LiveTests(LiveTests.SitesByTime sites) : IClassFixture<LiveTests.SitesByTime>
{
    private const string Host = "stream.example";
    private const string Stream = "https://stream.example/room-7f3a?key=secret-9b";
    private const string DuringTheTalk = "2030-03-30T09:05";

    /// <summary>
    /// Sites of a small workshop by start time. Its only session is streamed: talks from 09:00 to 10:30 with coffee at 09:30. A visit
    /// follows on the next day.
    /// </summary>
    public sealed class SitesByTime : IDisposable
    {
        private readonly ContentSample content = Streamed();
        private readonly Dictionary<string, SiteFactory> sites = [];

        internal SiteFactory this[string time]
        {
            get
            {
                if (!sites.TryGetValue(time, out var site))
                    sites[time] = site = new()
                    {
                        RehearseFrom = time,
                        ContentPath = content.Folder,
                        Players = "other.example, Stream.example",
                    };
                return site;
            }
        }

        public void Dispose()
        {
            foreach (var site in sites.Values)
                site.Dispose();
            content.Dispose();
        }
    }

    public static TheoryData<string, Action<Registration>> Refused =>
        new()
        {
            { "pending, remote", r => r.FollowRemotely() },
            { "pending, in person", r => r.AssignSeat(901, fromReserve: false) },
            {
                "cancelled",
                r =>
                {
                    r.FollowRemotely();
                    r.Confirm(r.CreatedAt);
                    r.Cancel(r.CreatedAt);
                }
            },
        };

    public static TheoryData<string, Action<Registration>> Admitted =>
        new()
        {
            { "remote", r => r.FollowRemotely() },
            { "in person", r => r.AssignSeat(902, fromReserve: false) },
            { "waiting list", r => r.JoinWaitingList(903) },
            { "offered a seat", r => r.OfferSeat(904, r.CreatedAt) },
        };

    [Theory]
    [InlineData(
        "/direct",
        "Le direct est ouvert à toutes les personnes dont l’inscription est confirmée, en salle ou à distance.",
        "/lien-perdu"
    )]
    [InlineData("/en/live", "The stream is open to everybody with a confirmed registration, in person or remote.", "/en/lost-link")]
    public async Task An_anonymous_visitor_sees_how_to_get_access_and_no_stream(string address, string sentence, string lostLink)
    {
        var page = await sites[DuringTheTalk].ClientWithLink(null).ReadAsync(address);

        Assert.Equal(sentence, page.Seen("section + h2 + p"));
        Assert.Equal(lostLink, page.QuerySelector("main h1 ~ p a")!.GetAttribute("href"));
        Assert.Equal(["by-code"], page.QuerySelectorAll("main form").Select(form => form.Id));
        Assert.Equal(["now"], page.AttributeOfAll("[data-live]", "data-live"));
        Assert.Empty(page.QuerySelectorAll("iframe, noscript"));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_person_who_is_not_confirmed_gets_the_page_of_an_anonymous_visitor(string who, Action<Registration> registration)
    {
        var site = sites[DuringTheTalk];

        Assert.Equal((who, await MainAsync(site, null)), (who, await MainAsync(site, await site.RegisterAsync(registration))));
    }

    [Fact]
    public async Task A_revoked_a_foreign_and_a_damaged_link_give_no_access()
    {
        var site = sites[DuringTheTalk];
        Registration? moved = null;
        await site.RegisterAsync(r =>
        {
            r.FollowRemotely();
            r.Confirm(r.CreatedAt);
            moved = r;
        });
        await using var scope = site.Services.CreateAsyncScope();
        var links = site.Services.GetRequiredService<SecretLinks>();
        var (before, ofNewAddress, ofInvitation) = (links.Of(moved!), links.OfNewAddress(moved!), links.OfInvitation(moved!.Id));
        moved.ChangeAddress(AddressOf("ada@elsewhere.example"));
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        db.Update(moved);
        await db.SaveChangesAsync();

        var visitor = await MainAsync(site, null);
        foreach (
            var token in new[]
            {
                before,
                ofNewAddress,
                ofInvitation,
                links.Of(moved)[..45],
                links.Of(moved)[..45] + "!",
                new string('A', 46),
                moved.Id.ToString(),
                "",
            }
        )
            Assert.Equal(visitor, await MainAsync(site, token));
        Assert.Equal([Stream], (await site.ClientWithLink(links.Of(moved)).ReadAsync("/direct")).AttributeOfAll("a[data-stream]", "href"));
    }

    [Theory]
    [MemberData(nameof(Admitted))]
    public async Task Every_confirmed_person_gets_the_stream(string who, Action<Registration> registration)
    {
        var site = sites[DuringTheTalk];
        var page = await site.ClientWithLink(
                await site.RegisterAsync(r =>
                {
                    registration(r);
                    r.Confirm(r.CreatedAt);
                })
            )
            .ReadAsync("/direct");
        var link = page.QuerySelector("a[data-stream]")!;

        Assert.Equal(
            (who, Stream, "_blank", "noreferrer"),
            (who, link.GetAttribute("href"), link.GetAttribute("target"), link.GetAttribute("rel"))
        );
    }

    [Theory]
    [InlineData(
        "/direct",
        "En ce moment 9 h 00–9 h 30, Session 1",
        "Suivre la session 1",
        "S’ouvre dans un nouvel onglet, sur stream.example.",
        "Ensuite 9 h 30–10 h 00 Pause café Tout le programme"
    )]
    [InlineData(
        "/en/live",
        "On now 9:00–9:30, Session 1",
        "Watch session 1",
        "Opens in a new tab, on stream.example.",
        "Up next 9:30–10:00 Coffee break Full programme"
    )]
    public async Task During_a_talk_the_page_shows_the_talk_its_abstract_and_the_next_item(
        string address,
        string when,
        string watch,
        string where,
        string next
    )
    {
        var page = await (await sites[DuringTheTalk].ConfirmedReaderAsync()).ReadAsync(address);

        Assert.Equal(when, page.Seen("[data-live=now] > p"));
        Assert.Equal("Engines that weave H2O", page.Seen("[data-live=now] h2"));
        Assert.Equal("Ada Lovelace, London", page.Seen("[data-live=now] h2 + p"));
        Assert.Equal(watch, page.Seen("a[data-stream]"));
        Assert.Equal(where, page.Seen("[data-live=stream] p:last-of-type"));
        Assert.Equal(
            ("An engine weaves patterns.", "en"),
            (page.Seen("[data-live=abstract] p[lang]"), page.QuerySelector("[data-live=abstract] p[lang]")!.GetAttribute("lang"))
        );
        Assert.EndsWith("/i1", page.QuerySelector("[data-live=abstract] a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(next, page.Seen("[data-live=next]"));
    }

    [Theory]
    [InlineData(
        "2030-03-29T09:00",
        false,
        "The workshop has not started yet. Starts: Saturday 30 March, 9:00–9:30",
        "The stream link appears here 15 minutes before each session."
    )]
    [InlineData(
        "2030-03-30T08:46",
        true,
        "The workshop has not started yet. Starts: Saturday 30 March, 9:00–9:30",
        "Watch session 1 Watch on this page Opens in a new tab, on stream.example."
    )]
    [InlineData(
        "2030-03-30T09:40",
        true,
        "On now 9:30–10:00, Session 1 Coffee break Resumes: 10:00–10:30",
        "Watch session 1 Watch on this page Opens in a new tab, on stream.example."
    )]
    [InlineData(
        "2030-03-30T10:40",
        true,
        "Nothing is on now. Resumes: Sunday 31 March, 9:00–10:00",
        "Watch session 1 Watch on this page Opens in a new tab, on stream.example."
    )]
    [InlineData(
        "2030-03-30T10:46",
        false,
        "Nothing is on now. Resumes: Sunday 31 March, 9:00–10:00",
        "The stream link appears here 15 minutes before each session."
    )]
    [InlineData("2030-03-31T10:01", false, "The workshop is over. Thank you for attending.", "")]
    public async Task Outside_the_talks_the_page_says_when_the_programme_continues(string time, bool hasStream, string now, string stream)
    {
        var page = await (await sites[time].ConfirmedReaderAsync()).ReadAsync("/en/live");

        Assert.Equal((now, stream), (page.Seen("[data-live=now]"), page.Seen("[data-live=stream]")));
        Assert.Equal(hasStream ? [Stream] : [], page.AttributeOfAll("a[data-stream]", "href"));
        Assert.Equal(hasStream, page.DocumentElement.OuterHtml.Contains(Host, StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_changed_stream_address_is_shown_at_once_and_a_removed_one_disappears(Engine engine)
    {
        using var content = Streamed();
        await using var site = new SiteFactory
        {
            RehearseFrom = DuringTheTalk,
            ContentPath = content.Folder,
            Engine = engine,
        };
        var reader = await site.ConfirmedReaderAsync();
        Assert.Equal([Stream], (await reader.ReadAsync("/direct")).AttributeOfAll("a[data-stream]", "href"));

        content.Replace("sessions/session-1.md", Stream, "https://second.example/b");
        await site.Services.GetRequiredService<ContentImporter>().ImportAsync(CancellationToken.None);
        Assert.Equal(["https://second.example/b"], (await reader.ReadAsync("/direct")).AttributeOfAll("a[data-stream]", "href"));

        content.Replace("sessions/session-1.md", "stream: \"https://second.example/b\"\n", "");
        await site.Services.GetRequiredService<ContentImporter>().ImportAsync(CancellationToken.None);
        var page = await reader.ReadAsync("/direct");
        Assert.Equal(
            "Cette session n’a pas encore d’adresse de diffusion. Elle apparaîtra ici dès qu’elle sera connue.",
            page.Seen("[data-live=stream]")
        );
        Assert.Empty(page.QuerySelectorAll("a[data-stream]"));
    }
}
