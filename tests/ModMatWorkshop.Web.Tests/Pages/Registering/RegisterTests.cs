using System.Net;
using System.Text.RegularExpressions;
using MimeKit;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>The registration form and the page that answers it, in both languages.</summary>
public sealed partial class RegisterTests(OpenSite site) : IClassFixture<OpenSite>
{
    [Theory]
    [InlineData(
        "/inscription",
        "many",
        "Il reste plus de dix places en salle. La salle a 50 places. Au-delà, personne n’est refusé : "
            + "vous suivez à distance, et vous êtes sur liste d’attente pour la première place qui se libère."
    )]
    [InlineData(
        "/en/registration",
        "many",
        "More than ten seats are left. The room has 50 seats. After that, nobody is turned away: "
            + "you attend remotely and join the waiting list for the next free seat."
    )]
    public async Task The_form_states_how_many_seats_are_left_and_what_happens_afterwards(string address, string left, string sentence)
    {
        using var ada = await new RegistrationClient(site).OpenAsync(address);

        Assert.Equal(
            (HttpStatusCode.OK, left, sentence),
            (ada.Status, ada.Page.QuerySelector("[data-seats-left]")!.GetAttribute("data-seats-left"), ada.Page.Seen("[data-seats-left]"))
        );
        Assert.Equal((null, null), ada.StatusAndPlace);
    }

    [Theory]
    [InlineData("/inscription", "Une dernière étape", "Une place à distance.")]
    [InlineData("/en/registration", "One more step", "A remote place.")]
    public async Task The_answer_shows_the_address_and_the_place(string address, string heading, string place)
    {
        var email = $"answer-{heading.Length}@example.org";
        using var ada = await new RegistrationClient(site).OpenAsync(address);
        await ada.FillIn($" {email.ToUpperInvariant()} ").PressAsync();

        Assert.Equal((HttpStatusCode.OK, ("pending", "remote"), heading), (ada.Status, ada.StatusAndPlace, ada.Page.Seen("h1")));
        Assert.Equal([email], ada.Page.SeenAll("main p").Where(p => p.Contains('@', StringComparison.Ordinal)));
        Assert.Contains(place, ada.Page.SeenAll("main p"));
        Assert.True(ada.Answer.Headers.CacheControl!.NoStore);
        Assert.Equal((RegistrationStatus.Pending, Place.Remote), await StatusAndPlaceAsync(email));
    }

    [Fact]
    public async Task The_answer_for_a_seat_states_until_when_it_is_held()
    {
        using var ada = await new RegistrationClient(site).OpenAsync("/en/registration");
        await ada.FillIn("seat@example.org", "in-person").PressAsync();

        Assert.Equal(("pending", "seat"), ada.StatusAndPlace);
        Assert.Contains("A seat.", ada.Page.SeenAll("main p"));
        Assert.Single(ada.Page.SeenAll("main p"), p =>
            p.StartsWith(
                "Follow the link in that email and press “Confirm”. We hold this for you until Wednesday 1 September 2021 at 11:",
                StringComparison.Ordinal
            )
        );
    }

    private static readonly string[] TypedFields =
    [
        "given-name",
        "family-name",
        "email",
        "affiliation",
        "position",
        "country",
        "attendance",
        "diet",
        "access",
        "presents",
        "listed",
        "photos",
        "meals",
        "half-days",
        "half-day-2021-09-24-morning",
        "half-day-2021-09-23-morning",
        "key",
    ];

    [Theory]
    [InlineData("/inscription", "fr")]
    [InlineData("/en/registration", "en")]
    public async Task The_correct_button_shows_the_form_again_with_all_values(string address, string language)
    {
        using var ada = await new RegistrationClient(site).OpenAsync(address);
        ada.FillIn($"typo-{language}@example.org", "in-person")
            .Fill("country", "FR")
            .Fill("diet", "végétarien")
            .Fill("access", "“boucle” <magnétique>")
            .Fill("presents", "o1")
            .Fill("listed", "yes")
            .Fill("photos", "yes")
            .Fill("meals", "buffet")
            .Fill("half-days", "some")
            .Fill("half-day-2021-09-22-afternoon", "in-person")
            .Fill("half-day-2021-09-24-morning", "remote");
        var sent = ada.Page.QuerySelector("main [name=key]")!.GetAttribute("value");
        await ada.PressAsync();
        await ada.PressAsync("button[name=correct]");

        Assert.Equal(
            (HttpStatusCode.OK, language, (null, null)),
            (ada.Status, ada.Page.DocumentElement.GetAttribute("lang"), ada.StatusAndPlace)
        );
        var shown = ada.Shown();
        Assert.Equal(
            [
                "Ada",
                "Lovelace",
                $"typo-{language}@example.org",
                "LAAS-CNRS",
                "Postdoc",
                "FR",
                "in-person",
                "végétarien",
                "“boucle” <magnétique>",
                "o1",
                "yes",
                "yes",
                "buffet",
                "some",
                "remote",
                "",
                sent,
            ],
            TypedFields.Select(name => string.Join('|', shown[name]))
        );
        Assert.Empty(ada.Faults);
    }

    [Theory]
    [InlineData("/inscription", "/mon-inscription/")]
    [InlineData("/en/registration", "/en/my-registration/")]
    public async Task The_link_in_the_mail_leads_to_the_confirm_button(string address, string path)
    {
        var email = $"mail-{path.Length}@example.org";
        using var ada = await new RegistrationClient(site).OpenAsync(address);
        await ada.FillIn(email).PressAsync();
        await ada.OpenAsync(await HtmlReading.EventuallyAsync(() => LinkInMailAsync(email), link => link.Length > 0));
        Assert.Equal(
            (HttpStatusCode.OK, ("pending", "remote"), true),
            (ada.Status, ada.StatusAndPlace, ada.Address.StartsWith(path, StringComparison.Ordinal))
        );
        Assert.Equal((RegistrationStatus.Pending, Place.Remote), await StatusAndPlaceAsync(email));

        await ada.DoAsync("confirm");

        Assert.Equal((HttpStatusCode.OK, ("confirmed", "remote")), (ada.Status, ada.StatusAndPlace));
        Assert.Equal((RegistrationStatus.Confirmed, Place.Remote), await StatusAndPlaceAsync(email));
    }

    [Fact]
    public async Task A_known_address_gets_the_same_answer_as_an_unknown_one()
    {
        using var first = await new RegistrationClient(site).OpenAsync("/en/registration");
        await first.FillIn("known@example.org").PressAsync();
        await first.FollowLinkAsync("known@example.org");
        await first.DoAsync("confirm");

        var answers = new List<string>();
        foreach (var email in new[] { "known@example.org", "unkown@example.org" })
        {
            using var visitor = await new RegistrationClient(site).OpenAsync("/en/registration");
            await visitor.FillIn(email).Fill("given-name", "Eve").Forge("key", "0123456789abcdef0123456789abcdef").PressAsync();
            var main = visitor.Page.QuerySelector("main")!.InnerHtml.Replace("<wbr>", "", StringComparison.Ordinal);
            answers.Add($"{(int)visitor.Status} {visitor.StatusAndPlace} {main.Replace(email, "", StringComparison.Ordinal)}");
        }

        Assert.Equal(answers[1], answers[0]);
        Assert.Equal("Ada", (await site.RegistrationAsync("known@example.org"))!.Details.GivenName);
    }

    [Fact]
    public async Task The_same_form_sent_twice_gives_one_registration_and_the_same_answer()
    {
        using var ada = await new RegistrationClient(site).OpenAsync("/en/registration");
        await ada.OpenAsync("/en/registration");
        var key = ada.Page.QuerySelector("main [name=key]")!.GetAttribute("value")!;
        await ada.FillIn("twice@example.org").PressAsync();
        var first = ada.Page.QuerySelector("main")!.InnerHtml;
        await ada.OpenAsync("/en/registration");
        await ada.FillIn("twice@example.org").Fill("key", key).PressAsync();

        Assert.Equal(first, ada.Page.QuerySelector("main")!.InnerHtml);
        Assert.Equal(key, (await site.RegistrationAsync("twice@example.org"))!.FormKey);
    }

    [Theory]
    [InlineData("/inscription")]
    [InlineData("/en/registration")]
    public async Task Fields_have_autocomplete_attributes(string address)
    {
        using var ada = await new RegistrationClient(site).OpenAsync(address);

        Assert.Equal(
            [
                ("given-name", "given-name"),
                ("family-name", "family-name"),
                ("email", "email"),
                ("affiliation", "organization"),
                ("position", "off"),
                ("country", "country"),
            ],
            ada.Page.QuerySelectorAll("main [autocomplete]").Take(6).Select(f => (f.GetAttribute("name")!, f.GetAttribute("autocomplete")!))
        );
        Assert.Equal(
            [("radio", "in-person"), ("radio", "remote")],
            ada.Page.QuerySelectorAll("main [name=attendance]").Select(f => (f.GetAttribute("type")!, f.GetAttribute("value")!))
        );
    }

    [Theory]
    [InlineData("/inscription")]
    [InlineData("/en/registration")]
    public async Task The_notice_beside_the_form_names_every_field(string address)
    {
        using var ada = await new RegistrationClient(site).OpenAsync(address);
        var asked = ada.Shown()
            .Select(f => HalfDay().Replace(f.Key, "half-days"))
            .Where(name => name != "key")
            .Concat(
                ada.Page.AttributeOfAll("main form[method=post] [name]", "name")
                    .Select(name => HalfDay().Replace(name, "half-days"))
                    .Where(name => name is not ("key" or "form-token"))
            )
            .Select(name => name.Replace(RegistrationForm.MoreSuffix, "", StringComparison.Ordinal))
            .Distinct();

        var named = ada.Page.AttributeOfAll("main [data-fields]", "data-fields").SelectMany(names => names.Split(' '));

        Assert.Equal(asked.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        Assert.Equal(0, ada.Page.QuerySelectorAll("main [data-fields]").Count(f => f.Seen().Length == 0));
    }

    [Theory]
    [InlineData("2021-06-15T09:00", "/inscription", "Les inscriptions ouvriront le jeudi 1er juillet 2021 à 0 h 00.")]
    [InlineData("2021-06-15T09:00", "/en/registration", "Registration opens on Thursday 1 July 2021 at 0:00.")]
    [InlineData("2021-09-21T00:00", "/inscription", "Les inscriptions sont closes depuis le mardi 21 septembre 2021 à 0 h 00.")]
    [InlineData("2021-09-21T00:00", "/en/registration", "Registration closed on Tuesday 21 September 2021 at 0:00.")]
    public async Task Before_and_after_the_registration_period_the_page_says_when_and_has_no_form(
        string time,
        string address,
        string sentence
    )
    {
        await using var closed = new SiteFactory { RehearseFrom = time };
        using var ada = await new RegistrationClient(closed).OpenAsync(address);

        Assert.Equal((HttpStatusCode.OK, ("closed", "none"), sentence), (ada.Status, ada.StatusAndPlace, ada.Page.Seen("main h1 + p")));
        Assert.Empty(ada.Page.QuerySelectorAll("main form"));
        // The notice about the use of answers stays, for people who are registered.
        Assert.Single(ada.Page.QuerySelectorAll("main aside"));
        Assert.False(ada.Answer.Headers.Contains("Set-Cookie"));

        // A form that was opened before registration closed.
        await ada.PostAsync(address, new FormUrlEncodedContent([new("given-name", "Ada"), new("correct", "yes")]));
        Assert.Equal((HttpStatusCode.OK, ("closed", "none"), sentence), (ada.Status, ada.StatusAndPlace, ada.Page.Seen("main h1 + p")));
    }

    private async Task<(RegistrationStatus, Place)> StatusAndPlaceAsync(string email) =>
        await site.RegistrationAsync(email) is { } registration ? (registration.Status, registration.Place) : default;

    private async Task<string> LinkInMailAsync(string email)
    {
        var folder = new DirectoryInfo(Path.Combine(site.DataPath, "mail"));
        foreach (var file in folder.Exists ? folder.GetFiles("*.eml") : [])
        {
            using var mail = await MimeMessage.LoadAsync(file.FullName);
            if (mail.To.Mailboxes.Single().Address == email)
                return new Uri(Link().Match(mail.TextBody!).Value).AbsolutePath;
        }
        return "";
    }

    [GeneratedRegex(@"https://modmat\.test/\S+/[A-Za-z0-9_-]{46}")]
    private static partial Regex Link();

    [GeneratedRegex("^half-day-.*$")]
    private static partial Regex HalfDay();
}
