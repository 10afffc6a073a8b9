using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>What nobody should send, and somebody will: a sentence each, nothing typed is lost, and never a fault of ours.</summary>
public sealed class BadInputTests(OpenSiteOnEachDatabase sites) : IClassFixture<OpenSiteOnEachDatabase>
{
    private const string French = "/inscription";
    private const string English = "/en/registration";
    private readonly SiteFactory site = sites[Engine.Sqlite];

    public static TheoryData<string, string, string, string> Refused =>
        new()
        {
            { French, "given-name", "", "Indiquez votre prénom." },
            { English, "given-name", "", "Enter your given name." },
            { English, "family-name", " \u00a0\u2003 ", "Enter your family name." },
            { English, "family-name", "\u200b\u2060", "Enter your family name." },
            { English, "family-name", "\0", "Enter your family name." },
            { French, "family-name", new('é', 10_000), "Nom : 100 caractères au plus." },
            { English, "family-name", new('x', 10_000), "Family name: at most 100 characters." },
            { English, "affiliation", new('x', 201), "Affiliation: at most 200 characters." },
            { French, "given-name", "<script>alert(1)</script>", "Prénom : ni « < », ni « > », ni adresse web, ni caractère invisible." },
            {
                English,
                "given-name",
                "<script>alert(1)</script>",
                "Given name: no “<”, no “>”, no web address and no invisible characters."
            },
            {
                English,
                "given-name",
                "Win at http://evil.example",
                "Given name: no “<”, no “>”, no web address and no invisible characters."
            },
            { English, "given-name", "A\0da", "Given name: no “<”, no “>”, no web address and no invisible characters." },
            { English, "given-name", "A\u0007da", "Given name: no “<”, no “>”, no web address and no invisible characters." },
            {
                English,
                "given-name",
                "Ada\r\nBcc: all@example.org",
                "Given name: no “<”, no “>”, no web address and no invisible characters."
            },
            { English, "given-name", "Ada\u202egnp", "Given name: no “<”, no “>”, no web address and no invisible characters." },
            { English, "given-name", "Ad\ufffda", "Given name: no “<”, no “>”, no web address and no invisible characters." },
            { French, "email", "", "Indiquez votre adresse électronique." },
            { French, "email", "ada", "Indiquez une seule adresse électronique valable, comme nom@laboratoire.fr." },
            { English, "email", "ada@example.org\r\nBcc: all@example.org", "Enter one valid email address, like name@laboratory.org." },
            { English, "email", "ada@example.org\n", "" },
            { English, "email", "ada@example.org, eve@example.org", "Enter one valid email address, like name@laboratory.org." },
            { English, "email", "ada@example.org;eve@example.org", "Enter one valid email address, like name@laboratory.org." },
            { English, "email", "Ada <ada@example.org>", "Enter one valid email address, like name@laboratory.org." },
            { English, "email", "ada@exam\0ple.org", "Enter one valid email address, like name@laboratory.org." },
            { English, "email", new string('a', 10_000) + "@example.org", "Enter one valid email address, like name@laboratory.org." },
            { English, "diet", new('x', 501), "Dietary requirements: at most 500 characters." },
            { English, "access", "a\0b", "Access needs: remove the invisible character." },
            { French, "country", "ZZ", "Pays : choisissez une réponse." },
            { English, "country", "fr", "Country: choose an answer." },
            { English, "country", "\0", "Country: choose an answer." },
            { French, "position", "", "Situation : choisissez une réponse." },
            { English, "position", "King", "Position: choose an answer." },
            { English, "position", "0", "Position: choose an answer." },
            { English, "attendance", "", "Your attendance: choose an answer." },
            { French, "attendance", "both", "Votre participation : choisissez une réponse." },
            { French, "half-day-2021-09-23-morning", "perhaps", "Demi-journées : choisissez une réponse." },
            { English, "half-day-2021-09-23-morning", "in-person\0", "Half-days: choose an answer." },
            {
                French,
                "half-day-2021-09-23-morning",
                "in-person",
                "Une demi-journée en salle demande une place : choisissez « En salle » plus haut."
            },
            { English, "presents", "o99", "I am presenting: choose an answer." },
            { English, "presents", "\0", "I am presenting: choose an answer." },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_field_that_cannot_be_right_is_named_in_a_sentence_and_nothing_typed_is_lost(
        string address,
        string field,
        string text,
        string sentence
    )
    {
        using var ada = await new RegistrationClient(site).OpenAsync(address);
        await ada.FillIn("typed@example.org").Fill("diet", "végétarien").Fill("listed", "yes").Fill(field, text).PressAsync();
        if (sentence.Length == 0)
        {
            Assert.Equal((HttpStatusCode.OK, ("pending", "remote")), (ada.Status, ada.Marks));
            return;
        }

        Assert.Equal((HttpStatusCode.BadRequest, ("invalid", "none")), (ada.Status, ada.Marks));
        Assert.Equal([sentence], ada.Faults);
        Assert.Equal(
            $"#{(field.StartsWith("half-day-", StringComparison.Ordinal) ? "half-days" : field)}",
            ada.Page.QuerySelector("main [role=alert] a")!.GetAttribute("href")
        );
        Assert.NotNull(ada.Page.QuerySelector($"main {ada.Page.QuerySelector("main [role=alert] a")!.GetAttribute("href")}"));
        var shown = ada.Shown();
        var typed = new Dictionary<string, string>
        {
            ["given-name"] = "Ada",
            ["family-name"] = "Lovelace",
            ["email"] = "typed@example.org",
            ["affiliation"] = "LAAS-CNRS",
            ["position"] = "Postdoc",
            ["attendance"] = "remote",
            ["diet"] = "végétarien",
            ["listed"] = "yes",
        };
        Assert.Equal(
            typed.Where(t => t.Key != field),
            typed.Keys.Where(name => name != field).Select(name => KeyValuePair.Create(name, string.Join('|', shown[name])))
        );
        Assert.Null(await site.RegistrationAsync("typed@example.org"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("A\u0007da &amp; “Eve”")]
    [InlineData("{{7*7}} ${7*7} %s")]
    public async Task What_was_typed_stands_in_the_field_again_as_text(string text)
    {
        using var ada = await new RegistrationClient(site).OpenAsync(English);
        await ada.FillIn("no address").Fill("given-name", text).Fill("diet", text).Forge("half-day-\"><b>", text).PressAsync();

        Assert.Equal(
            (HttpStatusCode.BadRequest, text, text),
            (ada.Status, ada.Shown()["given-name"].Single(), ada.Shown()["diet"].Single())
        );
        Assert.Empty(ada.Page.QuerySelectorAll("main img, main script"));
    }

    [Theory]
    [InlineData("%ED%A0%80Ada")]
    [InlineData("Ada%FF%FE")]
    [InlineData("%C3%28")]
    [InlineData("Ada%00")]
    [InlineData("%EF%BF%BE%EF%BF%BF")]
    [InlineData("%")]
    [InlineData("x&%FF%00=%FF%00&half-day-%ED%A0%80=%00")]
    [InlineData("&=&=&&&;;")]
    public async Task Bytes_that_are_no_text_are_no_fault_of_ours(string text)
    {
        using var ada = await new RegistrationClient(site).OpenAsync(English);
        var token = Uri.EscapeDataString(TokenOf(ada));
        foreach (
            var (address, status) in new[]
            {
                (English, HttpStatusCode.BadRequest),
                ("/en/lost-link", HttpStatusCode.BadRequest),
                (
                    "/en/my-registration/x",
                    text.Contains("%00", StringComparison.Ordinal) ? HttpStatusCode.BadRequest : HttpStatusCode.NotFound
                ),
            }
        )
        foreach (
            var charset in new[]
            {
                "",
                "; charset=utf-8",
                "; charset=utf-16",
                "; charset=utf-7",
                "; charset=iso-8859-1",
                "; charset=nonsense",
            }
        )
        {
            await ada.PostAsync(
                address,
                Typed(
                    $"{FormToken.Field}={token}&given-name={text}&email={text}&diet={text}",
                    $"application/x-www-form-urlencoded{charset}"
                )
            );
            Assert.True((int)ada.Status is 400 or 404, $"{address} {charset} answers {(int)ada.Status}");
            if (charset.Length == 0)
                Assert.Equal((address, status), (address, ada.Status));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_no_database_takes_never_comes_to_one(Engine engine)
    {
        var there = sites[engine];
        foreach (var poison in new[] { "\0", "\ufffe\uffff", "\u0001", "🜁\0", new('x', 20_000) })
        foreach (
            var field in new[]
            {
                "key",
                "half-day-2021-09-23-morning",
                "half-day-9999-99-99-night",
                "meals",
                "diet",
                "access",
                "presents",
                "country",
                "affiliation",
                "listed",
                "unknown",
            }
        )
        {
            using var ada = await new RegistrationClient(there).OpenAsync(English);
            await ada.FillIn("poison@example.org").Forge(field, poison, poison).Forge("nul", "\0").PressAsync();
            Assert.True(ada.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{field} {poison[0]:x}: {(int)ada.Status}");
        }
        using var eve = await new RegistrationClient(there).OpenAsync("/en/lost-link");
        await eve.Fill("email", "poi\0son@example.org").PressAsync();
        Assert.Equal(HttpStatusCode.BadRequest, eve.Status);
        Assert.True(Guid.TryParseExact((await there.RegistrationAsync("poison@example.org"))!.FormKey, "N", out _));
    }

    [Theory]
    [InlineData(French, "Ce formulaire était ouvert depuis trop longtemps, ou venait d’ailleurs. Rien n’est perdu : relisez et renvoyez.")]
    [InlineData(English, "This form was open for too long, or came from another site. Nothing is lost: check it and send it again.")]
    public async Task A_form_without_its_token_or_with_another_comes_back_to_be_sent_again(string address, string sentence)
    {
        using var other = await new RegistrationClient(site).OpenAsync("/lien-perdu");
        var foreign = TokenOf(other);
        foreach (var token in new[] { [], [""], ["x"], [foreign], [foreign, foreign], [new string('A', 10_000)], new[] { "CfDJ8" } })
        {
            using var ada = await new RegistrationClient(site).OpenAsync(address);
            await ada.FillIn($"old-{address.Length}@example.org", "in-person").Fill(FormToken.Field, token).PressAsync();
            Assert.Equal((HttpStatusCode.BadRequest, ("invalid", "none")), (ada.Status, ada.Marks));
            Assert.Equal([sentence], ada.Faults);
            Assert.Null(await site.RegistrationAsync($"old-{address.Length}@example.org"));

            // Nothing is lost: the button again, and it is sent.
            await ada.PressAsync();
            Assert.Equal((HttpStatusCode.OK, ("pending", "seat")), (ada.Status, ada.Marks));
            await (await ada.FollowLinkAsync($"old-{address.Length}@example.org")).DoAsync("erase");
        }
    }

    [Theory]
    [InlineData("confirm")]
    [InlineData("cancel")]
    [InlineData("erase")]
    public async Task No_button_works_for_a_page_of_another_site(string action)
    {
        using var ada = await new RegistrationClient(site).OpenAsync(English);
        var email = $"csrf-{action}@example.org";
        await ada.FillIn(email).PressAsync();
        await ada.FollowLinkAsync(email);
        await ada.Fill(FormToken.Field).PressAsync("button[data-action=confirm]");
        Assert.Equal((HttpStatusCode.BadRequest, "invalid"), (ada.Status, ada.Marks.Status));
        await ada.PostAsync($"{ada.Address.Split('?')[0]}?handler={action}", new FormUrlEncodedContent([]));

        Assert.Equal((HttpStatusCode.BadRequest, "invalid"), (ada.Status, ada.Marks.Status));
        Assert.Equal(
            "This form was open for too long, or came from another site. Nothing is lost: check it and send it again.",
            ada.Page.Seen("main p[role=alert]")
        );
        Assert.Equal(RegistrationStatus.Pending, (await site.RegistrationAsync(email))!.Status);
    }

    [Fact]
    public async Task Whatever_else_is_posted_is_nothing()
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

        Assert.Equal((HttpStatusCode.OK, ("pending", "remote")), (ada.Status, ada.Marks));
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
    public async Task A_half_day_that_is_said_twice_is_asked_for_again()
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
    public async Task What_is_no_form_is_a_page_that_says_so(string address, string heading)
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
    public async Task A_form_may_come_in_parts()
    {
        using var ada = await new RegistrationClient(site).OpenAsync(English);
        var form = new MultipartFormDataContent
        {
            { new StringContent("Ada"), "given-name" },
            { new StringContent(TokenOf(ada)), FormToken.Field },
            { new ByteArrayContent([0, 1, 2]), "family-name", "evil.exe" },
        };
        await ada.PostAsync(English, form);

        Assert.Equal((HttpStatusCode.BadRequest, ("invalid", "none"), "Ada"), (ada.Status, ada.Marks, ada.Shown()["given-name"].Single()));
    }

    [Theory]
    [InlineData(English, "https://modmat.test/en/registration")]
    [InlineData("/mon-inscription/x?said=%0d%0aa", "https://modmat.test/mon-inscription/x?said=%0d%0aa")]
    [InlineData("/lien-perdu", "https://modmat.test/lien-perdu")]
    public async Task Plain_http_is_sent_to_the_address_of_the_site_before_a_form_is_looked_at(string address, string location)
    {
        using var plain = site.CreateClient(new() { BaseAddress = new("http://modmat.test"), AllowAutoRedirect = false });
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post })
        {
            using var question = new HttpRequestMessage(method, address)
            {
                Content = method == HttpMethod.Post ? new FormUrlEncodedContent([new("given-name", "Ada")]) : null,
            };
            question.Headers.Add("X-Forwarded-For", "junk");
            question.Headers.Add("X-Forwarded-Proto", "https");
            using var answer = await plain.SendAsync(question);
            Assert.Equal((HttpStatusCode.PermanentRedirect, location), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }
    }

    [Fact]
    public async Task Every_button_in_every_state_of_a_registration_is_answered_with_a_page()
    {
        var next = 100;
        var states = new Dictionary<string, Action<Registration>>
        {
            ["pending"] = r => r.FollowRemotely(),
            ["pending seat"] = r =>
            {
                r.AssignSeat(++next, false);
                r.HoldPlaceUntil(new(2021, 9, 10, 0, 0, 0, TimeSpan.Zero));
            },
            ["due"] = r =>
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
        await using var here = new SiteFactory { RehearseFrom = OpenSite.Hour };
        using var ada = new RegistrationClient(here);
        var wrong = new List<string>();
        foreach (var (state, make) in states)
        foreach (
            var action in new[]
            {
                "confirm",
                "seat",
                "remote",
                "accept",
                "cancel",
                "address",
                "save",
                "erase",
                "takeaddress",
                "promote",
                "",
            }
        )
        {
            var link = $"/en/my-registration/{await here.RegisterAsync(make)}";
            await ada.OpenAsync(link);
            var (before, marks) = (ada.Status, ada.Marks);
            await ada.PostAsync($"{link}?handler={action}", new FormUrlEncodedContent([new(FormToken.Field, TokenOf(ada))]));
            var sane =
                ada.Status == HttpStatusCode.OK && ada.Marks.Status is not null
                || (action is "address" or "save" && (ada.Status, ada.Marks.Status) == (HttpStatusCode.BadRequest, "invalid"));
            if (before != HttpStatusCode.OK || !sane)
                wrong.Add($"{state} {marks}, {action}: {(int)ada.Status} {ada.Marks}");
        }

        Assert.Equal([], wrong);
    }

    [Theory]
    [InlineData(French, "Ce formulaire est trop grand")]
    [InlineData(English, "This form is too large")]
    public async Task A_form_of_two_megabytes_is_too_large(string address, string heading)
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
