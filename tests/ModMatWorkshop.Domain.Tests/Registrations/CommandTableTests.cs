using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>Every command in every state of a registration: its result, the new standing and the mails.</summary>
public sealed class CommandTableTests
{
    private static readonly Dictionary<string, Action<SeatingSample>> States = new()
    {
        ["pending seat"] = sample => sample.Register("ada"),
        ["pending seat, hold passed"] = sample => Later(sample, () => sample.Register("ada"), hours: 3),
        ["pending, hold lapsed"] = sample =>
        {
            sample.Register("ada");
            sample.Apply("ada", new LapseHold());
        },
        ["pending remote"] = sample => sample.Register("ada", Attendance.Remote),
        ["pending waiting list"] = sample =>
        {
            sample.Seat("ben", "cat");
            sample.Register("ada");
        },
        ["seat"] = sample => sample.Seat("ada"),
        ["remote, seats free"] = sample =>
        {
            sample.Register("ada", Attendance.Remote);
            sample.Apply("ada", new Confirm());
        },
        ["remote, no seat free"] = sample =>
        {
            sample.Seat("ben", "cat");
            sample.Register("ada", Attendance.Remote);
            sample.Apply("ada", new Confirm());
        },
        ["waiting list"] = sample => sample.Seat("ben", "cat", "ada"),
        ["second on waiting list"] = sample => sample.Seat("ben", "cat", "dan", "ada"),
        ["offer"] = Offered,
        ["offer, deadline passed"] = sample => Later(sample, () => Offered(sample), hours: 49),
        ["cancelled"] = sample =>
        {
            sample.Seat("ada");
            sample.Apply("ada", new Cancel());
        },
        ["pending application"] = sample => sample.OnApplication().Register("ada"),
        ["application"] = sample => sample.OnApplication().Applicants("ada"),
        ["application, no seat free"] = sample =>
        {
            sample.Seat("ben", "cat");
            sample.OnApplication().Applicants("ada");
        },
        ["declined"] = sample => Decided(sample, new DeclineApplication()),
        ["declined, may follow"] = sample => Decided(sample, new DeclineApplication(MayFollow: true)),
        ["application withdrawn"] = sample => Decided(sample, new Cancel()),
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
        new AcceptApplication(),
        new DeclineApplication(),
        new ChangeDetails(SeatingSample.DetailsOf("ada") with { Affiliation = "Elsewhere" }),
        new SendMessage(7, ToCancelled: false),
        new RequestAddressChange(SeatingSample.AddressOf("eve")),
        new ConfirmNewAddress(),
        new StopAddressChange(),
        new CorrectAddress(SeatingSample.AddressOf("eve"), "ada@lab.example"),
    }.ToDictionary(c => c.GetType().Name);

    /// <summary>The rows of Samples/commands.txt, one for each state and command.</summary>
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
    public void A_command_has_the_outcome_that_the_table_gives(string state, string command, string expected) =>
        Assert.Equal(expected, Outcome(state, command));

    [Fact]
    public void The_table_has_a_row_for_every_command_in_every_state() =>
        Assert.Equal(
            States.Keys.SelectMany(state => Commands.Keys.Select(command => (state, command))).Order(),
            Table().Select(row => ((string)row[0], (string)row[1])).Order()
        );

    private static string Outcome(string state, string command)
    {
        var sample = new SeatingSample();
        States[state](sample);
        var decision = sample.Apply("ada", Commands[command]);
        var mails = string.Join(", ", decision.Mails.Select(m => m.Kind));
        return $"{decision.Result} | {sample.StandingOf(sample["ada"])} | {mails}".TrimEnd();
    }

    private static void Offered(SeatingSample sample)
    {
        sample.Seat("ben", "cat", "ada");
        sample.Apply("ben", new Cancel());
        sample.OfferFreeSeats();
    }

    private static void Decided(SeatingSample sample, RegistrationCommand decision)
    {
        sample.OnApplication().Applicants("ada");
        sample.Apply("ada", decision);
    }

    private static void Later(SeatingSample sample, Action first, double hours)
    {
        first();
        sample.Seating.Now += TimeSpan.FromHours(hours);
    }
}
