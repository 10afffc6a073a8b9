using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

public class RegisteringTests
{
    private static readonly TimeSpan Hold = TimeSpan.FromHours(2);

    [Theory, OnSqlite, OnPostgres]
    public async Task When_all_seats_are_taken_the_answer_is_the_waiting_list(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        string[] answers =
        [
            await database.RegisterAsync("ada"),
            await database.RegisterAsync("ben", Attendance.Remote),
            await database.RegisterAsync("cat"),
            await database.RegisterAsync("dan"),
            await database.RegisterAsync("eve"),
        ];
        Assert.Equal(["seat", "remote", "seat", "waiting list", "waiting list"], answers);
        Assert.Equal(
            "ada pending seat, ben pending remote, cat pending seat, dan pending waiting list 1, eve pending waiting list 2",
            await database.StandingAsync()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_answer_does_not_reveal_whether_the_address_was_known(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        await database.SeatAsync("seated");
        await database.RegisterAsync("remote", Attendance.Remote);
        await database.ConfirmAsync("remote");
        await database.SeatAsync("gone");
        await database.CancelAsync("gone");
        Assert.Equal("seat", await database.RegisterAsync("seated"));
        Assert.Equal("seat", await database.RegisterAsync("remote"));
        Assert.Equal("remote", await database.RegisterAsync("seated", Attendance.Remote));
        Assert.Equal("seat", await database.RegisterAsync("gone"));
        await database.RegisterAsync("waiting");

        foreach (var known in new[] { "seated", "remote", "gone", "waiting" })
            Assert.Equal("waiting list", await database.RegisterAsync(known));
        Assert.Equal("waiting list", await database.RegisterAsync("unknown"));
        Assert.Equal(
            "seated seat, remote remote, gone pending seat, waiting pending waiting list 1, unknown pending waiting list 2",
            await database.StandingAsync()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Forms_with_a_known_address_cause_at_most_one_mail_of_a_kind_in_ten_minutes(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        await database.RegisterAsync("ada");
        await database.RegisterAsync("ada", Attendance.Remote);
        await database.WithRegistrationsAsync(async d =>
        {
            await d.SendLinkAgainAsync(RegistrationTestDatabase.AddressOf("ada"), CancellationToken.None);
            await d.SendLinkAgainAsync(RegistrationTestDatabase.AddressOf("nobody"), CancellationToken.None);
            return true;
        });
        Assert.Equal("ConfirmAddress, Confirmed, AlreadyRegistered, LinkAgain", await database.MailsAsync("ada"));

        database.Time.Advance(TimeSpan.FromMinutes(10));
        await database.RegisterAsync("ada");
        Assert.Equal("ConfirmAddress, Confirmed, AlreadyRegistered, LinkAgain, AlreadyRegistered", await database.MailsAsync("ada"));
        Assert.Equal("ada seat", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_form_sent_twice_gives_one_registration_one_mail_and_one_answer(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        Assert.Equal("seat", await database.RegisterAsync("ada", form: "once"));
        Assert.Equal("seat", await database.RegisterAsync("ada", form: "once"));
        Assert.Equal("waiting list", await database.RegisterAsync("ben", form: "also once"));
        Assert.Equal("waiting list", await database.RegisterAsync("ben", form: "also once"));
        Assert.Equal("ada pending seat, ben pending waiting list 1", await database.StandingAsync());
        Assert.Equal("ConfirmAddress", await database.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_form_sent_after_its_hold_has_lapsed_gets_a_new_hold(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.RegisterAsync("ada", form: "old");
        await database.WaitAsync(Hold);
        Assert.Equal("ada pending no place", await database.StandingAsync());

        Assert.Equal("seat", await database.RegisterAsync("ada", form: "old"));
        Assert.Equal("ada pending seat", await database.StandingAsync());
        Assert.Equal("ConfirmAddress, ConfirmAddress", await database.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Before_confirmation_the_last_form_counts_and_the_place_is_kept(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.RegisterAsync("ada");
        await database.RegisterAsync("ben");
        await database.WithRegistrationsAsync(d =>
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
        Assert.Equal("ada pending seat, ben pending waiting list 1", await database.StandingAsync());
        Assert.Equal("Augusta Lovelace", (await database.FindAsync("ada"))!.Details.Name);

        await database.RegisterAsync("ada", Attendance.Remote);
        Assert.Equal("ada pending remote, ben pending waiting list 1", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_person_who_cancelled_can_register_again_and_gets_a_mail_at_once(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben");
        await database.CancelAsync("ada");
        Assert.Equal("waiting list", await database.RegisterAsync("ada"));
        Assert.Equal("ada pending waiting list 1, ben offer", await database.StandingAsync());
        Assert.Equal("ConfirmAddress, Confirmed, Cancelled, ConfirmAddress", await database.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unconfirmed_place_is_held_for_two_hours(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.RegisterAsync("ada");
        await database.SeatAsync("ben", "cat");
        await database.WaitAsync(Hold - TimeSpan.FromSeconds(1));
        Assert.Equal("ada pending seat, ben waiting list 1, cat waiting list 2", await database.StandingAsync());

        await database.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("ada pending no place, ben offer, cat waiting list 1", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_confirmation_in_time_keeps_the_seat_and_a_late_one_gets_what_is_free(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        foreach (var name in new[] { "ada", "ben", "cat" })
            await database.RegisterAsync(name);
        database.Time.Advance(Hold - TimeSpan.FromSeconds(1));
        Assert.Equal(ChangeResult.Done, await database.ConfirmAsync("ada"));
        Assert.Equal(ChangeResult.NoChange, await database.ConfirmAsync("ada"));

        // Maintenance has not run yet: the transaction itself ends the lapsed holds.
        database.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(ChangeResult.Done, await database.ConfirmAsync("cat"));
        await database.RunMaintenanceAsync();
        Assert.Equal(ChangeResult.Done, await database.ConfirmAsync("ben"));
        Assert.Equal("ada seat, ben waiting list 1, cat offer", await database.StandingAsync());
        Assert.Equal("ConfirmAddress, WaitingList", await database.MailsAsync("ben"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_late_confirmation_does_not_pass_the_waiting_list(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.RegisterAsync("ada");
        await database.SeatAsync("ben");
        database.Time.Advance(Hold);
        await database.ConfirmAsync("ada");
        Assert.Equal("ada waiting list 1, ben offer", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_confirmed_person_gets_the_free_seat_before_pending_people_on_the_waiting_list(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada");
        await database.RegisterAsync("ben");
        await database.RegisterAsync("cat");
        await database.CancelAsync("ada");
        Assert.Equal("ada cancelled, ben pending waiting list 1, cat pending waiting list 2", await database.StandingAsync());

        await database.ConfirmAsync("cat");
        await database.ConfirmAsync("ben");
        Assert.Equal("ada cancelled, ben waiting list 1, cat seat", await database.StandingAsync());
        Assert.Equal("ConfirmAddress, Confirmed", await database.MailsAsync("cat"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Registration_follows_its_dates_unless_an_organiser_opens_or_closes_it(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SetOpenAsync(false);
        Assert.Equal("closed", await database.RegisterAsync("ada"));
        await database.SetOpenAsync(null);
        Assert.Equal("seat", await database.RegisterAsync("ada"));

        database.Time.SetUtcNow(new(2030, 3, 20, 22, 59, 59, TimeSpan.Zero));
        Assert.Equal("seat", await database.RegisterAsync("ben"));
        database.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("closed", await database.RegisterAsync("cat"));
        Assert.Equal(ChangeResult.Done, await database.ConfirmAsync("ben"));
        await database.SetOpenAsync(true);
        Assert.Equal("seat", await database.RegisterAsync("cat"));

        database.Time.SetUtcNow(new(2030, 3, 31, 22, 0, 0, TimeSpan.Zero));
        Assert.Equal("closed", await database.RegisterAsync("dan"));
        Assert.Equal(ChangeResult.TooLate, await database.ConfirmAsync("cat"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_audit_log_names_people_only_by_their_numbers(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben");
        await database.SetCapacityAsync(2);
        await database.AcceptAsync("ben");
        await database.EraseAsync("ada");
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
            await database.LogAsync()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Erasure_removes_the_registration_and_its_mails_and_the_seat_is_offered(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben");
        var ada = (await database.FindAsync("ada"))!.Id;
        Assert.Equal("ConfirmAddress, Confirmed", await database.MailsAsync("ada"));
        Assert.Equal(ChangeResult.Done, await database.EraseAsync("ada"));
        Assert.Equal(
            ChangeResult.NotFound,
            await database.AskAsync("ada", (d, _) => d.EraseAsync(ada, Actor.Participant, CancellationToken.None))
        );
        Assert.Equal("ben offer", await database.StandingAsync());
        await using var db = database.Open();
        Assert.Equal(0, await db.Outbox.CountAsync(m => m.RegistrationId == ada));
    }
}
