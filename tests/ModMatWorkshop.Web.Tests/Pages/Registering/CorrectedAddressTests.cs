using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>A mistyped address, a changed address, and a form with the address of a registered person.</summary>
public sealed class CorrectedAddressTests(OpenSite site) : IClassFixture<OpenSite>
{
    [Theory]
    [InlineData("/inscription", "fr")]
    [InlineData("/en/registration", "en")]
    public async Task Correct_it_opens_on_the_address_and_moves_the_registration(string address, string language)
    {
        var (wrong, right) = ($"tpyo-{language}@example.org", $"typo-corrected-{language}@example.org");
        using var ada = await new RegistrationClient(site).OpenAsync(address);
        await ada.FillIn(wrong, "in-person").PressAsync();
        var before = (await site.RegistrationAsync(wrong))!;
        var oldLink = await site.LinkAsync(wrong);

        await ada.PressAsync("button[name=correct]");
        Assert.Equal(["email"], ada.Page.AttributeOfAll("main [autofocus]", "id"));
        Assert.Equal([wrong], ada.Shown()["corrects"]);
        await ada.Fill("email", right).PressAsync();

        Assert.Equal((HttpStatusCode.OK, ("pending", "seat")), (ada.Status, ada.StatusAndPlace));
        Assert.Null(await site.RegistrationAsync(wrong));
        var after = (await site.RegistrationAsync(right))!;
        Assert.Equal((before.Id, before.SeatNumber, before.Place), (after.Id, after.SeatNumber, after.Place));
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync(oldLink)).Status);
        await (await ada.FollowLinkAsync(right)).DoAsync("confirm");
        Assert.Equal(("confirmed", "seat"), ada.StatusAndPlace);
    }

    [Fact]
    public async Task An_invalid_corrected_address_is_refused_and_can_still_be_corrected()
    {
        using var ada = await new RegistrationClient(site).OpenAsync("/en/registration");
        await ada.FillIn("first@example.org").PressAsync();
        await ada.PressAsync("button[name=correct]");
        await ada.Fill("email", "no address").PressAsync();
        Assert.Equal(HttpStatusCode.BadRequest, ada.Status);

        await ada.Fill("email", "second@example.org").PressAsync();

        Assert.Equal(
            (null, RegistrationStatus.Pending),
            (await site.RegistrationAsync("first@example.org"), (await site.RegistrationAsync("second@example.org"))!.Status)
        );
    }

    [Fact]
    public async Task The_previous_address_can_only_stop_the_change()
    {
        using var ada = await new RegistrationClient(site).OpenAsync("/en/registration");
        await ada.FillIn("ada.keeps@example.org").PressAsync();
        await (await ada.FollowLinkAsync("ada.keeps@example.org")).DoAsync("confirm");
        await ada.Fill("email", "mallory@example.org").DoAsync("address");
        var links = site.Services.GetRequiredService<SecretLinks>();
        await ada.OpenAsync(Own(links.OfNewAddress((await site.RegistrationAsync("ada.keeps@example.org"))!)));
        await ada.DoAsync("confirm-address");
        var moved = (await site.RegistrationAsync("mallory@example.org"))!;

        using var owner = await new RegistrationClient(site).OpenAsync(Own(links.OfPreviousAddress(moved)));
        Assert.Equal(["keep-address"], owner.Page.AttributeOfAll("main button", "data-action"));
        Assert.DoesNotContain("mallory", owner.Page.Seen("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Lovelace", owner.Page.Seen("main"), StringComparison.Ordinal);
        foreach (var handler in new[] { "Erase", "Cancel", "ConfirmAddress" })
            await SendToAsync(owner, handler);
        Assert.Equal(RegistrationStatus.Confirmed, (await site.RegistrationAsync("mallory@example.org"))!.Status);

        await (await owner.OpenAsync(Own(links.OfPreviousAddress(moved)))).DoAsync("keep-address");

        Assert.Equal((HttpStatusCode.OK, ("confirmed", "remote")), (owner.Status, owner.StatusAndPlace));
        Assert.Equal(Own(links.Of((await site.RegistrationAsync("ada.keeps@example.org"))!)), owner.Address.Split('?')[0]);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync(Own(links.Of(moved)))).Status);
    }

    [Fact]
    public async Task The_own_link_neither_confirms_a_new_address_nor_takes_the_previous_one_back()
    {
        using var ada = await new RegistrationClient(site).OpenAsync("/en/registration");
        await ada.FillIn("own-link@example.org").PressAsync();
        await (await ada.FollowLinkAsync("own-link@example.org")).DoAsync("confirm");
        await ada.Fill("email", "unread@example.org").DoAsync("address");
        await SendToAsync(ada, "ConfirmAddress");
        var before = (await site.RegistrationAsync("own-link@example.org"))!;

        await ada.OpenAsync(Own(site.Services.GetRequiredService<SecretLinks>().OfNewAddress(before)));
        await ada.DoAsync("confirm-address");
        await SendToAsync(ada, "KeepAddress");

        Assert.Equal(before.Id, (await site.RegistrationAsync("unread@example.org"))!.Id);
    }

    [Theory]
    [InlineData("/inscription", "Une place vous est gardée dans la salle.", "Complet : vous suivez à distance", "La salle est complète")]
    [InlineData("/en/registration", "A seat is reserved for you in the room.", "Full: you attend remotely", "The room is full")]
    public async Task Whoever_corrects_the_address_reads_neither_that_the_room_is_full_nor_that_a_seat_is_kept(
        string address,
        params string[] sentences
    )
    {
        using var content = new ContentCopy();
        content.Edit("workshop.md", "seats: 50", "seats: 1");
        await using var small = new SiteFactory { RehearseFrom = OpenSite.Start, ContentPath = content.Path };
        using var ada = await new RegistrationClient(small).OpenAsync(address);
        using var ben = await new RegistrationClient(small).OpenAsync(address);
        Assert.Contains(sentences[0], ben.Page.Seen("main"), StringComparison.Ordinal);
        await ada.FillIn("tpyo@example.org", "in-person").PressAsync();
        await ben.OpenAsync(address);
        Assert.All(sentences[1..], full => Assert.Contains(full, ben.Page.Seen("main"), StringComparison.Ordinal));
        await ben.FillIn("bne@example.org", "in-person").PressAsync();
        Assert.Equal(("seat", "waiting-list"), (ada.StatusAndPlace.Place, ben.StatusAndPlace.Place));

        foreach (var person in new[] { ada, ben })
        {
            await person.PressAsync("button[name=correct]");
            Assert.All(sentences, said => Assert.DoesNotContain(said, person.Page.Seen("main"), StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/inscription", "D’autres réponses vous attendent", "Affiliation", "LAAS-CNRS", "CIRIMAT")]
    [InlineData("/en/registration", "Other answers are waiting for you", "Affiliation", "LAAS-CNRS", "CIRIMAT")]
    public async Task What_a_registered_person_types_again_waits_on_their_own_page(
        string address,
        string heading,
        string label,
        string here,
        string inForm
    )
    {
        var email = $"again-{heading.Length}@example.org";
        using var ada = await new RegistrationClient(site).OpenAsync(address);
        await ada.FillIn(email).PressAsync();
        var newcomer = ada.Page.Seen("main");
        await (await ada.FollowLinkAsync(email)).DoAsync("confirm");
        Assert.Empty(ada.Page.QuerySelectorAll("[data-proposal]"));

        using var again = await new RegistrationClient(site).OpenAsync(address);
        await again.FillIn(email).Fill("affiliation", inForm).PressAsync();
        Assert.Equal(newcomer, again.Page.Seen("main"));

        await ada.FollowLinkAsync(email);
        Assert.Equal(heading, ada.Page.Seen("[data-proposal] h2"));
        Assert.Equal([label, here, inForm], ada.Page.SeenAll("[data-differs] > *"));
        Assert.Equal(here, (await site.RegistrationAsync(email))!.Details.Affiliation);

        await ada.DoAsync("use-answers");
        Assert.Equal(inForm, (await site.RegistrationAsync(email))!.Details.Affiliation);
        Assert.Empty(ada.Page.QuerySelectorAll("[data-proposal]"));
    }

    [Theory]
    [InlineData("/inscription", "Ce formulaire demandait une place en salle. Pour en demander une, servez-vous du bouton de cette page.")]
    [InlineData("/en/registration", "That form asked for a seat. To request one, use the button on this page.")]
    public async Task Another_attendance_is_only_told_and_only_the_owner_sees_and_discards_other_answers(string address, string sentence)
    {
        var email = $"discards-{sentence.Length}@example.org";
        using var ada = await new RegistrationClient(site).OpenAsync(address);
        await ada.FillIn(email).PressAsync();
        await (await ada.FollowLinkAsync(email)).DoAsync("confirm");
        using var again = await new RegistrationClient(site).OpenAsync(address);
        await again.FillIn(email, "in-person").PressAsync();

        await ada.FollowLinkAsync(email);
        Assert.Equal([sentence], ada.Page.SeenAll("[data-other-attendance]"));
        Assert.Equal(["discard-answers"], ada.Page.AttributeOfAll("[data-proposal] button", "data-action"));

        await ada.Fill("email", $"new-{email}").DoAsync("address");
        var registration = (await site.RegistrationAsync(email))!;
        await ada.OpenAsync(Own(site.Services.GetRequiredService<SecretLinks>().OfNewAddress(registration)));
        Assert.Empty(ada.Page.QuerySelectorAll("[data-proposal]"));

        await (await ada.FollowLinkAsync(email)).DoAsync("discard-answers");
        Assert.Equal(("confirmed", "remote"), ada.StatusAndPlace);
        Assert.Empty(ada.Page.QuerySelectorAll("[data-proposal]"));
        Assert.Equal(0, await site.InDbAsync(db => db.AnswerProposals.CountAsync(p => p.RegistrationId == registration.Id)));
    }

    /// <summary>Sends the first form of the page, with its token, to another handler.</summary>
    private static Task SendToAsync(RegistrationClient person, string handler) =>
        person.PostAsync(
            $"{person.Address.Split('?')[0]}?handler={handler}",
            new FormUrlEncodedContent(person.Fields((IHtmlFormElement)person.Page.QuerySelector("main form[method=post]")!))
        );

    private static string Own(string token) => Routes.MyRegistration.Path(Domain.WorkshopLanguages.Default, Domain.Language.English, token);
}
