using System.Net;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>Wrong and hostile input to the registration forms: a clear message, no lost values and no server error.</summary>
public sealed partial class BadInputTests(OpenSiteOnEachDatabase sites) : IClassFixture<OpenSiteOnEachDatabase>
{
    private const string French = "/inscription";
    private const string English = "/en/registration";
    private readonly SiteFactory site = sites[Engine.Sqlite];

    public static TheoryData<string, string, string, string> Refused =>
        new()
        {
            { French, "given-name", "", "" },
            { English, "family-name", " \u00a0\u2003 ", "" },
            {
                French,
                "email",
                "jörg@example.org",
                "Avant l’arobase (@), une adresse électronique n’a que des lettres sans accent, des chiffres et quelques signes."
            },
            { English, "affiliation", "\u200b\u2060", "Enter your affiliation." },
            { English, "affiliation", "\0", "Enter your affiliation." },
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
    public async Task A_wrong_field_is_named_in_a_message_and_the_form_keeps_its_values(
        string address,
        string field,
        string text,
        string sentence
    )
    {
        using var ada = await new RegistrationClient(site).OpenAsync(address);
        await ada.FillIn(sentence.Length == 0 ? "accepted@example.org" : "typed@example.org")
            .Fill("half-days", field.StartsWith("half-day-", StringComparison.Ordinal) ? "some" : "all")
            .Fill("diet", "végétarien")
            .Fill("listed", "yes")
            .Fill(field, text)
            .PressAsync();
        if (sentence.Length == 0)
        {
            Assert.Equal((HttpStatusCode.OK, ("pending", "remote")), (ada.Status, ada.StatusAndPlace));
            return;
        }

        Assert.Equal((HttpStatusCode.BadRequest, ("invalid", "none")), (ada.Status, ada.StatusAndPlace));
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
    public async Task A_refused_value_is_repeated_as_text_and_not_as_markup(string text)
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
    public async Task Bytes_that_are_no_valid_text_never_cause_a_server_error(string text)
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
    public async Task Characters_that_no_database_stores_never_cause_a_server_error(Engine engine)
    {
        var own = sites[engine];
        foreach (var bad in new[] { "\0", "\ufffe\uffff", "\u0001", "🜁\0", new('x', 20_000) })
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
            using var ada = await new RegistrationClient(own).OpenAsync(English);
            await ada.FillIn("poison@example.org").Forge(field, bad, bad).Forge("nul", "\0").PressAsync();
            Assert.True(ada.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{field} {bad[0]:x}: {(int)ada.Status}");
        }
        using var eve = await new RegistrationClient(own).OpenAsync("/en/lost-link");
        await eve.Fill("email", "poi\0son@example.org").PressAsync();
        Assert.Equal(HttpStatusCode.BadRequest, eve.Status);
        Assert.True(Guid.TryParseExact((await own.RegistrationAsync("poison@example.org"))!.FormKey, "N", out _));
    }

    [Theory]
    [InlineData(French, "Ce formulaire était ouvert depuis trop longtemps, ou venait d’ailleurs. Rien n’est perdu : relisez et renvoyez.")]
    [InlineData(English, "This form was open for too long, or came from another site. Nothing is lost: check it and send it again.")]
    public async Task A_form_without_a_valid_token_keeps_its_values_and_can_be_sent_again(string address, string sentence)
    {
        using var other = await new RegistrationClient(site).OpenAsync("/lien-perdu");
        var foreign = TokenOf(other);
        foreach (var token in new[] { [], [""], ["x"], [foreign], [foreign, foreign], [new string('A', 10_000)], new[] { "CfDJ8" } })
        {
            using var ada = await new RegistrationClient(site).OpenAsync(address);
            await ada.FillIn($"old-{address.Length}@example.org", "in-person").Fill(FormToken.Field, token).PressAsync();
            Assert.Equal((HttpStatusCode.BadRequest, ("invalid", "none")), (ada.Status, ada.StatusAndPlace));
            Assert.Equal([sentence], ada.Faults);
            Assert.Null(await site.RegistrationAsync($"old-{address.Length}@example.org"));

            // Pressing the button again sends the form.
            await ada.PressAsync();
            Assert.Equal((HttpStatusCode.OK, ("pending", "seat")), (ada.Status, ada.StatusAndPlace));
            await (await ada.FollowLinkAsync($"old-{address.Length}@example.org")).DoAsync("erase");
        }
    }
}
