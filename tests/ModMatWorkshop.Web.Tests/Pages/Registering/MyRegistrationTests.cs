using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>What people do with their registration from its secret link.</summary>
public sealed partial class MyRegistrationTests(OpenSite site) : IClassFixture<OpenSite>
{
    [Theory]
    [InlineData(
        "/inscription",
        "À distance pour l’instant, et au 1er rang de la liste d’attente.",
        "Vous suivez à distance, et vous êtes au 1er rang de la liste d’attente.",
        "Une place en salle vous est proposée",
        "Vous avez une place en salle.",
        "Votre inscription est annulée."
    )]
    [InlineData(
        "/en/registration",
        "Remote for now, and 1st on the waiting list.",
        "You attend remotely, and you are 1st on the waiting list.",
        "You have been offered a seat.",
        "You have a seat.",
        "Your registration is cancelled."
    )]
    public async Task Two_people_and_one_seat(
        string address,
        string outcome,
        string inLine,
        string offered,
        string seated,
        string cancelled
    )
    {
        using var content = new ContentCopy();
        content.Edit("workshop.md", "seats: 50", "seats: 1");
        await using var small = new SiteFactory { RehearseFrom = OpenSite.Hour, ContentPath = content.Path };
        using var ada = new RegistrationClient(small);
        using var grace = new RegistrationClient(small);

        await (await ada.OpenAsync(address)).FillIn("ada@example.org", "in-person").PressAsync();
        await (await ada.FollowLinkAsync("ada@example.org")).DoAsync("confirm");
        Assert.Equal((("confirmed", "seat"), seated), (ada.StatusAndPlace, Standing(ada)));

        // Seat 51 is not an error.
        await (await grace.OpenAsync(address)).FillIn("grace@example.org", "in-person").PressAsync();
        Assert.Equal(
            (HttpStatusCode.OK, ("pending", "waiting-list"), 1),
            (grace.Status, grace.StatusAndPlace, grace.Page.SeenAll("main p").Count(p => p == outcome))
        );
        await (await grace.FollowLinkAsync("grace@example.org")).DoAsync("confirm");
        Assert.Equal((("confirmed", "waiting-list"), inLine), (grace.StatusAndPlace, Standing(grace)));

        // Ada stays at home, and her seat is offered to Grace, who declines.
        await ada.DoAsync("remote");
        Assert.Equal(("confirmed", "remote"), ada.StatusAndPlace);
        await grace.FollowLinkAsync("grace@example.org");
        Assert.Equal((("confirmed", "offer"), offered), (grace.StatusAndPlace, Standing(grace)[..offered.Length]));
        await grace.DoAsync("remote");
        Assert.Equal(("confirmed", "remote"), grace.StatusAndPlace);

        // She changes her mind while the seat is free; now Ada is in line, until Grace cancels.
        await grace.DoAsync("seat");
        Assert.Equal((("confirmed", "seat"), seated), (grace.StatusAndPlace, Standing(grace)));
        await ada.DoAsync("seat");
        Assert.Equal((("confirmed", "waiting-list"), inLine), (ada.StatusAndPlace, Standing(ada)));
        await grace.DoAsync("cancel");
        Assert.Equal((("cancelled", "none"), cancelled), (grace.StatusAndPlace, Standing(grace)));
        await ada.FollowLinkAsync("ada@example.org");
        Assert.Equal(("confirmed", "offer"), ada.StatusAndPlace);
        await ada.DoAsync("accept");
        Assert.Equal((("confirmed", "seat"), seated), (ada.StatusAndPlace, Standing(ada)));

        // Whoever cancelled may come again.
        await (await grace.OpenAsync(address)).FillIn("grace@example.org", "in-person").PressAsync();
        Assert.Equal(("pending", "waiting-list"), grace.StatusAndPlace);
    }

    [Theory]
    [InlineData("/inscription", "C’est fait.")]
    [InlineData("/en/registration", "Done.")]
    public async Task Answers_can_be_changed_at_any_time(string address, string said)
    {
        var email = $"change-{said.Length}@example.org";
        using var ada = await ConfirmedAsync(address, email, "in-person");

        await ada.Fill("family-name", "King")
            .Fill("half-day-2021-09-24-morning", "remote")
            .Fill("half-day-2021-09-22-afternoon", "absent")
            .Fill("diet", "sans gluten")
            .Fill("listed", "yes")
            .DoAsync("save");

        Assert.Equal(
            (HttpStatusCode.OK, ("confirmed", "seat"), "Ada King", said),
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
    [InlineData("/inscription", "Indiquez votre nom.")]
    [InlineData("/en/registration", "Enter your family name.")]
    public async Task A_change_that_is_refused_comes_back_as_it_was_typed(string address, string fault)
    {
        var email = $"refused-{fault.Length}@example.org";
        using var ada = await ConfirmedAsync(address, email, "in-person");

        await ada.Fill("family-name", " ").Fill("affiliation", "Elsewhere").DoAsync("save");

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
    public async Task After_switching_the_answers_can_still_be_saved_as_they_stand()
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
    public async Task A_new_address_counts_once_its_owner_has_confirmed_it()
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

        // The link in the mail to the new address opens no more than the button that takes it.
        var link = $"/en/my-registration/{site.Services.GetRequiredService<SecretLinks>().OfNewAddress(moving)}";
        await ada.OpenAsync(link);
        Assert.Equal(["confirm-address"], ada.Page.AttributeOfAll("main button", "data-action"));
        foreach (var handler in new[] { "Data", "Calendar" })
            Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync($"{link}?handler={handler}")).Status);
        await (await ada.OpenAsync(link)).DoAsync("confirm-address");

        Assert.Equal((HttpStatusCode.OK, ("confirmed", "remote")), (ada.Status, ada.StatusAndPlace));
        Assert.Null(await site.RegistrationAsync("old@example.org"));
        Assert.Equal(1, (await site.RegistrationAsync("new@example.org"))!.Generation);
        // A link that is used, and one of an older generation.
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync(old)).Status);
    }

    [Fact]
    public async Task A_new_address_that_is_somebody_elses_gets_the_same_answer_and_no_mail()
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
