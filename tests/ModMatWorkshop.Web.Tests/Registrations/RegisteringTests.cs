using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Registrations;

public class RegisteringTests
{
    private static readonly TimeSpan Hold = TimeSpan.FromHours(2);

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_comes_when_the_room_is_full_is_told_their_place_in_line(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        string[] answers =
        [
            await desk.RegisterAsync("ada"),
            await desk.RegisterAsync("ben", Attendance.Remote),
            await desk.RegisterAsync("cat"),
            await desk.RegisterAsync("dan"),
            await desk.RegisterAsync("eve"),
        ];
        Assert.Equal(["seat", "remote", "seat", "line 1", "line 2"], answers);
        Assert.Equal(
            "ada pending seat, ben pending remote, cat pending seat, dan pending line 1, eve pending line 2",
            await desk.StandingAsync()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_answer_does_not_tell_whether_the_address_was_known(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        await desk.SeatAsync("seated");
        await desk.RegisterAsync("remote", Attendance.Remote);
        await desk.ConfirmAsync("remote");
        await desk.SeatAsync("gone");
        await desk.CancelAsync("gone");
        Assert.Equal("seat", await desk.RegisterAsync("seated"));
        Assert.Equal("seat", await desk.RegisterAsync("remote"));
        Assert.Equal("remote", await desk.RegisterAsync("seated", Attendance.Remote));
        Assert.Equal("seat", await desk.RegisterAsync("gone"));
        await desk.RegisterAsync("waiting");

        foreach (var known in new[] { "seated", "remote", "gone", "waiting" })
            Assert.Equal("line 2", await desk.RegisterAsync(known));
        Assert.Equal("line 2", await desk.RegisterAsync("unknown"));
        Assert.Equal(
            "seated seat, remote remote, gone pending seat, waiting pending line 1, unknown pending line 2",
            await desk.StandingAsync()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Strangers_who_type_a_known_address_cause_one_mail_in_ten_minutes(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada");
        await desk.RegisterAsync("ada");
        await desk.RegisterAsync("ada", Attendance.Remote);
        await desk.AtDeskAsync(async d =>
        {
            await d.SendLinkAgainAsync(RegistrationTestDatabase.AddressOf("ada"), CancellationToken.None);
            await d.SendLinkAgainAsync(RegistrationTestDatabase.AddressOf("nobody"), CancellationToken.None);
            return true;
        });
        Assert.Equal("ConfirmAddress, Confirmed, LinkAgain", await desk.MailsAsync("ada"));

        desk.Time.Advance(TimeSpan.FromMinutes(10));
        await desk.RegisterAsync("ada");
        Assert.Equal("ConfirmAddress, Confirmed, LinkAgain, LinkAgain", await desk.MailsAsync("ada"));
        Assert.Equal("ada seat", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_form_twice_is_one_registration_one_mail_and_one_answer(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        Assert.Equal("seat", await desk.RegisterAsync("ada", form: "once"));
        Assert.Equal("seat", await desk.RegisterAsync("ada", form: "once"));
        Assert.Equal("line 1", await desk.RegisterAsync("ben", form: "also once"));
        Assert.Equal("line 1", await desk.RegisterAsync("ben", form: "also once"));
        Assert.Equal("ada pending seat, ben pending line 1", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress", await desk.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_form_after_its_hold_has_lapsed_begins_anew(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.RegisterAsync("ada", form: "old");
        await desk.WaitAsync(Hold);
        Assert.Equal("ada pending nowhere", await desk.StandingAsync());

        Assert.Equal("seat", await desk.RegisterAsync("ada", form: "old"));
        Assert.Equal("ada pending seat", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress, ConfirmAddress", await desk.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Until_somebody_confirms_the_last_form_counts_and_the_place_stays(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.RegisterAsync("ada");
        await desk.RegisterAsync("ben");
        await desk.AtDeskAsync(d =>
            d.RegisterAsync(
                new(
                    RegistrationTestDatabase.AddressOf("ada"),
                    RegistrationTestDatabase.DetailsOf("ada") with
                    {
                        GivenName = "Augusta",
                    },
                    Attendance.InPerson,
                    "second"
                ),
                null,
                CancellationToken.None
            )
        );
        Assert.Equal("ada pending seat, ben pending line 1", await desk.StandingAsync());
        Assert.Equal("Augusta Lovelace", (await desk.FindAsync("ada"))!.Details.Name);

        await desk.RegisterAsync("ada", Attendance.Remote);
        Assert.Equal("ada pending remote, ben pending line 1", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_cancelled_may_come_again_and_gets_a_mail_at_once(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben");
        await desk.CancelAsync("ada");
        Assert.Equal("line 1", await desk.RegisterAsync("ada"));
        Assert.Equal("ada pending line 1, ben offer", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress, Confirmed, Cancelled, ConfirmAddress", await desk.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_place_that_nobody_confirms_is_held_for_two_hours(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.RegisterAsync("ada");
        await desk.SeatAsync("ben", "cat");
        await desk.WaitAsync(Hold - TimeSpan.FromSeconds(1));
        Assert.Equal("ada pending seat, ben line 1, cat line 2", await desk.StandingAsync());

        await desk.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("ada pending nowhere, ben offer, cat line 1", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_confirms_in_time_keeps_the_seat_and_who_confirms_late_takes_what_is_free(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        foreach (var name in new[] { "ada", "ben", "cat" })
            await desk.RegisterAsync(name);
        desk.Time.Advance(Hold - TimeSpan.FromSeconds(1));
        Assert.Equal(ChangeResult.Done, await desk.ConfirmAsync("ada"));
        Assert.Equal(ChangeResult.NoChange, await desk.ConfirmAsync("ada"));

        // The sweep has not come round yet: the desk lapses the hold by itself.
        desk.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(ChangeResult.Done, await desk.ConfirmAsync("cat"));
        await desk.RunMaintenanceAsync();
        Assert.Equal(ChangeResult.Done, await desk.ConfirmAsync("ben"));
        Assert.Equal("ada seat, ben line 1, cat offer", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress, WaitingList", await desk.MailsAsync("ben"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_confirms_late_does_not_pass_those_in_line(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.RegisterAsync("ada");
        await desk.SeatAsync("ben");
        desk.Time.Advance(Hold);
        await desk.ConfirmAsync("ada");
        Assert.Equal("ada line 1, ben offer", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_confirms_behind_people_who_have_not_takes_the_free_seat(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada");
        await desk.RegisterAsync("ben");
        await desk.RegisterAsync("cat");
        await desk.CancelAsync("ada");
        Assert.Equal("ada cancelled, ben pending line 1, cat pending line 2", await desk.StandingAsync());

        await desk.ConfirmAsync("cat");
        await desk.ConfirmAsync("ben");
        Assert.Equal("ada cancelled, ben line 1, cat seat", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress, Confirmed", await desk.MailsAsync("cat"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Registration_keeps_its_dates_unless_an_organiser_decides(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.SetOpenAsync(false);
        Assert.Equal("closed", await desk.RegisterAsync("ada"));
        await desk.SetOpenAsync(null);
        Assert.Equal("seat", await desk.RegisterAsync("ada"));

        desk.Time.SetUtcNow(new(2030, 3, 20, 22, 59, 59, TimeSpan.Zero));
        Assert.Equal("seat", await desk.RegisterAsync("ben"));
        desk.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("closed", await desk.RegisterAsync("cat"));
        Assert.Equal(ChangeResult.Done, await desk.ConfirmAsync("ben"));
        await desk.SetOpenAsync(true);
        Assert.Equal("seat", await desk.RegisterAsync("cat"));

        desk.Time.SetUtcNow(new(2030, 3, 31, 22, 0, 0, TimeSpan.Zero));
        Assert.Equal("closed", await desk.RegisterAsync("dan"));
        Assert.Equal(ChangeResult.TooLate, await desk.ConfirmAsync("cat"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_log_knows_people_by_their_numbers(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben");
        await desk.SetCapacityAsync(2);
        await desk.AcceptAsync("ben");
        await desk.EraseAsync("ada");
        Assert.Equal(
            [
                "participant | registered | 1 | InPerson Seat",
                "participant | confirmed | 1 | Seat",
                "participant | registered | 2 | InPerson WaitingList",
                "participant | confirmed | 2 | WaitingList",
                "organiser 1 | set the capacity |  | 2",
                "site | offered a seat | 2 | ",
                "participant | accepted the offer | 2 | Seat",
                "participant | erased | 1 | Seat",
            ],
            await desk.LogAsync()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_is_erased_leaves_no_row_and_no_mail_and_their_seat_is_offered(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben");
        var ada = (await desk.FindAsync("ada"))!.Id;
        Assert.Equal("ConfirmAddress, Confirmed", await desk.MailsAsync("ada"));
        Assert.Equal(ChangeResult.Done, await desk.EraseAsync("ada"));
        Assert.Equal(
            ChangeResult.NotFound,
            await desk.AskAsync("ada", (d, _) => d.EraseAsync(ada, Actor.Participant, CancellationToken.None))
        );
        Assert.Equal("ben offer", await desk.StandingAsync());
        await using var db = desk.Open();
        Assert.Equal(0, await db.Outbox.CountAsync(m => m.RegistrationId == ada));
    }
}
