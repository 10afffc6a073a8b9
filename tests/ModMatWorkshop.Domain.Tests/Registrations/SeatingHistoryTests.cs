using CsCheck;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>What must hold after every step of any history.</summary>
public sealed class SeatingHistoryTests
{
    private static readonly string[] People = ["ada", "ben", "cat", "dan", "eve", "fay", "gus"];

    private static readonly RegistrationCommand[] Commands =
    [
        new Confirm(),
        new RequestSeat(),
        new FollowRemotely(),
        new AcceptOffer(),
        new Cancel(),
        new Reinstate(),
        new OfferSeat(),
        new SeatFromReserve(),
        new SeatAtCheckIn(),
        new LapseHold(),
        new LapseOffer(),
    ];

    private static readonly Gen<(int Person, int Action, int Hours)[]> Histories = Gen.Select(
        Gen.Int[0, People.Length - 1],
        Gen.Int[0, Commands.Length + 1],
        Gen.Int[0, 24]
    ).Array[1, 60];

    [Fact]
    public void Nobody_shares_a_seat_and_no_more_people_sit_than_there_are_seats() =>
        Histories.Sample(history =>
        {
            var (room, known) = (new SeatingSample(seats: 3, reserved: 1), new HashSet<string>());
            foreach (var step in history)
            {
                Do(room, known, step);
                var all = known.Select(name => room[name]).ToList();
                var seats = all.Where(p => p.SeatNumber is not null).Select(p => p.SeatNumber).ToList();
                var lines = all.Where(p => p.LineNumber is not null).Select(p => p.LineNumber).ToList();
                Assert.Equal((seats.Count, lines.Count), (seats.Distinct().Count(), lines.Distinct().Count()));
                Assert.InRange(seats.Count, 0, 3);
                Assert.Equal((seats.Count, lines.Count), (room.Seating.Seats.Held, room.Seating.Waiting));
            }
        });

    [Fact]
    public void A_seat_is_free_only_while_nobody_confirmed_waits_for_it() =>
        Histories.Sample(history =>
        {
            var (room, known) = (new SeatingSample(seats: 3), new HashSet<string>());
            foreach (var step in history)
            {
                Do(room, known, step);
                var waits = known.Any(name => room[name] is { Status: RegistrationStatus.Confirmed, Place: Place.WaitingList });
                if (waits && room.Seating.Now < SeatingSample.Start)
                    Assert.Equal(0, room.Seating.Seats.Free);
            }
        });

    /// <summary>One step as a transaction makes it: a form or a command, then the offers of what is free.</summary>
    private static void Do(SeatingSample room, HashSet<string> known, (int Person, int Action, int Hours) step)
    {
        var name = People[step.Person];
        room.Seating.Now += TimeSpan.FromHours(step.Hours);
        if (known.Add(name) || step.Action >= Commands.Length)
            room.Register(name, step.Action % 3 == 0 ? Attendance.Remote : Attendance.InPerson, key: $"{step}");
        else if (IsDue(room[name], Commands[step.Action]))
            room.Apply(name, Commands[step.Action]);
        room.OfferFreeSeats();
    }

    /// <summary>Only the clock gives the commands that lapse something, and only for what it finds.</summary>
    private static bool IsDue(Registration person, RegistrationCommand command) =>
        command switch
        {
            LapseHold => person.HoldUntil is not null,
            LapseOffer => person.OfferUntil is not null,
            _ => true,
        };
}
