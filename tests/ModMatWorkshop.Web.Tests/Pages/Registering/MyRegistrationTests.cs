using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>What people do with their registration from its secret link.</summary>
public sealed class MyRegistrationTests(OpenSite site) : IClassFixture<OpenSite>
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
        Assert.Equal((("confirmed", "seat"), seated), (ada.Marks, Standing(ada)));

        // Seat 51 is not an error.
        await (await grace.OpenAsync(address)).FillIn("grace@example.org", "in-person").PressAsync();
        Assert.Equal(
            (HttpStatusCode.OK, ("pending", "waiting-list"), 1),
            (grace.Status, grace.Marks, grace.Page.SeenAll("main p").Count(p => p == outcome))
        );
        await (await grace.FollowLinkAsync("grace@example.org")).DoAsync("confirm");
        Assert.Equal((("confirmed", "waiting-list"), inLine), (grace.Marks, Standing(grace)));

        // Ada stays at home, and her seat is offered to Grace, who declines.
        await ada.DoAsync("remote");
        Assert.Equal(("confirmed", "remote"), ada.Marks);
        await grace.FollowLinkAsync("grace@example.org");
        Assert.Equal((("confirmed", "offer"), offered), (grace.Marks, Standing(grace)[..offered.Length]));
        await grace.DoAsync("remote");
        Assert.Equal(("confirmed", "remote"), grace.Marks);

        // She changes her mind while the seat is free; now Ada is in line, until Grace cancels.
        await grace.DoAsync("seat");
        Assert.Equal((("confirmed", "seat"), seated), (grace.Marks, Standing(grace)));
        await ada.DoAsync("seat");
        Assert.Equal((("confirmed", "waiting-list"), inLine), (ada.Marks, Standing(ada)));
        await grace.DoAsync("cancel");
        Assert.Equal((("cancelled", "none"), cancelled), (grace.Marks, Standing(grace)));
        await ada.FollowLinkAsync("ada@example.org");
        Assert.Equal(("confirmed", "offer"), ada.Marks);
        await ada.DoAsync("accept");
        Assert.Equal((("confirmed", "seat"), seated), (ada.Marks, Standing(ada)));

        // Whoever cancelled may come again.
        await (await grace.OpenAsync(address)).FillIn("grace@example.org", "in-person").PressAsync();
        Assert.Equal(("pending", "waiting-list"), grace.Marks);
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
            (ada.Status, ada.Marks, ada.Page.Seen("h1"), ada.Page.Seen("main [role=status]"))
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
            (ada.Status, ada.Marks, ada.Page.QuerySelector("#affiliation")!.GetAttribute("value"))
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
            Assert.Equal(("confirmed", place), ada.Marks);
            await ada.DoAsync("save");
            Assert.Equal((HttpStatusCode.OK, ("confirmed", place)), (ada.Status, ada.Marks));
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
        Assert.Equal(["take-address"], ada.Page.AttributeOfAll("main button", "data-action"));
        foreach (var handler in new[] { "Data", "Calendar" })
            Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync($"{link}?handler={handler}")).Status);
        await (await ada.OpenAsync(link)).DoAsync("take-address");

        Assert.Equal((HttpStatusCode.OK, ("confirmed", "remote")), (ada.Status, ada.Marks));
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
        await eve.DoAsync("take-address");
        Assert.Equal("The current state of this registration does not allow this.", eve.Page.Seen("main [role=status]"));
        Assert.Equal("Ada", (await site.RegistrationAsync("bob@example.org"))!.Details.GivenName);
    }

    [Fact]
    public async Task What_is_held_comes_as_JSON()
    {
        using var ada = await ConfirmedAsync("/inscription", "held@example.org");
        var link = ada.Address.Split('?')[0];
        await ada.OpenAsync($"{link}?handler=Data");
        var held = JsonDocument.Parse(await ada.Answer.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(
            ("application/json; charset=utf-8", "attachment", true),
            (
                ada.Answer.Content.Headers.ContentType!.ToString(),
                ada.Answer.Content.Headers.ContentDisposition!.DispositionType,
                ada.Answer.Headers.CacheControl!.NoStore
            )
        );
        Assert.Equal(
            ["registration", "invitations", "presences", "certificates", "changes", "notes", "mails", "log"],
            held.EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal(
            ("held@example.org", "Lovelace", "Confirmed"),
            (
                held.GetProperty("registration").GetProperty("Email").GetString(),
                held.GetProperty("registration").GetProperty("Details").GetProperty("FamilyName").GetString(),
                held.GetProperty("registration").GetProperty("Status").GetString()
            )
        );
        Assert.Equal(
            ["ConfirmAddress", "Confirmed"],
            held.GetProperty("mails").EnumerateArray().Select(m => m.GetProperty("Kind").GetString())
        );
        Assert.Equal(
            ["registered", "confirmed"],
            held.GetProperty("log").EnumerateArray().Select(m => m.GetProperty("Action").GetString())
        );
    }

    [Fact]
    public async Task The_calendar_has_the_half_days_that_were_chosen()
    {
        using var ada = await ConfirmedAsync("/en/registration", "calendar@example.org");
        foreach (var half in new[] { "2021-09-22-afternoon", "2021-09-23-morning", "2021-09-24-morning" })
            ada.Fill($"half-day-{half}", "absent");
        await ada.DoAsync("save");
        await ada.OpenAsync($"{ada.Address.Split('?')[0]}?handler=Calendar");
        var starts = (await ada.Answer.Content.ReadAsStringAsync())
            .Split("\r\n")
            .Where(l => l.StartsWith("DTSTART;TZID=", StringComparison.Ordinal))
            .Select(l => l.Split(':')[1])
            .ToList();

        Assert.Equal("text/calendar; charset=utf-8", ada.Answer.Content.Headers.ContentType!.ToString());
        var afternoon = await site.InDbAsync(db =>
            db.Slots.Where(s =>
                    s.Date == new DateOnly(2021, 9, 23)
                    && (s.SessionNumber == null || db.Sessions.Any(x => x.Number == s.SessionNumber && x.HalfDay == HalfDay.Afternoon))
                )
                .OrderBy(s => s.Start)
                .ToListAsync()
        );
        Assert.Equal(
            afternoon.Select(s =>
                TimeZoneInfo
                    .ConvertTimeBySystemTimeZoneId(s.Start, "Europe/Paris")
                    .ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)
            ),
            starts
        );
        Assert.True(starts.Count > 5);
    }

    [Fact]
    public async Task Whoever_comes_to_every_half_day_has_every_row_of_the_programme_in_their_calendar()
    {
        using var ada = await ConfirmedAsync("/en/registration", "all@example.org");
        await ada.OpenAsync($"{ada.Address.Split('?')[0]}?handler=Calendar");
        var rows = (await ada.Answer.Content.ReadAsStringAsync())
            .Split("\r\n")
            .Where(l => l.StartsWith("UID:", StringComparison.Ordinal))
            .Select(l => l[4..].Split('@')[0])
            .ToList();

        Assert.Equal(await site.InDbAsync(db => db.Slots.OrderBy(s => s.Start).Select(s => s.Slug).ToListAsync()), rows);
        Assert.Contains("o18", rows);
    }

    [Theory]
    [InlineData("/inscription", "Vos données sont effacées.", "Ce lien n’ouvre aucune inscription")]
    [InlineData("/en/registration", "Your data have been erased.", "This link does not open a registration")]
    public async Task Whoever_is_erased_is_gone(string address, string erased, string dead)
    {
        var email = $"gone-{dead.Length}@example.org";
        using var ada = await ConfirmedAsync(address, email);
        var link = ada.Address.Split('?')[0];
        await ada.DoAsync("erase");

        Assert.Equal((HttpStatusCode.OK, erased), (ada.Status, ada.Page.Seen("h1")));
        Assert.Null(await site.RegistrationAsync(email));
        await ada.OpenAsync(link);
        Assert.Equal((HttpStatusCode.NotFound, ("invalid", "none"), dead), (ada.Status, ada.Marks, ada.Page.Seen("h1")));
    }

    [Theory]
    [InlineData("/mon-inscription/", "Ce lien n’ouvre aucune inscription", "/lien-perdu")]
    [InlineData("/en/my-registration/", "This link does not open a registration", "/en/lost-link")]
    public async Task A_link_that_opens_nothing_says_so_in_the_language_of_its_address(string path, string heading, string lostLink)
    {
        var email = $"links-{heading.Length}@example.org";
        using var ada = await ConfirmedAsync("/inscription", email);
        var registration = (await site.RegistrationAsync(email))!;
        var links = site.Services.GetRequiredService<SecretLinks>();
        var good = links.Of(registration);
        var foreign = good[..30] + (good[30] == 'A' ? 'B' : 'A') + good[31..];
        string[] bad =
        [
            foreign,
            good[..45],
            good + "A",
            good.ToLowerInvariant(),
            good[..45] + "!",
            good[..20] + "%2B" + good[21..],
            good[..20] + "%C3%A9" + good[21..],
            good[..20] + "%20" + good[21..],
            good[..44] + "==",
            links.OfInvitation(registration.Id),
            links.OfNewAddress(registration),
            registration.Id.ToString(),
            new('A', 46),
            new('A', 10_000),
            "%FF%FE",
            "%ED%A0%80",
            "%",
            "%0d%0aSet-Cookie:a=b",
            "🜁",
        ];
        foreach (var token in bad)
        {
            await ada.OpenAsync(path + token);
            Assert.Equal(
                (token, HttpStatusCode.NotFound, ("invalid", "none"), heading),
                (token, ada.Status, ada.Marks, ada.Page.Seen("h1"))
            );
            Assert.Equal(lostLink, ada.Page.QuerySelector("main p > a")!.GetAttribute("href"));
            foreach (var action in new[] { "confirm", "cancel", "erase", "save" })
            {
                await ada.PostAsync($"{path}{token}?handler={action}", new FormUrlEncodedContent([new("token", good)]));
                Assert.Equal(
                    (token, HttpStatusCode.NotFound, ("invalid", "none"), heading),
                    (token, ada.Status, ada.Marks, ada.Page.Seen("h1"))
                );
            }
            foreach (var handler in new[] { "Data", "Calendar" })
                Assert.Equal((token, HttpStatusCode.NotFound), (token, (await ada.OpenAsync($"{path}{token}?handler={handler}")).Status));
        }
        Assert.Equal(
            (RegistrationStatus.Confirmed, "Lovelace"),
            ((await site.RegistrationAsync(email))!.Status, (await site.RegistrationAsync(email))!.Details.FamilyName)
        );
    }

    [Fact]
    public async Task The_page_is_kept_by_nobody_and_known_to_no_search_engine()
    {
        using var ada = await ConfirmedAsync("/en/registration", "private@example.org");

        Assert.Equal(
            (true, "no-referrer", "noindex"),
            (
                ada.Answer.Headers.CacheControl!.NoStore,
                ada.Answer.Headers.GetValues("Referrer-Policy").Single(),
                ada.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content")
            )
        );
    }

    private static string Standing(RegistrationClient visitor) => visitor.Page.Seen("main [data-standing]");

    private async Task<RegistrationClient> ConfirmedAsync(string address, string email, string attendance = "remote")
    {
        var ada = await new RegistrationClient(site).OpenAsync(address);
        await ada.FillIn(email, attendance).PressAsync();
        await (await ada.FollowLinkAsync(email)).DoAsync("confirm");
        Assert.Equal((HttpStatusCode.OK, "confirmed"), (ada.Status, ada.Marks.Status));
        return ada;
    }
}
