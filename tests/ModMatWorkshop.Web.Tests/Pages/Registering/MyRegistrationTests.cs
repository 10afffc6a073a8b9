using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>The page of a registration behind its secret link.</summary>
public sealed partial class MyRegistrationTests(OpenSite site) : IClassFixture<OpenSite>
{
    private sealed record Sentences(string Outcome, string WaitingList, string Offered, string Seated, string Cancelled);

    [Theory]
    [InlineData(
        "/inscription",
        "À distance pour l’instant, et sur la liste d’attente de la salle.",
        "Vous suivez à distance, et vous êtes au 1er rang de la liste d’attente.",
        "Une place en salle vous est proposée",
        "Vous avez une place en salle.",
        "Votre inscription est annulée."
    )]
    [InlineData(
        "/en/registration",
        "Remote for now, and on the waiting list for a seat.",
        "You attend remotely, and you are 1st on the waiting list.",
        "You have been offered a seat.",
        "You have a seat.",
        "Your registration is cancelled."
    )]
    public async Task One_seat_passes_from_one_person_to_another_and_back(
        string address,
        string outcome,
        string waitingList,
        string offered,
        string seated,
        string cancelled
    )
    {
        using var content = new ContentCopy();
        content.Edit("workshop.md", "seats: 50", "seats: 1");
        await using var small = new SiteFactory { RehearseFrom = OpenSite.Start, ContentPath = content.Path };
        using var ada = new RegistrationClient(small);
        using var grace = new RegistrationClient(small);
        var sentences = new Sentences(outcome, waitingList, offered, seated, cancelled);

        await AdaTakesTheSeatAndGraceWaitsAsync(ada, grace, address, sentences);
        await AdaGivesUpTheSeatAndGraceDeclinesItAsync(ada, grace, sentences);
        await GraceTakesTheFreeSeatAndCancelsForAdaAsync(ada, grace, sentences);

        // A cancelled person may register again.
        await (await grace.OpenAsync(address)).FillIn("grace@example.org", "in-person").PressAsync();
        Assert.Equal(("pending", "waiting-list"), grace.StatusAndPlace);
    }

    private static async Task AdaTakesTheSeatAndGraceWaitsAsync(
        RegistrationClient ada,
        RegistrationClient grace,
        string address,
        Sentences sentences
    )
    {
        await (await ada.OpenAsync(address)).FillIn("ada@example.org", "in-person").PressAsync();
        await (await ada.FollowLinkAsync("ada@example.org")).DoAsync("confirm");
        Assert.Equal((("confirmed", "seat"), sentences.Seated), (ada.StatusAndPlace, PlaceSentence(ada)));

        await (await grace.OpenAsync(address)).FillIn("grace@example.org", "in-person").PressAsync();
        Assert.Equal(
            (HttpStatusCode.OK, ("pending", "waiting-list"), 1),
            (grace.Status, grace.StatusAndPlace, grace.Page.SeenAll("main p").Count(p => p == sentences.Outcome))
        );
        await grace.FollowLinkAsync("grace@example.org");
        // The rank is for confirmed people.
        Assert.DoesNotMatch("1er rang|1st", grace.Page.Seen("main"));
        await grace.DoAsync("confirm");
        Assert.Equal((("confirmed", "waiting-list"), sentences.WaitingList), (grace.StatusAndPlace, PlaceSentence(grace)));
    }

    private static async Task AdaGivesUpTheSeatAndGraceDeclinesItAsync(
        RegistrationClient ada,
        RegistrationClient grace,
        Sentences sentences
    )
    {
        await ada.DoAsync("remote");
        Assert.Equal(("confirmed", "remote"), ada.StatusAndPlace);
        await grace.FollowLinkAsync("grace@example.org");
        Assert.Equal((("confirmed", "offer"), sentences.Offered), (grace.StatusAndPlace, PlaceSentence(grace)[..sentences.Offered.Length]));
        await grace.DoAsync("remote");
        Assert.Equal(("confirmed", "remote"), grace.StatusAndPlace);
    }

    private static async Task GraceTakesTheFreeSeatAndCancelsForAdaAsync(
        RegistrationClient ada,
        RegistrationClient grace,
        Sentences sentences
    )
    {
        await grace.DoAsync("seat");
        Assert.Equal((("confirmed", "seat"), sentences.Seated), (grace.StatusAndPlace, PlaceSentence(grace)));
        await ada.DoAsync("seat");
        Assert.Equal((("confirmed", "waiting-list"), sentences.WaitingList), (ada.StatusAndPlace, PlaceSentence(ada)));
        await grace.DoAsync("cancel");
        Assert.Equal((("cancelled", "none"), sentences.Cancelled), (grace.StatusAndPlace, PlaceSentence(grace)));
        await ada.FollowLinkAsync("ada@example.org");
        Assert.Equal(("confirmed", "offer"), ada.StatusAndPlace);
        await ada.DoAsync("accept");
        Assert.Equal((("confirmed", "seat"), sentences.Seated), (ada.StatusAndPlace, PlaceSentence(ada)));
    }

    [Theory]
    [InlineData("/inscription", "C’est fait.")]
    [InlineData("/en/registration", "Done.")]
    public async Task A_participant_changes_their_answers(string address, string message)
    {
        var email = $"change-{message.Length}@example.org";
        using var ada = await ConfirmedAsync(address, email, "in-person");

        await ada.Fill("family-name", "King")
            .Fill("half-day-2021-09-24-morning", "remote")
            .Fill("half-day-2021-09-22-afternoon", "absent")
            .Fill("diet", "sans gluten")
            .Fill("listed", "yes")
            .DoAsync("save");

        Assert.Equal(
            (HttpStatusCode.OK, ("confirmed", "seat"), "Ada King", message),
            (ada.Status, ada.StatusAndPlace, ada.Page.Seen("h1"), ada.Page.Seen("main [role=status]"))
        );
        var now = (await site.RegistrationAsync(email))!.Details;
        Assert.Equal(("King", "sans gluten", true), (now.FamilyName, now.Diet, now.MayBeListed));
        Assert.Equal(
            ["2021-09-23 Morning InPerson", "2021-09-23 Afternoon InPerson", "2021-09-24 Morning Remote"],
            now.HalfDays.Select(h => $"{h.Date:yyyy-MM-dd} {h.Half} {h.Attendance}")
        );
    }

    [Theory]
    [InlineData("/inscription", "Indiquez votre nom : prénom, nom, ou les deux.")]
    [InlineData("/en/registration", "Enter your name: a given name, a family name, or both.")]
    public async Task A_refused_change_keeps_the_values_in_the_form(string address, string fault)
    {
        var email = $"refused-{fault.Length}@example.org";
        using var ada = await ConfirmedAsync(address, email, "in-person");

        await ada.Fill("given-name", " ").Fill("family-name", " ").Fill("affiliation", "Elsewhere").DoAsync("save");

        Assert.Equal(
            (HttpStatusCode.BadRequest, ("invalid", "none"), "Elsewhere"),
            (ada.Status, ada.StatusAndPlace, ada.Page.QuerySelector("#affiliation")!.GetAttribute("value"))
        );
        Assert.Equal([fault], ada.Faults);
        Assert.Equal(
            ("Lovelace", "LAAS-CNRS"),
            ((await site.RegistrationAsync(email))!.Details.FamilyName, (await site.RegistrationAsync(email))!.Details.Affiliation)
        );
    }

    [Fact]
    public async Task After_a_change_of_attendance_the_answers_can_be_saved_unchanged()
    {
        using var ada = await ConfirmedAsync("/en/registration", "switch@example.org", "in-person");
        foreach (var place in new[] { "remote", "seat", "remote" })
        {
            await ada.DoAsync(place);
            Assert.Equal(("confirmed", place), ada.StatusAndPlace);
            await ada.DoAsync("save");
            Assert.Equal((HttpStatusCode.OK, ("confirmed", place)), (ada.Status, ada.StatusAndPlace));
            Assert.Equal(
                [place == "seat" ? Attendance.InPerson : Attendance.Remote],
                (await site.RegistrationAsync("switch@example.org"))!.Details.HalfDays.Select(h => h.Attendance).Distinct()
            );
        }
    }

    [Fact]
    public async Task A_new_address_takes_effect_when_its_owner_confirms_it()
    {
        using var ada = await ConfirmedAsync("/en/registration", "old@example.org");
        var old = ada.Address.Split('?')[0];
        await ada.Fill("email", "new@example.org").DoAsync("address");
        Assert.Equal(
            (HttpStatusCode.OK, "We are sending a message to the new address. Follow the link in it."),
            (ada.Status, ada.Page.Seen("main [role=status]"))
        );
        var moving = (await site.RegistrationAsync("old@example.org"))!;
        Assert.Equal("new@example.org", moving.NewEmail);

        // The link in the mail to the new address gives access to nothing but the button that confirms it.
        var link = $"/en/my-registration/{site.Services.GetRequiredService<SecretLinks>().OfNewAddress(moving)}";
        await ada.OpenAsync(link);
        Assert.Equal(["confirm-address"], ada.Page.AttributeOfAll("main button", "data-action"));
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync($"{link}?handler=Data")).Status);
        await (await ada.OpenAsync(link)).DoAsync("confirm-address");

        Assert.Equal((HttpStatusCode.OK, ("confirmed", "remote")), (ada.Status, ada.StatusAndPlace));
        Assert.Null(await site.RegistrationAsync("old@example.org"));
        Assert.Equal(1, (await site.RegistrationAsync("new@example.org"))!.Generation);
        // The used link and the link of the previous generation are invalid.
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync(old)).Status);
    }

    [Fact]
    public async Task A_new_address_that_belongs_to_somebody_else_gets_the_same_answer_and_cannot_be_confirmed()
    {
        using var eve = await ConfirmedAsync("/en/registration", "eve@example.org");
        using var bob = await ConfirmedAsync("/en/registration", "bob@example.org");
        await eve.Fill("email", "nobody@example.org").DoAsync("address");
        var free = eve.Page.Seen("main").Replace("nobody@", "", StringComparison.Ordinal);
        await eve.Fill("email", "bob@example.org").DoAsync("address");

        Assert.Equal(free, eve.Page.Seen("main").Replace("bob@", "", StringComparison.Ordinal));
        var registration = (await site.RegistrationAsync("eve@example.org"))!;
        await eve.OpenAsync($"/en/my-registration/{site.Services.GetRequiredService<SecretLinks>().OfNewAddress(registration)}");
        await eve.DoAsync("confirm-address");
        Assert.Equal("The current state of this registration does not allow this.", eve.Page.Seen("main [role=status]"));
        Assert.Equal("Ada", (await site.RegistrationAsync("bob@example.org"))!.Details.GivenName);
    }
}
