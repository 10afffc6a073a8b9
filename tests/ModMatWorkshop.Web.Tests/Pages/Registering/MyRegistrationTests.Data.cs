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

public sealed partial class MyRegistrationTests
{
    [Fact]
    public async Task The_data_export_is_JSON()
    {
        using var ada = await ConfirmedAsync("/inscription", "export@example.org");
        var link = ada.Address.Split('?')[0];
        await ada.OpenAsync($"{link}?handler=Data");
        var data = JsonDocument.Parse(await ada.Answer.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(
            ("application/json; charset=utf-8", "attachment", true),
            (
                ada.Answer.Content.Headers.ContentType!.ToString(),
                ada.Answer.Content.Headers.ContentDisposition!.DispositionType,
                ada.Answer.Headers.CacheControl!.NoStore
            )
        );
        Assert.Equal(
            [
                "registration",
                "files",
                "otherAnswers",
                "invitations",
                "presences",
                "certificates",
                "changes",
                "notes",
                "fees",
                "submissions",
                "mails",
                "log",
            ],
            data.EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal(
            ("export@example.org", "Lovelace", "Confirmed"),
            (
                data.GetProperty("registration").GetProperty("Email").GetString(),
                data.GetProperty("registration").GetProperty("Details").GetProperty("FamilyName").GetString(),
                data.GetProperty("registration").GetProperty("Status").GetString()
            )
        );
        Assert.Equal(
            ["ConfirmAddress", "Confirmed"],
            data.GetProperty("mails").EnumerateArray().Select(m => m.GetProperty("Kind").GetString())
        );
        Assert.Equal(
            ["registered", "confirmed"],
            data.GetProperty("log").EnumerateArray().Select(m => m.GetProperty("Action").GetString())
        );
    }

    [Theory]
    [InlineData("in-person", "SeatNumber")]
    [InlineData("remote", "Number")]
    public async Task The_data_export_has_no_numbers_before_the_confirmation(string attendance, string number)
    {
        var email = $"numbers-{attendance}@example.org";
        using var ada = await new RegistrationClient(site).OpenAsync("/en/registration");
        await ada.FillIn(email, attendance).PressAsync();
        await ada.OpenAsync("/en/registration");
        await ada.FillIn(email, attendance).Fill("affiliation", "London").PressAsync();
        var link = await site.LinkAsync(email);
        Assert.Equal([], await NumbersAsync());

        await (await ada.OpenAsync(link)).DoAsync("confirm");

        Assert.Contains(number, await NumbersAsync());
        Assert.Equal("modmat-2021.json", ada.Answer.Content.Headers.ContentDisposition!.FileName);

        async Task<IEnumerable<string>> NumbersAsync()
        {
            await ada.OpenAsync($"{link}?handler=Data");
            var data = JsonDocument.Parse(await ada.Answer.Content.ReadAsStringAsync()).RootElement;
            return data.GetProperty("changes")
                .EnumerateArray()
                .Select(change => change.GetProperty("Before"))
                .Append(data.GetProperty("registration"))
                .SelectMany(state => state.EnumerateObject())
                .Select(property => property.Name)
                .Where(name => name.EndsWith("Number", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_calendar_has_the_chosen_half_days()
    {
        using var ada = await ConfirmedAsync("/en/registration", "calendar@example.org");
        foreach (var half in new[] { "2021-09-22-afternoon", "2021-09-23-morning", "2021-09-24-morning" })
            ada.Fill($"half-day-{half}", "absent");
        await ada.DoAsync("save");
        await ada.OpenAsync(ada.Page.QuerySelector("[data-calendar]")!.GetAttribute("href")!);
        var starts = (await ada.Answer.Content.ReadAsStringAsync())
            .Split("\r\n")
            .Where(l => l.StartsWith("DTSTART;TZID=", StringComparison.Ordinal))
            .Select(l => l.Split(':')[1])
            .ToList();

        Assert.Equal(
            ("text/calendar; charset=utf-8", "no-store", "noindex"),
            (
                ada.Answer.Content.Headers.ContentType!.ToString(),
                ada.Answer.Headers.CacheControl!.ToString(),
                ada.Answer.Headers.GetValues("X-Robots-Tag").Single()
            )
        );
        var afternoon = await site.InDbAsync(db =>
            db.Slots.Where(s =>
                    s.Date == new DateOnly(2021, 9, 23)
                    && s.Kind != SlotKind.Break
                    && (db.Sessions.Any(x => x.Number == s.SessionNumber && x.HalfDay == HalfDay.Afternoon))
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
        Assert.True(starts.Count > 3);
    }

    [Fact]
    public async Task The_calendar_of_a_person_who_attends_everything_has_every_row_of_the_programme()
    {
        using var ada = await new RegistrationClient(site).OpenAsync("/en/registration");
        await ada.FillIn("all@example.org", "in-person").Fill("meals", "*").PressAsync();
        await (await ada.FollowLinkAsync("all@example.org")).DoAsync("confirm");
        await ada.OpenAsync(ada.Page.QuerySelector("[data-calendar]")!.GetAttribute("href")!);
        var rows = (await ada.Answer.Content.ReadAsStringAsync())
            .Split("\r\n")
            .Where(l => l.StartsWith("UID:", StringComparison.Ordinal))
            .Select(l => l[4..].Split('@')[0])
            .ToList();

        Assert.Equal(await site.InDbAsync(db => db.Slots.OrderBy(s => s.Start).Select(s => s.Slug).ToListAsync()), rows);
        Assert.Contains("o18", rows);
    }

    [Fact]
    public async Task The_calendar_ends_with_the_link_that_it_came_with_and_its_address_opens_nothing_else()
    {
        using var ada = await ConfirmedAsync("/en/registration", "own-calendar@example.org");
        var calendar = ada.Page.QuerySelector("[data-calendar]")!.GetAttribute("href")!;
        var token = calendar.Split('/')[^1].Split('.')[0];
        Assert.Equal($"webcal://modmat.test{calendar}", ada.Page.QuerySelector("[data-subscribe]")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync($"/en/my-registration/{token}")).Status);
        Assert.DoesNotContain("Lovelace", await ada.Http.GetStringAsync(calendar), StringComparison.Ordinal);

        await site.InDbAsync(db =>
            db.Registrations.Where(r => r.Email == "own-calendar@example.org").ExecuteUpdateAsync(r => r.SetProperty(x => x.Generation, 1))
        );
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync(calendar)).Status);
    }

    [Theory]
    [InlineData("/inscription", "Vos données sont effacées.", "Ce lien n’ouvre aucune inscription")]
    [InlineData("/en/registration", "Your data have been erased.", "This link does not open a registration")]
    public async Task An_erased_registration_is_gone_and_its_link_is_invalid(string address, string erased, string invalid)
    {
        var email = $"gone-{invalid.Length}@example.org";
        using var ada = await ConfirmedAsync(address, email);
        var link = ada.Address.Split('?')[0];
        await ada.DoAsync("erase");

        Assert.Equal((HttpStatusCode.OK, erased), (ada.Status, ada.Page.Seen("h1")));
        Assert.Null(await site.RegistrationAsync(email));
        await ada.OpenAsync(link);
        Assert.Equal((HttpStatusCode.NotFound, ("invalid", "none"), invalid), (ada.Status, ada.StatusAndPlace, ada.Page.Seen("h1")));
    }

    [Theory]
    [InlineData("/mon-inscription/", "Ce lien n’ouvre aucune inscription", "/lien-perdu")]
    [InlineData("/en/my-registration/", "This link does not open a registration", "/en/lost-link")]
    public async Task An_invalid_link_is_not_found_for_every_page_and_action(string path, string heading, string lostLink)
    {
        var email = $"links-{heading.Length}@example.org";
        using var ada = await ConfirmedAsync("/inscription", email);
        var registration = (await site.RegistrationAsync(email))!;
        var links = site.Services.GetRequiredService<SecretLinks>();
        var good = links.Of(registration);
        var forged = good[..30] + (good[30] == 'A' ? 'B' : 'A') + good[31..];
        string[] bad =
        [
            forged,
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
                (token, ada.Status, ada.StatusAndPlace, ada.Page.Seen("h1"))
            );
            Assert.Equal(lostLink, ada.Page.QuerySelector("main p > a")!.GetAttribute("href"));
            foreach (var action in new[] { "confirm", "cancel", "erase", "save" })
            {
                await ada.PostAsync($"{path}{token}?handler={action}", new FormUrlEncodedContent([new("token", good)]));
                Assert.Equal(
                    (token, HttpStatusCode.NotFound, ("invalid", "none"), heading),
                    (token, ada.Status, ada.StatusAndPlace, ada.Page.Seen("h1"))
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
    public async Task The_page_is_not_cached_and_not_indexed()
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

    [Fact]
    public async Task The_printed_page_says_which_site_it_is_from_and_not_its_secret_link()
    {
        using var ada = await ConfirmedAsync("/en/registration", "printed@example.org");

        Assert.Equal(
            "ModMat 2021 – Machine-learning methods for materials modelling https://modmat.test/en",
            ada.Page.Seen("body > header + p")
        );
    }

    private static string PlaceSentence(RegistrationClient visitor) => visitor.Page.Seen("main [data-standing]");

    private async Task<RegistrationClient> ConfirmedAsync(string address, string email, string attendance = "remote")
    {
        var ada = await new RegistrationClient(site).OpenAsync(address);
        await ada.FillIn(email, attendance).PressAsync();
        await (await ada.FollowLinkAsync(email)).DoAsync("confirm");
        Assert.Equal((HttpStatusCode.OK, "confirmed"), (ada.Status, ada.StatusAndPlace.Status));
        return ada;
    }
}
