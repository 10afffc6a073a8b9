using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>The confirmation and the letter of invitation, which French institutions require for an <c>ordre de mission</c>.</summary>
public sealed class RegistrationDocumentTests(RegistrationDocumentTests.SiteWithPeople fixture)
    : IClassFixture<RegistrationDocumentTests.SiteWithPeople>
{
    public sealed class SiteWithPeople : IAsyncLifetime
    {
        public OpenSite Site { get; } = new();

        public Dictionary<int, string> Tokens { get; } = [];

        public async Task InitializeAsync()
        {
            HalfDayChoice[] mixed =
            [
                new(People.Thursday, Domain.Programme.HalfDay.Morning, Attendance.InPerson),
                new(People.Friday, Domain.Programme.HalfDay.Morning, Attendance.Remote),
            ];
            Registration[] people =
            [
                People.Person(
                    1,
                    People.Details("Émilie", "du Châtelet") with
                    {
                        Affiliation = "Château de Cirey",
                        HalfDays = mixed,
                        Meals = People.Meals,
                        Presents = "o6",
                    },
                    People.Seat(1),
                    People.Confirmed,
                    People.WithRole("o6")
                ),
                People.Person(2, People.Details("Ada", "Lovelace"), People.Remote, People.Confirmed),
                People.Person(3, People.Details("Grace", "Hopper"), People.Seat(3)),
                People.Person(4, People.Details("Emmy", "Noether"), People.Seat(4), People.Confirmed, People.Cancelled),
            ];
            await using var scope = Site.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<WorkshopDb>().PutInAsync(people);
            foreach (var person in people)
                Tokens[person.Number] = scope.ServiceProvider.GetRequiredService<SecretLinks>().Of(person);
        }

        public Task DisposeAsync() => Site.DisposeAsync().AsTask();
    }

    [Fact]
    public async Task The_confirmation_states_the_person_the_dates_the_place_and_what_is_included()
    {
        var page = await fixture.Site.CreateClient().ReadAsync($"/mon-inscription/{fixture.Tokens[1]}/confirmation");

        Assert.Equal(
            (
                "Confirmation d’inscription",
                "Émilie du Châtelet",
                "Toulouse, le 1er septembre 2021",
                "Répétition : ce document n’est pas réel."
            ),
            (page.Seen("h1"), page.Seen("dd"), page.Seen("[data-part=date]"), page.Seen("[data-part=rehearsal]"))
        );
        Assert.Equal(
            [
                "Participant ou participante Émilie du Châtelet",
                "Affiliation Château de Cirey",
                "Inscription n° 1, confirmée le 1er juillet 2021",
                "Participation En salle",
                "Communication Exposé, « Zinc oxide crystallization modeled with machine-learning interatomic potential »",
                "Dates 22–24 septembre 2021",
                "Demi-journées jeudi 23 septembre, matin, 9 h 00–12 h 30 vendredi 24 septembre, matin, 9 h 00–12 h 30 (à distance)",
                "Lieu LAAS-CNRS, 7, avenue du Colonel Roche, BP 54200, 31031 Toulouse cedex 4",
                "Organisation Anne Hémeryck, Julien Lam, Céline Merlet, Magali Benoit, Marie Brut, Romuald Poteau, Ruggero Lot",
                "Compris l’accès aux séances et aux posters ; Pause café (jeu. 23), Buffet et session posters (jeu. 23)",
            ],
            page.QuerySelectorAll("dl dt").Select(dt => $"{dt.Seen()} {dt.NextElementSibling.Seen()}")
        );
        Assert.Equal("Pour le comité d’organisation", page.Seen("[data-part=signature]"));
        Assert.DoesNotContain("gratuit", page.Seen("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_invitation_of_a_remote_participant_is_to_attend_remotely()
    {
        var reader = fixture.Site.CreateClient();
        var invitation = await reader.ReadAsync($"/en/my-registration/{fixture.Tokens[2]}/invitation");
        var seated = await reader.ReadAsync($"/en/my-registration/{fixture.Tokens[1]}/invitation");
        var confirmation = await reader.ReadAsync($"/en/my-registration/{fixture.Tokens[2]}/confirmation");

        Assert.Contains(
            "to attend the workshop “Machine-learning methods for materials modelling” remotely. It takes place from Wednesday 22 "
                + "September to Friday 24 September 2021 at LAAS-CNRS",
            invitation.Seen("main"),
            StringComparison.Ordinal
        );
        Assert.Contains("invite you to the workshop “Machine-learning", seated.Seen("main"), StringComparison.Ordinal);
        Assert.Contains("You are giving a talk: “Zinc oxide", seated.Seen("main"), StringComparison.Ordinal);
        Assert.Contains("For the organising committee", seated.Seen("[data-part=signature]"), StringComparison.Ordinal);
        Assert.Equal("access to the live stream", confirmation.QuerySelectorAll("dd")[^1].Seen());
    }

    [Fact]
    public async Task The_documents_are_linked_for_confirmed_people_and_are_not_cached_or_indexed()
    {
        var reader = fixture.Site.CreateClient();
        foreach (var (path, other) in new[] { ("/mon-inscription", "/en/my-registration"), ("/en/my-registration", "/mon-inscription") })
        {
            var own = $"{path}/{fixture.Tokens[1]}";
            Assert.Equal(
                [$"{own}/confirmation", $"{own}/invitation"],
                (await reader.ReadAsync(own)).AttributeOfAll("[data-letters] a", "href")
            );
            foreach (var document in new[] { "confirmation", "invitation" })
            {
                using var answer = await reader.GetAsync($"{own}/{document}");
                var page = await reader.ReadAsync($"{own}/{document}");
                Assert.Equal(
                    (true, "no-referrer", "noindex"),
                    (
                        answer.Headers.CacheControl!.NoStore,
                        answer.Headers.GetValues("Referrer-Policy").Single(),
                        page.QuerySelector("meta[name=robots]")!.GetAttribute("content")
                    )
                );
                Assert.Equal($"{other}/{fixture.Tokens[1]}/{document}", page.QuerySelector("header a[hreflang]")!.GetAttribute("href"));
                Assert.Equal(own, page.QuerySelector("header a")!.GetAttribute("href"));
            }
        }
        Assert.Empty((await reader.ReadAsync($"/mon-inscription/{fixture.Tokens[3]}")).QuerySelectorAll("[data-letters] a"));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_person_who_is_not_confirmed_has_no_documents(int number)
    {
        var reader = fixture.Site.CreateClient();
        foreach (
            var address in new[]
            {
                "/mon-inscription/{0}/confirmation",
                "/en/my-registration/{0}/invitation",
                "/mon-inscription/{0}/invitation.pdf",
                "/en/my-registration/{0}/confirmation.pdf",
            }
        )
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await reader.GetAsync(address.Replace("{0}", fixture.Tokens[number], StringComparison.Ordinal))).StatusCode
            );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await reader.GetAsync($"/mon-inscription/{fixture.Tokens[1][..45]}/confirmation")).StatusCode
        );
    }

    [PdfTheory]
    [InlineData("/mon-inscription/{0}/confirmation.pdf", "Confirmation d’inscription", "modmat-2021-confirmation.pdf")]
    [InlineData("/en/my-registration/{0}/confirmation.pdf", "Confirmation of registration", "modmat-2021-confirmation.pdf")]
    [InlineData("/mon-inscription/{0}/invitation.pdf", "Lettre d’invitation", "modmat-2021-invitation.pdf")]
    [InlineData("/en/my-registration/{0}/invitation.pdf", "Letter of invitation", "modmat-2021-invitation.pdf")]
    public async Task Each_document_is_a_PDF_of_one_page_that_is_not_kept_on_disk(string address, string title, string file)
    {
        using var answer = await fixture.Site.CreateClient().GetAsync(address.Replace("{0}", fixture.Tokens[1], StringComparison.Ordinal));
        var pdf = new PrintedPdf(await answer.Content.ReadAsByteArrayAsync());

        Assert.Equal(
            (HttpStatusCode.OK, "no-store", file),
            (answer.StatusCode, answer.Headers.CacheControl?.ToString(), answer.Content.Headers.ContentDisposition?.FileName)
        );
        Assert.Equal([(210, 297)], await pdf.SheetsAsync());
        Assert.Equal(
            (true, true),
            (
                (await pdf.TextAsync()).Contains(title, StringComparison.Ordinal),
                (await pdf.TextAsync()).Contains("Émilie du Châtelet", StringComparison.Ordinal)
            )
        );
        Assert.False(Directory.Exists(Path.Combine(fixture.Site.DataPath, "printables")));
    }

    [Fact]
    public async Task The_documents_name_the_signatory_of_the_content()
    {
        using var content = new ContentCopy();
        content.Edit(
            "workshop.md",
            "signatory: { name: \"à compléter\",",
            "signatory: { name: \"Zoé Lambda\", title: { fr: \"présidente du comité\", en: \"chair of the committee\" },"
        );
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start, ContentPath = content.Path };
        var token = await site.ConfirmedAsync();

        Assert.Equal(
            "Zoé Lambda présidente du comité",
            (await site.CreateClient().ReadAsync($"/mon-inscription/{token}/confirmation")).Seen("[data-part=signature]")
        );
        Assert.Equal(
            "Zoé Lambda chair of the committee",
            (await site.CreateClient().ReadAsync($"/en/my-registration/{token}/invitation")).Seen("[data-part=signature]")
        );
    }
}
