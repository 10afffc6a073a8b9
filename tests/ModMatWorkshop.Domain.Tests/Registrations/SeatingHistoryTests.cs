using CsCheck;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>Invariants that hold after every step of a random history.</summary>
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

    private static readonly Gen<(int Person, int Action, int Minutes, bool ByOrganiser)[]> Histories = Gen.Select(
        Gen.Int[0, People.Length - 1],
        Gen.Int[0, Commands.Length + 1],
        Gen.Frequency((1, Gen.Int[0, 24 * 60]), (2, Gen.Int[0, 15])),
        Gen.Bool
    ).Array[1, 60];

    [Fact]
    public void Seat_and_waiting_list_numbers_are_unique_and_capacity_is_never_exceeded() =>
        Histories.Sample(history =>
        {
            var (sample, known) = (new SeatingSample(seats: 3, reserved: 1), new HashSet<string>());
            foreach (var step in history)
            {
                Do(sample, known, step);
                var all = known.Select(name => sample[name]).ToList();
                var seats = all.Where(p => p.SeatNumber is not null).Select(p => p.SeatNumber).ToList();
                var lines = all.Where(p => p.LineNumber is not null).Select(p => p.LineNumber).ToList();
                Assert.Equal((seats.Count, lines.Count), (seats.Distinct().Count(), lines.Distinct().Count()));
                var kept = sample.Seating.Kept.Select(k => k.Number).ToList();
                Assert.Empty(kept.Intersect(seats.OfType<int>()));
                Assert.InRange(seats.Count + kept.Count, 0, 3);
                Assert.Equal((seats.Count + kept.Count, lines.Count), (sample.Seating.Seats.Held, sample.Seating.Waiting));
            }
        });

    [Fact]
    public void No_seat_is_free_while_a_confirmed_person_waits() =>
        Histories.Sample(history =>
        {
            var (sample, known) = (new SeatingSample(seats: 3), new HashSet<string>());
            foreach (var step in history)
            {
                Do(sample, known, step);
                var waits = known.Any(name => sample[name] is { Status: RegistrationStatus.Confirmed, Place: Place.WaitingList });
                if (waits && sample.Seating.Now < SeatingSample.Start)
                    Assert.Equal(0, sample.Seating.Seats.Free);
            }
        });

    /// <summary>One step, as a transaction does it: a form or a command, then offers of the free seats.</summary>
    private static void Do(SeatingSample sample, HashSet<string> known, (int Person, int Action, int Minutes, bool ByOrganiser) step)
    {
        var name = People[step.Person];
        sample.Seating.Now += TimeSpan.FromMinutes(step.Minutes);
        if (known.Add(name) || step.Action >= Commands.Length)
            sample.Register(name, step.Action % 3 == 0 ? Attendance.Remote : Attendance.InPerson, key: $"{step}");
        else if (IsDue(sample[name], Commands[step.Action]))
            sample.Apply(name, Commands[step.Action], new(IsByOrganiser: step.ByOrganiser));
        sample.OfferFreeSeats();
    }

    /// <summary>Lapse commands apply only to registrations that have a hold or an offer.</summary>
    private static bool IsDue(Registration person, RegistrationCommand command) =>
        command switch
        {
            LapseHold => person.HoldUntil is not null,
            LapseOffer => person.OfferUntil is not null,
            _ => true,
        };
}
