using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

public sealed partial class BadInputTests
{
    [Theory]
    [InlineData("confirm")]
    [InlineData("cancel")]
    [InlineData("erase")]
    public async Task A_post_without_the_form_token_is_refused(string action)
    {
        using var ada = await new RegistrationClient(site).OpenAsync(English);
        var email = $"csrf-{action}@example.org";
        await ada.FillIn(email).PressAsync();
        await ada.FollowLinkAsync(email);
        await ada.Fill(FormToken.Field).PressAsync("button[data-action=confirm]");
        Assert.Equal((HttpStatusCode.BadRequest, "invalid"), (ada.Status, ada.StatusAndPlace.Status));
        await ada.PostAsync($"{ada.Address.Split('?')[0]}?handler={action}", new FormUrlEncodedContent([]));

        Assert.Equal((HttpStatusCode.BadRequest, "invalid"), (ada.Status, ada.StatusAndPlace.Status));
        Assert.Equal(
            "This form was open for too long, or came from another site. Nothing is lost: check it and send it again.",
            ada.Page.Seen("main p[role=alert]")
        );
        Assert.Equal(RegistrationStatus.Pending, (await site.RegistrationAsync(email))!.Status);
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_are_ignored()
    {
        using var ada = await new RegistrationClient(site).OpenAsync(English);
        foreach (
            var (name, value) in new[]
            {
                ("status", "Confirmed"),
                ("Status", "Confirmed"),
                ("place", "Seat"),
                ("seat", "1"),
                ("SeatNumber", "1"),
                ("id", Guid.Empty.ToString()),
                ("Id", Guid.Empty.ToString()),
                ("isAdmin", "true"),
                ("number", "1"),
                ("Number", "1"),
                ("ticket", "x"),
                ("generation", "9"),
                ("FromReserve", "true"),
                ("handler", "Data"),
                ("meals", "champagne"),
            }
        )
            ada.Forge(name, value);
        await ada.FillIn("forger@example.org").PressAsync();
        var registration = (await site.RegistrationAsync("forger@example.org"))!;

        Assert.Equal((HttpStatusCode.OK, ("pending", "remote")), (ada.Status, ada.StatusAndPlace));
        Assert.Equal(
            (RegistrationStatus.Pending, Place.Remote, null, 0, false),
            (registration.Status, registration.Place, registration.SeatNumber, registration.Generation, registration.FromReserve)
        );
        Assert.NotEqual((Guid.Empty, "x"), (registration.Id, registration.Ticket));
        Assert.Equal([], registration.Details.Meals);

        await ada.FollowLinkAsync("forger@example.org");
        await ada.Forge("attendance", "in-person")
            .Forge("email", "other@example.org")
            .Forge("place", "Seat")
            .Forge("status", "Confirmed")
            .DoAsync("save");
        registration = (await site.RegistrationAsync("forger@example.org"))!;
        Assert.Equal(
            (RegistrationStatus.Pending, Place.Remote, Attendance.Remote, null),
            (registration.Status, registration.Place, registration.Attendance, registration.SeatNumber)
        );
    }

    [Fact]
    public async Task Two_answers_for_the_same_half_day_are_refused()
    {
        using var ada = await new RegistrationClient(site).OpenAsync(English);
        await ada.FillIn("halves@example.org").Fill("half-day-2021-09-23-morning", "absent", "remote").PressAsync();

        Assert.Equal(HttpStatusCode.BadRequest, ada.Status);
        Assert.Equal(["Half-days: choose an answer."], ada.Faults);
    }

    [Theory]
    [InlineData(French, "Cette demande n’est pas valable")]
    [InlineData(English, "This request is not valid")]
    [InlineData("/lien-perdu", "Cette demande n’est pas valable")]
    [InlineData("/en/lost-link", "This request is not valid")]
    [InlineData("/mon-inscription/x", "Cette demande n’est pas valable")]
    [InlineData("/en/my-registration/x", "This request is not valid")]
    [InlineData("/en/live", "This request is not valid")]
    public async Task A_body_that_is_no_valid_form_is_refused_with_a_page(string address, string heading)
    {
        HttpContent[] bodies =
        [
            new StringContent("given-name=Ada"),
            new StringContent("""{"given-name":"Ada"}""", Encoding.UTF8, "application/json"),
            new ByteArrayContent([]),
            Typed("x", "multipart/form-data"),
            Typed("x", "multipart/form-data; boundary=b"),
            Typed("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n", "multipart/form-data; boundary=b"),
            Typed("--b\r\n" + new string('a', 50_000), "multipart/form-data; boundary=b"),
            Typed("x", $"multipart/form-data; boundary={new string('b', 5_000)}"),
            new FormUrlEncodedContent(Enumerable.Range(0, 10_000).Select(n => KeyValuePair.Create($"f{n}", "x"))),
            new FormUrlEncodedContent(Enumerable.Repeat(KeyValuePair.Create("meals", "x"), 10_000)),
            new FormUrlEncodedContent([new(new('k', 5_000), "x")]),
        ];
        foreach (var (body, n) in bodies.Select((b, n) => (b, n)))
        {
            using var ada = new RegistrationClient(site);
            await ada.PostAsync(address, body);
            Assert.Equal((n, HttpStatusCode.BadRequest, heading), (n, ada.Status, ada.Page.Seen("h1")));
        }
    }

    [Fact]
    public async Task A_form_can_be_sent_as_multipart()
    {
        using var ada = await new RegistrationClient(site).OpenAsync(English);
        var form = new MultipartFormDataContent
        {
            { new StringContent("Ada"), "given-name" },
            { new StringContent(TokenOf(ada)), FormToken.Field },
            { new ByteArrayContent([0, 1, 2]), "family-name", "evil.exe" },
        };
        await ada.PostAsync(English, form);

        Assert.Equal(
            (HttpStatusCode.BadRequest, ("invalid", "none"), "Ada"),
            (ada.Status, ada.StatusAndPlace, ada.Shown()["given-name"].Single())
        );
    }

    [Theory]
    [InlineData(English, "https://modmat.test/en/registration")]
    [InlineData("/mon-inscription/x?said=%0d%0aa", "https://modmat.test/mon-inscription/x?said=%0d%0aa")]
    [InlineData("/lien-perdu", "https://modmat.test/lien-perdu")]
    public async Task Plain_HTTP_is_redirected_before_a_form_is_read(string address, string location)
    {
        using var plain = site.CreateClient(new() { BaseAddress = new("http://modmat.test"), AllowAutoRedirect = false });
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post })
        {
            using var request = new HttpRequestMessage(method, address)
            {
                Content = method == HttpMethod.Post ? new FormUrlEncodedContent([new("given-name", "Ada")]) : null,
            };
            request.Headers.Add("X-Forwarded-For", "junk");
            request.Headers.Add("X-Forwarded-Proto", "https");
            using var answer = await plain.SendAsync(request);
            Assert.Equal((HttpStatusCode.PermanentRedirect, location), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }
    }

    private static readonly string[] Actions =
    [
        "confirm",
        "seat",
        "remote",
        "accept",
        "cancel",
        "address",
        "save",
        "erase",
        "confirmaddress",
        "promote",
        "",
    ];

    [Fact]
    public async Task Every_button_in_every_state_of_a_registration_is_answered_with_a_page()
    {
        await using var own = new SiteFactory { RehearseFrom = OpenSite.Start };
        using var ada = new RegistrationClient(own);
        var wrong = new List<string>();
        foreach (var (state, setUp) in States())
        foreach (var action in Actions)
        {
            var link = $"/en/my-registration/{await own.RegisterAsync(setUp)}";
            await ada.OpenAsync(link);
            var (before, statusAndPlace) = (ada.Status, ada.StatusAndPlace);
            await ada.PostAsync($"{link}?handler={action}", new FormUrlEncodedContent([new(FormToken.Field, TokenOf(ada))]));
            var isPage =
                ada.Status == HttpStatusCode.OK && ada.StatusAndPlace.Status is not null
                || (action is "address" or "save" && (ada.Status, ada.StatusAndPlace.Status) == (HttpStatusCode.BadRequest, "invalid"));
            if (before != HttpStatusCode.OK || !isPage)
                wrong.Add($"{state} {statusAndPlace}, {action}: {(int)ada.Status} {ada.StatusAndPlace}");
        }

        Assert.Equal([], wrong);
    }

    private static Dictionary<string, Action<Registration>> States()
    {
        var next = 100;
        return new()
        {
            ["pending"] = r => r.FollowRemotely(),
            ["pending seat"] = r =>
            {
                r.AssignSeat(++next, false);
                r.HoldPlaceUntil(new(2021, 9, 10, 0, 0, 0, TimeSpan.Zero));
            },
            ["expired hold"] = r =>
            {
                r.AssignSeat(++next, false);
                r.HoldPlaceUntil(new(2021, 8, 1, 0, 0, 0, TimeSpan.Zero));
            },
            ["lapsed"] = r =>
            {
                r.AssignSeat(++next, false);
                r.ReleasePlace();
            },
            ["seat"] = r =>
            {
                r.AssignSeat(++next, false);
                r.Confirm(r.CreatedAt);
            },
            ["offer"] = r =>
            {
                r.JoinWaitingList(++next);
                r.Confirm(r.CreatedAt);
                r.OfferSeat(++next, new(2021, 9, 10, 0, 0, 0, TimeSpan.Zero));
            },
            ["late offer"] = r =>
            {
                r.JoinWaitingList(++next);
                r.Confirm(r.CreatedAt);
                r.OfferSeat(++next, new(2021, 8, 1, 0, 0, 0, TimeSpan.Zero));
            },
            ["waiting"] = r =>
            {
                r.JoinWaitingList(++next);
                r.Confirm(r.CreatedAt);
            },
            ["remote"] = r =>
            {
                r.FollowRemotely();
                r.Confirm(r.CreatedAt);
            },
            ["cancelled"] = r =>
            {
                r.FollowRemotely();
                r.Confirm(r.CreatedAt);
                r.Cancel(r.CreatedAt);
            },
        };
    }

    [Theory]
    [InlineData(French, "Ce formulaire est trop grand")]
    [InlineData(English, "This form is too large")]
    public async Task A_form_of_two_megabytes_is_refused(string address, string heading)
    {
        using var server = new RawRequestTests.ListeningSite();
        using var client = new HttpClient { BaseAddress = new UriBuilder(server.ClientOptions.BaseAddress) { Host = "localhost" }.Uri };
        using var answer = await client.PostAsync(address, new FormUrlEncodedContent([new("diet", new('x', 2_000_000))]));
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, heading), (answer.StatusCode, page.Seen("h1")));
    }

    private static string TokenOf(RegistrationClient visitor) =>
        visitor.Page.QuerySelector($"main [name={FormToken.Field}]")!.GetAttribute("value")!;

    private static StringContent Typed(string body, string type) =>
        new(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
}
