using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>Every command in every state of a registration: the result, where the person stands then, and what is mailed.</summary>
public sealed class CommandTableTests
{
    private static readonly Dictionary<string, Action<SeatingSample>> States = new()
    {
        ["pending seat"] = room => room.Register("ada"),
        ["pending seat, hold passed"] = room => Later(room, () => room.Register("ada"), hours: 3),
        ["pending, hold lapsed"] = room =>
        {
            room.Register("ada");
            room.Apply("ada", new LapseHold());
        },
        ["pending remote"] = room => room.Register("ada", Attendance.Remote),
        ["pending line"] = room =>
        {
            room.Seat("ben", "cat");
            room.Register("ada");
        },
        ["seat"] = room => room.Seat("ada"),
        ["remote, seats free"] = room =>
        {
            room.Register("ada", Attendance.Remote);
            room.Apply("ada", new Confirm());
        },
        ["remote, room full"] = room =>
        {
            room.Seat("ben", "cat");
            room.Register("ada", Attendance.Remote);
            room.Apply("ada", new Confirm());
        },
        ["line"] = room => room.Seat("ben", "cat", "ada"),
        ["second in line"] = room => room.Seat("ben", "cat", "dan", "ada"),
        ["offer"] = Offered,
        ["offer, deadline passed"] = room => Later(room, () => Offered(room), hours: 49),
        ["cancelled"] = room =>
        {
            room.Seat("ada");
            room.Apply("ada", new Cancel());
        },
    };

    private static readonly Dictionary<string, RegistrationCommand> Commands = new RegistrationCommand[]
    {
        new Confirm(),
        new RequestSeat(),
        new FollowRemotely(),
        new AcceptOffer(),
        new Cancel(),
        new Reinstate(),
        new OfferSeat(),
        new SeatFromReserve(),
        new SeatAtCheckIn(),
        new SendLink(),
        new ChangeDetails(SeatingSample.DetailsOf("ada") with { Affiliation = "Elsewhere" }),
        new SendMessage(7, ToCancelled: false),
        new RequestAddressChange(SeatingSample.AddressOf("eve")),
        new ConfirmNewAddress(),
        new CorrectAddress(SeatingSample.AddressOf("eve"), "ada@lab.example"),
    }.ToDictionary(c => c.GetType().Name);

    /// <summary>The table is Samples/commands.txt: a line for each state and command.</summary>
    public static TheoryData<string, string, string> Table()
    {
        var table = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Registrations", "Samples", "commands.txt")).Skip(1))
        {
            var cells = line.Split('|', 3, StringSplitOptions.TrimEntries);
            table.Add(cells[0], cells[1], cells[2]);
        }
        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void A_command_does_what_the_table_says(string state, string command, string expected) =>
        Assert.Equal(expected, Outcome(state, command));

    [Fact]
    public void The_table_knows_every_command_in_every_state() =>
        Assert.Equal(
            States.Keys.SelectMany(state => Commands.Keys.Select(command => (state, command))).Order(),
            Table().Select(row => ((string)row[0], (string)row[1])).Order()
        );

    private static string Outcome(string state, string command)
    {
        var room = new SeatingSample();
        States[state](room);
        var decision = room.Apply("ada", Commands[command]);
        return $"{decision.Result} | {room.StandingOf(room["ada"])} | {string.Join(", ", decision.Mails.Select(m => m.Kind))}".TrimEnd();
    }

    private static void Offered(SeatingSample room)
    {
        room.Seat("ben", "cat", "ada");
        room.Apply("ben", new Cancel());
        room.OfferFreeSeats();
    }

    private static void Later(SeatingSample room, Action first, double hours)
    {
        first();
        room.Seating.Now += TimeSpan.FromHours(hours);
    }
}
