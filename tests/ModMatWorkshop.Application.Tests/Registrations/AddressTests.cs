using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

public class AddressTests
{
    private static readonly SecretLinks Links = new(new(TestSettings("a key for the tests, long enough")));

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_address_takes_effect_when_its_owner_confirms_it_and_older_links_stop_working(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        var old = (await database.FindAsync("ada"))!;
        Assert.Equal(ChangeResult.Done, await RequestAsync(database, "ada", "augusta"));
        Assert.Equal("ada seat", await database.StandingAsync());
        Assert.Equal("ConfirmAddress, Confirmed, ConfirmNewAddress", await database.MailsAsync("ada"));

        Assert.Equal(ChangeResult.Done, await ConfirmNewAsync(database, "ada"));
        Assert.Equal(ChangeResult.NoChange, await ConfirmNewAsync(database, "augusta"));
        Assert.Equal("augusta seat", await database.StandingAsync());
        Assert.Equal("ConfirmAddress, Confirmed, ConfirmNewAddress, LinkAgain, AddressChanged", await database.MailsAsync("augusta"));
        var now = (await database.FindAsync("augusta"))!;
        Assert.Equal((old.Id, old.Generation + 1), (now.Id, now.Generation));
        Assert.NotEqual(Links.Of(old), Links.Of(now));
        Assert.Equal((now.Id, now.Generation), Links.Read(Links.Of(now)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_request_for_a_taken_address_looks_accepted_but_sends_no_mail_and_changes_nothing(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada", "ben");
        Assert.Equal(ChangeResult.NoChange, await RequestAsync(database, "ada", "ada"));
        Assert.Equal(ChangeResult.Done, await RequestAsync(database, "ada", "ben"));
        Assert.Equal("ConfirmAddress, Confirmed", await database.MailsAsync("ada"));
        Assert.Equal("ConfirmAddress, Confirmed", await database.MailsAsync("ben"));
        Assert.Equal(ChangeResult.InvalidState, await ConfirmNewAsync(database, "ada"));
        Assert.Equal("ada seat, ben seat", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task If_two_people_ask_for_one_address_the_first_to_confirm_gets_it(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada", "ben");
        await RequestAsync(database, "ada", "shared");
        await RequestAsync(database, "ben", "shared");
        Assert.Equal(
            [ChangeResult.Done, ChangeResult.InvalidState],
            [await ConfirmNewAsync(database, "ben"), await ConfirmNewAsync(database, "ada")]
        );
        Assert.Equal("ada seat, shared seat", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_previous_address_stops_a_change_within_two_days_and_is_erased_afterwards(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada", "ben");
        foreach (var (name, other) in new[] { ("ada", "mallory"), ("ben", "benjamin") })
        {
            await RequestAsync(database, name, other);
            await ConfirmNewAsync(database, name);
        }
        var moved = (await database.FindAsync("mallory"))!;
        var stop = Links.OfPreviousAddress(moved);
        Assert.True(Links.IsOfPreviousAddress(stop, moved));
        Assert.Null(Links.Read(stop));

        Assert.Equal(ChangeResult.Done, await database.ApplyAsync("mallory", new StopAddressChange()));
        await database.WaitAsync(AddressRules.StopPeriod);

        Assert.Equal("ada seat, benjamin seat", await database.StandingAsync());
        var (ada, ben) = ((await database.FindAsync("ada"))!, (await database.FindAsync("benjamin"))!);
        Assert.Equal((null, null, null, null), (ada.PreviousEmail, ada.PreviousEmailUntil, ben.PreviousEmail, ben.PreviousEmailUntil));
        Assert.False(Links.IsOfPreviousAddress(stop, ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_corrected_address_leaves_one_registration_with_the_seat(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        Assert.Equal("seat", await database.RegisterAsync("tpyo", form: "one form"));
        var wrong = (await database.FindAsync("tpyo"))!;

        Assert.Equal("seat", await database.RegisterAsync("ada", form: "one form", corrects: "tpyo"));

        Assert.Equal("ada pending seat", await database.StandingAsync());
        var ada = (await database.FindAsync("ada"))!;
        Assert.Equal((wrong.Id, wrong.SeatNumber, wrong.Generation + 1), (ada.Id, ada.SeatNumber, ada.Generation));
        Assert.Equal("ConfirmAddress, ConfirmAddress", await database.MailsAsync("ada"));
        Assert.Equal(
            ["participant | registered | 1 | InPerson Seat", "participant | corrected the address | 1 | "],
            await database.LogAsync()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task If_the_corrected_address_is_registered_only_that_registration_stays_and_the_seat_is_free(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        await database.SeatAsync("ada");
        await database.RegisterAsync("tpyo", form: "one form");
        await database.RegisterAsync("ben");
        await database.ConfirmAsync("ben");
        Assert.Equal("ada seat, tpyo pending seat, ben waiting list 1", await database.StandingAsync());

        Assert.Equal("seat", await database.RegisterAsync("ada", form: "one form", corrects: "tpyo"));

        Assert.Equal("ada seat, ben offer", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_form_cannot_take_a_registration_over_by_correcting_its_address(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        await database.RegisterAsync("ada", form: "form of ada");
        await database.SeatAsync("ben");

        Assert.Equal("waiting list", await database.RegisterAsync("mallory", form: "form of mallory", corrects: "ada"));
        Assert.Equal("waiting list", await database.RegisterAsync("oscar", form: "form of mallory", corrects: "ben"));

        Assert.Equal(
            "ada pending seat, ben seat, mallory pending waiting list 1, oscar pending waiting list 2",
            await database.StandingAsync()
        );
    }

    [Theory]
    [InlineData("{0}.")]
    [InlineData("{0}).")]
    [InlineData("{0}>")]
    [InlineData("<{0}>,")]
    [InlineData("{0}%3E")]
    [InlineData("{0}%253e%20")]
    [InlineData("{0}&gt;")]
    [InlineData("{0}\u00a0\u200b»")]
    [InlineData("{0}. Merci !")]
    [InlineData(" {0}\r\n")]
    [InlineData("{1}\r\n{2}")]
    [InlineData("{1}=\n{2}")]
    [InlineData("{1}%0d%0a> {2}")]
    [InlineData("{1} {2}\\")]
    [InlineData("{1}\u00ad{2}*")]
    public void A_link_with_what_mail_programs_add_opens(string pasted)
    {
        var ada = Registration.New(Guid.NewGuid(), 1, "ticket", RegistrationTestDatabase.AddressOf("ada"));
        var link = Links.Of(ada);
        var damaged = string.Format(System.Globalization.CultureInfo.InvariantCulture, pasted, link, link[..20], link[20..]);
        Assert.Equal(link, SecretLinks.Repair(damaged));
        Assert.Equal((ada.Id, 0), Links.Read(damaged));
    }

    [Fact]
    public void A_link_with_typographic_hyphens_opens()
    {
        var ada = Registration.New(new("fbefbefb-efbe-fbef-befb-efbefbefbefb"), 1, "ticket", RegistrationTestDatabase.AddressOf("ada"));
        var link = Links.Of(ada);
        Assert.Contains('-', link);
        Assert.Equal((ada.Id, 0), Links.Read(link.Replace('-', '–')));
    }

    [Fact]
    public void A_forged_link_is_refused()
    {
        var ada = Registration.New(Guid.NewGuid(), 1, "ticket", RegistrationTestDatabase.AddressOf("ada"));
        var link = Links.Of(ada);
        Assert.Equal((ada.Id, 0), Links.Read(link));
        for (var at = 0; at < link.Length; at++)
            Assert.Null(Links.Read($"{link[..at]}{(link[at] == 'A' ? 'Q' : 'A')}{link[(at + 1)..]}"));
        foreach (
            var other in new[]
            {
                null,
                "",
                link[..^1],
                link + "A",
                link[..^1] + "=",
                link[..^1] + " ",
                link[..^1] + "é",
                Links.OfInvitation(ada.Id),
                Links.OfNewAddress(ada),
                new SecretLinks(new(TestSettings("another key for the tests, also long"))).Of(ada),
            }
        )
            Assert.Null(Links.Read(other));
        Assert.Null(Links.ReadInvitation(link));
        Assert.False(Links.IsOfNewAddress(Links.OfNewAddress(ada), ada));
    }

    private static Task<ChangeResult> RequestAsync(RegistrationTestDatabase database, string name, string other) =>
        database.AskAsync(name, (d, id) =>
            d.ApplyAsync(id, new RequestAddressChange(RegistrationTestDatabase.AddressOf(other)), Actor.Participant, CancellationToken.None)
        );

    private static Task<ChangeResult> ConfirmNewAsync(RegistrationTestDatabase database, string name) =>
        database.AskAsync(name, (d, id) => d.ApplyAsync(id, new ConfirmNewAddress(), Actor.Participant, CancellationToken.None));

    private static SiteSettings TestSettings(string key) => RegistrationTestDatabase.Settings with { Key = key };
}
