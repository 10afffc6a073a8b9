using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>The list of attendees, its exports and its reports, on a site with 212 registrations.</summary>
public sealed partial class AttendeesTests(AttendeesTests.FullWorkshopSite workshop) : IClassFixture<AttendeesTests.FullWorkshopSite>
{
    private const string Header =
        "number;given-name;family-name;email;affiliation;country;position;language;orcid;status;place;rank;seat;attendance;"
        + "half-day-2021-09-22-afternoon;half-day-2021-09-23-morning;half-day-2021-09-23-afternoon;half-day-2021-09-24-morning;"
        + "meal-coffee-wednesday;meal-coffee-thursday-morning;meal-buffet;meal-coffee-thursday-afternoon;meal-coffee-friday;presents;"
        + "listed;photos;roles;claims;registered;confirmed;cancelled";

    public sealed class FullWorkshopSite : IAsyncLifetime
    {
        public OpenSite Site { get; } = new();

        public HttpClient French { get; private set; } = null!;

        public HttpClient English { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await using (var scope = Site.Services.CreateAsyncScope())
            {
                var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
                // A capacity of one keeps maintenance from offering seats during the tests.
                await db.WorkshopStates.ExecuteUpdateAsync(state => state.SetProperty(r => r.Capacity, 1));
                await db.PutInAsync(
                    PeopleWithMeals()
                        .Concat(PeopleOfOtherStatus())
                        .Concat(
                            Enumerable
                                .Range(9, 204)
                                .Select(n =>
                                    People.Person(
                                        n,
                                        People.Details("Nemo", $"Zz{n:000}") with
                                        {
                                            Affiliation = "Nautilus",
                                            Country = null,
                                        },
                                        People.Remote
                                    )
                                )
                        )
                );
            }
            French = await Site.SignedInAsync();
            English = await Site.SignedInAsync(language: Language.English);
        }

        public async Task DisposeAsync()
        {
            French.Dispose();
            English.Dispose();
            await Site.DisposeAsync();
        }

        private static readonly HalfDayChoice[] ThursdayAfternoonInPersonOnly =
        [
            new(People.Thursday, HalfDay.Afternoon, Attendance.InPerson),
            new(People.Friday, HalfDay.Morning, Attendance.Remote),
        ];

        private static IEnumerable<Registration> PeopleWithMeals() =>
            [
                People.Person(
                    1,
                    People.Details("Émilie", "du Châtelet") with
                    {
                        Affiliation = "Château de Cirey",
                        Position = Position.Other,
                        Meals = People.Meals,
                        Diet = "végétarien",
                        MayBeListed = true,
                    },
                    People.Seat(1),
                    People.Confirmed
                ),
                People.Person(
                    2,
                    People.Details("Ada", "Lovelace") with
                    {
                        Affiliation = "London; Kings \"College\"",
                        Country = "GB",
                        Position = Position.PhdStudent,
                        HalfDays = ThursdayAfternoonInPersonOnly,
                        Meals = People.Meals,
                        Diet = "Végétarien",
                        AccessNeeds = "ascenseur",
                        Presents = "o3",
                    },
                    People.Seat(2),
                    People.Confirmed
                ),
                People.Person(
                    3,
                    People.Details("=1+1", "Hopper") with
                    {
                        Affiliation = "chateau de cirey",
                        Country = "US",
                        Meals = ["buffet"],
                        Diet = "sans gluten",
                    },
                    People.Seat(3),
                    People.Confirmed
                ),
                People.Person(
                    4,
                    People.Details("Marie", "Curie") with
                    {
                        Affiliation = "Château de Cirey",
                        Meals = People.Meals,
                        Diet = "halal",
                    },
                    People.Waiting(9),
                    People.Confirmed
                ),
            ];

        private static IEnumerable<Registration> PeopleOfOtherStatus() =>
            [
                People.Person(5, People.Details("Emmy", "Noether") with { Country = "DE" }, People.Waiting(4), People.Confirmed),
                People.Person(6, People.Details("Sofia", "Kovalevskaïa") with { Meals = People.Meals }, People.Seat(4)),
                People.Person(
                    7,
                    People.Details("Hypatie", "d’Alexandrie") with
                    {
                        Meals = People.Meals,
                    },
                    People.Seat(5),
                    People.Confirmed,
                    People.Cancelled
                ),
                People.Person(
                    8,
                    People.Details("Maria", "Mayer") with
                    {
                        Affiliation = "Château de Cirey",
                        Position = Position.PermanentStaff,
                        Country = null,
                    },
                    People.Remote,
                    People.Confirmed
                ),
            ];
    }

    [Fact]
    public async Task A_row_shows_the_person_and_their_registration()
    {
        var page = await workshop.French.ReadAsync("/admin/attendees?q=lovelace");

        Assert.Equal("1 sur 212 inscriptions", page.Seen("#count"));
        Assert.Equal("Lovelace Ada lovelace.2@lab.example", page.Seen("#attendees tbody th"));
        Assert.Equal("/admin/attendees/2", page.QuerySelector("#attendees tbody th a")!.GetAttribute("href"));
        Assert.Equal(
            [
                "",
                "2",
                "London; Kings \"College\" Royaume-Uni",
                "thèse",
                "en salle",
                "",
                "2 2 repas et pauses régime accès",
                "O3 (à confirmer)",
                "1er juil.",
            ],
            page.SeenAll("#attendees tbody td")
        );
        Assert.Equal(
            "mer. 22 après-midi absent ; jeu. 23 matin absent ; jeu. 23 après-midi en salle ; ven. 24 matin à distance",
            page.QuerySelector("#attendees [role=img]")!.GetAttribute("aria-label")!.Replace('\u00A0', ' ')
        );
        Assert.Equal(["absent", "absent", "in-person", "remote"], page.AttributeOfAll("[data-half]", "data-half"));
    }

    [Fact]
    public async Task A_row_shows_the_rank_on_the_waiting_list_and_whether_the_person_has_confirmed()
    {
        var page = await workshop.English.ReadAsync("/admin/attendees?place=waiting-list&sort=place");
        var pending = await workshop.English.ReadAsync("/admin/attendees?q=6");
        var cancelled = await workshop.English.ReadAsync("/admin/attendees?status=cancelled");

        Assert.Equal(
            ["Noether Emmy noether.5@lab.example waiting list no. 1", "Curie Marie curie.4@lab.example waiting list no. 2"],
            page.QuerySelectorAll("#attendees tbody tr").Select(r => $"{r.Seen("th")} {r.Seen("[data-place]")}")
        );
        Assert.Equal(("in person unconfirmed", "cancelled"), (pending.Seen("tbody [data-place]"), cancelled.Seen("tbody [data-place]")));
        Assert.Equal(["seat", "pending"], pending.AttributeOfAll("tbody [data-state]", "data-state"));
    }

    [Fact]
    public async Task Two_hundred_and_twelve_people_fill_three_pages()
    {
        var first = await workshop.French.ReadAsync("/admin/attendees");
        var last = await workshop.French.ReadAsync("/admin/attendees?page=99");

        Assert.Equal(
            (100, "212 inscriptions 1 à 100", "Page 1 sur 3 Suivant"),
            (first.QuerySelectorAll("#attendees tbody tr").Length, first.Seen("#count"), first.Seen("[data-pages]"))
        );
        Assert.Equal(
            (12, "212 inscriptions 201 à 212", "Précédent Page 3 sur 3"),
            (last.QuerySelectorAll("#attendees tbody tr").Length, last.Seen("#count"), last.Seen("[data-pages]"))
        );
    }

    [Fact]
    public async Task Each_active_filter_is_a_link_that_removes_it()
    {
        var page = await workshop.French.ReadAsync(
            "/admin/attendees?q=a&status=confirmed&half-day=2021-09-23-afternoon&there=in-person&sort=number"
        );

        Assert.Equal(
            [
                "« a » ×",
                "Inscription : confirmée ×",
                "Demi-journée : jeudi 23 septembre, après-midi ×",
                "Participation à cette demi-journée : en salle ×",
                "Tout le monde",
            ],
            page.SeenAll("[data-chip]")
        );
        Assert.Equal(
            [
                "/admin/attendees?status=confirmed&half-day=2021-09-23-afternoon&there=inperson&sort=number",
                "/admin/attendees?q=a&half-day=2021-09-23-afternoon&there=inperson&sort=number",
                "/admin/attendees?q=a&status=confirmed&sort=number",
                "/admin/attendees?q=a&status=confirmed&half-day=2021-09-23-afternoon&sort=number",
                "/admin/attendees?sort=number",
            ],
            page.AttributeOfAll("[data-chip]", "href")
        );
        Assert.Equal(["1", "2", "3"], page.AttributeOfAll("#attendees tbody tr", "data-number"));
        Assert.Equal(
            ["confirmed", "2021-09-23-afternoon", "inperson"],
            page.QuerySelectorAll("#filters details option[selected]").Select(o => o.GetAttribute("value"))
        );
    }
}
